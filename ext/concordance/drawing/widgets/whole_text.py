"""Draw a whole text: its words, and in the margin how much editors say of each provision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.nodes import matter, provision, sheet_part, struck, verbatim
from concordance.i18n.words import _, counted, titled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.model.entries import Run
    from concordance.pages.reference import Reference
    from concordance.pages.widgets.whole_text import TextRow, WholeText, WholeTextSection

MARK_NODES: dict[str, type[nodes.TextElement]] = {"emphasis": nodes.emphasis, "strong": nodes.strong, "struck": struck}


def draw_whole_text(text: WholeText, link: PageLinker) -> list[Node]:
    """Return a jump list, and the text in reading order."""
    targets = {target.id: target for target in text.targets}
    drawn = nodes.container(classes=["whole", "no-search"])
    if headed := [section for section in text.sections if section.level]:
        jump = (nodes.reference("", section.title, refid=_heading_id(section), internal=True) for section in headed)
        drawn += nodes.bullet_list(
            "", *(nodes.list_item("", nodes.paragraph("", "", to)) for to in jump), classes=["jump"]
        )
    for section in text.sections:
        drawn += sheet_part(_heading_id(section), section.title, _section(section, targets, link), drawn["classes"])
    return [drawn]


def draw_part_text(text: WholeText, link: PageLinker) -> list[Node]:
    """Return the text below headings that lead to its pages."""
    targets = {target.id: target for target in text.targets}
    drawn = nodes.container(classes=["whole", "no-search"])
    for section in text.sections:
        heading = nodes.rubric("", "", link(section.docname, "", nodes.Text(section.title)), classes=["whole-title"])
        heading["heading-level"] = section.level
        heading["classes"].append("editorial-title")
        drawn += [heading, *(_row(row, section.docname, targets, link) for row in section.rows)]
    return [drawn]


def _section(section: WholeTextSection, targets: Mapping[str, Reference], link: PageLinker) -> list[Node]:
    rows = list(section.rows)
    drawn: list[Node] = []
    if section.level:
        one_line = rows and rows[0].entry is None and len(rows[0].paragraphs) == 1
        heading = nodes.rubric(classes=["whole-title"], ids=[_heading_id(section)])
        heading["heading-level"] = section.level
        if one_line:
            heading += _words(rows.pop(0).paragraphs[0], section.docname, targets, link)
            drawn.append(verbatim("", heading))
        else:
            # The source has no heading here; the title of the page is the editors'.
            heading += nodes.Text(section.title)
            heading["classes"].append("editorial-title")
            drawn.append(heading)
    return drawn + [_row(row, section.docname, targets, link) for row in rows]


def _row(row: TextRow, docname: str, targets: Mapping[str, Reference], link: PageLinker) -> Element:
    paragraphs = [nodes.paragraph("", "", *_words(runs, docname, targets, link)) for runs in row.paragraphs]
    entry = row.entry
    if entry is None:
        return verbatim("", *paragraphs)
    name = _("Words of the text: %s") % entry.label
    words = provision("", *paragraphs, name=name, ids=[] if row.continued else [_id(entry)])
    if not row.continued:
        _number(words, row, entry, link)
    drawn = matter("", words, classes=["passage", f"depth-{row.depth}"])
    if margin := _margin(row, entry, link):
        drawn += margin
    return drawn


def _number(words: Element, row: TextRow, entry: Reference, link: PageLinker) -> None:
    if not row.number:
        citation = link(entry.docname, entry.id, nodes.Text(entry.label))
        citation["classes"].append("own-citation")
        words.insert(0, nodes.paragraph("", "", citation, classes=["own-citation"]))
        return
    number = link(entry.docname, entry.id, nodes.Text(row.number))
    number["classes"].append("number")
    number["reftitle"] = titled(entry.label, entry.title)
    if words.children and isinstance(words[0], nodes.paragraph):
        words[0].insert(0, [number, nodes.Text(" ")])
    else:
        words += nodes.paragraph("", "", number)


def _margin(row: TextRow, entry: Reference, link: PageLinker) -> Element | None:
    links = []
    if row.margin.connections:
        count = counted("%d connection", "%d connections", row.margin.connections)
        links.append(_mark(count, entry, entry.id, link))
    if row.margin.commentary:
        links.append(_mark(_("Commentary"), entry, row.margin.commentary, link))
    return nodes.bullet_list("", *(nodes.list_item("", item) for item in links), classes=["said"]) if links else None


def _mark(words: str, entry: Reference, identifier: str, link: PageLinker) -> Element:
    """Return a link that names its provision to those who do not see where it stands."""
    entry_name = nodes.inline("", titled("", entry.label), classes=["visually-hidden"])
    return nodes.paragraph("", "", link(entry.docname, identifier, nodes.Text(words), entry_name))


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
            node = MARK_NODES[name]("", "", node) if name in MARK_NODES else node
        drawn.append(node)
    return drawn


def _id(entry: Reference) -> str:
    return f"whole-{entry.id}"


def _heading_id(section: WholeTextSection) -> str:
    return f"whole-{section.docname.replace('/', '-')}"
