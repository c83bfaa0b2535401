"""Translation of what editors write: the vocabulary, and what annotations say outside of their commentary.

The commentary is translated with the page that shows it, by Sphinx. Full citations are not translated: their styles are
made for English.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from concordance.model.pickling import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from concordance.model.corpus import Annotation, Corpus, Line
    from concordance.model.entries import Link
    from concordance.model.kinds import Kind
    from concordance.model.vocabulary import Text, Vocabulary

    Translate = Callable[[str], str]

Editorial = TypeVar("Editorial", "Annotation", "Vocabulary")


def untranslated(words: str) -> str:
    """Return words as they are."""
    return words


def translate_corpus(corpus: Corpus, translate: Translate) -> Corpus:
    """Return a corpus with its words translated; what `translate` does not know, it returns as it is."""
    search_words, considered = corpus.search_words, corpus.considered
    return replace(
        corpus,
        vocabulary=translate_vocabulary(corpus.vocabulary, translate),
        annotations={name: translate_annotation(each, translate) for name, each in corpus.annotations.items()},
        search_words=replace(search_words, filters=_values(search_words.filters, translate)),
        considered=replace(
            considered,
            without={
                kind: {name: _line(reason, translate) for name, reason in reasons.items()}
                for kind, reasons in considered.without.items()
            },
        ),
    )


def translate_vocabulary(vocabulary: Vocabulary, translate: Translate) -> Vocabulary:
    """Return a vocabulary with the words that readers see translated, but for those of full citations."""
    predicates = {
        name: replace(
            each, says=translate(each.says), reverse_says=translate(each.reverse_says), means=translate(each.means)
        )
        for name, each in vocabulary.predicates.items()
    }
    facets = {
        facet: {
            name: replace(term, label=translate(term.label), means=translate(term.means))
            for name, term in terms.items()
        }
        for facet, terms in vocabulary.facets.items()
    }
    grades = {
        name: replace(grade, label=translate(grade.label), means=translate(grade.means))
        for name, grade in vocabulary.grades.items()
    }
    return _read_anew(
        vocabulary,
        replace(
            vocabulary,
            texts={name: _text(text, translate) for name, text in vocabulary.texts.items()},
            kinds={name: _kind(kind, translate) for name, kind in vocabulary.kinds.items()},
            predicates=predicates,
            grades=grades,
            facets=facets,
            parts={name: replace(part, name=translate(part.name)) for name, part in vocabulary.parts.items()},
        ),
    )


def translate_annotation(annotation: Annotation, translate: Translate) -> Annotation:
    """Return an annotation with its words translated, but for its commentary and sources."""
    translated = _read_anew(
        annotation,
        replace(
            annotation,
            title=annotation.title and translate(annotation.title),
            summary=annotation.summary and translate(annotation.summary),
            links=tuple(_link(link, translate) for link in annotation.links),
            notes=tuple(replace(note, text=translate(note.text)) for note in annotation.notes),
            questions=tuple(_line(line, translate) for line in annotation.questions),
            answers=tuple(_line(line, translate) for line in annotation.answers),
        ),
    )
    return translated if translated is annotation else replace(translated, front_matter=translated.fingerprint)


def _text(text: Text, translate: Translate) -> Text:
    title = text.facts.title and translate(text.facts.title)
    return replace(
        text,
        name=translate(text.name),
        cite=_values(text.cite, translate),
        notice=translate(text.notice),
        facts=replace(text.facts, title=title),
        shown=_values(text.shown, translate),
        shown_several=_values(text.shown_several, translate),
    )


def _kind(kind: Kind, translate: Translate) -> Kind:
    """Return a kind with the words of the edition for it translated; the interface may have others."""
    names = (kind.name, kind.plural, kind.heading)
    name, plural, heading = (words and translate(words) for words in names)
    return replace(kind, name=name, plural=plural, heading=heading)


def _link(link: Link, translate: Translate) -> Link:
    return replace(link, reason=translate(link.reason))


def _line(line: Line, translate: Translate) -> Line:
    return replace(line, text=translate(line.text))


def _values(words: Mapping[str, str], translate: Translate) -> dict[str, str]:
    return {name: translate(each) for name, each in words.items()}


def _read_anew(before: Editorial, after: Editorial) -> Editorial:
    """Return what was translated, with a fingerprint that changes with the translation as well as with the file."""
    words = repr(replace(after, fingerprint=before.fingerprint))
    # Kinds are equal whatever they are called.
    if words == repr(before):
        return before
    return replace(after, fingerprint=fingerprint(words))
