"""A bad annotation gets one clear error with file, line, cause and mend; all of it in one run, never a traceback."""

from __future__ import annotations

import pytest
from concordance.cli.edition import open_edition
from edition import Edition

ANNOTATION = "annotations/rules/3.md"
HEAD = "---\nannotates: rules-3\n"


def link(*lines: str, head: str = HEAD) -> str:
    return head + "links:\n" + "".join(f"  - {line}\n    reason: Because.\n" for line in lines) + "---\n"


BAD_ANNOTATIONS = {
    "unknown id": (
        link("needs: tonnage-art-8"),
        "annotations/rules/3.md:4: WARNING: There is no entry 'tonnage-art-8' to link to. "
        "Did you mean 'tonnage-art-7' or 'tonnage-art-6'",
    ),
    "an SDG number that YAML would mangle": (
        link("needs: 16.10"),
        "annotations/rules/3.md:4: WARNING: There is no entry '16.10' to link to.",
    ),
    "a word that YAML would mangle": (
        link("needs: NO"),
        "annotations/rules/3.md:4: WARNING: There is no entry 'NO' to link to.",
    ),
    "duplicate link": (
        link("needs: board", "needs: board"),
        "annotations/rules/3.md:6: WARNING: rules-3 and board are linked by `needs` already, "
        "at annotations/rules/3.md:4. Remove one",
    ),
    "duplicate link from the other end": (
        link("needs: rules-2"),
        "annotations/rules/3.md:4: WARNING: rules-3 and rules-2 are linked by `needs` already, "
        "at annotations/rules/2.md:7. Remove one",
    ),
    "unknown predicate": (
        link("neds: board"),
        "annotations/rules/3.md:4: WARNING: 'neds' is not a predicate. Did you mean 'needs'",
    ),
    "a predicate of the text itself": (
        link("cites: board"),
        "annotations/rules/3.md:4: WARNING: 'cites' is not a predicate.",
    ),
    "two predicates in one link": (
        HEAD + "links:\n  - needs: board\n    echoes: rules-2\n    reason: Because.\n---\n",
        "annotations/rules/3.md:4: WARNING: A link has one predicate, this one has 2.",
    ),
    "missing reason": (
        HEAD + "links:\n  - needs: board\n---\n",
        "annotations/rules/3.md:4: WARNING: The link to board has no reason. Add `reason: …`",
    ),
    "empty reason": (
        HEAD + "links:\n  - needs: board\n    reason: ''\n---\n",
        "annotations/rules/3.md:5: WARNING: `reason` in item 1 of `links` is empty. Write it.",
    ),
    "missing grade": (
        link("echoes: rules-1"),
        "annotations/rules/3.md:4: WARNING: `echoes` wants a grade. Add `grade:` with one of close, loose.",
    ),
    "superfluous grade": (
        HEAD + "links:\n  - needs: board\n    grade: close\n    reason: Because.\n---\n",
        "annotations/rules/3.md:5: WARNING: `needs` has no grade.",
    ),
    "link to oneself": (
        link("needs: rules-3"),
        "annotations/rules/3.md:4: WARNING: rules-3 links to itself. Remove the link.",
    ),
    "vaguer link beside a precise one": (
        link("needs: tonnage", "needs: tonnage-art-7"),
        "annotations/rules/3.md:4: WARNING: A link to tonnage says less than the one to tonnage-art-7 "
        "at annotations/rules/3.md:6. Keep the more precise link only.",
    ),
    "unknown facet": (
        HEAD + "who: {actor: [crews]}\n---\n",
        "annotations/rules/3.md:3: WARNING: 'actor' is not a facet. Did you mean 'actors'",
    ),
    "unknown term": (
        HEAD + "who:\n  actors:\n    - crew\n---\n",
        "annotations/rules/3.md:5: WARNING: 'crew' is not one of the actors. Did you mean 'crews'",
    ),
    "unknown field": (
        HEAD + "tittle: A register\n---\n",
        "annotations/rules/3.md:3: WARNING: `tittle` is not a field. Did you mean 'title'",
    ),
    "missing field": (
        "---\ntitle: A register\n---\n",
        "annotations/rules/3.md:2: WARNING: `annotates` is missing. Add a line `annotates: …`.",
    ),
    "title too long": (
        HEAD + "title: One two three four five six seven eight\n---\n",
        "annotations/rules/3.md:3: WARNING: `title` has 8 words, 1 too many.",
    ),
    "not a date": (
        HEAD + "reviewed: soon\n---\n",
        "annotations/rules/3.md:3: WARNING: `reviewed` is not a date: 'soon'. Write it as year-month-day, such as ",
    ),
    "an entry that does not exist": (
        "---\nannotates: rules-33\n---\n",
        "annotations/rules/3.md:2: WARNING: There is no entry 'rules-33' to annotate. Did you mean 'rules-3'",
    ),
    "a second annotation": (
        "---\nannotates: rules-2\n---\n",
        "annotations/rules/3.md:2: WARNING: rules-2 has a second annotation; the first is annotations/rules/2.md.",
    ),
    "a quote that does not stand in the text": (
        HEAD + "notes:\n  - quote: open to the pulbic\n    note: A slip.\n---\n",
        "annotations/rules/3.md:4: WARNING: The quote “open to the pulbic” does not stand in the own words of rules-3.",
    ),
    "a note of no known kind": (
        HEAD + "notes:\n  - quote: open\n    kind: slipp\n    note: A slip.\n---\n",
        "annotations/rules/3.md:5: WARNING: `kind` in item 1 of `notes` is 'slipp'. Write 'slip' or 'variant'.",
    ),
    "a quote that stands twice": (
        HEAD + "notes:\n  - quote: 'b'\n    note: A slip.\n---\n",
        "annotations/rules/3.md:4: WARNING: The quote “b” stands 2 times in the own words of rules-3.",
    ),
    "malformed YAML": (
        HEAD + "title: [open\n---\n",
        "annotations/rules/3.md:3: WARNING: What begins with [ is read as a list, and this is none.",
    ),
    "duplicate keys": (
        HEAD + "title: One\ntitle: Two\n---\n",
        "annotations/rules/3.md:4: WARNING: `title` stands twice; the first is on line 3. Keep one of them.",
    ),
    "a tab": (
        HEAD + "links:\n\t- needs: board\n---\n",
        "annotations/rules/3.md:4: WARNING: A tab stands where YAML wants spaces. Indent with spaces.",
    ),
    "an alias": (
        HEAD + "title: &a One\nsummary: *a\n---\n",
        "annotations/rules/3.md:3: WARNING: Anchors and aliases (`&name`, `*name`) are not allowed here.",
    ),
    "no front matter": (
        "Just words.\n",
        "annotations/rules/3.md:1: WARNING: The file does not begin with front matter.",
    ),
    "a byte order mark": (
        "\ufeff" + HEAD + "---\n",
        "annotations/rules/3.md:1: WARNING: The file begins with a byte order mark. Save it as UTF-8 without BOM.",
    ),
    "an empty file": (
        "\n",
        "annotations/rules/3.md:1: WARNING: The file is empty. Write it or delete it.",
    ),
    "Windows line endings": (
        "---\nannotates: rules-3\r\n---\n",
        "annotations/rules/3.md:2: WARNING: The file has Windows line endings (CRLF). Save it with Unix",
    ),
    "an unknown role in the commentary": (
        HEAD + "---\nOne.\n\nTwo {nosuch}`role`.\n",
        "annotations/rules/3.md:6: WARNING: The role {nosuch} is not allowed here. The roles are struck.",
    ),
    "an unknown directive in the commentary": (
        HEAD + "---\nOne.\n\n:::{nosuch}\n:::\n",
        "annotations/rules/3.md:6: WARNING: There is a directive here, which is not allowed.",
    ),
    "a file read by a directive": (
        HEAD + "---\nOne.\n\n```{include} ../../conf.py\n```\n",
        "annotations/rules/3.md:6: WARNING: There is a directive or a block of code here, which is not allowed.",
    ),
    "HTML in the commentary": (
        HEAD + "---\nOne.\nTwo <b onclick=x>three.\n",
        "annotations/rules/3.md:5: WARNING: There is HTML here, which is not allowed.",
    ),
    "an image from elsewhere": (
        HEAD + "---\n![](https://example.org/a.png)\n",
        "annotations/rules/3.md:4: WARNING: There is an image here, which is not allowed.",
    ),
    "a link to an address that is not safe": (
        HEAD + "sources:\n  - '[law](http://example.org)'\n---\n",
        "annotations/rules/3.md:4: WARNING: A link to 'http://example.org' is not allowed here.",
    ),
    "a footnote that stands twice in the commentary": (
        HEAD + "---\nOne.[^a]\n\n[^a]: One.\n\n[^a]: Two.\n",
        "annotations/rules/3.md:8: WARNING: The footnote 'a' stands twice; the first is on line 6.",
    ),
    "an unknown id in the commentary": (
        HEAD + "---\nOne.\n\nAs the [register](#rules-9) says.\n",
        "annotations/rules/3.md:6: WARNING: There is no entry 'rules-9' to link to. Did you mean 'rules-3'",
    ),
    "an unknown id in a question": (
        HEAD + "questions:\n  - Why [this](#rules-9)?\n---\n",
        "annotations/rules/3.md:4: WARNING: There is no entry 'rules-9' to link to.",
    ),
}


