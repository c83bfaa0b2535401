"""Words of other languages, and the records that each finds: fetched only for words that the index does not know."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from concordance.exports.search_records import COMMENTARY, TERM, own_synonyms
from concordance.graph.synonyms import words_of
from concordance.model.vocabulary import term_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from concordance.exports.search_records import SearchRecord
    from concordance.model.corpus import Corpus, Synonym

# How Unicode begins the names of letters; `lettersOf` in browser/pages/search-languages.js tells the same kinds apart.
LETTERS = {"ARABIC": "arabic", "CYRILLIC": "cyrillic", "CJK": "han"}
OTHER_LETTERS = "latin"

# The words of a synonym, the places of the records that it names, and of others that have one of its phrases.
ForeignRow = tuple[tuple[str, ...], list[int], list[int]]


def foreign_synonyms(corpus: Corpus) -> list[Synonym]:
    """Return the synonyms of other languages than the edition's."""
    # They stand last.
    own = own_synonyms(corpus)
    return list(corpus.search_words.synonyms[len(own) :])


def by_script(rows: Iterable[ForeignRow]) -> dict[str, list[ForeignRow]]:
    """Return the rows with only the words of one kind of letters, by these; those of the last kind are all others.

    Whoever writes in one kind of letters fetches no words in others.
    """
    divided: dict[str, list[ForeignRow]] = {letters: [] for letters in (*LETTERS.values(), OTHER_LETTERS)}
    for words, named, saying in rows:
        for letters, of_letters in divided.items():
            written = tuple(word for word in words if _letters_of(word) == letters)
            if written:
                of_letters.append((written, named, saying))
    return divided


def _letters_of(word: str) -> str:
    first = next(filter(str.isalpha, word), "a")
    return LETTERS.get(unicodedata.name(first, "").partition(" ")[0], OTHER_LETTERS)


def foreign_rows(searched: Sequence[SearchRecord], synonyms: Iterable[Synonym]) -> Iterator[ForeignRow]:
    """Yield the words of every synonym of another language, the places of the records it names, and of others."""
    synonyms = list(synonyms)
    spoken = [
        () if record.kind in {COMMENTARY, TERM} else tuple(map(words_of, (record.label, record.title, record.content)))
        for record in (searched if synonyms else ())
    ]
    places = {record.anchor: place for place, record in enumerate(searched)}
    for synonym in synonyms:
        terms = (term_id(facet, name) for facet, names in synonym.terms for name in names)
        named = [places[each] for each in (*synonym.entries, *terms) if each in places]
        phrases = [words_of(phrase) for phrase in synonym.phrases]
        saying = [
            place
            for place, texts in enumerate(spoken)
            if place not in named and any(phrase in text for phrase in phrases for text in texts)
        ]
        yield synonym.searched, named, saying
