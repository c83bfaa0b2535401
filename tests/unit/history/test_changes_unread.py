"""What cannot be read of an edition is said, and neither it nor what hangs on it is taken for gone."""

from __future__ import annotations

import re

import pytest
from concordance.cli.changes import read_version
from concordance.cli.comment import format_comment
from edition import Edition
from proposed_changes import ANNOTATION, GRAVE, NO_FILES, compare, describe, part, unchanged

UNREAD = "Not everything is compared."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("annotates: rules-2", "annotates: [rules-2"),
        ("title: A register", "title: One: A register"),
        ("reason: The register is kept", "because: The register is kept"),
        ("It is kept by", "<script>It is kept by"),
    ],
    ids=["no list", "no text", "no reason", "HTML"],
)
def test_what_cannot_be_read_is_said_and_not_taken_for_gone(tiny: Edition, old: str, new: str) -> None:
    tiny.change("source/index.md", "a small harbour", "a harbour")
    tiny.change(ANNOTATION, old, new)
    text = compare(tiny)
    assert UNREAD in text.split("###")[0], "said before anything else"
    assert part(text, "Files that cannot be read") == ["  annotations/rules/2.md, as it is here"]
    assert not re.search("rules-2|Links|### Annotations", text)
    assert part(text, "Other pages written anew") == ["  index.html"], "all else is told"
    assert format_comment(text.encode(), *NO_FILES) == text


def test_a_page_that_cannot_be_read_is_said_with_its_entries_left_alone(tiny: Edition) -> None:
    tiny.change(ANNOTATION, "It is kept by", "It is led by")
    (tiny.root / "source/rules/3.md").write_bytes(b"\xff")
    text = compare(tiny)
    assert UNREAD in text
    assert GRAVE not in text
    assert part(text, "Files that cannot be read") == ["  source/rules/3.md, as it is here"]
    assert "rules-3" not in text, "neither the paragraph nor a link with it is listed as removed"
    assert "  rules-2, commentary" in part(text, "Annotations")


def test_a_file_that_could_not_be_read_before_is_said_too(tiny: Edition) -> None:
    tiny.change(ANNOTATION, "annotates: rules-2", "annotates: [rules-2")
    (tiny.root / "source/rules/3.md").write_bytes(b"\xff")
    text = describe(read_version(tiny.root, "Before"), unchanged())
    assert part(text, "Files that cannot be read") == [
        "  annotations/rules/2.md, as it was before",
        "  source/rules/3.md, as it was before",
    ]
    assert not re.search("rules-[23]", text)


def test_a_lock_that_cannot_be_read_is_said_and_no_id_of_it_taken_for_lost(tiny: Edition) -> None:
    tiny.write("ids.lock", "rules-1 rules/1.html\n")
    before = read_version(tiny.root, "Before")
    tiny.write("ids.lock", "nonsense\n")
    text = compare(tiny, before)
    assert UNREAD in text.split("###")[0]
    assert part(text, "Files that cannot be read") == ["  ids.lock, as it is here"]
    assert "rules-1" not in text


@pytest.mark.parametrize("name", ["vocabulary", "considered", "synonyms", "words"])
def test_without_a_vocabulary_or_a_list_nothing_that_hangs_on_it_is_taken_for_gone(tiny: Edition, name: str) -> None:
    tiny.change("source/rules/2.md", "keep a register of vessels", "keep a list of vessels")
    tiny.write(f"annotations/{name}.yaml", "[")
    text = compare(tiny)
    assert part(text, "Files that cannot be read") == [f"  annotations/{name}.yaml, as it is here"]
    assert set(re.findall("^### (.*)", text, re.M)) == {
        "Files that cannot be read",
        "Words of texts",
        "Pages that show a change",
    }