# One for each way in which a build comes to know of something wrong.
TOLD_BY_BUILDS = (
    "unknown id",
    "duplicate link from the other end",
    "missing reason",
    "link to oneself",
    "vaguer link beside a precise one",
    "unknown facet",
    "unknown term",
    "an entry that does not exist",
    "a second annotation",
    "a quote that does not stand in the text",
    "a quote that stands twice",
    "malformed YAML",
    "an empty file",
    "HTML in the commentary",
    "an unknown id in the commentary",
    "an unknown id in a question",
)


@pytest.mark.parametrize(("text", "expected"), BAD_ANNOTATIONS.values(), ids=BAD_ANNOTATIONS)
def test_a_bad_annotation_gets_one_clear_error(tiny: Edition, text: str, expected: str) -> None:
    (tiny.root / ANNOTATION).write_bytes(text.encode())
    (warning,) = tiny.check()
    assert expected in warning


@pytest.mark.parametrize("name", TOLD_BY_BUILDS)
def test_a_build_tells_of_a_bad_annotation_in_the_same_words(built: Edition, name: str) -> None:
    text, _expected = BAD_ANNOTATIONS[name]
    (built.root / ANNOTATION).write_bytes(text.encode())
    assert built.build().warnings == built.check()


FAULTS = {
    "one that cannot be read": ("title: A register", "title: A: register", "A colon with a space behind it"),
    "one whose commentary is left out": ("The register is open", "The <b>register</b> is open", "There is HTML here"),
}


