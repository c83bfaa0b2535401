"""Check that the pages, the places on them and the terms that pages lead to exist."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote

from concordance.model.problems import Problem, ProblemKind, nearest
from concordance.reading.page_addresses import PAGE, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from concordance.reading.page import Page

NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
ID_ENDS = re.compile(r"^[-0-9]+|-+$")


def heading_id(words: str) -> str:
    """Return the id that docutils gives a heading (`docutils.nodes.make_id`)."""
    letters = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode("ascii")
    return ID_ENDS.sub("", NOT_IN_IDS.sub("-", letters))


def places_of(page: Page) -> set[str]:
    """Return the names of the places of a page: headings by their words, and labels."""
    return {*map(heading_id, page.headings), *(label.text for label in page.labels)}


def check_page_links(path: str, pages: Mapping[str, Page], source: str) -> Iterator[Problem]:
    """Yield a problem for each page, place or term that the page at `path` leads to and that does not exist.

    `pages` are all pages by the paths of their files, `source` is the folder of all.
    """
    for link in pages[path].addresses:
        if not (match := PAGE.fullmatch(link.address)):
            continue
        wanted = path_of(unquote(match["path"]), path, source)
        if wanted.startswith(f"{source}/") and wanted not in pages:
            message = f"There is no page {wanted} to link to."
            yield Problem(link.place, ProblemKind.FILE, message, nearest(wanted, pages))
        elif wanted in pages and "#" in link.address:
            place = unquote(link.address.partition("#")[2])
            known = _all_places(pages[wanted])
            if place not in known:
                message = f"There is no place {place!r} on {wanted}."
                yield Problem(link.place, ProblemKind.UNKNOWN_ID, message, nearest(place, known))
    terms = {" ".join(term.lower().split()) for page in pages.values() for term in page.terms}
    for reference in pages[path].term_references:
        if " ".join(reference.text.lower().split()) not in terms:
            message = f"No glossary explains {reference.text!r}."
            yield Problem(reference.place, ProblemKind.UNKNOWN_ID, message, nearest(reference.text, terms))


def _all_places(page: Page) -> set[str]:
    """Return the names of the places of a page, with the entries on it."""
    return places_of(page) | {directive.argument for directive in page.directives()}
