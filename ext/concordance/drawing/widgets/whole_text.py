"""Draw a whole text: its words, and in the margin how much editors say of each provision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.nodes import provision, struck, verbatim
from concordance.i18n.words import _, counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.model.entries import Run
    from concordance.pages.reference import Reference
    from concordance.pages.widgets.whole_text import Row, Stretch, WholeText

SET: dict[str, type[nodes.TextElement]] = {"emphasis": nodes.emphasis, "strong": nodes.strong, "struck": struck}


def draw_whole_text(text: WholeText, link: PageLinker) -> list[Node]:
    """Return a jump list, and the text in reading order."""
    targets = dict(text.targets)
    drawn = nodes.container(classes=["whole", "no-search"])
    if headed := [stretch for stretch in text.stretches if stretch.level]:
        jump = (nodes.reference("", one.title, refid=_heading_id(one), internal=True) for one in headed)
        drawn += nodes.bullet_list(
            "", *(nodes.list_item("", nodes.paragraph("", "", to)) for to in jump), classes=["jump"]
        )
    for stretch in text.stretches:
        drawn += _stretch(stretch, targets, link)
    return [drawn]


def draw_part_text(text: WholeText, link: PageLinker) -> list[Node]:
    """Return the text below headings that lead to its pages."""
    targets = dict(text.targets)
    drawn = nodes.container(classes=["whole", "no-search"])
    for stretch in text.stretches:
        heading = nodes.rubric("", "", link(stretch.docname, "", nodes.Text(stretch.title)), classes=["whole-title"])
        heading["heading-level"] = stretch.level
        heading["classes"].append("editorial-title")
        drawn += [heading, *(_row(row, stretch.docname, targets, link) for row in stretch.rows)]
    return [drawn]


def _stretch(stretch: Stretch, targets: Mapping[str, Reference], link: PageLinker) -> list[Node]:
    rows = list(stretch.rows)
    drawn: list[Node] = []
    if stretch.level:
        one_line = rows and rows[0].entry is None and len(rows[0].paragraphs) == 1
        heading = nodes.rubric(classes=["whole-title"], ids=[_heading_id(stretch)])
        heading["heading-level"] = stretch.level
        if one_line:
            heading += _words(rows.pop(0).paragraphs[0], stretch.docname, targets, link)
            drawn.append(verbatim("", heading))
        else:
            # The source has no heading here; that of its page is by the editors.
            heading += nodes.Text(stretch.title)
            heading["classes"].append("editorial-title")
            drawn.append(heading)
    return drawn + [_row(row, stretch.docname, targets, link) for row in rows]


def _row(row: Row, docname: str, targets: Mapping[str, Reference], link: PageLinker) -> Element:
    paragraphs = [nodes.paragraph("", "", *_words(runs, docname, targets, link)) for runs in row.paragraphs]
    entry = row.entry
    if entry is None:
        return verbatim("", *paragraphs)
    name = _("Words of the text: %s") % entry.label
    words = provision("", *paragraphs, name=name, ids=[] if row.goes_on else [_id(entry)])
    if not row.goes_on:
        _number(words, row, entry, link)
    drawn = nodes.container("", words, classes=["passage", f"depth-{row.depth}"])
    if said := _said(row, entry, link):
        drawn += said
    return drawn


def _number(words: Element, row: Row, entry: Reference, link: PageLinker) -> None:
    if not row.number:
        citation = link(entry.docname, entry.id, nodes.Text(entry.label))
        citation["classes"].append("own-citation")
        words.insert(0, nodes.paragraph("", "", citation, classes=["own-citation"]))
        return
    number = link(entry.docname, entry.id, nodes.Text(row.number))
    number["classes"].append("number")
    number["reftitle"] = f"{entry.label}: {entry.title}"
    if words.children and isinstance(words[0], nodes.paragraph):
        words[0].insert(0, [number, nodes.Text(" ")])
    else:
        words += nodes.paragraph("", "", number)


def _said(row: Row, entry: Reference, link: PageLinker) -> Element | None:
    links = []
    if row.said.connections:
        told = counted("%d connection", "%d connections", row.said.connections)
        links.append(_mark(told, entry, entry.id, link))
    if row.said.commentary:
        links.append(_mark(_("Commentary"), entry, row.said.commentary, link))
    return nodes.bullet_list("", *(nodes.list_item("", one) for one in links), classes=["said"]) if links else None


def _mark(told: str, entry: Reference, identifier: str, link: PageLinker) -> Element:
    """Return a link that names its provision for those who do not see where it stands."""
    of = nodes.inline("", f": {entry.label}", classes=["visually-hidden"])
    return nodes.paragraph("", "", link(entry.docname, identifier, nodes.Text(told), of))


def _words(runs: tuple[Run, ...], docname: str, targets: Mapping[str, Reference], link: PageLinker) -> list[Node]:
    drawn: list[Node] = []
    for run in runs:
        node: Node
        if "note" in run.marks:
            about = nodes.inline("", f" {run.about}", classes=["visually-hidden"])
            node = link(docname, run.to, nodes.Text(run.words), about)
            node["classes"].append("note-mark")
        elif "call" in run.marks:
            node = nodes.superscript("", "", link(docname, run.to, nodes.Text(f"[{run.words}]")))
        elif run.to in targets:
            target = targets[run.to]
            node = link(target.docname, target.id, nodes.Text(run.words))
        else:
            node = nodes.Text(run.words)
        for name in reversed(run.marks):
            node = SET[name]("", "", node) if name in SET else node
        drawn.append(node)
    return drawn


def _id(entry: Reference) -> str:
    return f"whole-{entry.id}"


def _heading_id(stretch: Stretch) -> str:
    return f"whole-{stretch.docname.replace('/', '-')}"
