"""No page says in HTML what Markdown can say: anybody may propose a page, and HTML can act. Pure; no Sphinx."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.model.problems import Place
    from concordance.reading.page import Page

# A link to a data file, which no page is and no link of Markdown leads to; and how a Markdown parser breaks a line.
HARMLESS = re.compile(r'<a href="(?:\.\./)*[\w-]+(?:[/.][\w-]+)*">|</a>|</?code>|<br />')
# The directive that puts what it holds on a page as it is, for the formats in its argument.
RAW = "raw"
HTML = "html"


def check_html(html: str, place: Place) -> Problem | None:
    """Return what is wrong with HTML at `place` in the source of a page, or None if it can do no harm."""
    if HARMLESS.fullmatch(html.strip()):
        return None
    return Problem(place, ProblemKind.MARKUP, "There is HTML here, which is not allowed.", "Write it in Markdown.")


def html_on_page(page: Page) -> Iterator[Problem]:
    """Yield a problem for each piece of HTML on a page that could do harm."""
    written = [(html.text, html.place) for html in page.html]
    written += [
        ("\n".join(directive.body), directive.place)
        for directive in page.directives()
        if directive.name == RAW and HTML in directive.argument.lower().split()
    ]
    for html, place in written:
        if problem := check_html(html, place):
            yield problem
