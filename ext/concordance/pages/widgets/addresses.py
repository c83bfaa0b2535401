"""All short addresses of an edition, for the page that lists them. Pure; no Sphinx."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short import text_of
from concordance.citations.short_addresses import scheme_of, short_path
from concordance.model.problems import nearest

if TYPE_CHECKING:
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Kind
    from concordance.pages.edition_view import EditionView
    from concordance.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class Addressed:
    """An entry and its short address."""

    path: str
    entry: Reference


@dataclass(frozen=True, slots=True)
class Shelf:
    """The entries of one kind; provisions are grouped by their text, which `text` names."""

    kind: Kind
    text: str
    entries: tuple[Addressed, ...]


def gather_addresses(_argument: str, _docname: str, whole: EditionView) -> tuple[Shelf, ...]:
    """Return the short addresses of all entries, in the order of the edition."""
    entries = whole.concordance.entries
    scheme = scheme_of(whole.corpus.vocabulary, entries.values())
    shelves: dict[tuple[Kind, str], list[Addressed]] = defaultdict(list)
    for entry in entries.values():
        reference = whole.references[entry.id]
        shelves[entry.kind, reference.text].append(Addressed(short_path(entry.id, scheme), reference))
    return tuple(Shelf(kind, text, tuple(found)) for (kind, text), found in shelves.items())


def gather_reference(identifier: str, _docname: str, whole: EditionView) -> Reference | None:
    """Return an entry, or None where there is none of that id."""
    return whole.references.get(identifier)


def a_provision(argument: str, corpus: Corpus) -> str | None:
    """Return what is wrong with an argument that is to be the id of a provision, or None."""
    texts = corpus.vocabulary.texts
    return None if text_of(argument, texts) else f"There is no provision {argument!r}. {nearest(argument, texts)}"
