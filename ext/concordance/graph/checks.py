"""All checks of what is known once the pages are joined with the annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.graph.grades import check_grades
from concordance.graph.link_rules import check_link_rules
from concordance.graph.mentions import check_mentions
from concordance.graph.similarity import words
from concordance.graph.synonyms import check_asked, check_search_words
from concordance.model.layout import VOCABULARY_PATH
from concordance.model.problems import Place, Problem, ProblemKind, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus
    from concordance.model.vocabulary import Vocabulary


def check_joined(concordance: Concordance, corpus: Corpus, docnames: Collection[str]) -> list[Problem]:
    """Return the problems of links, grades, mentions, search words, set phrases, provisions and the vocabulary.

    `docnames` are those of all pages.

    A check and a build call this, so that both find the same.
    """
    return [
        *check_search_words(concordance, corpus),
        *check_asked(corpus, docnames),
        *check_link_rules(concordance, corpus.vocabulary),
        *check_grades(concordance, corpus.vocabulary),
        *check_mentions(concordance, corpus),
        *_check_set_phrases(concordance, corpus),
        *_check_words(concordance),
        *_check_declared(concordance, corpus.vocabulary, docnames),
    ]


def _check_set_phrases(concordance: Concordance, corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each set phrase that stands in no provision, and so leaves nothing out."""
    phrases = corpus.considered.phrases
    if not phrases:
        return
    texts = [f" {' '.join(words(entry.content))} " for entry in concordance.entries.values() if entry.content]
    for phrase, reason in phrases.items():
        wanted = f" {' '.join(words(phrase))} "
        if not any(wanted in text for text in texts):
            message = f"No provision says “{phrase}”."
            remedy = "Copy the phrase from the words of a provision, or remove this line."
            yield Problem(reason.place, ProblemKind.QUOTE, message, remedy)


def _check_words(concordance: Concordance) -> Iterator[Problem]:
    """Yield a problem for each provision that has no words."""
    for entry in concordance.entries.values():
        if entry.kind.is_provision and not (entry.content or "").strip():
            message = f"The provision {entry.id} has no words."
            remedy = "Write them below the options, with a blank line between, or remove the provision."
            yield Problem(entry.place, ProblemKind.DIRECTIVE, message, remedy)


def _check_declared(concordance: Concordance, vocabulary: Vocabulary, docnames: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each entry, text and page that the vocabulary names and that does not exist."""
    texts, whole = vocabulary.texts, Place(VOCABULARY_PATH, 1)
    named: list[tuple[tuple[str, ...], str | None]]
    named = [(("texts", text.id, "official"), text.official) for text in texts.values()]
    named += [(("citing", "untitled", identifier), identifier) for identifier in vocabulary.citing.untitled]
    named += [(("citing", "within", kind), identifier) for kind, identifier in vocabulary.citing.within.items()]
    for location, identifier in named:
        if identifier and identifier not in concordance.entries:
            message, remedy = f"There is no entry {identifier!r}.", nearest(identifier, concordance.entries)
            yield Problem(whole, ProblemKind.UNKNOWN_ID, message, remedy, (identifier,), location)
    declared: list[tuple[tuple[str, ...], str, str, Collection[str]]]
    declared = [(("texts", text.id, "facts", "part-of"), text.facts.part_of, "text", texts) for text in texts.values()]
    declared += [(("parts", docname), docname, "page", docnames) for docname in vocabulary.parts]
    for location, name, what, known in declared:
        if name and name not in known:
            message, remedy = f"There is no {what} {name!r}.", nearest(name, known)
            yield Problem(whole, ProblemKind.VOCABULARY, message, remedy, rests_on=location)
