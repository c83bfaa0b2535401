"""Long pages are folded by part: which provisions stand in which, and what stays outside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from built import harbour
from concordance.drawing.long_parts import MOST, fold_provisions, has_long_parts, provisions_in
from concordance.drawing.nodes import apparatus, fold, fold_label, provision
from concordance.model.entries import Entry
from docutils import nodes
from docutils.utils import new_document

(RULE, *_others) = harbour().concordance.entries.values()


def page(count: int) -> tuple[nodes.document, nodes.section, dict[str, Entry]]:
    """Return a page of so many provisions, each with a heading and an apparatus, and with a footnote at its end."""
    document = new_document("page")
    section = nodes.section("", nodes.title("", "Preamble"), nodes.paragraph("", "The Assembly,"))
    whole = nodes.section("", nodes.title("", "Resolution"), section)
    document += whole
    entries = {
        f"r-{number}": replace(RULE, id=f"r-{number}", label=f"rule {number}", shown="", title=f"Title {number}")
        for number in range(1, count + 1)
    }
    for identifier in entries:
        section += [
            nodes.rubric("", identifier),
            provision(entry=identifier),
            apparatus("", fold("", fold_label("", "Commentary"), nodes.paragraph()), entry=identifier, item=""),
        ]
    section += nodes.footnote("", nodes.paragraph("", "A note."))
    return document, section, entries


def test_a_section_of_many_provisions_is_divided_evenly_and_loses_nothing() -> None:
    document, section, entries = page(26)
    before = [*document.findall(provision)]
    fold_provisions(document, entries)
    *parts, last = [child for child in section.children if isinstance(child, fold)]
    assert [len([*part.findall(provision)]) for part in parts] == [3, 8, 8, 7]
    assert [*document.findall(provision)] == before == [*provisions_in(section)]
    labels = [next(part.findall(nodes.rubric)).astext() for part in parts]
    assert labels == ["rule 1–3", "rule 4–11", "rule 12–19", "rule 20–26"]
    boxes = [next(part.findall(nodes.container)) for part in parts]
    assert all(isinstance(box[0], nodes.rubric) for box in boxes), "a heading stays with its provision"
    titles = [child.astext() for child in section.children if isinstance(child, nodes.paragraph)]
    assert titles[1].startswith("Title 1 · Title 2")
    # Each fold of an apparatus is one stretch that is read later, and may stand on another sheet of the page.
    raw = [node.astext() for node in section.findall(nodes.raw)]
    assert raw[:2] == [
        '<!--part r-1-about|later|rule 1: Commentary--><noscript class="later">',
        "</noscript><!--/part-->",
    ]
    assert len(raw) == 2 * 26
    # What leads in and what belongs to the whole page stays in sight.
    assert titles[0] == "The Assembly,"
    assert last[0].astext() == "Footnotes"
    assert [*last.findall(nodes.footnote)]
    assert [part.get("opened", False) for part in parts] == [True, False, False, False], "some words are open"
    assert has_long_parts(document)


def test_parts_are_called_by_the_plural_that_the_edition_has() -> None:
    document, section, entries = page(MOST + 1)
    several = {name: replace(entry, several="Rules {number}") for name, entry in entries.items()}
    fold_provisions(document, several)
    labels = [next(part.findall(nodes.rubric)).astext() for part in section.findall(fold) if part["classes"]]
    assert labels == ["Rules 1–3", "Rules 4–13", "Footnotes"]


@pytest.mark.parametrize("count", [1, MOST])
def test_a_short_page_is_not_folded(count: int) -> None:
    document, section, entries = page(count)
    before = [*section.children]
    fold_provisions(document, entries)
    assert section.children == before
    assert not has_long_parts(document)
