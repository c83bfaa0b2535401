"""What the command prints that lists what paragraphs have and lack."""

from __future__ import annotations

import pytest
from concordance.cli.coverage import main
from edition import TINY


def test_what_is_counted_agrees_with_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(TINY)]) == 0
    printed = capsys.readouterr().out
    assert "Harbour rules: 0 of 3 paragraphs complete\n" in printed
    assert "  rules-2      1 provision, 1 instrument, 0 documents, 0 goals, 0 bodies, 23 words: lacks" in printed
    assert "\n2 entries that nothing links to\n" in printed
