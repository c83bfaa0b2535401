"""Parse Markdown that stands in another file, so that what is wrong in it is told with that file and its line."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.statemachine import StringList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.util.docutils import SphinxDirective

    from concordance.problems import Place

# MyST 5.2 gives the page, not the source, as the place of its warnings (executablebooks/MyST-Parser#967).
MYST_LOGGER = "sphinx.myst_parser.warnings_"


def parse_external(directive: SphinxDirective, text: str, place: Place) -> list[nodes.Node]:
    """Return the nodes of Markdown that begins at `place`."""
    holder = nodes.container()
    with _telling(directive, place):
        offset = place.line - 1 - directive.lineno
        directive.state.nested_parse(StringList(text.splitlines(), source=place.path), offset, holder)
    return holder.children


@contextmanager
def _telling(directive: SphinxDirective, place: Place) -> Iterator[None]:
    document = directive.state.document
    reporter = document.reporter
    page, told = document["source"], reporter.source

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
        document["source"], reporter.source = page, told
        logger.removeFilter(replace)
