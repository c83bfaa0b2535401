"""What slips in YAML look like, and how each is mended."""

from __future__ import annotations

import pytest
from concordance.reading.yaml_hints import YamlHint, comment_hint, find_hint, is_almost_rule


@pytest.mark.parametrize(
    ("line", "column", "message", "mend"),
    [
        ("title: One: two", 10, "A colon with a space", 'the whole text: `title: "…"`'),
        ("title:One", 5, "There is no space behind the colon", "`title: …`"),
        ("  -one", 2, "There is no space behind the dash", "`- …`"),
        ("\ttitle: One", 0, "A tab stands", "Indent with spaces"),
        ("title: @one", 7, "A text cannot begin with @ here", '`title: "…"`'),
        ("title: [one", 7, "What begins with [ is read as a list", '`title: "…"`'),
        ("who: {actors: [a]", 5, "What begins with { is read as fields", '`who: "…"`'),
        ('title: "one" two', 11, "The quotation marks end here", "“ and ”"),
        ("title: 'one's two'", 11, "The quotation marks end here", "’"),
        ('title: "one', 7, "This quotation mark is not closed", 'Put another "'),
        ("=======", 0, "left over from two versions", "Remove it"),
        ("--", 0, "almost the `---`", "three hyphens"),
    ],
)
def test_a_slip_is_known_by_its_line(line: str, column: int, message: str, mend: str) -> None:
    lines = ["annotates: rules-1", line, "summary: Sound."]
    for flagged in (1, 2):
        hint = find_hint(lines, flagged, None)
        assert hint is not None
        assert (hint.row, hint.column) == (1, column)
        assert message in hint.message
        assert mend in hint.remedy


def test_in_a_text_below_a_bar_anything_may_stand() -> None:
    hint = find_hint(["summary: |", "  title: One: two", "  -one", "title: [open"], 3, None)
    assert hint is not None
    assert (hint.row, hint.message) == (3, "What begins with [ is read as a list, and this is none.")
    assert find_hint(["summary: |", "  -one", "title: Sound"], 1, None) is None


def test_what_is_not_closed_is_told_where_it_opens() -> None:
    hint = find_hint(["who:", "  actors: one"], 1, (0, 5), "a flow mapping")
    assert hint == YamlHint(
        0, 5, "What opens here is not closed, or is closed by another sign.", "Close every [ with ] and every { with }."
    )


def test_a_line_that_is_no_field_is_told() -> None:
    hint = find_hint(["title: One", "and more of it", "summary: Two"], 2, None)
    assert hint is not None
    assert (hint.row, hint.message) == (1, "This line is neither a field nor a part of what stands above it.")


def test_what_follows_a_hash_is_told_as_left_out() -> None:
    lines = ("title: One # two", "  - needs: #board", "# a comment", "title: One#two")
    hints = [comment_hint(row, line, line) for row, line in enumerate(lines)]
    assert [None if each is None else each.column for each in hints] == [11, 11, None, None]
    assert hints[0] is not None and "would be left out: `# two`" in hints[0].message
    assert hints[1] is not None and hints[1].remedy == "Write the id without it: `board`."


@pytest.mark.parametrize(("line", "almost"), [("---", False), ("--", True), ("----", True), ("——", True)])
def test_what_was_meant_to_end_front_matter(line: str, almost: bool) -> None:
    assert is_almost_rule(line) is almost
