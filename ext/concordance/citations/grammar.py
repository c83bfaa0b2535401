"""The words by which citations are recognized, as all scripts that read citations have them.

How these words, numbers and signs make a citation stands in `browser/pages/citation-grammar.js`, for the search and for
`linker.js`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concordance.model.corpus import Corpus


def grammar_words(corpus: Corpus) -> dict[str, object]:
    """Return the words as `CitationWords` in `browser/types/finding.d.ts` describes them."""
    prose, documents = corpus.search_words.prose, corpus.vocabulary.citing.symbols
    return {
        "symbols": [[start, *ways] for start, ways in prose.symbols.items()],
        "documents": [documents] if documents else [],
        "and": prose.joins,
        "to": prose.ranges,
        "of": prose.belongs,
    }
