"""The paragraphs of a text against the instruments, or the targets, that they are tied to. Pure; no Sphinx."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import takewhile
from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.graph.concordance import outermost, paragraphs_of, whole_of
from concordance.model.entries import Kind, Provenance
from concordance.model.ids import prefix_of
from concordance.model.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from concordance.graph.concordance import Concordance, Connection
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.pages.edition_view import EditionView
    from concordance.pages.reference import Reference

# What the columns can be, by the word that asks for them.
ACROSS: Mapping[str, frozenset[Kind]] = MappingProxyType(
    {
        "instruments": frozenset({Kind.INSTRUMENT, Kind.ARTICLE}),
        "targets": frozenset({Kind.GOAL, Kind.TARGET}),
    }
)


@dataclass(frozen=True, slots=True)
class Tie:
    """One link of a cell, from the provision to the other end; `short` is how that is called within its column."""

    provision: Reference
    says: str
    other: Reference
    short: str
    reason: str
    provenance: Provenance
    grade: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What ties a paragraph to what stands at the head of a column; `column` is the place of that among the columns."""

    column: int
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph with its cells; `short` is how it is called within its part. Its sub-items belong to it."""

    paragraph: Reference
    short: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What stands at the head of a column; `group` is the id of the whole that its neighbours may share."""

    entry: Reference
    group: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text: the columns that it needs, and its paragraphs that are tied to anything."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def count(self) -> int:
        """How many links the part shows."""
        return sum(len(cell.ties) for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """A text against what `across` names; `without` are its paragraphs that are tied to none of that."""

    text: str
    name: str
    across: str
    parts: tuple[Part, ...]
    without: tuple[Reference, ...]

    @property
    def columns(self) -> int:
        """How many different columns the parts have together."""
        return len({column.entry.id for part in self.parts for column in part.columns})


def a_matrix(argument: str, corpus: Corpus) -> str | None:
    """Return what is wrong with an argument that is to name a text and what to set it against, or None."""
    words = argument.split()
    if len(words) != 2:
        example = f"{next(iter(corpus.vocabulary.texts), 'text')} {next(iter(ACROSS))}"
        return f"Name a text, and then {' or '.join(ACROSS)}, for example `{example}`."
    for word, known, what in ((words[0], corpus.vocabulary.texts, "text"), (words[1], ACROSS, "kind of matrix")):
        if word not in known:
            return f"There is no {what} {word!r}. {nearest(word, known)}"
    return None


def gather_matrix(argument: str, docname: str, whole: EditionView) -> Matrix:
    """Return the matrix that an argument such as `plan instruments` asks for."""
    text, across = argument.split()
    entries = whole.concordance.entries
    paragraphs = {entry.id: entry for entry in paragraphs_of(text, entries)}
    ties = _ties(text, paragraphs, ACROSS[across], whole)
    tied = [entry for entry in paragraphs.values() if entry.id in ties]
    return Matrix(
        text=text,
        name=whole.corpus.vocabulary.texts[text].name,
        across=across,
        parts=tuple(_part(group, ties, whole) for group in _groups(tied, whole)),
        without=tuple(whole.references[identifier] for identifier in paragraphs if identifier not in ties),
    )


def _ties(
    text: str, paragraphs: Mapping[str, Entry], kinds: frozenset[Kind], whole: EditionView
) -> dict[str, dict[str, list[Tie]]]:
    """Return the ties of each paragraph, by the entry that stands at the head of their column."""
    entries = whole.concordance.entries
    found: dict[str, dict[str, list[Tie]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries.values():
        if entry.kind is not Kind.PROVISION or prefix_of(entry.id) != text:
            continue
        paragraph = outermost(entry.id, entries)
        for connection in whole.concordance.connections.get(entry.id, ()):
            other = entries[connection.other]
            if other.kind in kinds:
                head = _head(other, entries)
                found[paragraph][head].append(_tie(entry.id, head, connection, whole))
    return found


def _head(other: Entry, entries: Mapping[str, Entry]) -> str:
    """An article is counted under its instrument; a target stands for itself."""
    return (whole_of(other, entries) or other.id) if other.kind is Kind.ARTICLE else other.id


def _tie(provision: str, head: str, connection: Connection, whole: EditionView) -> Tie:
    other = whole.references[connection.other]
    short = other.label.removeprefix(whole.references[head].label).lstrip(",: ") if other.id != head else ""
    return Tie(
        provision=whole.references[provision],
        says=connection.says,
        other=other,
        short=short,
        reason=connection.reason,
        provenance=connection.provenance,
        grade=connection.grade,
    )


def _groups(paragraphs: Iterable[Entry], whole: EditionView) -> list[tuple[str, list[Entry]]]:
    """Return the paragraphs by the page that leads to them or, where they share a page, by their series."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in paragraphs:
        ancestors = whole.shelf.navigation[entry.docname].ancestors if entry.leads else ()
        groups[ancestors[-1].docname if ancestors else entry.id.rpartition("-")[0]].append(entry)
    return [(_title(key, group, whole), group) for key, group in groups.items()]


def _title(key: str, group: list[Entry], whole: EditionView) -> str:
    titles = whole.shelf.titles
    if len(group) == 1 and group[0].leads:
        return titles[group[0].docname]
    if group[0].leads and key in titles:
        return titles[key]
    last = group[-1].label.removeprefix(_common(group))
    return f"{group[0].label}–{last}" if len(group) > 1 else group[0].label


def _part(group: tuple[str, list[Entry]], ties: Mapping[str, Mapping[str, list[Tie]]], whole: EditionView) -> Part:
    title, paragraphs = group
    heads = sorted({head for entry in paragraphs for head in ties[entry.id]}, key=_order(whole.concordance))
    entries = whole.concordance.entries
    common = _common(paragraphs)
    return Part(
        title=title,
        columns=tuple(Column(whole.references[head], whole_of(entries[head], entries) or head) for head in heads),
        rows=tuple(
            Row(
                paragraph=whole.references[entry.id],
                short=entry.label.removeprefix(common),
                cells=tuple(
                    Cell(place, tuple(ties[entry.id][head]))
                    for place, head in enumerate(heads)
                    if head in ties[entry.id]
                ),
            )
            for entry in paragraphs
        ),
    )


def _order(concordance: Concordance) -> Callable[[str], tuple[int, int]]:
    """Return a key that sorts entries as the registries have them, with targets behind their goal."""
    entries = concordance.entries
    rank = {identifier: index for index, identifier in enumerate(entries)}

    def key(identifier: str) -> tuple[int, int]:
        upper = whole_of(entries[identifier], entries)
        return rank[upper] if upper else rank[identifier], rank[identifier] if upper else -1

    return key


def _common(group: list[Entry]) -> str:
    """Return the words with which all citations of a group begin."""
    first, *others = (entry.label.split(" ") for entry in group)
    # The last word tells a citation from its neighbours, even where it has none.
    same = takewhile(lambda words: len(set(words)) == 1, zip(first[:-1], *others, strict=False))
    return "".join(f"{words[0]} " for words in same)
