"""Check that the pages, the places on them and the terms that pages lead to exist."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from concordance.model.corpus import Line
from concordance.model.problems import Problem, ProblemKind, nearest
from concordance.reading.page_addresses import PAGE, path_of
from concordance.reading.page_blocks import normalize_label

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping

    from concordance.reading.page import Page

# The directive that leads to a page, an entry, a label or a term by its name.
NAMED_BUTTON = "button-ref"
# The option that says what kind of name it is, and some of the kinds.
BUTTON_KIND, ANYTHING, LABELLED, LIKE_MARKDOWN = "ref-type", "any", "ref", "myst"
NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
ID_ENDS = re.compile(r"^[-0-9]+|-+$")


def heading_id(words: str) -> str:
    """Return the id that docutils gives a heading (`docutils.nodes.make_id`)."""
    letters = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode("ascii")
    return ID_ENDS.sub("", NOT_IN_IDS.sub("-", letters))


def places_of(page: Page) -> set[str]:
    """Return the names of the places of a page: headings by their words, and labels."""
    return {*map(heading_id, page.headings), *(label.text for label in page.labels)}


def check_page_links(path: str, pages: Mapping[str, Page], source: str, terms: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each page, place or term that the page at `path` leads to and that does not exist.

    `pages` are all pages by the paths of their files, `source` is the folder of all, and `terms` are `terms_of` them.
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
    for reference in pages[path].term_references:
        if normalize_label(reference.text) not in terms:
            message = f"No glossary explains {reference.text!r}."
            yield Problem(reference.place, ProblemKind.UNKNOWN_ID, message, nearest(reference.text, terms))


def button_targets(page: Page, docname: str, docnames: Container[str], terms: Container[str]) -> Iterator[Line]:
    """Yield what the buttons of a page lead to by name, unless that is the name of a page or of a term.

    Names of pages are relative to the page, whose name is `docname`.
    """
    for directive in page.directives():
        kind = directive.options.get(BUTTON_KIND, ANYTHING)
        # What Markdown would link to is told of as its links are by a build only.
        if directive.name != NAMED_BUTTON or kind == LIKE_MARKDOWN:
            continue
        name = " ".join(directive.argument.split())
        folder = "" if name.startswith("/") else docname.rpartition("/")[0]
        is_page = kind != LABELLED and normpath(PurePosixPath(folder) / name.lstrip("/")) in docnames
        if not is_page and not (kind == ANYTHING and name.lower() in terms):
            yield Line(name, directive.place)


def terms_of(pages: Iterable[Page]) -> set[str]:
    """Return the terms that the glossaries of pages explain, in small letters."""
    return {normalize_label(term) for page in pages for term in page.terms}


def _all_places(page: Page) -> set[str]:
    """Return the names of the places of a page, with the entries on it."""
    return places_of(page) | {directive.argument for directive in page.directives()}
