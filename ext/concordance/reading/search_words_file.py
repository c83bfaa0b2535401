"""Read the words that readers write when they look for something, and those of other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.model.corpus import (
    NO_SEARCH_WORDS,
    Line,
    ProseCitationWords,
    SearchNotice,
    SearchWords,
    Synonym,
)
from concordance.model.problems import Problem, ProblemKind
from concordance.reading.data_file import read_model
from concordance.reading.search_words_schema import (
    PLACED,
    FoundModel,
    InProseModel,
    NoticeModel,
    SearchWordsModel,
    TranslationsModel,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.model.problems import Place
    from concordance.reading.strict_yaml import Document


def read_search_words(data: bytes, path: str) -> tuple[SearchWords, list[Problem]]:
    """Return what readers write when they look for something, from the bytes of its file, and what is wrong there.

    They are empty if the file is not as its schema says. `path` is that of the file, for problems.
    """
    model, document, problems = read_model(SearchWordsModel, data, path, ProblemKind.SCHEMA)
    if model is None:
        return NO_SEARCH_WORDS, problems
    citations = model.citations
    synonyms = tuple(
        _synonym(synonym.searched, synonym, document.spot(("synonyms", index, "searched")).value)
        for index, synonym in enumerate(model.synonyms)
    )
    asked = {
        page: tuple(Line(text, document.spot(("asked", page, index)).text) for index, text in enumerate(texts))
        for page, texts in model.asked.items()
    }
    return SearchWords(
        names={text: tuple(names) for text, names in citations.texts.items()},
        series={name: tuple(words) for name, words in citations.series.items()},
        skipped=tuple(citations.skipped),
        filters=model.filters,
        synonyms=synonyms,
        places={field: document.names(location) for field, location in PLACED.items()},
        prose=_in_prose(citations.prose),
        asked=asked,
        notice=_notice(model.notice, document),
    ), [*problems, *_check_searched(synonyms)]


def _notice(model: NoticeModel | None, document: Document) -> SearchNotice | None:
    if model is None:
        return None
    place = document.spot(("notice", "page")).value
    return SearchNotice(model.page, model.anchor, model.label, tuple(model.searched), place)


def _check_searched(synonyms: Iterable[Synonym]) -> Iterator[Problem]:
    """Yield a problem for each word that leads somewhere from two places: what it finds belongs together."""
    first: dict[str, Place] = {}
    for synonym in synonyms:
        for word in synonym.searched:
            before = first.setdefault(word.casefold(), synonym.place)
            if before is not synonym.place:
                message = f"“{word}” is searched on line {before.line} already."
                yield Problem(synonym.place, ProblemKind.SLIP, message, "Join the two, or remove it from one of them.")


def read_translations(data: bytes, path: str) -> tuple[tuple[Synonym, ...], list[Problem]]:
    """Return synonyms in other languages, from the bytes of their file, and what is wrong there.

    There is one for each item, searched by the words of all its languages; none if the file is not as its schema says.
    `path` is that of the file, for problems.
    """
    model, document, problems = read_model(TranslationsModel, data, path, ProblemKind.SCHEMA)
    if model is None:
        return (), problems
    return tuple(
        _synonym(
            (word for words in item.searched.values() for word in words),
            item,
            document.spot(("words", index, "searched")).name,
        )
        for index, item in enumerate(model.words)
    ), problems


def _synonym(searched: Iterable[str], targets: FoundModel, place: Place) -> Synonym:
    terms = tuple((facet, tuple(names)) for facet, names in targets.terms.items())
    return Synonym(tuple(searched), tuple(targets.phrases), tuple(targets.entries), place, terms)


def _in_prose(model: InProseModel) -> ProseCitationWords:
    return ProseCitationWords(
        names={identifier: tuple(names) for identifier, names in model.names.items()},
        vague=tuple(model.vague),
        symbols={start: tuple(ways) for start, ways in model.symbols.items()},
        several=tuple(model.several),
        joins=tuple(model.joins),
        ranges=tuple(model.ranges),
        belongs=tuple(model.belongs),
        before=tuple(model.before),
        after=tuple(model.after),
    )
