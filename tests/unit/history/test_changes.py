"""What a proposal changes in an edition is told, each change under its heading, and the gravest first."""

from __future__ import annotations

import pytest
from concordance.cli.changes import read_version
from concordance.cli.comment import format_comment
from concordance.history.changes import compare_versions
from edition import Edition
from proposed_changes import ANNOTATION, GRAVE, NO_FILES, compare, describe, part, unchanged


def test_nothing_changed_is_one_line(tiny: Edition) -> None:
    assert compare(tiny) == "Nothing changes in the edition since 0123456789.\n"


def test_the_same_files_read_twice_differ_in_nothing(tiny: Edition) -> None:
    changes = compare_versions(unchanged(), read_version(tiny.root, "After"))
    assert not changes
    assert not changes.grave


def test_files_beside_texts_and_annotations_are_a_change_and_none_of_words(tiny: Edition) -> None:
    changes = compare_versions(unchanged(), read_version(tiny.root, "After"), ("conf.py",))
    assert changes
    assert not changes.grave


def test_changed_words_of_a_text_are_grave_and_shown_with_those_around_them(tiny: Edition) -> None:
    tiny.change("source/rules/2.md", "keep a register of vessels", "keep a list of vessels")
    text = compare(tiny)
    assert GRAVE in text.split("###")[0], "said before anything else"
    assert part(text, "Words of texts") == [
        "  rules/2.html: rules-2, rules-2-a",
        "-   keep a register of vessels;",
        "+   keep a list of vessels;",
    ]


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("source/rules/index.md", "RULES OF THE HARBOUR", "RULES OF THE PORT"),
        ("source/rules/2.md", "See also the", "Compare the"),
        ("source/rules/3.md", '"3."', '"4."'),
    ],
    ids=["heading", "footnote", "number"],
)
def test_headings_footnotes_and_numbers_are_words_too(tiny: Edition, page: str, old: str, new: str) -> None:
    tiny.change(page, old, new)
    assert GRAVE in compare(tiny)


def test_a_link_put_into_a_text_changes_none_of_its_words(tiny: Edition) -> None:
    tiny.change("source/rules/3.md", "The register", "The [register](#rules-2)")
    text = compare(tiny)
    assert GRAVE not in text
    assert part(text, "Links and marks in texts, not their words")
    assert "+ rules-3 cites rules-2" in part(text, "Links added")


def test_a_paragraph_that_is_gone_is_grave(tiny: Edition) -> None:
    (tiny.root / "source/rules/3.md").unlink()
    text = compare(tiny)
    assert GRAVE in text
    assert part(text, "Entries removed")[0].startswith("- rules-3 (provision, rules/3.html)")
    assert "- rules-3 needs rules-2" in part(text, "Links removed")


def test_links_come_and_go_with_reason_grade_and_provenance(tiny: Edition) -> None:
    old = tiny.root / "annotations/old/1.md"
    tiny.change(ANNOTATION, "  - needs: tonnage-art-7\n    reason: The register is kept from certificates.\n", "")
    tiny.change(ANNOTATION, "notes:", "  - echoed-by: old-2\n    grade: loose\n    reason: Both name a duty.\nnotes:")
    old.write_text(old.read_text().replace("grade: close", "grade: loose\n    provenance: computed"))
    text = compare(tiny)
    assert part(text, "Links added") == ["+ old-2 echoes rules-2", "+   [loose, editor] Both name a duty."]
    assert part(text, "Links removed") == [
        "- rules-2 needs tonnage-art-7",
        "-   [editor] The register is kept from certificates.",
    ]
    assert part(text, "Links judged otherwise") == [
        "  rules-1 echoes old-1",
        "-   [close, editor] The new rule says vessel for ship and names the article.",
        "+   [loose, computed] The new rule says vessel for ship and names the article.",
    ]
    pages = part(text, "Pages that show a change")
    assert {"  rules/2.html", "  old.html", "  treaties/tonnage.html", "  rules/1.html"} <= set(pages), "both ends"


def test_a_link_written_from_its_other_end_is_the_same_link(tiny: Edition) -> None:
    reason = "    reason: What is open to the public is the register that this rule creates.\n"
    tiny.change(ANNOTATION, f"  - needed-by: rules-3\n{reason}", "")
    tiny.write("annotations/rules/3.md", f"---\nannotates: rules-3\nlinks:\n  - needs: rules-2\n{reason}---\n")
    assert compare(tiny) == "Nothing changes in the edition since 0123456789.\n"


