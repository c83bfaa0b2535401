"""What readers call things, and what they are to find by it. Pure; no Sphinx."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus, Synonym
    from concordance.model.entries import Entry

WORD = re.compile(r"[^\W_]+", re.UNICODE)


def check_finding(concordance: Concordance, corpus: Corpus) -> list[Problem]:
    """Return what is wrong with the file of synonyms: words that lead nowhere, and names of what is not there."""
    entries, finding = concordance.entries, corpus.finding
    # Of a file with something wrong in it, not all that it says is known.
    said = [] if corpus.unsound else [words_of(text) for text in everything_said(entries.values(), corpus)]
    problems = [problem for synonym in finding.synonyms for problem in _in_vain(synonym, entries, said)]
    vocabulary = corpus.vocabulary
    # Without a vocabulary, all that could be told of names is that nothing is known.
    if finding.place is not None and vocabulary.fingerprint:
        for what, named, known in (
            ("text", finding.names, vocabulary.texts),
            ("facet", finding.filters, vocabulary.facets),
        ):
            for name in named:
                if name not in known:
                    message = f"There is no {what} {name!r} to name."
                    problems.append(Problem(finding.place, ProblemKind.UNKNOWN_ID, message, nearest(name, known)))
        for name in finding.prose.names:
            if not any(identifier.startswith(f"{name}-") for identifier in entries):
                message = f"No id begins with {name!r}, so there is nothing to name in sentences."
                problems.append(Problem(finding.place, ProblemKind.UNKNOWN_ID, message, nearest(name, entries)))
    return problems


def everything_said(entries: Iterable[Entry], corpus: Corpus) -> Iterator[str]:
    """Yield the words of every entry and what editors say of it."""
    for entry in entries:
        annotation = corpus.annotations.get(entry.id)
        prose = annotation.prose if annotation else ()
        yield from (entry.label, entry.title, entry.content or "", *entry.aliases, entry.about, *prose)


def words_of(text: str) -> str:
    """Return the words of a text in lower case, each between spaces, so that a phrase is found whole or not at all."""
    return f" {' '.join(WORD.findall(text.casefold()))} "


def hidden_words(identifier: str, said: Iterable[str], synonyms: Iterable[Synonym]) -> Iterator[str]:
    """Yield the words by which readers search for what a record holds: it is of that entry, or says that phrase."""
    texts = [words_of(text) for text in said]
    for synonym in synonyms:
        phrases = [words_of(phrase) for phrase in synonym.phrases]
        if identifier in synonym.entries or any(phrase in text for phrase in phrases for text in texts):
            yield from synonym.searched


def _in_vain(synonym: Synonym, entries: Mapping[str, Entry], said: list[str]) -> Iterator[Problem]:
    what = ", ".join(synonym.searched)
    if not synonym.phrases and not synonym.entries:
        message = f"`{what}` finds nothing."
        yield Problem(synonym.place, ProblemKind.SCHEMA, message, "Add `phrases: […]` or `entries: […]`.")
    for identifier in synonym.entries:
        if identifier not in entries:
            message = f"There is no entry {identifier!r} to find by `{what}`."
            yield Problem(synonym.place, ProblemKind.UNKNOWN_ID, message, nearest(identifier, entries))
    for phrase in synonym.phrases:
        words = words_of(phrase)
        if said and not any(words in text for text in said):
            message = f"No entry and no commentary says “{phrase}”, which is to be found by `{what}`."
            yield Problem(synonym.place, ProblemKind.QUOTE, message, "Write a phrase that stands there, word by word.")
