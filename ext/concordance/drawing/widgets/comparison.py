"""Draw whole texts beside each other."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.nodes import fold, fold_label, wide
from concordance.drawing.parallels import draw_parallel
from concordance.i18n.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.comparison import Part, Row, WholeComparison


def draw_comparison(found: WholeComparison, link: PageLinker) -> list[Node]:
    """Return a summary, links to the parts, and the parts."""
    page = nodes.container(classes=["parallels", "whole-texts", "no-search"])
    page += _summary(found)
    headed = len(found.parts) > 1
    rest = _rest_id(found)
    if headed:
        last = [(rest, _rest_title(found))] if found.rest else []
        page += _jumps([*((_part_id(found, part), part.title) for part in found.parts), *last])
    for part in found.parts:
        if headed:
            title = link(part.docname, "", nodes.Text(part.title))
            page += _heading(title, 2, _part_id(found, part))
        page += _rows(part.rows, found.names[1], link)
    if found.rest:
        page += _heading(nodes.Text(_rest_title(found)), 2 if headed else 3, rest)
        page += _listed(found.rest, link)
    return [page]


def _summary(found: WholeComparison) -> Element:
    """Return a table: it says how much of the first text comes back in the second, and how closely."""
    lines = [*found.counts, (_("none"), _("No parallel is known."), found.without)]
    group = nodes.tgroup("", nodes.colspec(colwidth=1), nodes.colspec(colwidth=5), nodes.colspec(colwidth=1), cols=3)
    group += nodes.thead("", _table_row(_("Closest parallel"), _("What it means"), _("Paragraphs")))
    body = nodes.tbody()
    for grade, means, count in lines:
        body += _table_row(grade, means, str(count))
    group += body
    return wide("", nodes.table("", group, classes=["closest"]), name=_("How much comes back"))


def _table_row(*cells: str) -> Element:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", cell)) for cell in cells))


def _jumps(targets: Iterable[tuple[str, str]]) -> Element:
    links = (nodes.reference("", title, refid=identifier, internal=True) for identifier, title in targets)
    return nodes.bullet_list(
        "", *(nodes.list_item("", nodes.paragraph("", "", one)) for one in links), classes=["jump"]
    )


def _heading(title: Node, level: int, identifier: str) -> Element:
    heading = nodes.rubric("", "", title, classes=["part-heading"], ids=[identifier])
    heading["heading-level"] = level
    return heading


def _rows(rows: Iterable[Row], other: str, link: PageLinker) -> list[Node]:
    """Return the rows; those that have no parallel make short lists between the others."""
    drawn: list[Node] = []
    for alone, group in groupby(rows, key=lambda row: not row.parallels and not row.leads_in):
        if alone:
            drawn += [
                nodes.paragraph("", _("Without a parallel in {place}:").format(place=other), classes=["alone"]),
                _listed(group, link),
            ]
            continue
        for row in group:
            drawn += _row(row, link)
    return drawn


def _row(row: Row, link: PageLinker) -> list[Node]:
    heading = nodes.rubric("", "", *_named(row, link), classes=["row-heading"])
    heading["heading-level"] = 3
    if row.leads_in:
        return [heading, nodes.paragraph("", row.opening, classes=["opening"])]
    first, *others = row.parallels
    drawn: list[Node] = [heading, *draw_parallel(first, link)]
    for parallel in others:
        label = f"{parallel.beside(row.provision.id).provision.label} ({parallel.grade})"
        drawn.append(fold("", fold_label("", label), *draw_parallel(parallel, link)))
    return drawn


def _named(row: Row, link: PageLinker) -> list[Node]:
    provision = row.provision
    named: list[Node] = [link(provision.docname, provision.id, nodes.Text(provision.label))]
    # Where no editor has given a title, the opening words stand for one; they come in the wording that follows.
    if provision.title not in {provision.label, row.opening}:
        named += [nodes.Text(" "), nodes.inline("", provision.title, classes=["other-title"])]
    return named


def _listed(rows: Iterable[Row], link: PageLinker) -> Element:
    listed = nodes.bullet_list(classes=["pages"])
    for row in rows:
        line = nodes.paragraph("", "", *_named(row, link), nodes.Text(" "))
        line += nodes.inline("", row.opening, classes=["opening"])
        listed += nodes.list_item("", line)
    return listed


def _part_id(found: WholeComparison, part: Part) -> str:
    return nodes.make_id(f"beside {found.runs[0]} {part.docname}")


def _rest_id(found: WholeComparison) -> str:
    return nodes.make_id(f"beside {found.runs[0]} only {found.runs[1]}")


def _rest_title(found: WholeComparison) -> str:
    return _("Only in {place}").format(place=found.names[1])
