"""The paragraphs of texts against the entries of a kind that they are connected to."""

from __future__ import annotations

from collections import defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING

from concordance.citations.short import check_text
from concordance.graph.concordance import outermost, paragraphs_of, whole_of
from concordance.i18n.kind_names import across_name
from concordance.i18n.words import _
from concordance.model.entries import words_that_name
from concordance.model.ids import prefix_of
from concordance.model.kinds import USUAL_KINDS, family_of
from concordance.model.other_editions import SEPARATOR, edition_of
from concordance.model.problems import Fault, nearest
from concordance.pages.connections import stands_alone
from concordance.pages.reference import Reference
from concordance.pages.widgets.matrix_records import (
    Matrix,
    MatrixCell,
    MatrixColumn,
    MatrixConnection,
    MatrixPart,
    MatrixRow,
    MatrixTable,
    MatrixText,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from concordance.graph.concordance import Concordance
    from concordance.graph.connection import Connection
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.model.kinds import Kind
    from concordance.model.other_editions import OutsideEntry
    from concordance.model.vocabulary import Vocabulary
    from concordance.pages.edition_view import EditionView

    # The connections of paragraphs, by the id of each and that of the entry at the head of a column.
    _Links = Mapping[str, Mapping[str, list["MatrixConnection"]]]

# Other editions in the columns, by their texts.
OTHERS = "editions"
# Of a table: nobody finds anything in a larger one.
MOST_ROWS = 100


def check_matrix(argument: str, corpus: Corpus) -> Fault | None:
    """Return what is wrong with an argument that has to name texts and what to set them against, or None."""
    known = [*_kinds_across(corpus.vocabulary), OTHERS]
    texts, across = _read(argument, known)
    if not texts:
        example = f"{next(iter(corpus.vocabulary.texts), 'text')} {known[0]}"
        remedy = f"Name one text or several, and then {' or '.join(known)}, for example `{example}`."
        return Fault("This matrix names no text, or nothing to set it against.", remedy)
    for word in texts:
        if fault := check_text(word, corpus.vocabulary.texts):
            return fault
    return None if across in known else Fault(f"There is no kind of matrix {across!r}.", nearest(across, known))


def _kinds_across(vocabulary: Vocabulary) -> dict[str, Kind]:
    """Return the kinds of entries that can stand in the columns, by what several are called."""
    return {across_name(kind): kind for kind in vocabulary.kinds.values() if not kind.is_provision}


def _read(argument: str, known: Iterable[str]) -> tuple[list[str], str]:
    """Return the texts that an argument names, and what it sets them against, which may be several words."""
    words = argument.split()
    names = {tuple(name.split()) for name in known}
    at = next((at for at in range(len(words)) if tuple(words[at:]) in names), max(len(words) - 1, 0))
    return words[:at], " ".join(words[at:])


def gather_matrix(argument: str, docname: str, edition: EditionView) -> Matrix:
    """Return the matrix for an argument such as `plan instruments` or `plan r74 bodies`."""
    vocabulary = edition.corpus.vocabulary
    kinds = _kinds_across(vocabulary)
    texts, across = _read(argument, [*kinds, OTHERS])
    heads, ends = _kinds_of_columns(kinds[across], vocabulary) if across != OTHERS else ((), ())
    summaries: list[MatrixText] = []
    parts: list[tuple[str, list[Entry]]] = []
    connections: dict[str, dict[str, list[MatrixConnection]]] = {}
    columns: dict[str, MatrixColumn] = {}
    for text in dict.fromkeys(texts):
        paragraphs = {entry.id: entry for entry in paragraphs_of(text, edition.concordance.entries)}
        if across == OTHERS:
            own, outside = _outside_connections(text, edition)
            columns |= outside
        else:
            own = _connections(text, heads, ends, edition)
        connections |= own
        summaries.append(_summary(text, paragraphs, own, edition))
        parts += _groups([entry for entry in paragraphs.values() if entry.id in own], edition)
    columns = dict(sorted(columns.items())) or _columns(connections, edition)
    tables = (_table(group, connections, columns, edition) for group in _runs(parts))
    key = next(across[:end] for end in range(1, len(across) + 1) if _is_clear(across[:end], [*kinds, OTHERS]))
    return Matrix(across.replace(" ", "-"), key, heads, ends, tuple(summaries), tuple(tables))


def _is_clear(beginning: str, names: Iterable[str]) -> bool:
    return sum(name.startswith(beginning) for name in names) == 1 or beginning in names


def _kinds_of_columns(kind: Kind, vocabulary: Vocabulary) -> tuple[tuple[Kind, ...], tuple[Kind, ...]]:
    """Return the kinds at the heads of columns, and these with those of the parts that belong to their columns."""
    kinds = vocabulary.kinds
    heads = family_of(kind, kinds)
    return heads, (*heads, *(each for each in kinds.values() if each != kind and kind in family_of(each, kinds)))


def _columns(connections: _Links, edition: EditionView) -> dict[str, MatrixColumn]:
    """Return a column for each entry at the head of one, in the order of the registries."""
    entries = edition.concordance.entries
    heads = sorted({head for row in connections.values() for head in row}, key=_order(edition.concordance))
    return {head: MatrixColumn(edition.references[head], whole_of(entries[head], entries) or head) for head in heads}


def _summary(text: str, paragraphs: Mapping[str, Entry], connections: _Links, edition: EditionView) -> MatrixText:
    unnumbered = [identifier for identifier, entry in paragraphs.items() if not entry.number]
    return MatrixText(
        text,
        edition.corpus.vocabulary.texts[text].name,
        len(connections),
        len({head for heads in connections.values() for head in heads}),
        sum(len(links) for heads in connections.values() for links in heads.values()),
        tuple(edition.references[identifier] for identifier in paragraphs if identifier not in connections),
        edition.references[unnumbered[0]] if len(unnumbered) == 1 else None,
    )


def _connections(
    text: str, heads: tuple[Kind, ...], ends: tuple[Kind, ...], edition: EditionView
) -> dict[str, dict[str, list[MatrixConnection]]]:
    """Return the connections of each paragraph, by the entry at the head of their column."""
    entries = edition.concordance.entries
    connections: dict[str, dict[str, list[MatrixConnection]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries.values():
        if not entry.kind.is_provision or prefix_of(entry.id) != text:
            continue
        paragraph = outermost(entry.id, entries)
        for connection in edition.concordance.connections.get(entry.id, ()):
            other = entries[connection.other]
            if other.kind in ends:
                head = _head(other, heads, entries)
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
            column = Reference(head, USUAL_KINDS["document"], "", name, other.edition, "", address=other.address)
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
    return connections, columns


def _outside_reference(other: OutsideEntry) -> Reference:
    entry = other.entry
    return Reference(entry.id, entry.kind, "", other.citation, entry.title, other.text, address=other.address)


def _head(other: Entry, heads: tuple[Kind, ...], entries: Mapping[str, Entry]) -> str:
    """Return the id of the entry whose column another one belongs to: itself, or what it is a part of."""
    while other.kind not in heads and (whole := whole_of(other, entries)):
        other = entries[whole]
    return other.id


def _connection(provision: str, head: str, connection: Connection, edition: EditionView) -> MatrixConnection:
    other = edition.references[connection.other]
    short = other.label.removeprefix(edition.references[head].label).lstrip(",: ") if other.id != head else ""
    return MatrixConnection(
        provision=edition.references[provision],
        says=connection.says,
        other=other,
        short=short,
        reason=_reason(connection),
        provenance=connection.provenance,
        grade=connection.grade_label,
    )


def _reason(connection: Connection) -> str:
    if not (words := words_that_name(connection.reason)):
        return connection.reason
    return _("The text names it: “%s”.") % words if stands_alone(words) else _("The text names it.")


def _groups(paragraphs: Iterable[Entry], edition: EditionView) -> list[tuple[str, list[Entry]]]:
    """Return the paragraphs by the page that leads to them or, where they share a page, by their series."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in paragraphs:
        ancestors = edition.index.navigation[entry.docname].ancestors if entry.leads else ()
        groups[ancestors[-1].docname if ancestors else entry.id.rpartition("-")[0]].append(entry)
    return [(_title(key, group, edition), group) for key, group in groups.items()]


def _runs(parts: Iterable[tuple[str, list[Entry]]]) -> Iterator[list[tuple[str, list[Entry]]]]:
    """Yield parts that have at most `MOST_ROWS` paragraphs together; a part that has more is divided."""
    run: list[tuple[str, list[Entry]]] = []
    for title, paragraphs in parts:
        for start in range(0, len(paragraphs), MOST_ROWS):
            piece = paragraphs[start : start + MOST_ROWS]
            if run and sum(len(each) for _, each in run) + len(piece) > MOST_ROWS:
                yield run
                run = []
            run.append((title, piece))
    if run:
        yield run


def _title(key: str, group: list[Entry], edition: EditionView) -> str:
    titles = edition.index.titles
    if len(group) == 1 and group[0].leads:
        return titles[group[0].docname]
    if group[0].leads and key in titles:
        return titles[key]
    first, last = (edition.references[entry.id].label for entry in (group[0], group[-1]))
    if len(group) == 1:
        return first
    common, several = _common(group, edition), group[0].several
    if several:
        return several.format(number=f"{first.removeprefix(common)}–{last.removeprefix(common)}")
    return f"{first}–{last.removeprefix(common)}"


def _table(
    group: list[tuple[str, list[Entry]]], connections: _Links, columns: Mapping[str, MatrixColumn], edition: EditionView
) -> MatrixTable:
    paragraphs = [entry.id for _title, part in group for entry in part]
    heads = [head for head in columns if any(head in connections[each] for each in paragraphs)]
    return MatrixTable(
        tuple(columns[head] for head in heads),
        tuple(_part(title, part, heads, connections, edition) for title, part in group),
    )


def _part(
    title: str, paragraphs: list[Entry], heads: list[str], connections: _Links, edition: EditionView
) -> MatrixPart:
    references = [edition.references[entry.id] for entry in paragraphs]
    common = _common(paragraphs, edition)
    rows = []
    for reference in references:
        own = connections[reference.id]
        cells = (MatrixCell(place, tuple(own[head])) for place, head in enumerate(heads) if head in own)
        rows.append(MatrixRow(reference, reference.label.removeprefix(common), tuple(cells)))
    return MatrixPart(title, references[0].sign, references[0].hue, tuple(rows))


def _order(concordance: Concordance) -> Callable[[str], tuple[int, int]]:
    """Return a sort key that has entries in the order of the registries, with parts behind their whole."""
    entries = concordance.entries
    rank = {identifier: index for index, identifier in enumerate(entries)}

    def key(identifier: str) -> tuple[int, int]:
        whole = whole_of(entries[identifier], entries)
        return rank[whole] if whole else rank[identifier], rank[identifier] if whole else -1

    return key


def _common(group: list[Entry], edition: EditionView) -> str:
    """Return the words with which all labels of a group begin."""
    first, *others = (edition.references[entry.id].label.split(" ") for entry in group)
    # The last word distinguishes a label, even where there is no other one to distinguish it from.
    shared = takewhile(lambda words: len(set(words)) == 1, zip(first[:-1], *others, strict=False))
    return "".join(f"{words[0]} " for words in shared)
