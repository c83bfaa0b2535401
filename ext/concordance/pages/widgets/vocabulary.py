"""The controlled words of an edition, for the page that explains them and gives each an address."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.i18n.kind_names import kind_name
from concordance.i18n.words import N_, _
from concordance.model.entries import Provenance
from concordance.model.vocabulary import term_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from concordance.model.corpus import Corpus
    from concordance.model.vocabulary import Predicate, Vocabulary
    from concordance.pages.edition_view import EditionView

PROVENANCES: Mapping[Provenance, str] = MappingProxyType(
    {
        Provenance.TEXT: N_("The words of the text name the other entry."),
        Provenance.EDITOR: N_("An editor judged it."),
        Provenance.COMPUTED: N_("A program suggested it, and an editor accepted it."),
    }
)


@dataclass(frozen=True, slots=True)
class ExplainedWord:
    """A word of the vocabulary."""

    anchor: str
    """Its id on the page."""
    name: str
    """What data call it."""
    label: str
    """What pages call it."""
    means: str
    """What it means, explained in a sentence; empty for a kind of entries."""
    listed: str = ""
    """The id of the list of everything under it, empty without one."""


@dataclass(frozen=True, slots=True)
class WordList:
    """Words of one sort."""

    title: str
    anchor: str
    """Its id on the page, empty without one."""
    words: tuple[ExplainedWord, ...]


def word_id(sort: str, name: str) -> str:
    """Return the id of a word: `predicate-restates`."""
    return f"{sort}-{name}"


def vocabulary_anchors(_argument: str, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield the ids of all words that are explained, each with its label."""
    for words in _word_lists(corpus):
        if words.anchor:
            yield words.anchor, words.title
        yield from ((word.anchor, word.label) for word in words.words if not word.listed)


def gather_vocabulary(_argument: str, _docname: str, edition: EditionView) -> tuple[WordList, ...]:
    """Return the words of an edition, sort by sort."""
    return tuple(_word_lists(edition.corpus))


def _word_lists(corpus: Corpus) -> Iterator[WordList]:
    vocabulary = corpus.vocabulary
    predicates = (word for predicate in vocabulary.predicates.values() for word in _both_ways(predicate))
    yield WordList(_("Kinds of links"), "predicates", tuple(predicates))
    yield WordList(_("Grades"), "grades", tuple(_grades(vocabulary)))
    provenances = (
        ExplainedWord(word_id("provenance", each), each, each, _(means)) for each, means in PROVENANCES.items()
    )
    yield WordList(_("Provenance"), "provenances", tuple(provenances))
    kinds = (
        ExplainedWord(word_id("kind", kind.id), kind.id, kind_name(kind), "") for kind in vocabulary.kinds.values()
    )
    yield WordList(_("Kinds of entries"), "kinds", tuple(kinds))
    for facet, terms in vocabulary.facets.items():
        words = (ExplainedWord("", name, term.label, term.means, term_id(facet, name)) for name, term in terms.items())
        yield WordList(corpus.search_words.filters.get(facet, facet), word_id("facet", facet), tuple(words))


def _both_ways(predicate: Predicate) -> Iterator[ExplainedWord]:
    reverse = _("The reverse of “%s”.") % predicate.name
    yield ExplainedWord(word_id("predicate", predicate.name), predicate.name, predicate.says, predicate.means)
    yield ExplainedWord(word_id("predicate", predicate.reverse), predicate.reverse, predicate.reverse_says, reverse)


def _grades(vocabulary: Vocabulary) -> Iterator[ExplainedWord]:
    for name, grade in vocabulary.grades.items():
        yield ExplainedWord(word_id("grade", name), name, grade.label, grade.means)
