"""Words of other languages, and the records that each finds: fetched only for words that the index does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.exports.search_records import COMMENTARY, TERM, own_synonyms
from concordance.graph.synonyms import words_of
from concordance.model.vocabulary import term_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from concordance.exports.search_records import SearchRecord
    from concordance.model.corpus import Corpus, Synonym


def foreign_synonyms(corpus: Corpus) -> list[Synonym]:
    """Return the synonyms of other languages than the edition's."""
    # They stand last.
    own = own_synonyms(corpus)
    return list(corpus.search_words.synonyms[len(own) :])


def foreign_rows(
    searched: Sequence[SearchRecord], synonyms: Iterable[Synonym]
) -> Iterator[tuple[tuple[str, ...], list[int], list[int]]]:
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
