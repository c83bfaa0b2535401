"""Take HTML out of pages, by whatever way it came into them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from concordance.model.problems import Place
from concordance.reading.page_html import HTML, check_html
from concordance.sphinx_ext.reporting import relative, warn_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)


def refuse(app: Sphinx, doctree: nodes.document) -> None:
    """Take HTML out of a page that was just read, and warn of it."""
    root = Path(app.confdir)
    problems = []
    for raw in list(doctree.findall(nodes.raw)):
        place = Place(relative(raw.source or app.env.doc2path(app.env.docname), root), raw.line or 1)
        if HTML in raw["format"].split() and (problem := check_html(raw.astext(), place)):
            problems.append(problem)
            raw.parent.remove(raw)
    warn_of(logger, problems)
