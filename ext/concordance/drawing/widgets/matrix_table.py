"""The table of a matrix: the same links as in its picture, with their reasons."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.drawing.svg import Markup, element
from concordance.i18n.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.drawing.widget import PageLinker
    from concordance.pages.reference import Reference
    from concordance.pages.widgets.matrix import Matrix, MatrixConnection, MatrixPart, MatrixRow

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


def draw_table(part: MatrixPart, matrix: Matrix, key: str, link: PageLinker) -> Markup:
    """Return the table of a part, folded; its id is `key` with `-table` behind it."""
    titles = (_("Paragraph"), words_for(matrix.across)["column"], _("How and why"))
    label = _("The same as a table (%d)") % part.count
    table = element(
        "table",
        element("caption", words_for(matrix.across)["picture"] % part.title, class_="visually-hidden"),
        element("thead", element("tr", *(element("th", str(title), scope="col") for title in titles))),
        *(element("tbody", *_lines(row, link)) for row in part.rows),
        class_="ties",
    )
    return element("details", element("summary", label), table, id=f"{key}-table", class_="fold no-search")


def _lines(row: MatrixRow, link: PageLinker) -> list[Markup]:
    connections = [connection for cell in row.cells for connection in cell.connections]
    paragraph = row.paragraph
    title = f" {paragraph.title}" if paragraph.title != paragraph.label else ""
    head = element(
        "th",
        element("a", paragraph.label, href=link.address(paragraph.docname, paragraph.id)),
        title,
        scope="rowgroup",
        rowspan=len(connections),
    )
    return [
        element(
            "tr",
            *([head] if number == 0 else []),
            element(
                "td",
                element("a", connection.other.label, href=_address(connection.other, link)),
            ),
            element("td", *_why(connection, row, link)),
        )
        for number, connection in enumerate(connections)
    ]


def _address(other: Reference, link: PageLinker) -> str:
    return other.address or link.address(other.docname, other.id)


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
    return [*provision, element("i", f"{' '.join(says)}:"), " ", connection.reason]
