"""`data/*.csv`: entries, links and terms as tables, and what their columns mean.

The tables follow RFC 4180, with a mark at the beginning by which spreadsheets know that they are in UTF-8. The metadata
are those of https://www.w3.org/TR/tabular-metadata/.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from concordance.graph.concordance import whole_of
from concordance.i18n.words import N_, _
from concordance.model.ids import prefix_of
from concordance.model.vocabulary import term_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from concordance.exports.built_edition import BuiltEdition, Files

MARK = "\ufeff"
METADATA = "csv-metadata.json"
# Between several values in one cell.
SEPARATOR = " "
Row = tuple[str | None, ...]
# Columns by table: the name, what it holds, and whether several values stand in it.
COLUMNS: Mapping[str, tuple[tuple[str, str, bool], ...]] = {
    "entries": (
        ("id", N_("The id, which never changes"), False),
        ("kind", N_("What kind of entry it is"), False),
        ("label", N_("The short citation"), False),
        ("title", N_("The name, or the title that the editors give"), False),
        ("part_of", N_("The id of the entry or text that it is a part of"), False),
        ("number", N_("The number printed before it, without a full stop"), False),
        ("date", N_("When it was adopted or issued"), False),
        ("url", N_("The address, relative to the home page of the site"), False),
        ("terms", N_("The ids of the terms that it is listed under"), True),
        ("summary", N_("What the editors say in plain language"), False),
        ("reviewed", N_("When the editors last reviewed what they say"), False),
        ("content", N_("The words of a provision"), False),
    ),
    "links": (
        ("subject", N_("The id of the entry that the link leads from"), False),
        ("predicate", N_("The kind of link"), False),
        ("object", N_("The id of the entry that it leads to"), False),
        ("grade", N_("How close a parallel is"), False),
        ("provenance", N_("Where the link comes from"), False),
        ("reason", N_("Why, in one sentence"), False),
    ),
    "terms": (
        ("id", N_("The id"), False),
        ("facet", N_("The facet that it belongs to"), False),
        ("term", N_("Its name in the facet"), False),
        ("label", N_("What pages call it"), False),
        ("means", N_("What it means"), False),
    ),
}
KEYS = {"entries": ["id"], "links": ["subject", "predicate", "object"], "terms": ["id"]}
FOREIGN_KEYS = {"entries": {"terms": "terms"}, "links": {"subject": "entries", "object": "entries"}}


def make_files(edition: BuiltEdition) -> Files:
    """Return the tables and their metadata."""
    rows = {"entries": _entries(edition), "links": _links(edition), "terms": _terms(edition)}
    tables = {f"data/{name}.csv": _table([column[0] for column in COLUMNS[name]], rows[name]) for name in COLUMNS}
    return {**tables, f"data/{METADATA}": json.dumps(_metadata(edition), ensure_ascii=False, indent=1) + "\n"}


def _table(head: Sequence[str], rows: Iterable[Row]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([head, *rows])
    return MARK + text.getvalue()


def _entries(edition: BuiltEdition) -> Iterator[Row]:
    entries, annotations = edition.concordance.entries, edition.corpus.annotations
    for entry in entries.values():
        annotation = annotations.get(entry.id)
        terms = [term_id(facet, name) for facet, names in (annotation.who if annotation else ()) for name in names]
        text = prefix_of(entry.id) if entry.kind.is_provision else None
        yield (
            entry.id,
            entry.kind.id,
            entry.label,
            entry.title,
            whole_of(entry, entries) or text,
            # A spreadsheet takes "12." for a number, and shows it without the full stop in any case.
            entry.number.removesuffix("."),
            entry.date,
            f"{edition.address(entry.docname)}#{entry.id}",
            SEPARATOR.join(terms),
            annotation.summary if annotation else None,
            annotation.reviewed.isoformat() if annotation and annotation.reviewed else None,
            entry.content,
        )


def _links(edition: BuiltEdition) -> Iterator[Row]:
    for link in edition.concordance.links:
        yield link.subject, link.predicate, link.object, link.grade, link.provenance.value, link.reason


def _terms(edition: BuiltEdition) -> Iterator[Row]:
    for facet, terms in edition.corpus.vocabulary.facets.items():
        yield from ((term_id(facet, name), facet, name, term.label, term.means) for name, term in terms.items())


def _metadata(edition: BuiltEdition) -> dict[str, Any]:
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": edition.site.language_tag}],
        "dc:title": edition.site.title,
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"]},
        "tables": [{"url": f"{name}.csv", "tableSchema": _schema(name)} for name in COLUMNS],
    }


def _schema(table: str) -> dict[str, Any]:
    columns = [
        {"name": name, "titles": name, "dc:description": _(means), **({"separator": SEPARATOR} if several else {})}
        for name, means, several in COLUMNS[table]
    ]
    keys = [
        {"columnReference": column, "reference": {"resource": f"{other}.csv", "columnReference": "id"}}
        for column, other in FOREIGN_KEYS.get(table, {}).items()
    ]
    return {"columns": columns, "primaryKey": KEYS[table], **({"foreignKeys": keys} if keys else {})}
