"""Draw a matrix: for each part of the text a picture whose cells are links, and an equal table with the reasons."""

from __future__ import annotations

from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.citations.short import shortened
from concordance.drawing.svg import Markup, element, lines, together
from concordance.drawing.widgets.matrix_table import draw_table, words_for
from concordance.i18n.words import N_, _
from concordance.model.entries import Provenance
from concordance.pages.widgets.series import in_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.matrix import Cell, Column, Matrix, Part, Row, Tie

CELL = 24
GAP = 6  # between columns that do not belong together
NAMES = 300  # the names of the rows; a phone shows the end of each, which is its number
NUMBER = 30
LETTER = 5.9  # about the width of one, in the size in which columns are named
TIP = 300
TIP_ROOM = 360
# A longer title is left to the page that the table leads to.
TITLE = 90
# Pictures with more columns than a phone can show are scrolled there, within their frame.
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
    """Return the heading of a text, what is counted, and its parts."""
    heading = nodes.rubric("", matrix.name, ids=[f"matrix-{matrix.text}-{matrix.across}"], classes=["text-name"])
    heading["heading-level"] = 2
    drawn: list[Node] = [heading, nodes.paragraph("", _counted(matrix)), _raw(_legend(matrix))]
    for number, part in enumerate(matrix.parts, start=1):
        key = f"m-{matrix.text}-{matrix.across[0]}-{number}"
        title = nodes.rubric("", part.title, classes=["part-name"])
        title["heading-level"] = 3
        shown = _raw(together(_figure(part, matrix, key, link), draw_table(part, matrix, key, link)))
        drawn.append(nodes.container("", title, shown, classes=["matrix-part"]))
    return drawn


def _raw(markup: Markup) -> Node:
    return nodes.raw("", str(markup), format="html")


def _counted(matrix: Matrix) -> str:
    tied = sum(len(part.rows) for part in matrix.parts)
    numbers = {
        "tied": tied,
        "all": tied + len(matrix.without),
        "columns": matrix.columns,
        "links": sum(part.count for part in matrix.parts),
    }
    told = words_for(matrix.across)["counted"] % numbers
    if 0 < len(matrix.without) <= NOT_LISTED:
        told += " " + _("Not among them: %s.") % in_one_line(matrix.without)
    return told


def _legend(matrix: Matrix) -> Markup:
    cells = [cell for part in matrix.parts for row in part.rows for cell in row.cells]
    kinds = {_mark(cell) for cell in cells}
    told = [element("li", _sample(_shape(kind, 3, 3)), _(words)) for kind, words in MARKS.items() if kind in kinds]
    if any(len(cell.ties) > 1 and _mark(cell) == "judged" for cell in cells):
        shape = together(_shape("judged", 3, 3), element("text", "2", class_="count judged", x=12, y=16))
        told.append(element("li", _sample(shape), str(_("more than one link"))))
    return element("ul", *told, class_="legend")


def _sample(shape: Markup) -> Markup:
    return element("svg", shape, width=CELL, height=CELL, aria_hidden="true")


def _figure(part: Part, matrix: Matrix, key: str, link: PageLinker) -> Markup:
    picture = words_for(matrix.across)["picture"] % part.title
    lefts, right = _places(part.columns)
    labels = [lines(column.entry.label, 20) for column in part.columns]
    top = int(max(len(line) for label in labels for line in label) * LETTER) + 12
    height = top + CELL * len(part.rows) + 1
    back = [_grid(lefts, right, top, len(part.rows)), *_heads(labels, lefts, top), *_marks(part, lefts, top)]
    cells = [
        _cell(row, cell, part.columns[cell.column], (lefts[cell.column], top + CELL * y, right), f"{key}-{y}", link)
        for y, row in enumerate(part.rows)
        for cell in row.cells
    ]
    drawn = element(
        "svg",
        element("g", *back, aria_hidden="true"),
        *cells,
        class_="cells",
        role="group",
        aria_label=picture,
        width=right,
        height=height,
        viewBox=f"0 0 {right} {height}",
    )
    size = f"{' wide' if len(lefts) > PHONE else ''}{' widest' if len(lefts) > MANY else ''}"
    # A picture that may have to be scrolled has to be in reach of the keyboard for that.
    region = {"role": "region", "tabindex": 0, "aria_label": _("Picture: %s") % part.title} if size else {}
    skip = element("a", str(_("Skip the picture: the same as a table")), href=f"#{key}-table")
    return element(
        "figure",
        element("p", skip, class_="skip"),
        element("div", _names(part, top, height), drawn, class_="scroll", **region),
        class_=f"picture matrix{size}",
    )