@pytest.mark.parametrize(("old", "new", "expected"), FAULTS.values(), ids=FAULTS)
def test_what_a_fault_hides_is_not_told_as_lost(built: Edition, old: str, new: str, expected: str) -> None:
    built.write("ids.lock", "rules-2-c1 rules/2.html\nrules-2-c2 rules/2.html\n")
    built.write(ANNOTATION, HEAD + "questions:\n  - Is it [kept](#rules-2-c2)?\n---\n")
    built.change("annotations/synonyms.yaml", "phrases: [measurement of vessels]", "phrases: [It is kept by]")
    assert built.build().warnings == []
    built.change("annotations/rules/2.md", old, new)
    messages = {warning.partition(": WARNING: ")[2] for warning in built.build().warnings}
    assert all(message.startswith(expected) for message in messages), messages
    problems = open_edition(built.root).problems
    assert {problem.place.path for problem in problems} == {"annotations/rules/2.md"}


def test_an_annotation_that_is_not_utf_8(built: Edition) -> None:
    (built.root / ANNOTATION).write_bytes(HEAD.encode() + "title: Offen für alle\n---\n".encode("latin-1"))
    assert built.build().warnings == [
        f"{ANNOTATION}:3: WARNING: The file is not UTF-8. "
        "Save it as UTF-8; this line has the first byte that is not. [concordance.encoding]"
    ]


def test_all_problems_are_told_in_one_run_and_again_in_the_next(tiny: Edition) -> None:
    tiny.write("annotations/rules/1.md", "---\nannotates: rules-1\ntitle: [open\n---\n")
    tiny.write("annotations/rules/3.md", link("needs: bord"))
    tiny.change("annotations/rules/2.md", "needs: tonnage-art-7", "nedes: tonnage-art-7")
    first = tiny.build().warnings
    assert [warning.split(": ")[0] for warning in first] == [
        "annotations/rules/1.md:3",
        "annotations/rules/2.md:9",
        "annotations/rules/3.md:4",
    ]
    assert tiny.build().warnings == first


def test_what_is_sound_in_a_bad_file_is_shown_all_the_same(built: Edition) -> None:
    built.change("annotations/rules/2.md", "needs: tonnage-art-7", "needs: tonnage-art-9")
    build = built.build()
    assert "this rule creates" in build.page("rules/3")
