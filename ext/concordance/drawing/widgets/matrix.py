"""Draw a matrix: for each part of the text a picture whose cells are links, and a table of the same with reasons."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.citations.short import shortened
from concordance.drawing.nodes import sheet_part
from concordance.drawing.svg import Markup, break_label, element, join
from concordance.drawing.widgets.matrix_table import draw_table, words_for
from concordance.i18n.words import N_, _
from concordance.model.entries import Provenance
from concordance.pages.widgets.series import in_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.matrix import (
        Matrix,
        MatrixCell,
        MatrixColumn,
        MatrixConnection,
        MatrixPart,
        MatrixRow,
    )

CELL = 24
GAP = 6  # between columns that do not belong together
NAMES = 300  # width of the names of rows; a phone shows the end of each, which is its number
NUMBER = 30
LETTER = 5.9  # average width of a letter in the names of columns
TIP = 300
TIP_ROOM = 360
# Longer titles are left to the page that the table links to.
TITLE = 90
# Pictures with more columns than this scroll within their frame on a phone.
PHONE = 11
MANY = 20
NOT_LISTED = 12

MARKS: Mapping[str, str] = MappingProxyType(
    {
        "judged": N_("judged by the editors"),
        "named": N_("named in the text"),
        "both": N_("judged by the editors and named in the text"),
        "suggested": N_("suggested by a program, accepted by an editor"),
    }
)


def draw_matrix(matrix: Matrix, link: PageLinker) -> list[Node]:
    """Return the heading of a text, the counts, and its parts."""
    heading = nodes.rubric("", matrix.name, ids=[f"matrix-{matrix.text}-{matrix.across}"], classes=["text-name"])
    heading["heading-level"] = 2
    drawn: list[Node] = [heading, nodes.paragraph("", _summary(matrix)), _raw(_legend(matrix))]
    for number, part in enumerate(matrix.parts, start=1):
        key = f"m-{matrix.text}-{matrix.across[0]}-{number}"
        title = nodes.rubric("", part.title, classes=["part-name"])
        title["heading-level"] = 3
        shown = _raw(join(_figure(part, matrix, key, link), draw_table(part, matrix, key, link)))
        drawn += sheet_part(f"{key}-part", part.title, [nodes.container("", title, shown, classes=["matrix-part"])])
    return drawn


def _raw(markup: Markup) -> Node:
    return nodes.raw("", str(markup), format="html")


def _summary(matrix: Matrix) -> str:
    connected = sum(len(part.rows) for part in matrix.parts)
    numbers = {
        "tied": connected,
        "all": connected + len(matrix.without),
        "columns": matrix.columns,
        "links": sum(part.count for part in matrix.parts),
    }
    summary = words_for(matrix.across)["counted"] % numbers
    if 0 < len(matrix.without) <= NOT_LISTED:
        summary += " " + _("Not among them: %s.") % in_one_line(matrix.without)
    return summary


def _legend(matrix: Matrix) -> Markup:
    cells = [cell for part in matrix.parts for row in part.rows for cell in row.cells]
    kinds = {_mark(cell) for cell in cells}
    samples = [element("li", _sample(_shape(kind, 3, 3)), _(words)) for kind, words in MARKS.items() if kind in kinds]
    if any(len(cell.connections) > 1 and _mark(cell) == "judged" for cell in cells):
        shape = join(_shape("judged", 3, 3), element("text", "2", class_="count judged", x=12, y=16))
        samples.append(element("li", _sample(shape), str(_("more than one link"))))
    return element("ul", *samples, class_="legend")


def _sample(shape: Markup) -> Markup:
    return element("svg", shape, width=CELL, height=CELL, aria_hidden="true")


def _figure(part: MatrixPart, matrix: Matrix, key: str, link: PageLinker) -> Markup:
    picture = words_for(matrix.across)["picture"] % part.title
    lefts, right = _places(part.columns)
    labels = [break_label(column.entry.label, 20) for column in part.columns]
    top = int(max(len(line) for label in labels for line in label) * LETTER) + 12
    height = top + CELL * len(part.rows) + 1
    background = [_grid(lefts, right, top, len(part.rows)), *_heads(labels, lefts, top), *_marks(part, lefts, top)]
    cells = [
        _cell(row, cell, part.columns[cell.column], (lefts[cell.column], top + CELL * y, right), f"{key}-{y}", link)
        for y, row in enumerate(part.rows)
        for cell in row.cells
    ]
    drawn = element(
        "svg",
        element("g", *background, aria_hidden="true"),
        *cells,
        class_="cells",
        role="group",
        aria_label=picture,
        width=right,
        height=height,
        viewBox=f"0 0 {right} {height}",
    )
    size = f"{' wide' if len(lefts) > PHONE else ''}{' widest' if len(lefts) > MANY else ''}"
    # A picture that may scroll has to be focusable, so that the keyboard can scroll it.
    region = {"role": "region", "tabindex": 0, "aria_label": _("Picture: %s") % part.title} if size else {}
    skip = element("a", str(_("Skip the picture: the same as a table")), href=f"#{key}-table")
    return element(
        "figure",
        element("p", skip, class_="skip"),
        element("div", _names(part, top, height), drawn, class_="scroll", **region),
        class_=f"picture matrix{size}",
    )


def _places(columns: tuple[MatrixColumn, ...]) -> tuple[list[int], int]:
    """Return the x coordinate at which each column begins, and the one at which the last ends."""
    lefts, left = [], 0
    for before, column in zip((None, *columns), columns, strict=False):
        shared = column.group == before.group if before else True
        groups = len({column.group for column in columns}) < len(columns)
        left += GAP if groups and not shared else 0
        lefts.append(left)
        left += CELL
    return lefts, left + 1


def _grid(lefts: list[int], right: int, top: int, rows: int) -> Markup:
    across = "".join(f"M0 {top + CELL * y}.5H{right}" for y in range(rows + 1))
    down = "".join(f"M{left}.5 {top}v{CELL * rows}" for left in sorted({*lefts, *(left + CELL for left in lefts)}))
    return element("path", d=across + down, class_="grid")


def _heads(labels: list[tuple[str, ...]], lefts: list[int], top: int) -> list[Markup]:
    drawn = []
    for label, left in zip(labels, lefts, strict=True):
        for number, line in enumerate(label):
            x = left + (16 if len(label) == 1 else 10 + 11 * number)
            drawn.append(element("text", line, class_="head", transform=f"translate({x} {top - 6})rotate(-90)"))
    return drawn


def _names(part: MatrixPart, top: int, height: int) -> Markup:
    drawn = []
    for number, row in enumerate(part.rows):
        y = top + CELL * number + 16
        if len(row.short) <= 4:
            drawn.append(element("text", row.short, class_="number", x=NAMES - 6, y=y))
        if row.paragraph.title != row.paragraph.label:
            drawn.append(element("text", shortened(row.paragraph.title, 36), class_="name", x=NAMES - NUMBER - 4, y=y))
    return element(
        "svg",
        *drawn,
        class_="names",
        aria_hidden="true",
        width=NAMES,
        height=height,
        viewBox=f"0 0 {NAMES} {height}",
        preserveAspectRatio="xMaxYMin slice",
    )


def _marks(part: MatrixPart, lefts: list[int], top: int) -> list[Markup]:
    drawn = []
    for number, row in enumerate(part.rows):
        for cell in row.cells:
            x, y, kind = lefts[cell.column], top + CELL * number, _mark(cell)
            drawn.append(_shape(kind, x + 3, y + 3))
            if len(cell.connections) > 1 and (kind, len(cell.connections)) != ("both", 2):
                drawn.append(element("text", str(len(cell.connections)), class_=f"count {kind}", x=x + 12, y=y + 16))
    return drawn


def _mark(cell: MatrixCell) -> str:
    provenances = {connection.provenance for connection in cell.connections}
    if Provenance.TEXT in provenances:
        return "both" if len(provenances) > 1 else "named"
    return "judged" if Provenance.EDITOR in provenances else "suggested"


def _shape(kind: str, x: int, y: int) -> Markup:
    """Return the mark of a cell, 18 wide; shape and filling, rather than colour, say where the link comes from."""
    if kind == "named":
        return element("circle", class_="mark named", cx=x + 9, cy=y + 9, r=8)
    if kind == "suggested":
        return element("path", class_="mark suggested", d=f"M{x + 9} {y}l9 9-9 9-9-9z")
    if kind == "both":
        square = element("rect", class_="mark judged", x=x + 4, y=y + 4, width=10, height=10)
        return join(element("circle", class_="mark named", cx=x + 9, cy=y + 9, r=9.5), square)
    return element("rect", class_="mark judged", x=x + 1, y=y + 1, width=16, height=16, rx=3)


def _cell(
    row: MatrixRow, cell: MatrixCell, column: MatrixColumn, place: tuple[int, int, int], key: str, link: PageLinker
) -> Markup:
    x, y, right = place
    key = f"{key}-{cell.column}"
    provisions = {connection.provision.id: connection.provision for connection in cell.connections}
    start = next(iter(provisions.values())) if len(provisions) == 1 else row.paragraph
    # It opens upwards, as rows drawn later would cover it and catch the pointer.
    tip = element(
        "foreignObject",
        element("div", *_tip(cell, column, start.label), id=key, class_="told"),
        class_="tip",
        x=max(min(x + CELL // 2 - TIP // 2, right - TIP), -NUMBER),
        y=y - TIP_ROOM + 1,
        width=TIP,
        height=TIP_ROOM,
    )
    target = element("rect", class_="hit", x=x, y=y, width=CELL, height=CELL)
    address = link.address(start.docname, start.id)
    name = f"{start.label} – {column.entry.label}: {_accessible_name(cell)}"
    return element("g", element("a", target, href=address, aria_label=name, aria_describedby=key), tip, class_="cell")


def _accessible_name(cell: MatrixCell) -> str:
    phrases = []
    by_wording = attrgetter("says")
    for says, connections in groupby(sorted(cell.connections, key=by_wording), key=by_wording):
        parts = [connection.short for connection in connections if connection.short]
        phrases.append(f"{says} {', '.join(dict.fromkeys(parts))}".rstrip())
    return "; ".join(phrases)


def _tip(cell: MatrixCell, column: MatrixColumn, paragraph: str) -> list[Markup]:
    lines = [element("p", f"{paragraph} – {column.entry.label}", class_="ends")]
    if column.entry.title != column.entry.label and len(column.entry.title) <= TITLE:
        lines.append(element("p", column.entry.title, class_="title"))
    reasons = ((_connection_words(connection), connection.reason) for connection in cell.connections)
    return [*lines, *(element("p", element("b", words), f" {reason}") for words, reason in reasons)]


def _connection_words(connection: MatrixConnection) -> str:
    grade = f"({connection.grade})" if connection.grade else ""
    return f"{' '.join(filter(None, (connection.says, connection.short, grade)))}:"
