"""The paragraphs of a text against the instruments, or the targets, that they are connected to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import takewhile
from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.graph.concordance import outermost, paragraphs_of, whole_of
from concordance.model.entries import Kind, Provenance
from concordance.model.ids import prefix_of
from concordance.model.other_editions import SEPARATOR, edition_of
from concordance.model.problems import nearest
from concordance.pages.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from concordance.graph.concordance import Concordance
    from concordance.graph.connection import Connection
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.model.other_editions import OutsideEntry
    from concordance.pages.edition_view import EditionView

# Other editions in the columns, by their texts.
OTHERS = "editions"
# Kinds of entries in the columns, by the word of the argument.
ACROSS: Mapping[str, frozenset[Kind]] = MappingProxyType(
    {
        "instruments": frozenset({Kind.INSTRUMENT, Kind.ARTICLE}),
        "targets": frozenset({Kind.GOAL, Kind.TARGET}),
        # Of any kind, but not of this edition.
        OTHERS: frozenset(),
    }
)
# Of a part: a picture with more of them would be too large to find anything in it.
MOST_ROWS = 100


@dataclass(frozen=True, slots=True)
class MatrixConnection:
    """One connection of a cell."""

    provision: Reference
    says: str
    """Wording of the predicate, from the provision."""
    other: Reference
    """The far end."""
    short: str
    """Label of the far end without that of its column."""
    reason: str
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
    columns: tuple[MatrixColumn, ...]
    """Columns that any of its paragraphs needs."""
    rows: tuple[MatrixRow, ...]
    """Its connected paragraphs."""

    @property
    def count(self) -> int:
        """How many connections the part shows."""
        return sum(len(cell.connections) for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """A text against entries of the kinds that `across` names."""

    text: str
    """Id of the text."""
    name: str
    """Name of the text."""
    across: str
    """A key of `ACROSS`."""
    parts: tuple[MatrixPart, ...]
    without: tuple[Reference, ...]
    """Paragraphs without connections to such entries."""

    @property
    def columns(self) -> int:
        """How many different columns the parts have together."""
        return len({column.entry.id for part in self.parts for column in part.columns})


def check_matrix(argument: str, corpus: Corpus) -> str | None:
    """Return the problem with an argument that has to name a text and what to set it against, or None."""
    words = argument.split()
    if len(words) != 2:
        example = f"{next(iter(corpus.vocabulary.texts), 'text')} {next(iter(ACROSS))}"
        return f"Name a text, and then {' or '.join(ACROSS)}, for example `{example}`."
    for word, names, sort in ((words[0], corpus.vocabulary.texts, "text"), (words[1], ACROSS, "kind of matrix")):
        if word not in names:
            return f"There is no {sort} {word!r}. {nearest(word, names)}"
    return None


def gather_matrix(argument: str, docname: str, edition: EditionView) -> Matrix:
    """Return the matrix for an argument such as `plan instruments`."""
    text, across = argument.split()
    entries = edition.concordance.entries
    paragraphs = {entry.id: entry for entry in paragraphs_of(text, entries)}
    if across == OTHERS:
        connections, columns = _outside_connections(text, edition)
    else:
        connections = _connections(text, ACROSS[across], edition)
        heads = sorted({head for row in connections.values() for head in row}, key=_order(edition.concordance))
        columns = {
            head: MatrixColumn(edition.references[head], whole_of(entries[head], entries) or head) for head in heads
        }
    connected = [entry for entry in paragraphs.values() if entry.id in connections]
    return Matrix(
        text=text,
        name=edition.corpus.vocabulary.texts[text].name,
        across=across,
        parts=tuple(_part(group, connections, columns, edition) for group in _groups(connected, edition)),
        without=tuple(edition.references[identifier] for identifier in paragraphs if identifier not in connections),
    )


def _connections(
    text: str, kinds: frozenset[Kind], edition: EditionView
) -> dict[str, dict[str, list[MatrixConnection]]]:
    """Return the connections of each paragraph, by the entry at the head of their column."""
    entries = edition.concordance.entries
    connections: dict[str, dict[str, list[MatrixConnection]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries.values():
        if entry.kind is not Kind.PROVISION or prefix_of(entry.id) != text:
            continue
        paragraph = outermost(entry.id, entries)
        for connection in edition.concordance.connections.get(entry.id, ()):
            other = entries[connection.other]
            if other.kind in kinds:
                head = _head(other, entries)
                connections[paragraph][head].append(_connection(entry.id, head, connection, edition))
    return connections


def _outside_connections(
    text: str, edition: EditionView
) -> tuple[dict[str, dict[str, list[MatrixConnection]]], dict[str, MatrixColumn]]:
    """Return the connections of each paragraph to other editions, by the texts there, and a column for each text."""
    entries, outside = edition.concordance.entries, edition.concordance.outside
    connections: dict[str, dict[str, list[MatrixConnection]]] = defaultdict(lambda: defaultdict(list))
    columns: dict[str, MatrixColumn] = {}
    for entry in entries.values():
        if prefix_of(entry.id) != text:
            continue
        for connection in outside.connections.get(entry.id, ()):
            other = outside.entries[connection.other]
            name = f"{other.text} ({other.edition})" if other.text else other.edition
            of_edition = edition_of(connection.other)
            head = f"{of_edition}{SEPARATOR}{name}"
            column = Reference(head, Kind.DOCUMENT, "", name, other.edition, "", address=other.address)
            columns.setdefault(head, MatrixColumn(column, of_edition))
            connections[outermost(entry.id, entries)][head].append(
                MatrixConnection(
                    provision=edition.references[entry.id],
                    says=connection.says,
                    other=_outside_reference(other),
                    short=other.entry.label,
                    reason=connection.reason,
                    provenance=connection.provenance,
                    grade=connection.grade_label,
                )
            )
    return connections, dict(sorted(columns.items()))


def _outside_reference(other: OutsideEntry) -> Reference:
    entry = other.entry
    return Reference(entry.id, entry.kind, "", other.citation, entry.title, other.text, address=other.address)


def _head(other: Entry, entries: Mapping[str, Entry]) -> str:
    """Return the id of the entry whose column another one belongs to: the instrument of an article, else itself."""
    return (whole_of(other, entries) or other.id) if other.kind is Kind.ARTICLE else other.id


def _connection(provision: str, head: str, connection: Connection, edition: EditionView) -> MatrixConnection:
    other = edition.references[connection.other]
    short = other.label.removeprefix(edition.references[head].label).lstrip(",: ") if other.id != head else ""
    return MatrixConnection(
        provision=edition.references[provision],
        says=connection.says,
        other=other,
        short=short,
        reason=connection.reason,
        provenance=connection.provenance,
        grade=connection.grade_label,
    )


def _groups(paragraphs: Iterable[Entry], edition: EditionView) -> list[tuple[str, list[Entry]]]:
    """Return the paragraphs by the page that leads to them or, where they share a page, by their series."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in paragraphs:
        ancestors = edition.index.navigation[entry.docname].ancestors if entry.leads else ()
        groups[ancestors[-1].docname if ancestors else entry.id.rpartition("-")[0]].append(entry)
    return [run for key, group in groups.items() for run in _runs(_title(key, group, edition), group)]