def _places(columns: tuple[Column, ...]) -> tuple[list[int], int]:
    """Return where each column begins, and where the last one ends."""
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


def _names(part: Part, top: int, height: int) -> Markup:
    drawn = []
    for number, row in enumerate(part.rows):
        y = top + CELL * number + 16
        if len(row.short) <= 4:
            drawn.append(element("text", row.short, class_="number", x=NAMES - 6, y=y))
        if row.paragraph.title != row.paragraph.label:
            drawn.append(element("text", shortened(row.paragraph.title, 38), class_="name", x=NAMES - NUMBER - 4, y=y))
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


def _marks(part: Part, lefts: list[int], top: int) -> list[Markup]:
    drawn = []
    for number, row in enumerate(part.rows):
        for cell in row.cells:
            x, y, kind = lefts[cell.column], top + CELL * number, _mark(cell)
            drawn.append(_shape(kind, x + 3, y + 3))
            if len(cell.ties) > 1 and (kind, len(cell.ties)) != ("both", 2):
                drawn.append(element("text", str(len(cell.ties)), class_=f"count {kind}", x=x + 12, y=y + 16))
    return drawn


def _mark(cell: Cell) -> str:
    said = {tie.provenance for tie in cell.ties}
    if Provenance.TEXT in said:
        return "both" if len(said) > 1 else "named"
    return "judged" if Provenance.EDITOR in said else "suggested"


def _shape(kind: str, x: int, y: int) -> Markup:
    """Return the mark of a cell, 18 wide: who says so is told by shape and filling, not by colour."""
    if kind == "named":
        return element("circle", class_="mark named", cx=x + 9, cy=y + 9, r=8)
    if kind == "suggested":
        return element("path", class_="mark suggested", d=f"M{x + 9} {y}l9 9-9 9-9-9z")
    if kind == "both":
        square = element("rect", class_="mark judged", x=x + 4, y=y + 4, width=10, height=10)
        return together(element("circle", class_="mark named", cx=x + 9, cy=y + 9, r=9.5), square)
    return element("rect", class_="mark judged", x=x + 1, y=y + 1, width=16, height=16, rx=3)


def _cell(row: Row, cell: Cell, column: Column, place: tuple[int, int, int], key: str, link: PageLinker) -> Markup:
    x, y, right = place
    key = f"{key}-{cell.column}"
    provisions = {tie.provision.id: tie.provision for tie in cell.ties}
    start = next(iter(provisions.values())) if len(provisions) == 1 else row.paragraph
    # It opens upwards: what is drawn later would be drawn over it, and take the pointer from it.
    tip = element(
        "foreignObject",
        element("div", *_told(cell, column, start.label), id=key, class_="told"),
        class_="tip",
        x=max(min(x + CELL // 2 - TIP // 2, right - TIP), -NUMBER),
        y=y - TIP_ROOM + 1,
        width=TIP,
        height=TIP_ROOM,
    )
    target = element("rect", class_="hit", x=x, y=y, width=CELL, height=CELL)
    address = link.address(start.docname, start.id)
    named = f"{start.label} – {column.entry.label}: {_named(cell)}"
    return element("g", element("a", target, href=address, aria_label=named, aria_describedby=key), tip, class_="cell")


def _named(cell: Cell) -> str:
    said = []
    for says, ties in groupby(sorted(cell.ties, key=lambda tie: tie.says), key=lambda tie: tie.says):
        parts = [tie.short for tie in ties if tie.short]
        said.append(f"{says} {', '.join(dict.fromkeys(parts))}".rstrip())
    return "; ".join(said)


def _told(cell: Cell, column: Column, paragraph: str) -> list[Markup]:
    told = [element("p", f"{paragraph} – {column.entry.label}", class_="ends")]
    if column.entry.title != column.entry.label and len(column.entry.title) <= TITLE:
        told.append(element("p", column.entry.title, class_="title"))
    return [*told, *(element("p", element("b", _how(tie)), f" {tie.reason}") for tie in cell.ties)]


def _how(tie: Tie) -> str:
    return " ".join(part for part in (tie.says, tie.short, f"({tie.grade})" if tie.grade else "") if part) + ":"
