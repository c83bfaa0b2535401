"""The list of a matrix: the same links as in its picture, with their reasons."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from concordance.drawing.svg import Markup, element
from concordance.i18n.kind_names import kind_name, plural_name, plural_names, within_sentence
from concordance.i18n.words import _, listed, titled
from concordance.model.entries import Provenance

if TYPE_CHECKING:
    from concordance.drawing.widget import PageLinker
    from concordance.pages.reference import Reference
    from concordance.pages.widgets.matrix_records import (
        Matrix,
        MatrixCell,
        MatrixConnection,
        MatrixRow,
        MatrixTable,
        MatrixText,
    )


def summarize_matrix(matrix: Matrix, text: MatrixText) -> str:
    """Return how many paragraphs of a text are tied to how many entries, or texts of other editions."""
    numbers = {
        "tied": text.connected,
        "all": text.connected + len(text.without),
        "columns": text.columns,
        "links": text.links,
    }
    if not matrix.heads:
        words = _(
            "%(tied)d of %(all)d paragraphs are connected to %(columns)d texts of other editions, "
            "by %(links)d connections."
        )
        return words % numbers
    words = _("%(tied)d of %(all)d paragraphs are connected to %(columns)d %(kinds)s, by %(links)d connections.")
    sentence = words % {**numbers, "kinds": plural_names(matrix.heads)}
    if text.unnumbered:
        sentence += " " + _("“%s” is counted as a paragraph.") % text.unnumbered.label
    return sentence


def name_of(matrix: Matrix) -> str:
    """Return the name of a matrix, by what stands in its rows and columns."""
    texts = listed(text.name for text in matrix.texts)
    if not matrix.heads:
        return _("Paragraphs by texts of other editions: %s") % texts
    return _("Paragraphs by %(kinds)s: %(texts)s") % {"kinds": plural_name(matrix.heads[-1]), "texts": texts}


def _column_title(matrix: Matrix) -> str:
    """Return what stands in a column of the list: "Instrument or article"."""
    if not matrix.ends:
        return _("Text of another edition")
    first, *others = map(kind_name, matrix.ends)
    return reduce(
        lambda names, name: _("%(one)s or %(other)s") % {"one": names, "other": within_sentence(name)}, others, first
    )


def far_address(other: Reference, link: PageLinker) -> str:
    """Return where the far end of a connection stands, on this site or on that of another edition."""
    return other.address or link.address(other.docname, other.id)


def cell_id(key: str, cell: MatrixCell) -> str:
    """Return the id of the first line of a cell; `key` is that of its row."""
    return f"{key}-{cell.column}"


def draw_table(shown: MatrixTable, matrix: Matrix, key: str, link: PageLinker) -> Markup:
    """Return the list of a table, folded; its id is `key` with `-table` behind it."""
    titles = (_("Paragraph"), _column_title(matrix), _("How and why"))
    label = _("Every connection with its reason (%d)") % shown.count
    name = name_of(matrix)
    table = element(
        "table",
        element("caption", name, class_="visually-hidden"),
        element("thead", element("tr", *(element("th", str(title), scope="col") for title in titles))),
        *(element("tbody", *_lines(row, f"{key}-{number}", link)) for number, row in enumerate(shown.rows)),
        class_="ties",
    )
    return element("details", element("summary", label), table, id=f"{key}-table", class_="fold no-search")


def _lines(row: MatrixRow, key: str, link: PageLinker) -> list[Markup]:
    """Return a line for each connection; the first of each cell has an id, to which the mark leads."""
    paragraph = row.paragraph
    title = f" {paragraph.title}" if paragraph.title != paragraph.label else ""
    head = element(
        "th",
        element("a", paragraph.label, href=link.address(paragraph.docname, paragraph.id)),
        title,
        scope="rowgroup",
        rowspan=sum(len(cell.connections) for cell in row.cells),
    )
    lines: list[Markup] = []
    for cell in row.cells:
        for number, connection in enumerate(cell.connections):
            other = element("a", connection.other.label, href=far_address(connection.other, link))
            cells = [element("td", other), element("td", *_why(connection, row, link))]
            identifier = None if number else cell_id(key, cell)
            lines.append(element("tr", *([] if lines else [head]), *cells, id=identifier))
    return lines


def _why(connection: MatrixConnection, row: MatrixRow, link: PageLinker) -> list[str]:
    provision: list[str] = []
    if connection.provision.id != row.paragraph.id:
        provision += [
            element(
                "a",
                connection.provision.label,
                href=link.address(connection.provision.docname, connection.provision.id),
            ),
            " ",
        ]
    if connection.provenance is Provenance.TEXT:
        return [*provision, element("i", connection.reason)]
    says = [connection.says, *([f"({connection.grade})"] if connection.grade else [])]
    return [*provision, element("i", titled(" ".join(says), "").rstrip()), " ", connection.reason]
