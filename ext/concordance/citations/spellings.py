"""How readers write citations, as data for the script that resolves what they type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concordance.citations.short import text_of
from concordance.graph.concordance import outermost
from concordance.model.kinds import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry

# Readers search for parts by short names of their whole, of at most so many words: acronyms, "Palermo Protocol".
SHORT_NAME_WORDS = 3
# Of the words for a series, readers write the first few.
SERIES_WORDS = 2
NUMBERS = re.compile(r"\d+(?:[./]\w+)+.*")


def relative_citation(entry: Entry, concordance: Concordance, corpus: Corpus) -> str:
    """Return how a part is cited within its text or work: "12", "43 b", "op 16", "art 24"; "" for other entries.

    It is the rest of its id behind that of the whole, as in the script that resolves citations.
    """
    if entry.kind.is_provision:
        text = text_of(entry.id, corpus.vocabulary.texts)
        whole = text.id if text else None
    else:
        whole = outermost(entry.id, concordance.entries) if entry.kind.is_section else None
    return entry.id.removeprefix(f"{whole}-").replace("-", " ") if whole else ""


def names_of(entry: Entry) -> tuple[str, ...]:
    """Return the names by which an entry may be cited, besides its label, its title and its id.

    These are its aliases and, for a document or what is cited by number, its bare number: "64/293", "8.7".
    """
    kind = entry.kind
    has_number = kind.has_role(Role.DOCUMENT) or kind.role is Role.NUMBERED
    number = NUMBERS.search(entry.label) if has_number else None
    return (*entry.aliases, number[0]) if number else entry.aliases


def spell_out_series(citation: str, series: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield a relative citation with its series spelled out: "article 24" for "art 24".

    `series` holds the words for a series by its key.
    """
    key, _, number = ("", "", citation) if citation[:1].isdigit() else citation.partition(" ")
    if citation:
        words = [word for word in series.get(key, ()) if word.isalpha()]
        yield from (f"{word} {number}" for word in words[:SERIES_WORDS])


def family_names(entry: Entry, concordance: Concordance) -> Iterator[str]:
    """Yield short names of the work that an article belongs to."""
    if entry.kind.is_section:
        whole = outermost(entry.id, concordance.entries)
        yield from (name for name in concordance.entries[whole].aliases if len(name.split()) <= SHORT_NAME_WORDS)
