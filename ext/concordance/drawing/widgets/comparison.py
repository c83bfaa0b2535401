"""Draw the comparison of two texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.citations.short import opening
from concordance.drawing.long_parts import long_part, open_all
from concordance.drawing.nodes import fold, fold_label, sheet_part, wide
from concordance.drawing.parallels import draw_parallel
from concordance.i18n.words import _
from concordance.pages.widgets.comparison import GradeCount

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.comparison import ComparisonPart, ComparisonRow, TextComparison


def draw_comparison(comparison: TextComparison, link: PageLinker) -> list[Node]:
    """Return a summary, links to the parts, and the parts."""
    page = nodes.container(classes=["parallels", "whole-texts", "no-search"])
    page += _summary(comparison)
    headed = len(comparison.parts) > 1
    rest = _rest_id(comparison)
    if headed:
        page += open_all()
    for part in comparison.parts:
        rows = _rows(part.rows, comparison.names[1], link)
        if headed:
            box = nodes.container("", *_lead(part, link), *rows, ids=[_part_id(comparison, part)])
            rows = [_folded(part.title, part.rows, box)]
        page += sheet_part(_part_id(comparison, part), part.title, rows, page["classes"])
    if comparison.rest and headed:
        box = nodes.container("", _list(comparison.rest, link), ids=[rest])
        page += _folded(_rest_title(comparison), comparison.rest, box)
    elif comparison.rest:
        page += _heading(nodes.Text(_rest_title(comparison)), 3, rest)
        page += _list(comparison.rest, link)
    return [page]


def _folded(title: str, rows: Sequence[ComparisonRow], box: Element) -> Element:
    items = sum(row.is_item for row in rows)
    return long_part(title, 2, len(rows) - items, box, items)


def _lead(part: ComparisonPart, link: PageLinker) -> list[Node]:
    """Return a link to the page of a part; a single paragraph is linked to by its own heading."""
    label = nodes.Text(_("Open the page of this part"))
    return [nodes.paragraph("", "", link(part.docname, "", label), classes=["lead"])] if len(part.rows) > 1 else []


def _summary(comparison: TextComparison) -> Element:
    """Return a table of how much of the first text has parallels in the second, and how close these are."""
    counts = [*comparison.counts, GradeCount(_("none"), _("No parallel is known."), comparison.without)]
    group = nodes.tgroup("", nodes.colspec(colwidth=1), nodes.colspec(colwidth=5), nodes.colspec(colwidth=1), cols=3)
    group += nodes.thead("", _table_row(_("Closest parallel"), _("What it means"), _("Paragraphs")))
    body = nodes.tbody()
    for count in counts:
        body += _table_row(count.grade, count.meaning, str(count.count))
    group += body
    return wide("", nodes.table("", group, classes=["closest"]), name=_("How much comes back"))


def _table_row(*cells: str) -> Element:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", cell)) for cell in cells))


def _heading(title: Node, level: int, identifier: str) -> Element:
    heading = nodes.rubric("", "", title, classes=["part-heading"], ids=[identifier])
    heading["heading-level"] = level
    return heading


def _rows(rows: Iterable[ComparisonRow], other: str, link: PageLinker) -> list[Node]:
    """Return the rows; those that have no parallel make one list behind the others."""
    compared: list[ComparisonRow] = []
    alone: list[ComparisonRow] = []
    for row in rows:
        (compared if row.parallels or row.leads_in else alone).append(row)
    drawn = [node for row in compared for node in _row(row, link)]
    if alone:
        heading = nodes.rubric("", _("Without a parallel in {place}").format(place=other), classes=["row-heading"])
        heading["heading-level"] = 3
        drawn += [heading, _list(alone, link)]
    return drawn


def _row(row: ComparisonRow, link: PageLinker) -> list[Node]:
    heading = nodes.rubric("", "", *_heading_words(row, link), classes=["row-heading"])
    heading["heading-level"] = 3
    if row.leads_in:
        return [heading, nodes.paragraph("", row.content, classes=["opening"])]
    first, *others = row.parallels
    drawn: list[Node] = [heading, *draw_parallel(first, link)]
    for parallel in others:
        label = f"{parallel.other_side(row.provision.id).provision.label} ({parallel.grade_label})"
        drawn.append(fold("", fold_label("", label), *draw_parallel(parallel, link)))
    return drawn


def _heading_words(row: ComparisonRow, link: PageLinker) -> list[Node]:
    provision = row.provision
    words: list[Node] = [link(provision.docname, provision.id, nodes.Text(provision.label))]
    # Where no editor has given a title, the opening words are used as one; the wording that follows has them.
    if provision.title not in {provision.label, opening(row.content)}:
        words += [nodes.Text(" "), nodes.inline("", provision.title, classes=["other-title"])]
    return words


def _list(rows: Iterable[ComparisonRow], link: PageLinker) -> Element:
    items = nodes.bullet_list(classes=["pages"])
    for row in rows:
        line = nodes.paragraph("", "", *_heading_words(row, link), nodes.Text(" "))
        line += nodes.inline("", row.content, classes=["opening"])
        items += nodes.list_item("", line)
    return items


def _part_id(comparison: TextComparison, part: ComparisonPart) -> str:
    return nodes.make_id(f"beside {comparison.runs[0]} {part.docname}")


def _rest_id(comparison: TextComparison) -> str:
    return nodes.make_id(f"beside {comparison.runs[0]} only {comparison.runs[1]}")


def _rest_title(comparison: TextComparison) -> str:
    return _("Only in {place}").format(place=comparison.names[1])
