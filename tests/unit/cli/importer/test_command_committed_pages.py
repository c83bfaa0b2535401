"""The two real recipes give exactly the committed pages, from transcripts that nobody has changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from concordance.cli.importer.command import main
from edition import ROOT
from transcripts import TRANSCRIPTS

SOURCE = ROOT / "source"


@pytest.mark.parametrize("recipe", sorted(TRANSCRIPTS.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_committed_pages_are_what_the_recipes_give(recipe: Path, tmp_path: Path) -> None:
    assert main([str(recipe), "--source", str(tmp_path)]) == 0
    written = [path for path in tmp_path.rglob("*.md") if path.is_file()]
    assert written
    for path in written:
        assert path.read_bytes() == (SOURCE / path.relative_to(tmp_path)).read_bytes(), path.name
    ledger = (SOURCE / "imported.sha256").read_text(encoding="utf-8").splitlines()
    assert set((tmp_path / "imported.sha256").read_text(encoding="utf-8").splitlines()) <= set(ledger)


def test_the_transcripts_are_unchanged() -> None:
    lines = (TRANSCRIPTS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: checksum for checksum, name in (line.split("  ", 1) for line in lines)}
    assert sorted(sums) == sorted(path.name for path in TRANSCRIPTS.glob("*.txt"))
    for name, checksum in sums.items():
        assert hashlib.sha256((TRANSCRIPTS / name).read_bytes()).hexdigest() == checksum, name
