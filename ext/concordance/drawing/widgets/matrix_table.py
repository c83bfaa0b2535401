"""The list of a matrix: the same links as in its picture, with their reasons."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.drawing.svg import Markup, element
from concordance.i18n.words import N_, _, listed, titled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.drawing.widget import PageLinker
    from concordance.pages.reference import Reference
    from concordance.pages.widgets.matrix_records import Matrix, MatrixCell, MatrixConnection, MatrixRow, MatrixTable

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "instruments": {
            "counted": N_("%(tied)d of %(all)d paragraphs are tied to %(columns)d instruments, by %(links)d links."),
            "picture": N_("Paragraphs by instruments: %s"),
            "column": N_("Instrument or article"),
        },
        "targets": {
            "counted": N_(
                "%(tied)d of %(all)d paragraphs are tied to %(columns)d goals and targets, by %(links)d links."
            ),
            "picture": N_("Paragraphs by targets: %s"),
            "column": N_("Goal or target"),
        },
        "editions": {
            "counted": N_(
                "%(tied)d of %(all)d paragraphs are tied to %(columns)d texts of other editions, by %(links)d links."
            ),
            "picture": N_("Paragraphs by texts of other editions: %s"),
            "column": N_("Text of another edition"),
        },
    }
)


def words_for(across: str) -> dict[str, str]:
    """Return the words of a matrix in the language of the edition, by use; `across` is a key of `ACROSS`."""
    return {name: _(words) for name, words in _WORDS[across].items()}


def address_of(other: Reference, link: PageLinker) -> str:
    """Return where the far end of a connection stands, on this site or on that of another edition."""
    return other.address or link.address(other.docname, other.id)


def row_id(key: str, cell: MatrixCell) -> str:
    """Return the id of the first line of a cell; `key` is that of its row."""
    return f"{key}-{cell.column}"


def draw_table(shown: MatrixTable, matrix: Matrix, key: str, link: PageLinker) -> Markup:
    """Return the list of a table, folded; its id is `key` with `-table` behind it."""
    titles = (_("Paragraph"), words_for(matrix.across)["column"], _("How and why"))
    label = _("Every link with its reason (%d)") % shown.count
    name = words_for(matrix.across)["picture"] % listed(text.name for text in matrix.texts)
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
            other = element("a", connection.other.label, href=address_of(connection.other, link))
            cells = [element("td", other), element("td", *_why(connection, row, link))]
            identifier = None if number else row_id(key, cell)
            lines.append(element("tr", *([] if lines else [head]), *cells, id=identifier))
    return lines


def _why(connection: MatrixConnection, row: MatrixRow, link: PageLinker) -> list[str]:
    says = [connection.says, *([f"({connection.grade})"] if connection.grade else [])]
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
    return [*provision, element("i", titled(" ".join(says), "").rstrip()), " ", connection.reason]
