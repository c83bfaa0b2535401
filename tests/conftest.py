"""Fixtures of the build and browser tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from edition import ROOT, TINY, Build, Edition


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands print no colours, which continuous integration and some terminals ask for."""
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def tiny(tmp_path: Path) -> Edition:
    return Edition.copy(TINY, tmp_path)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The real edition, built once."""
    return Edition.copy(ROOT, tmp_path_factory.mktemp("real")).build(concordance_lock="none.lock")


@pytest.fixture(scope="session")
def graph(real: Build) -> dict[str, Any]:
    """The data file of the real edition."""
    data: dict[str, Any] = json.loads((real.out / "data" / "graph.json").read_text(encoding="utf-8"))
    return data
