"""Check the HTML on pages. Anybody may propose a page, and HTML can run scripts; Markdown can say all a page needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.model.problems import Place
    from concordance.reading.page import Page

# Links to data files, as links of Markdown lead to pages only; code in them; and line breaks as MyST writes them.
HARMLESS = re.compile(r'<a href="(?:\.\./)*[\w-]+(?:[/.][\w-]+)*">|</a>|</?code>|<br />')
# The directive whose content is put on a page as it is, for the formats in its argument.
RAW = "raw"
HTML = "html"


def check_html(html: str, place: Place) -> Problem | None:
    """Return the problem of HTML at `place` in the source of a page, or None if it is harmless."""
    if HARMLESS.fullmatch(html.strip()):
        return None
    return Problem(place, ProblemKind.MARKUP, "There is HTML here, which is not allowed.", "Write it in Markdown.")


def check_page_html(page: Page) -> Iterator[Problem]:
    """Yield a problem for each piece of HTML on a page that may be harmful."""
    pieces = [(html.text, html.place) for html in page.html]
    pieces += [
        ("\n".join(directive.body), directive.place)
        for directive in page.directives()
        if directive.name == RAW and HTML in directive.argument.lower().split()
    ]
    for html, place in pieces:
        if problem := check_html(html, place):
            yield problem
