"""How readers write citations, as data from which a script resolves what they type. Pure; no Sphinx."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concordance.citations.short import text_of
from concordance.graph.concordance import whole_of
from concordance.model.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry

# Names of a whole by which readers search for its parts as well are short: acronyms, "Palermo Protocol".
SHORT = 3
# Of the words for a series the first ones are those that readers write.
WRITTEN = 2
NUMBERS = re.compile(r"\d+(?:[./]\w+)+.*")


def cited_as(entry: Entry, concordance: Concordance, corpus: Corpus) -> str:
    """Return how a part is cited within its text or instrument: "12", "43 b", "op 16", "art 24"; "" for other entries.

    It is what its id has behind that of the whole. The script that resolves citations takes it from there as well.
    """
    if entry.kind is Kind.PROVISION:
        text = text_of(entry.id, corpus.vocabulary.texts)
        whole = text.id if text else None
    else:
        whole = whole_of(entry, concordance.entries) if entry.kind is Kind.ARTICLE else None
    return entry.id.removeprefix(f"{whole}-").replace("-", " ") if whole else ""


def names_of(entry: Entry) -> tuple[str, ...]:
    """Return the names by which an entry may be cited, beside its label, its title and its id.

    The number of a document or target names it even without what stands before it: "64/293", "8.7".
    """
    number = NUMBERS.search(entry.label) if entry.kind in {Kind.DOCUMENT, Kind.TARGET} else None
    return (*entry.aliases, number[0]) if number else entry.aliases


def written_out(cited: str, series: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield how a citation within a whole is written out: "article 24" for "art 24", where a label has "art. 24"."""
    before, _, number = ("", "", cited) if cited[:1].isdigit() else cited.partition(" ")
    if cited:
        words = [word for word in series.get(before, ()) if word.isalpha()]
        yield from (f"{word} {number}" for word in words[:WRITTEN])


def family_names(entry: Entry, concordance: Concordance) -> Iterator[str]:
    """Yield short names of the whole that an article belongs to."""
    whole = whole_of(entry, concordance.entries) if entry.kind is Kind.ARTICLE else None
    if whole is not None:
        yield from (name for name in concordance.entries[whole].aliases if len(name.split()) <= SHORT)