def test_each_field_of_an_annotation_is_told(tiny: Edition) -> None:
    for old, new in (
        ("A register and its dues", "A register and a due"),
        ("collects what they owe", "asks for what they owe"),
        ("[crews]", "[crews, pilots]"),
        ("The verb governs both items", "The verb governs one item"),
        ("Who may look at", "Who may read"),
        ("questions:", "asked: [who keeps the list]\nquestions:"),
        ("sources:", "answers: [Whoever asks.]\nsources:"),
        ("  - Harbour rules, rule 2", "  - Harbour rules, rules 1 and 2"),
        ("reviewed: 2026-11-22", "reviewed: 2026-11-23"),
        ("It is kept by", "It is led by"),
    ):
        tiny.change(ANNOTATION, old, new)
    text = compare(tiny)
    told_of = {line.strip() for line in part(text, "Annotations") if line.startswith("  rules-2, ")}
    fields = (
        "title",
        "summary",
        "terms",
        "notes",
        "asked",
        "questions",
        "answers",
        "sources",
        "reviewed",
        "commentary",
    )
    assert told_of == {f"rules-2, {field}" for field in fields}
    assert "+   actors: pilots" in part(text, "Annotations")
    assert {"  rules/3.html", "  treaties/tonnage.html"} <= set(part(text, "Pages that show a change")), (
        "pages that call a retitled entry by its name"
    )


def test_vocabulary_considered_and_searches_are_told(tiny: Edition) -> None:
    tiny.change("annotations/vocabulary.yaml", "says: echoes", "says: repeats")
    tiny.change("annotations/considered.yaml", "no thought", "no idea")
    tiny.change("annotations/synonyms.yaml", "[boat, ship]", "[boat, ship, barge]")
    text = compare(tiny)
    assert part(text, "Vocabulary") == ["  predicates → echoes → says", "-   echoes", "+   repeats"]
    assert "  pairs → rules-1 and rules-3" in part(text, "What was considered and left out")
    assert any("boat; ship; barge" in line for line in part(text, "What readers search for"))


def test_registries_and_other_pages_are_told(tiny: Edition) -> None:
    tiny.change("source/bodies.md", ":label: Harbour Board", ":label: The Board")
    tiny.change("source/index.md", "a small harbour", "a harbour")
    tiny.write("source/new.md", ":::{body} pilots\n:label: Pilots\n:::\n")
    text = compare(tiny)
    assert part(text, "Entries added") == ["+ pilots (body, new.html): Pilots, Pilots"]
    assert "  board, citation" in part(text, "Entries described otherwise")
    assert part(text, "Other pages written anew") == ["  bodies.html", "  index.html", "  new.html"]


def test_a_page_that_is_gone_is_said_to_be_gone(tiny: Edition) -> None:
    tiny.write("source/harbours.md", (tiny.root / "source/bodies.md").read_text())
    (tiny.root / "source/bodies.md").unlink()
    text = compare(tiny)
    assert part(text, "Other pages written anew") == ["  harbours.html"]
    assert part(text, "Other pages removed") == ["- bodies.html"]
    assert "  bodies.html" not in part(text, "Pages that show a change")


LOST = "Published ids are lost, or lead elsewhere."
LOCK_PART = "The lock: ids that are lost, or lead elsewhere"


def test_lines_of_the_lock_that_are_lost_and_redirects_that_are_new_are_told(tiny: Edition) -> None:
    tiny.write("ids.lock", "rules-1 rules/1.html\nrules-2 rules/2.html\n")
    before = read_version(tiny.root, "Before")
    tiny.write("ids.lock", "rules-2 rules/2.html -> rules-1\nrules-3 rules/3.html\n")
    text = compare(tiny, before)
    assert LOST in text.split("###")[0]
    assert part(text, LOCK_PART) == [
        "- rules-1 rules/1.html",
        "- rules-2 rules/2.html",
        "+ rules-2 rules/2.html -> rules-1",
    ]
    assert format_comment(text.encode(), *NO_FILES) == text


def test_new_ids_are_no_change_of_the_lock(tiny: Edition) -> None:
    tiny.write("ids.lock", "rules-1 rules/1.html\n")
    before = read_version(tiny.root, "Before")
    tiny.write("ids.lock", "rules-1 rules/1.html\nrules-2 rules/2.html\n")
    assert compare(tiny, before) == "Nothing changes in the edition since 0123456789.\n"


def test_other_files_are_named_and_make_it_more_than_nothing(tiny: Edition) -> None:
    version = read_version(tiny.root, "Here")
    text = describe(version, version, ("conf.py", "`x`@all"))
    assert part(text, "Files beside texts and annotations") == ["  conf.py", "  `x`@all"]
    assert format_comment(text.encode(), *NO_FILES) == text
