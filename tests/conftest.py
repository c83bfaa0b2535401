"""Fixtures that all tests may use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from edition import ROOT, TINY, Build, Edition
from shared import Share, sharing

# What conf.py reads of where a site is published and edited.
ADDRESSES = ("SITE_URL", "REPOSITORY_URL", "REPOSITORY_BRANCH", "REPOSITORY_HOST")


@pytest.fixture(scope="session", autouse=True)
def plain() -> Iterator[None]:
    """Nothing depends on where tests run: commands print no colours, and editions have the addresses of their tests."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NO_COLOR", "1")
        for name in ADDRESSES:
            environment.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def share(tmp_path_factory: pytest.TempPathFactory) -> Share:
    """Return the build of a name; the first test that asks, in whichever process, makes it."""
    return sharing(tmp_path_factory)


@pytest.fixture
def tiny(tmp_path: Path) -> Edition:
    """A tiny edition that nobody has built."""
    return Edition.copy(TINY, tmp_path)


@pytest.fixture(scope="session")
def real(share: Share) -> Build:
    """The real edition."""
    return share("real", lambda folder: Edition.copy(ROOT, folder).build(parallel=2))


@pytest.fixture(scope="session")
def graph(real: Build) -> dict[str, Any]:
    """The data file of the real edition."""
    data: dict[str, Any] = json.loads((real.out / "data" / "graph.json").read_text(encoding="utf-8"))
    return data
