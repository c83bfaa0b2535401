"""Draw a matrix: a table whose cells are marks, and a list of the same links with their reasons, to which marks lead.

A script shows the reason of a mark beside it, so that both stand on the page but once.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.citations.short import shortened
from concordance.drawing.connections import draw_sign
from concordance.drawing.nodes import sheet_part
from concordance.drawing.svg import Markup, element, join
from concordance.drawing.widgets.matrix_table import cell_id, draw_table, far_address, name_of, summarize_matrix
from concordance.i18n.words import N_, _, listed, titled
from concordance.model.entries import Provenance
from concordance.model.kinds import Role
from concordance.pages.widgets.series import in_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.matrix_records import (
        Matrix,
        MatrixCell,
        MatrixColumn,
        MatrixPart,
        MatrixRow,
        MatrixTable,
    )

# Labels of columns that are longer take two lines, and much longer ones are cut, in characters.
LONG, HEAD = 32, 54
# As in `picture.css`, in pixels: the width of a column, of one whose label takes two lines, and of all columns that a
# desktop has room for. A wider table scrolls within its frame there too.
COLUMN, LONG_COLUMN, ROOM = 25, 33, 824
# So many columns fit on a phone.
FEW = 6
NOT_LISTED = 12

MARKS: Mapping[str, str] = MappingProxyType(
    {
        "editorial": N_("judged by the editors"),
        "named": N_("named in the text"),
        "both": N_("judged by the editors and named in the text"),
        "suggested": N_("suggested by a program, accepted by an editor"),
    }
)


def draw_matrix(matrix: Matrix, link: PageLinker) -> list[Node]:
    """Return the counts of each text, the legend, and the tables with their lists."""
    drawn: list[Node] = _summaries(matrix)
    drawn.append(_raw(_legend(matrix)))
    for number, table in enumerate(matrix.tables, start=1):
        key = f"m-{matrix.texts[0].id}-{matrix.key}-{number}"
        shown = _raw(join(_figure(table, matrix, key, link), draw_table(table, matrix, key, link)))
        drawn += sheet_part(f"{key}-part", table.parts[0].title, [shown])
    return drawn


def _raw(markup: Markup) -> Node:
    return nodes.raw("", str(markup), format="html")


def _summaries(matrix: Matrix) -> list[Node]:
    drawn: list[Node] = []
    for text in matrix.texts:
        summary = summarize_matrix(matrix, text)
        if 0 < len(text.without) <= NOT_LISTED:
            summary += " " + _("Not among them: %s.") % in_one_line(text.without)
        name = f"{text.name}: " if len(matrix.texts) > 1 else ""
        drawn.append(nodes.paragraph("", f"{name}{summary}", ids=[f"matrix-{text.id}-{matrix.across}"]))
    return drawn


def _legend(matrix: Matrix) -> Markup:
    cells = [cell for table in matrix.tables for row in table.rows for cell in row.cells]
    kinds = {_mark(cell) for cell in cells}
    samples = [element("li", _sample(kind), _(words)) for kind, words in MARKS.items() if kind in kinds]
    if any(_number(cell) for cell in cells):
        samples.append(element("li", _sample("editorial", "2"), str(_("more than one connection"))))
    return element("ul", *samples, class_="legend")


def _sample(kind: str, number: str = "") -> Markup:
    return element("span", number, class_=f"mark {kind}", aria_hidden="true")


def _figure(table: MatrixTable, matrix: Matrix, key: str, link: PageLinker) -> Markup:
    name = name_of(matrix)
    long = [len(column.entry.label) > LONG for column in table.columns]
    heads = (
        element("th", _head(column, link), scope="col", class_=classes or None)
        for number, column in enumerate(table.columns)
        for classes in [" ".join(["long"] * long[number] + ["apart"] * _begins_group(number, table.columns))]
    )
    rows = _bodies(table, key, link)
    grid = element(
        "table",
        element("caption", name, class_="visually-hidden"),
        element("thead", element("tr", element("td", class_="corner"), *heads)),
        *rows,
        class_="marks",
    )
    skip = element("a", str(_("Skip the picture: every connection with its reason")), href=f"#{key}-table")
    size = " many" if sum(LONG_COLUMN if is_long else COLUMN for is_long in long) > ROOM else ""
    sideways = element("span", str(_("Scroll sideways for more columns.")), " ", class_="sideways")
    hints = [str(_("Choose a mark for the reason of its connection.")), " ", *([sideways] if len(long) > FEW else [])]
    return element(
        "figure",
        element("p", *hints, skip, class_="skip"),
        # What scrolls has to be focusable, so that the keyboard can scroll it.
        element("div", grid, class_="scroll", role="region", tabindex=0, aria_label=_("Picture: %s") % name),
        class_=f"picture matrix{size}",
        data_close=str(_("Close")),
    )


def _head(column: MatrixColumn, link: PageLinker) -> Markup:
    """Return the head of a column: a number says little to most, so its title follows as far as one line has room."""
    entry, address = column.entry, far_address(column.entry, link)
    if entry.kind.role is Role.NUMBERED and entry.title != entry.label:
        name = titled(entry.label, entry.title)
        return element("a", shortened(name, LONG), href=address, aria_label=name)
    return element("a", shortened(entry.label, HEAD), href=address)


def _begins_group(number: int, columns: tuple[MatrixColumn, ...]) -> bool:
    """Tell whether a column begins another group than the one before, where there are groups at all."""
    grouped = len({column.group for column in columns}) < len(columns)
    return grouped and number > 0 and columns[number].group != columns[number - 1].group


def _bodies(table: MatrixTable, key: str, link: PageLinker) -> list[Markup]:
    bodies, number = [], 0
    for part in table.parts:
        lines = [_band(part, len(table.columns))]
        for row in part.rows:
            lines.append(_line(row, table.columns, f"{key}-{number}", link))
            number += 1
        bodies.append(element("tbody", *lines, class_=f"hue-{part.hue}" if part.hue else None))
    return bodies


def _band(part: MatrixPart, columns: int) -> Markup:
    first, *others = (row.paragraph for row in part.rows)
    # A paragraph that is a part by itself has sign and title of it, in its row.
    says_the_same = not others and part.title.endswith(first.title)
    title = element("span", first.label) if says_the_same else element("span", Markup(draw_sign(part.sign)), part.title)
    return element("tr", element("th", title, colspan=columns + 1, scope="rowgroup"), class_="band")


def _line(row: MatrixRow, columns: tuple[MatrixColumn, ...], key: str, link: PageLinker) -> Markup:
    paragraph = row.paragraph
    # The label of a paragraph that stands alone is no number: its row has the sign of its part, and the band its name.
    short = row.short if len(row.short) <= 4 else paragraph.sign
    number = element("b", short) if short else ""
    title = paragraph.title if paragraph.title != paragraph.label else ""
    name = element("span", title or ("" if number else paragraph.label))
    address = link.address(paragraph.docname, paragraph.id)
    cells = {cell.column: cell for cell in row.cells}
    return element(
        "tr",
        element("th", element("a", number, " ", name, href=address, aria_label=_row_name(row)), scope="row"),
        *(
            element("td", _link(row, cells[place], column, key) if place in cells else "")
            for place, column in enumerate(columns)
        ),
    )


def _row_name(row: MatrixRow) -> str:
    paragraph = row.paragraph
    return paragraph.label if paragraph.title == paragraph.label else titled(paragraph.label, paragraph.title)


def _link(row: MatrixRow, cell: MatrixCell, column: MatrixColumn, key: str) -> Markup:
    provisions = {connection.provision.id: connection.provision for connection in cell.connections}
    start = next(iter(provisions.values())) if len(provisions) == 1 else row.paragraph
    name = titled(f"{start.label} – {column.entry.label}", _accessible_name(cell))
    mark = element("span", _number(cell), class_=f"mark {_mark(cell)}")
    return element("a", mark, href=f"#{cell_id(key, cell)}", aria_label=name)


def _mark(cell: MatrixCell) -> str:
    """Return the name of the mark of a cell; its shape, rather than its colour, says where the link comes from."""
    provenances = {connection.provenance for connection in cell.connections}
    if Provenance.TEXT in provenances:
        return "both" if len(provenances) > 1 else "named"
    return "editorial" if Provenance.EDITOR in provenances else "suggested"


def _number(cell: MatrixCell) -> str:
    """Return how many links a mark stands for, empty for as many as its shape says."""
    count = len(cell.connections)
    return str(count) if count > 1 and (_mark(cell), count) != ("both", 2) else ""


def _accessible_name(cell: MatrixCell) -> str:
    phrases = []
    by_wording = attrgetter("says")
    for says, connections in groupby(sorted(cell.connections, key=by_wording), key=by_wording):
        parts = [connection.short for connection in connections if connection.short]
        phrases.append(f"{says} {listed(dict.fromkeys(parts))}".rstrip())
    return _("; ").join(phrases)
