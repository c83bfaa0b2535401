"""Draw the ways into the edition as lists: a jump list first, then a heading for each thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.nodes import fold, fold_label
from concordance.i18n.words import _, counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.reference import Reference
    from concordance.pages.widgets.browse import Part, TermList, Tied, TiedWhole

# A list that is longer opens on demand.
OPEN_AT_MOST = 12


def draw_facet(terms: tuple[TermList, ...], link: PageLinker) -> list[Node]:
    """Return every term that is in use, with what has it; those that are not are named at the end."""
    used = [term for term in terms if term.count]
    drawn: list[Node] = [_jump((term.id, term.label, term.count) for term in used)]
    for term in used:
        drawn.append(_heading(nodes.Text(term.label), term.id, term.count))
        if term.means:
            drawn.append(nodes.paragraph("", term.means, classes=["means"]))
        for shelf in term.shelves:
            name = shelf.text or _("Other entries")
            title = f"{name} ({len(shelf.entries)})"
            listed = _titled_list(shelf.entries, link)
            if term.count > OPEN_AT_MOST:
                drawn.append(fold("", fold_label("", title), listed))
            else:
                drawn += [nodes.paragraph("", title, classes=["shelf-title"]), listed]
    if unused := [term for term in terms if not term.count]:
        line = nodes.paragraph("", _("Not used yet:"), classes=["unused"])
        for term in unused:
            line += [nodes.Text(" "), nodes.inline("", term.label, ids=[term.id])]
        drawn.append(line)
    return _unsearched(drawn)


def draw_connected(wholes: tuple[TiedWhole, ...], link: PageLinker) -> list[Node]:
    """Return every entry of a kind with the provisions tied to it, by the part of it through which they are."""
    tied = [whole for whole in wholes if whole.count]
    drawn: list[Node] = [_jump((_own_id(whole), whole.entry.label, whole.count) for whole in tied)]
    for whole in tied:
        entry = whole.entry
        name = link(entry.docname, entry.id, nodes.Text(entry.label))
        drawn.append(_heading(name, _own_id(whole), whole.count))
        if entry.title != entry.label:
            drawn.append(nodes.paragraph("", entry.title, classes=["means"]))
        drawn.append(nodes.bullet_list("", *(_tied(one, whole, link) for one in whole.tied), classes=["tied"]))
    if untied := [whole.entry for whole in wholes if not whole.count]:
        line = nodes.paragraph("", _("No paragraph is tied to:"), classes=["unused"])
        for entry in untied:
            line += [nodes.Text(" "), link(entry.docname, entry.id, nodes.Text(entry.label))]
        drawn.append(line)
    return _unsearched(drawn)


def draw_outline(parts: tuple[Part, ...], link: PageLinker) -> list[Node]:
    """Return the paragraphs of a text, part by part."""
    drawn: list[Node] = []
    for part in parts:
        drawn.append(_heading(link(part.docname, "", nodes.Text(part.title)), "", len(part.provisions), level=3))
        listed = _titled_list([provision.reference for provision in part.provisions], link)
        folded = len(part.provisions) > 2 * OPEN_AT_MOST
        drawn.append(fold("", fold_label("", _paragraphs(len(part.provisions))), listed) if folded else listed)
    return _unsearched(drawn)


def _tied(one: Tied, whole: TiedWhole, link: PageLinker) -> Element:
    said = nodes.paragraph(classes=["through"])
    if one.entry.id == whole.entry.id:
        said += nodes.Text(_("As a whole"))
    else:
        said += link(one.entry.docname, one.entry.id, nodes.Text(one.entry.label))
        if one.entry.title != one.entry.label:
            said += [nodes.Text(" "), nodes.inline("", one.entry.title, classes=["other-title"])]
    return nodes.list_item("", said, _short_list(one.provisions, link))


def _titled_list(references: Iterable[Reference], link: PageLinker) -> Element:
    listed = nodes.bullet_list(classes=["found"])
    for one in references:
        line = nodes.paragraph("", "", link(one.docname, one.id, nodes.Text(one.label)))
        if one.title != one.label:
            line += [nodes.Text(" "), nodes.inline("", one.title, classes=["other-title"])]
        listed += nodes.list_item("", line)
    return listed


def _short_list(references: Iterable[Reference], link: PageLinker) -> Element:
    """Return a list of citations only, to be set in a line; the titles are told on hover."""
    listed = nodes.bullet_list(classes=["short"])
    for one in references:
        reference = link(one.docname, one.id, nodes.Text(one.label))
        reference["reftitle"] = one.title
        listed += nodes.list_item("", nodes.paragraph("", "", reference))
    return listed


def _jump(places: Iterable[tuple[str, str, int]]) -> Element:
    listed = nodes.bullet_list(classes=["jump"])
    for identifier, label, count in places:
        reference = nodes.reference("", label, refid=identifier, internal=True)
        line = nodes.paragraph("", "", reference, nodes.Text(" "), nodes.inline("", str(count), classes=["count"]))
        listed += nodes.list_item("", line)
    return listed


def _heading(name: Node, identifier: str, count: int, level: int = 2) -> Element:
    heading = nodes.rubric("", "", name, nodes.Text(" "), classes=["browse-title"])
    heading += nodes.inline("", _paragraphs(count), classes=["count"])
    heading["heading-level"] = level
    heading["ids"] = [identifier] if identifier else []
    return heading


def _paragraphs(count: int) -> str:
    return counted("%d paragraph", "%d paragraphs", count)


def _own_id(whole: TiedWhole) -> str:
    return f"browse-{whole.entry.id}"


def _unsearched(drawn: list[Node]) -> list[Node]:
    """Keep lists out of the search index: what they name is found where it stands."""
    return [nodes.container("", *drawn, classes=["browse", "no-search"])]
