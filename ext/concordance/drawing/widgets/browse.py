"""Draw the ways into the edition as lists: what there is, and what belongs to it, folded."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.connections import draw_sign
from concordance.drawing.long_parts import long_part, open_all
from concordance.drawing.nodes import fold, fold_label, sheet_part
from concordance.i18n.words import _, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.reference import Reference
    from concordance.pages.widgets.browse import (
        ConnectedPart,
        ConnectedWhole,
        FacetTerm,
        LeadPage,
        OutlineParagraph,
        OutlinePart,
    )

# A part of a text with more paragraphs is folded.
OPEN_AT_MOST = 24
# Lists are kept out of the search index, which has what they name already.
CLASSES = ["browse", "no-search"]


def draw_facet(terms: tuple[FacetTerm, ...], link: PageLinker) -> list[Node]:
    """Return every term that is in use with the entries that have it, folded; unused ones are named at the end."""
    used = [term for term in terms if term.count]
    drawn = [open_all()]
    for term in used:
        drawn += _fold(term.id, term.label, term.count, _draw_term(term, link))
    if unused := [term for term in terms if not term.count]:
        line = nodes.paragraph("", _("Not used yet:"), classes=["unused"])
        for term in unused:
            line += [nodes.Text(" "), nodes.inline("", term.label, ids=[term.id])]
        drawn.append(line)
    return _keep_from_search(drawn)


def _draw_term(term: FacetTerm, link: PageLinker) -> Iterator[Node]:
    if term.meaning:
        yield nodes.paragraph("", term.meaning, classes=["means"])
    for group in term.groups:
        name = group.text or _("Other entries")
        title = f"{name} ({len(group.entries)})"
        yield nodes.paragraph("", title, classes=["shelf-title"])
        yield _titled_list(group.entries, link)


def draw_connected(wholes: tuple[ConnectedWhole, ...], link: PageLinker) -> list[Node]:
    """Return every entry of a kind with the provisions connected to it, by the part of it to which they are, folded."""
    connected = [whole for whole in wholes if whole.count]
    drawn = [open_all()]
    for whole in connected:
        drawn += _fold(_own_id(whole), whole.entry.label, whole.count, _draw_whole(whole, link))
    if untied := [whole.entry for whole in wholes if not whole.count]:
        line = nodes.paragraph("", _("No paragraph is connected to:"), classes=["unused"])
        for entry in untied:
            line += [nodes.Text(" "), link(entry.docname, entry.id, nodes.Text(entry.label))]
        drawn.append(line)
    return _keep_from_search(drawn)


def _draw_whole(whole: ConnectedWhole, link: PageLinker) -> Iterator[Node]:
    entry = whole.entry
    yield nodes.paragraph("", "", link(entry.docname, entry.id, nodes.Text(entry.title)), classes=["means"])
    yield nodes.bullet_list("", *(_part(part, whole, link) for part in whole.parts), classes=["tied"])


def draw_outline(parts: tuple[OutlinePart, ...], link: PageLinker) -> list[Node]:
    """Return the paragraphs of a text, part by part."""
    drawn: list[Node] = []
    for part in parts:
        drawn.append(_heading(link(part.docname, "", nodes.Text(part.title)), len(part.provisions)))
        items = _titled_list([provision.reference for provision in part.provisions], link)
        folded = len(part.provisions) > OPEN_AT_MOST
        drawn.append(fold("", fold_label("", _paragraphs(len(part.provisions))), items) if folded else items)
    return _keep_from_search(drawn)


def draw_pages(leads: tuple[LeadPage, ...], link: PageLinker) -> list[Node]:
    """Return a list of pages."""
    items = nodes.bullet_list(classes=["pages"])
    for lead in leads:
        line = nodes.paragraph("", "", link(lead.docname, "", nodes.Text(lead.title)))
        if lead.identity:
            line.insert(0, nodes.raw("", draw_sign(lead.identity.sign), format="html"))
        if lead.opening:
            line += [nodes.Text(" "), nodes.inline("", lead.opening, classes=["opening"])]
        item = nodes.list_item("", line, classes=[f"hue-{lead.identity.hue}"] if lead.identity else [])
        if lead.paragraphs:
            item += nodes.raw("", draw_paragraphs(lead.paragraphs, link), format="html")
        items += item
    return [items]


def draw_paragraphs(paragraphs: Iterable[OutlineParagraph], link: PageLinker) -> str:
    """Return the paragraphs of a part as a list of links, each with its number and its title."""
    items = []
    for paragraph in paragraphs:
        reference = paragraph.reference
        address = escape(link.address(reference.docname, reference.id))
        name = f'<span class="within-number">{escape(paragraph.number)}</span> {escape(reference.title)}'
        items.append(f'<li><a href="{address}">{name}</a></li>')
    return f'<ul class="within">{"".join(items)}</ul>'


def _part(part: ConnectedPart, whole: ConnectedWhole, link: PageLinker) -> Element:
    line = nodes.paragraph(classes=["through"])
    if part.entry.id == whole.entry.id:
        line += nodes.Text(_("As a whole"))
    else:
        line += link(part.entry.docname, part.entry.id, nodes.Text(part.entry.label))
        if part.entry.title != part.entry.label:
            line += [nodes.Text(" "), nodes.inline("", part.entry.title, classes=["other-title"])]
    return nodes.list_item("", line, _short_list(part.provisions, link))


def _titled_list(references: Iterable[Reference], link: PageLinker) -> Element:
    items = nodes.bullet_list(classes=["found"])
    for reference in references:
        line = nodes.paragraph("", "", link(reference.docname, reference.id, nodes.Text(reference.label)))
        if reference.title != reference.label:
            line += [nodes.Text(" "), nodes.inline("", reference.title, classes=["other-title"])]
        items += nodes.list_item("", line)
    return items


def _short_list(references: Iterable[Reference], link: PageLinker) -> Element:
    """Return a list of citations only, to be set in a line; the titles appear on hover."""
    items = nodes.bullet_list(classes=["short"])
    for reference in references:
        citation = link(reference.docname, reference.id, nodes.Text(reference.label))
        citation["reftitle"] = reference.title
        items += nodes.list_item("", nodes.paragraph("", "", citation))
    return items


def _fold(identifier: str, title: str, count: int, content: Iterable[Node]) -> list[Node]:
    """Return a part of a page, on whichever sheet of it there is room."""
    part = long_part(title, 2, count, nodes.container("", *content))
    part["ids"] = [identifier]
    return sheet_part(identifier, title, [part], CLASSES)


def _heading(name: Node, count: int) -> Element:
    heading = nodes.rubric("", "", name, nodes.Text(" "), classes=["browse-title"])
    heading += nodes.inline("", _paragraphs(count), classes=["count"])
    heading["heading-level"] = 3
    return heading


def _paragraphs(count: int) -> str:
    return counted("%d paragraph", "%d paragraphs", count)


def _own_id(whole: ConnectedWhole) -> str:
    return f"browse-{whole.entry.id}"


def _keep_from_search(drawn: list[Node]) -> list[Node]:
    return [nodes.container("", *drawn, classes=CLASSES)]
