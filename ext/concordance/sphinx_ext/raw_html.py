"""No page says in HTML what Markdown can say: anybody may propose a page, and HTML can act where words cannot."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.sphinx_ext.reporting import relative, warn_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

# A link to a data file, which no page is and no link of Markdown leads to; and how a Markdown parser breaks a line.
HARMLESS = re.compile(r'<a href="(?:\.\./)*[\w-]+(?:[/.][\w-]+)*">|</a>|</?code>|<br />')
MESSAGE = "There is HTML here, which is not allowed."
MEND = "Write it in Markdown."


def refuse(app: Sphinx, doctree: nodes.document) -> None:
    """Take HTML out of a page that was just read, and warn of it."""
    root = Path(app.confdir)
    problems = []
    for raw in list(doctree.findall(nodes.raw)):
        if "html" in raw["format"].split() and not HARMLESS.fullmatch(raw.astext().strip()):
            place = Place(relative(raw.source or app.env.doc2path(app.env.docname), root), raw.line or 1)
            problems.append(Problem(place, ProblemKind.MARKUP, MESSAGE, MEND))
            raw.parent.remove(raw)
    warn_of(logger, problems)
