"""Give translators what editors write outside of pages: titles, summaries, questions and the reasons of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.builders.gettext import MessageCatalogBuilder, MsgOrigin
from sphinx.util.i18n import docname_to_domain

from concordance.sphinx_ext.domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from concordance.model.corpus import Annotation
    from concordance.model.problems import Place


def add_messages(app: Sphinx, env: BuildEnvironment) -> None:
    """Add the words of all annotations to the catalogues of the pages that show them."""
    if not isinstance(app.builder, MessageCatalogBuilder):
        return
    domain = domain_of(env)
    for entry in domain.concordance.entries.values():
        annotation = domain.corpus.annotations.get(entry.id)
        catalog = app.builder.catalogs[docname_to_domain(entry.docname, app.config.gettext_compact)]
        for words, place in _messages(annotation) if annotation else ():
            catalog.add(words, MsgOrigin(str(domain.root / place.path), place.line))


def _messages(annotation: Annotation) -> Iterator[tuple[str, Place]]:
    """Yield the words of an annotation that are no commentary, with their places."""
    for words in (annotation.title, annotation.summary):
        if words:
            yield words, annotation.place
    yield from ((link.reason, link.place) for link in annotation.links)
    yield from ((note.text, note.place) for note in annotation.notes)
    yield from ((line.text, line.place) for line in annotation.questions)
