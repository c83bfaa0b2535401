"""Draw the comparison of two texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.citations.short import opening
from concordance.drawing.long_parts import MOST, long_part, open_all
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
    """Return a summary and the parts, folded if there are several or if they are long."""
    page = nodes.container(classes=["parallels", "whole-texts", "no-search"])
    page += _summary(comparison)
    is_headed = len(comparison.parts) > 1
    is_folded = is_headed or len(comparison.rest) + sum(len(part.rows) for part in comparison.parts) > MOST
    if is_folded:
        page += open_all()
    for part in comparison.parts:
        identifier = _part_id(comparison, part)
        if is_headed:
            box = nodes.container("", *_lead(part, link), *_rows(part.rows, comparison, link), ids=[identifier])
            rows: list[Node] = [_fold(part.title, part.rows, box)]
        else:
            rows = _divide(part.rows, comparison, link) if is_folded else _rows(part.rows, comparison, link)
        page += sheet_part(identifier, part.title, rows, page["classes"])
    rest = _rest_id(comparison)
    if comparison.rest and is_folded:
        box = nodes.container("", _list(comparison.rest, link), ids=[rest])
        page += _fold(_rest_title(comparison), comparison.rest, box, 2 if is_headed else 3)
    elif comparison.rest:
        page += _heading(nodes.Text(_rest_title(comparison)), 3, rest)
        page += _list(comparison.rest, link)
    return [page]


def _fold(title: str, rows: Sequence[ComparisonRow], box: Element, level: int = 2) -> Element:
    items = sum(row.is_item for row in rows)
    return long_part(title, level, len(rows) - items, box, items)


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


def _rows(rows: Iterable[ComparisonRow], comparison: TextComparison, link: PageLinker) -> list[Node]:
    """Return the rows; those that have no parallel make one list behind the others."""
    compared, alone = _by_parallels(rows)
    drawn = [node for row in compared for node in _row(row, link)]
    if alone:
        heading = nodes.rubric("", _alone_title(comparison), classes=["row-heading"])
        heading["heading-level"] = 3
        drawn += [heading, _list(alone, link)]
    return drawn


def _divide(rows: Iterable[ComparisonRow], comparison: TextComparison, link: PageLinker) -> list[Node]:
    """Return the rows of a section that is long: those with parallels folded, and the others too."""
    compared, alone = _by_parallels(rows)
    drawn: list[Node] = []
    if compared:
        title = _("With a parallel in {place}").format(place=comparison.names[1])
        box = nodes.container("", *(node for row in compared for node in _row(row, link)))
        drawn.append(_fold(title, compared, box, 3))
    if alone:
        drawn.append(_fold(_alone_title(comparison), alone, nodes.container("", _list(alone, link)), 3))
    return drawn


def _by_parallels(rows: Iterable[ComparisonRow]) -> tuple[list[ComparisonRow], list[ComparisonRow]]:
    """Return the rows that have parallels, or lead in some that do, and the others."""
    compared: list[ComparisonRow] = []
    alone: list[ComparisonRow] = []
    for row in rows:
        (compared if row.parallels or row.leads_in else alone).append(row)
    return compared, alone


def _alone_title(comparison: TextComparison) -> str:
    return _("Without a parallel in {place}").format(place=comparison.names[1])


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
