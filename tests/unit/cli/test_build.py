"""When a build goes on from an earlier one."""

from __future__ import annotations

import sysconfig
from pathlib import Path

import pytest
from concordance.cli.manifest import fingerprint_engine


def test_a_build_begins_anew_where_settings_or_packages_are_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages, edition = tmp_path / "packages", tmp_path / "edition"
    (packages / "sphinx-9.0.4.dist-info").mkdir(parents=True)
    edition.mkdir()
    monkeypatch.setattr(sysconfig, "get_path", lambda _name: str(packages))
    first = fingerprint_engine(edition)
    assert fingerprint_engine(edition) == first
    (packages / "sphinx-9.0.4.dist-info").rename(packages / "sphinx-9.1.0.dist-info")
    upgraded = fingerprint_engine(edition)
    (edition / "conf.py").write_text('language = "en"\n')
    assert len({first, upgraded, fingerprint_engine(edition)}) == 3
