"""Give translators what editors write outside of pages, and take what they make of it.

Titles, summaries, questions and the reasons of links stand in the catalogues of the pages that show them, the words of
the vocabulary in one of their own. What is translated is looked for where Sphinx looks for the catalogues of pages.
"""

from __future__ import annotations

import struct
from gettext import GNUTranslations
from typing import TYPE_CHECKING

from sphinx.builders.gettext import MessageCatalogBuilder, MsgOrigin
from sphinx.util.i18n import CatalogRepository, docname_to_domain

from concordance.i18n.editors_words import translate_vocabulary, untranslated
from concordance.model.layout import ANNOTATIONS, VOCABULARY
from concordance.model.problems import Place
from concordance.sphinx_ext.domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.i18n import CatalogInfo

    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Vocabulary

# What Python raises for a compiled catalogue that is none.
UNREADABLE = (OSError, ValueError, struct.error)


def add_messages(app: Sphinx, env: BuildEnvironment) -> None:
    """Add the words of the vocabulary, of all annotations and of the registries to the catalogues."""
    if not isinstance(app.builder, MessageCatalogBuilder):
        return
    domain, catalogs = domain_of(env), app.builder.catalogs

    def add(docname: str, words: str, place: Place) -> None:
        catalog = catalogs[docname_to_domain(docname, app.config.gettext_compact)]
        catalog.add(words, MsgOrigin(str(domain.root / place.path), place.line))

    vocabulary = Place(f"{ANNOTATIONS}/{VOCABULARY}", 1)
    for words in (*_words_of(domain.corpus.vocabulary), *domain.corpus.search_words.filters.values()):
        add("vocabulary", words, vocabulary)
    for entry in domain.concordance.entries.values():
        for words, place in _messages(entry, domain.corpus):
            add(entry.docname, words, place)


def translation(app: Sphinx) -> Callable[[str], str]:
    """Return what translates the words of editors, with all catalogues of the edition in its language.

    It is `untranslated` itself if there are none.
    """
    config = app.config
    known: GNUTranslations | None = None
    if isinstance(app.builder, MessageCatalogBuilder):
        return untranslated
    for catalog in CatalogRepository(app.srcdir, config.locale_dirs, config.language, config.source_encoding).catalogs:
        # Sphinx would do so only after the vocabulary is read.
        if config.gettext_auto_build and catalog.is_outdated():
            catalog.write_mo(config.language, config.gettext_allow_fuzzy_translations)
        if catalog.mo_path.is_file():
            try:
                words = _read(catalog)
            except UNREADABLE:
                # It was cut off while it was compiled, or is no catalogue at all.
                catalog.write_mo(config.language, config.gettext_allow_fuzzy_translations)
                words = _read(catalog)
            if known is not None:
                words.add_fallback(known)
            known = words
    return known.gettext if known is not None else untranslated


def _read(catalog: CatalogInfo) -> GNUTranslations:
    with catalog.mo_path.open("rb") as file:
        return GNUTranslations(file)


def _words_of(vocabulary: Vocabulary) -> list[str]:
    """Return all words of a vocabulary that are translated, each once."""
    asked: dict[str, None] = {}

    def ask(words: str) -> str:
        asked[words] = None
        return words

    translate_vocabulary(vocabulary, ask)
    return [*asked]


def _messages(entry: Entry, corpus: Corpus) -> Iterator[tuple[str, Place]]:
    """Yield what is said of an entry outside of its page's own paragraphs, each with its place."""
    if not entry.kind.is_provision:
        yield from ((words, entry.place) for words in (entry.label, entry.title, entry.type) if words)
    for reasons in corpus.considered.without.values():
        if (reason := reasons.get(entry.id)) is not None:
            yield reason.text, reason.place
    if (annotation := corpus.annotations.get(entry.id)) is None:
        return
    for words in (annotation.title, annotation.summary):
        if words:
            yield words, annotation.place
    yield from ((link.reason, link.place) for link in annotation.links)
    yield from ((note.text, note.place) for note in annotation.notes)
    yield from ((line.text, line.place) for line in (*annotation.questions, *annotation.answers))
