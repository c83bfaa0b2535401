"""What is told of a proposal can be read in a comment, however much it is, and nothing in it can act there."""

from __future__ import annotations

import re
from dataclasses import replace

from concordance.cli.comment import format_comment
from concordance.history.changes import Edit, EditionChanges
from concordance.history.changes_markdown import render_changes
from concordance.history.record_diff import Hunk
from edition import Edition
from hostile_markdown import HOSTILE, outside, words_outside
from proposed_changes import ANNOTATION, NO_FILES, compare, part

NO_CHANGES = EditionChanges((), (), (), (), (), (), (), (), (), (), (), (), (), (), ())


def test_what_editors_write_cannot_act_in_a_comment(tiny: Edition) -> None:
    harmless = {"paragraph_open", "paragraph_close", "heading_open", "heading_close", "inline", "text", "softbreak"}
    bold = {"strong_open", "strong_close"}
    for number, line in enumerate(HOSTILE):
        shown = line.encode("unicode_escape").decode().replace('"', '\\"').replace("\\\\", "\\")
        tiny.change(ANNOTATION, "questions:", f'questions:\n  - "{shown}"')
        # A page with hidden characters is not read.
        seen = re.sub("[\u202e\u200b\x1b]", "", line)
        tiny.change("source/index.md", "The rules of", f"{seen}\nThe rules of")
        ids = (f"x{number}", f"x{number}@everybody![x](y)")
        entries = "\n".join(f":::{{body}} {identifier}\n:label: {seen}\n:::\n" for identifier in ids)
        tiny.write(f"source/`{number}@everybody.md", entries)
    words = "".join(f"  {line}\n" for line in HOSTILE[:-1])
    tiny.write("annotations/rules/3.md", f"---\nannotates: rules-3\nsummary: >-\n{words}---\n")
    text = compare(tiny)
    assert "tracker.example" in text, "or this tests nothing"
    assert "phish.example" in " ".join(part(text, "Annotations")), "or this tests half of it"
    assert set(outside(text)) <= harmless | bold
    assert not re.search(r"[@<>\[\]!/`]|www", words_outside(text))
    assert not re.search("[\u202e\u200b\x1b]", text)
    assert format_comment(text.encode(), *NO_FILES) == text, "what the project writes is posted"


def test_what_is_too_long_to_be_compared_is_shown_as_changed_and_cut(tiny: Edition) -> None:
    tiny.change("source/rules/2.md", "See also the", "x " * 9_999 + "y" * 9_999 + "\n\n    z" * 9_999 + "Compare the")
    lines = part(compare(tiny), "Words of texts")
    assert lines[0] == "  rules/2.html"
    assert len(lines) < 50
    assert "characters more" in " ".join(line[1:].strip() for line in lines[-2:])


def test_a_fence_is_longer_than_any_in_it_and_what_nobody_sees_is_shown() -> None:
    edit = Edit("rules-2", "summary", (Hunk("a", "a ```` b\u202e"),))
    assert "\n`````diff\n  rules-2, summary\n-   a\n+   a ```` b‹U+202E›\n`````\n" in render_changes(
        replace(NO_CHANGES, annotations=(edit,)), "0123456789"
    )


def test_files_that_were_not_compared_are_named_even_if_nothing_else_changes() -> None:
    text = render_changes(replace(NO_CHANGES, unread_before=("a.md",), unread=("b.md",)), "0123456789")
    assert "  a.md, as it was before\n  b.md, as it is here\n" in text
    assert render_changes(NO_CHANGES, "0123456789").startswith("Nothing changes")
