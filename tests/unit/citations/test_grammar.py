"""The words that all scripts which read citations share."""

from __future__ import annotations

from dataclasses import replace

from concordance.citations.grammar import grammar_words
from concordance.model.corpus import EMPTY_CORPUS, NO_PROSE_WORDS, NO_SEARCH_WORDS, Corpus
from concordance.model.vocabulary import CitationRules, Vocabulary

PROSE = replace(
    NO_PROSE_WORDS, symbols={"H/": ("Harbour paper", "HP")}, joins=("and",), ranges=("to",), belongs=("of", "of the")
)


def corpus(documents: str) -> Corpus:
    rules = CitationRules(documents, {}, (), {}, {})
    vocabulary = replace(Vocabulary({}, {}, {}, {}, "x"), citing=rules)
    return replace(EMPTY_CORPUS, vocabulary=vocabulary, search_words=replace(NO_SEARCH_WORDS, prose=PROSE))


def test_scripts_are_handed_the_words_of_citations_by_what_they_do() -> None:
    assert grammar_words(corpus("Port doc")) == {
        "symbols": [["H/", "Harbour paper", "HP"]],
        "documents": ["Port doc"],
        "and": ("and",),
        "to": ("to",),
        "of": ("of", "of the"),
    }


def test_without_words_before_symbols_there_are_none_to_leave_out() -> None:
    assert grammar_words(corpus(""))["documents"] == []
