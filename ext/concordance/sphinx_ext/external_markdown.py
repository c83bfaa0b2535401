"""Parse Markdown of another file than the page, so that warnings name that file and its line."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.statemachine import StringList

from concordance.reading.markdown import parser
from concordance.sphinx_ext.private_api import parsing_with

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from markdown_it.token import Token
    from sphinx.util.docutils import SphinxDirective

    from concordance.model.problems import Place

# MyST 5.2 gives the page, not the source, as the place of its warnings (executablebooks/MyST-Parser#967).
MYST_LOGGER = "sphinx.myst_parser.warnings_"

# Names of footnotes become ids, and must not be those of entries: `plan-43-b`.
FOOTNOTE = "footnote"


class _AnnotationParser:
    """Parses the Markdown of editors with the parser it was checked by, and not that of pages.

    `name` distinguishes its footnotes from those of the page and of other annotations on the page.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(parser(), name)

    def parse(self, text: str, _environment: MutableMapping[str, Any]) -> list[Token]:
        """Return the tokens of a text, independent of the definitions that the page has for its own links."""
        tokens = parser().parse(text, {})
        for token in tokens:
            for part in (token, *(token.children or ())):
                if "label" in part.meta:
                    part.meta = {**part.meta, "label": f"{FOOTNOTE}-{self._name}-{part.meta['label']}"}
        return tokens


def parse_external(directive: SphinxDirective, text: str, place: Place, name: str) -> list[nodes.Node]:
    """Return the nodes of Markdown that begins at `place`; `name` is unique on the page."""
    holder = nodes.container()
    with _reporting_at(directive, place), parsing_with(directive.state, _AnnotationParser(name)):
        offset = place.line - 1 - directive.lineno
        directive.state.nested_parse(StringList(text.splitlines(), source=place.path), offset, holder)
    return holder.children


@contextmanager
def _reporting_at(directive: SphinxDirective, place: Place) -> Iterator[None]:
    document = directive.state.document
    reporter = document.reporter
    page, reported = document["source"], reporter.source

    def replace(record: logging.LogRecord) -> bool:
        location = getattr(record, "location", None)
        if isinstance(location, tuple):
            record.location = f"{place.path}:{location[1] or place.line}"
        return True

    logger = logging.getLogger(MYST_LOGGER)
    logger.addFilter(replace)
    document["source"] = reporter.source = place.path
    try:
        yield
    finally:
        document["source"], reporter.source = page, reported
        logger.removeFilter(replace)
