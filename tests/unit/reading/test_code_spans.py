"""Markdown without what is meant to be read as it is."""

from __future__ import annotations

import pytest
from concordance.reading.code_spans import without_code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One `[x]` two", "One xxxxx two"),
        ("One ``a ` b`` two", "One xxxxxxxxx two"),
        (r"One \[x\] two", "One xxxxx two"),
        ("```text\n[x](#y)\n```\n[z](#y)", "xxxxxxx\nxxxxxxx\nxxx\n[z](#y)"),
        ("- item\n  ~~~\n  [x]\n  ~~~\n  [z]", "- item\nxxxxx\nxxxxx\nxxxxx\n  [z]"),
        ("```\nnever closed", "xxx\nxxxxxxxxxxxx"),
        ("One ` alone", "One ` alone"),
        ("`a\n\nb`", "`a\n\nb`"),
    ],
)
def test_code_and_what_is_escaped_is_masked_and_all_else_keeps_its_place(text: str, expected: str) -> None:
    masked = without_code(text)
    assert masked == expected
    assert [len(line) for line in masked.split("\n")] == [len(line) for line in text.split("\n")]