def _runs(title: str, group: list[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the paragraphs of a group, in runs that a page can show."""
    for start in range(0, len(group), MOST_ROWS):
        run = group[start : start + MOST_ROWS]
        yield (title if run == group else f"{title}: {_span(run)}"), run


def _title(key: str, group: list[Entry], edition: EditionView) -> str:
    titles = edition.index.titles
    if len(group) == 1 and group[0].leads:
        return titles[group[0].docname]
    if group[0].leads and key in titles:
        return titles[key]
    return _span(group)


def _span(group: list[Entry]) -> str:
    last = group[-1].label.removeprefix(_common(group))
    return f"{group[0].label}–{last}" if len(group) > 1 else group[0].label


def _part(
    group: tuple[str, list[Entry]],
    connections: Mapping[str, Mapping[str, list[MatrixConnection]]],
    columns: Mapping[str, MatrixColumn],
    edition: EditionView,
) -> MatrixPart:
    title, paragraphs = group
    heads = [head for head in columns if any(head in connections[entry.id] for entry in paragraphs)]
    common = _common(paragraphs)
    return MatrixPart(
        title=title,
        columns=tuple(columns[head] for head in heads),
        rows=tuple(
            MatrixRow(
                paragraph=edition.references[entry.id],
                short=entry.label.removeprefix(common),
                cells=tuple(
                    MatrixCell(place, tuple(connections[entry.id][head]))
                    for place, head in enumerate(heads)
                    if head in connections[entry.id]
                ),
            )
            for entry in paragraphs
        ),
    )


def _order(concordance: Concordance) -> Callable[[str], tuple[int, int]]:
    """Return a sort key that has entries in the order of the registries, with targets behind their goal."""
    entries = concordance.entries
    rank = {identifier: index for index, identifier in enumerate(entries)}

    def key(identifier: str) -> tuple[int, int]:
        whole = whole_of(entries[identifier], entries)
        return rank[whole] if whole else rank[identifier], rank[identifier] if whole else -1

    return key


def _common(group: list[Entry]) -> str:
    """Return the words with which all labels of a group begin."""
    first, *others = (entry.label.split(" ") for entry in group)
    # The last word distinguishes a label, even where there is no other one to distinguish it from.
    shared = takewhile(lambda words: len(set(words)) == 1, zip(first[:-1], *others, strict=False))
    return "".join(f"{words[0]} " for words in shared)
