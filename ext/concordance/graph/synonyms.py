"""Words of readers: what they call things and how they ask, and what a search for that finds."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus, Line, Synonym
    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Term

# Letters and digits only: the parts of a hyphenated word are words of their own.
PLAIN_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def check_search_words(concordance: Concordance, corpus: Corpus) -> list[Problem]:
    """Return the problems of the file of synonyms: words that find nothing, and names of what does not exist."""
    entries, search_words = concordance.entries, corpus.search_words
    # Not all the words of a file with something wrong in it are known.
    is_searched = not corpus.unsound and any(synonym.phrases for synonym in search_words.synonyms)
    searchable = [spaced_words(text) for text in searchable_texts(entries.values(), corpus)] if is_searched else []
    problems = [
        problem for synonym in search_words.synonyms for problem in _check_synonym(synonym, entries, searchable)
    ]
    vocabulary = corpus.vocabulary
    if vocabulary.fingerprint:
        problems += [problem for each in search_words.synonyms for problem in _unknown_terms(each, vocabulary.facets)]
        problems += _check_names(entries, corpus)
    return problems


def _check_names(entries: Mapping[str, Entry], corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each text, facet and part of an id that words are given for and that does not exist."""
    facets, texts, places = corpus.vocabulary.facets, corpus.vocabulary.texts, corpus.search_words.places
    parts = {part for identifier in entries for part in identifier.split("-")}
    for field, what, section, known in (("names", "text", "texts", texts), ("filters", "facet", "facets", facets)):
        for name, place in places.get(field, {}).items():
            if name not in known:
                message, remedy = f"There is no {what} {name!r} to name.", nearest(name, known)
                yield Problem(place, ProblemKind.UNKNOWN_ID, message, remedy, rests_on=(section, name))
    for name, place in places.get("series", {}).items():
        if name and name not in parts:
            message = f"No id has {name!r} before a number, so there is nothing to find."
            yield Problem(place, ProblemKind.UNKNOWN_ID, message, nearest(name, parts))
    for name, place in places.get("prose", {}).items():
        if not any(identifier.startswith(f"{name}-") for identifier in entries):
            message = f"No id begins with {name!r}, so there is nothing to name in sentences."
            yield Problem(place, ProblemKind.UNKNOWN_ID, message, nearest(name, parts))


def searchable_texts(entries: Iterable[Entry], corpus: Corpus) -> Iterator[str]:
    """Yield every text that a search finds entries by: their own words, and what editors write on them."""
    for entry in entries:
        annotation = corpus.annotations.get(entry.id)
        prose = annotation.prose if annotation else ()
        yield from (entry.label, entry.title, entry.content or "", *entry.aliases, entry.about, *prose)


def check_asked(corpus: Corpus, docnames: Collection[str]) -> list[Problem]:
    """Return the problems of everyday phrasings: one that stands twice, and pages that are not among `docnames`.

    So is the page of the notice that is offered first.
    """
    asked = corpus.search_words.asked
    problems = [
        Problem(lines[0].place, ProblemKind.UNKNOWN_ID, f"There is no page {page!r} to find.", nearest(page, docnames))
        for page, lines in asked.items()
        if page not in docnames and lines
    ]
    notice = corpus.search_words.notice
    if notice and notice.page not in docnames:
        message = f"There is no page {notice.page!r} to lead to."
        problems.append(Problem(notice.place, ProblemKind.UNKNOWN_ID, message, nearest(notice.page, docnames)))
    by_words: dict[str, Line] = {}
    annotated = (annotation.asked for annotation in corpus.annotations.values())
    for line in (line for lines in (*annotated, *asked.values()) for line in lines):
        first = by_words.setdefault(spaced_words(line.text), line)
        if first is not line:
            message = f"“{line.text}” is asked at {first.place.path}:{first.place.line} already."
            remedy = "Keep it where it is answered best, and word the other differently or remove it."
            problems.append(Problem(line.place, ProblemKind.SCHEMA, message, remedy))
    return problems


def spaced_words(text: str) -> str:
    """Return the words of a text in lower case between single spaces, with one at either end.

    So a phrase is found within a text only as whole words.
    """
    return f" {' '.join(PLAIN_WORD.findall(text.casefold()))} "


class SynonymIndex:
    """Synonyms by the first words of their phrases: few of them need to be looked for in a text."""

    def __init__(self, synonyms: Iterable[Synonym]) -> None:
        self.synonyms = tuple(synonyms)
        self._phrases: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for place, synonym in enumerate(self.synonyms):
            for phrase in map(spaced_words, synonym.phrases):
                self._phrases[phrase.split()[0] if phrase.strip() else ""].append((phrase, place))

    def said_in(self, texts: Iterable[str]) -> set[int]:
        """Return the places of the synonyms of which a phrase stands in one of the texts."""
        places: set[int] = set()
        for words in map(spaced_words, texts):
            for first in self._phrases.keys() & set(words.split()):
                places.update(place for phrase, place in self._phrases[first] if phrase in words)
        return places


def _check_synonym(synonym: Synonym, entries: Mapping[str, Entry], searchable: list[str]) -> Iterator[Problem]:
    what = ", ".join(synonym.searched)
    if not (synonym.phrases or synonym.entries or synonym.terms):
        message, remedy = f"`{what}` finds nothing.", "Add `phrases: […]`, `entries: […]` or `terms: {…}`."
        yield Problem(synonym.place, ProblemKind.SCHEMA, message, remedy)
    for identifier in synonym.entries:
        if identifier not in entries:
            message = f"There is no entry {identifier!r} to find by `{what}`."
            remedy = nearest(identifier, entries)
            yield Problem(synonym.place, ProblemKind.UNKNOWN_ID, message, remedy, (identifier,))
    for phrase in synonym.phrases:
        words = spaced_words(phrase)
        if searchable and not any(words in text for text in searchable):
            message = f"No entry and no commentary says “{phrase}”, which is to be found by `{what}`."
            yield Problem(synonym.place, ProblemKind.QUOTE, message, "Write a phrase that stands there, word by word.")


def _unknown_terms(synonym: Synonym, facets: Mapping[str, Mapping[str, Term]]) -> Iterator[Problem]:
    what = ", ".join(synonym.searched)
    for facet, names in synonym.terms:
        if facet not in facets:
            message = f"There is no facet {facet!r} to find by `{what}`."
            remedy = nearest(facet, facets)
            yield Problem(synonym.place, ProblemKind.VOCABULARY, message, remedy, rests_on=("facets", facet))
            continue
        for name in names:
            if name not in facets[facet]:
                message = f"{name!r}, which is to be found by `{what}`, is not one of the {facet}."
                remedy = nearest(name, facets[facet])
                rests_on = ("facets", facet, name)
                yield Problem(synonym.place, ProblemKind.VOCABULARY, message, remedy, rests_on=rests_on)
