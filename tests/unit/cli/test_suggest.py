"""What the command prints that suggests links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from concordance.cli.suggest import main
from edition import ROOT, TINY, Edition


def output_of(capsys: pytest.CaptureFixture[str], *given: str, root: Path = ROOT) -> str:
    assert main([*given, "--root", str(root)]) == 0
    return capsys.readouterr().out


def test_each_pair_comes_with_what_speaks_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    pairs = re.split(r"\n\n(?=\S+ ~ )", output_of(capsys))[1:]
    assert len(pairs) > 9
    for pair in pairs:
        evidence = pair.splitlines()[1:]
        assert evidence
        for line in evidence:
            assert re.match(r"    (both say “|both name |similar words: )", line)
        assert "0.0" not in pair


def test_one_entry_may_be_given_as_addresses_have_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edition.copy(TINY, tmp_path).change(
        "source/old.md", "Nobody shall whistle on board.", "The register shall be shut."
    )
    output = output_of(capsys, "#old-2", root=tmp_path)
    assert "old-2 ~ rules-3" in output
    assert all("old-2" in line for line in output.splitlines() if "~" in line)
    assert output_of(capsys, "old-2", root=tmp_path) == output


def test_two_entries_or_an_unknown_one_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edition.copy(TINY, tmp_path)
    for given, message in (
        (["old-1 old-2"], "Give one id: concordance suggest old-1\n"),
        (["old-3"], "'old-2'"),
        (["zzz"], "There is no entry 'zzz'. Give an id: concordance suggest old-1\n"),
    ):
        assert main([*given, "--root", str(tmp_path)]) == 2
        assert message in capsys.readouterr().err
