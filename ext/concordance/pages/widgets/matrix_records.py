"""What a matrix shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concordance.model.entries import Provenance
    from concordance.model.kinds import Kind
    from concordance.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class MatrixConnection:
    """One connection of a cell."""

    provision: Reference
    """The paragraph of its row, or a sub-item of that."""
    says: str
    """Wording of the predicate, from the provision."""
    other: Reference
    """The far end."""
    short: str
    """Label of the far end without that of its column."""
    reason: str
    """One sentence that says why."""
    provenance: Provenance
    grade: str
    """The words for its grade, empty without one."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The connections between a paragraph and the entry at the head of a column."""

    column: int
    """Index of the column."""
    connections: tuple[MatrixConnection, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A paragraph, together with its sub-items."""

    paragraph: Reference
    short: str
    """Label without the words that all paragraphs of its part share."""
    cells: tuple[MatrixCell, ...]
    """Cells with connections only, from the first column to the last."""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A column."""

    entry: Reference
    """Entry at its head."""
    group: str
    """Id of the whole that neighbouring columns may have in common."""


@dataclass(frozen=True, slots=True)
class MatrixPart:
    """A part of a text."""

    title: str
    """Title of the page that leads to its paragraphs or, where they share a page, labels of the first and the last."""
    sign: str
    """Sign of the part, empty where editors gave it none."""
    hue: str
    """Its colour, empty without one."""
    rows: tuple[MatrixRow, ...]
    """Its connected paragraphs."""


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """As many parts as can stand under the same heads of columns."""

    columns: tuple[MatrixColumn, ...]
    """Columns that any of its paragraphs needs."""
    parts: tuple[MatrixPart, ...]
    """Parts in reading order; one that is too long continues in the next table."""

    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """The paragraphs of all parts."""
        return tuple(row for part in self.parts for row in part.rows)

    @property
    def count(self) -> int:
        """How many connections it shows."""
        return sum(len(cell.connections) for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class MatrixText:
    """How much of a text a matrix shows."""

    id: str
    name: str
    connected: int
    """How many of its paragraphs have connections."""
    columns: int
    """To how many entries at the heads of columns."""
    links: int
    """How many connections these are, with those of sub-items."""
    without: tuple[Reference, ...]
    """Its other paragraphs."""
    unnumbered: Reference | None = None
    """What has no number and is counted all the same, if it is one thing, such as its opening words."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Texts against entries of some kinds, or against texts of other editions."""

    across: str
    """What stands in the columns: "articles"."""
    key: str
    """A short form of that."""
    heads: tuple[Kind, ...]
    """The kinds of entries at the heads of columns; none for texts of other editions."""
    ends: tuple[Kind, ...]
    """The kinds of entries that links lead to: these, and their parts."""
    texts: tuple[MatrixText, ...]
    tables: tuple[MatrixTable, ...]
    """One, unless it would be too long."""
