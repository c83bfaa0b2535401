"""Check where a page leads its readers, and which files it shows: the same rules hold for all ways to write this."""

from __future__ import annotations

import os.path
import re
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from concordance.model.corpus import Line
from concordance.model.layout import ANNOTATIONS
from concordance.model.problems import Fault, Place, Problem, ProblemKind
from concordance.reading.page import PageBlock
from concordance.reading.web_address import check_address, check_link_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.reading.page import Directive, Page

# The directive that lists pages; there, a title may come before a name in angle brackets.
LISTING = "toctree"
TITLED = re.compile(r"(?P<title>.+?)\s*<(?P<name>[^<]*?)>")
# Another page of the edition, or a place on it.
PAGE = re.compile(r"(?P<path>[^:?#]+\.md)(?:#.*)?")
# Whatever is no name of something in the edition.
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
# Places in other editions, which the settings name.
INVENTORY = "inv:"
# A button has its words as its content; a card, whose title is its argument, is a link as a whole.
BUTTON, CARDS = "button-link", frozenset({"card", "grid-item-card"})
# Arguments (the empty name) and options that hold the address of a link, and such as hold the name of a file.
LINKING = {
    "article-info": ("avatar-link",),
    "button-link": ("",),
    "card": ("link",),
    "figure": ("target",),
    "grid-item-card": ("link",),
    "image": ("target",),
}
CARD_PICTURES = ("img-background", "img-bottom", "img-top")
SHOWING = {
    "article-info": ("avatar",),
    "card": CARD_PICTURES,
    "figure": ("",),
    "grid-item-card": CARD_PICTURES,
    "image": ("",),
}
# The option of cards that says what kind of link theirs is, and the kind that is an address.
KIND, BY_ADDRESS = "link-type", "url"
# What is shown as words; all else is a picture, and no kind of picture that can hold scripts.
SAMPLE = "literalinclude"
PICTURES = frozenset({".gif", ".jpeg", ".jpg", ".png", ".webp"})
# A picture that is written out in the address.
DRAWN = re.compile(r"data:image/(?:gif|jpeg|png|webp);base64,[\w+/=]+")
FILE_REMEDY = "Put the file below source/, and write its path from this page."


def check_addresses(page: Page, path: str, source: str) -> Iterator[Problem]:
    """Yield a problem for each link of a page that may not lead where it does, and each file that it may not show.

    `path` and `source` are the paths of its file and of the folder of all pages, relative to the root.
    """
    for link in page.addresses:
        if fault := _check_link(link.address, [link.words], path, source):
            yield Problem(link.place, ProblemKind.MARKUP, *fault)
    for directive in page.directives():
        for address, words, place in _links_of(directive):
            if fault := _check_link(address, words, path, source):
                yield Problem(place, ProblemKind.MARKUP, *fault)
    for line in shown_files(page):
        if fault := _check_file(line.text, path, source):
            yield Problem(line.place, ProblemKind.FILE, *fault)
    for line in _pictures(page):
        if not DRAWN.fullmatch(line.text) and PurePosixPath(line.text).suffix.lower() not in PICTURES:
            message = f"This is no picture that a page may show: {line.text[:80]!r}."
            yield Problem(line.place, ProblemKind.FILE, message, f"Save it as one of {', '.join(sorted(PICTURES))}.")


def shown_files(page: Page) -> Iterator[Line]:
    """Yield the names of the files that a page shows, as they are written."""
    yield from (Line(each.argument, each.place) for each in page.directives() if each.name == SAMPLE and each.argument)
    yield from _pictures(page)


def _pictures(page: Page) -> Iterator[Line]:
    for directive in page.directives():
        for name in SHOWING.get(directive.name, ()):
            if shown := directive.options.get(name) if name else directive.argument:
                yield Line(shown, directive.place)
    yield from page.pictures


def path_of(name: str, path: str, source: str) -> str:
    """Return the path of a file from the root; `name` is how the page in the file `path` names it."""
    # Relative to the folder of all pages or to that of this page, as in Sphinx.
    base = PurePosixPath(source) if name.startswith("/") else PurePosixPath(path).parent
    return normpath(base / name.lstrip("/"))


def is_inside(wanted: str, source: str) -> bool:
    """Return whether a path from the root is that of a file which a page may show."""
    return wanted.startswith((f"{source}/", f"{ANNOTATIONS}/"))


def check_place(root: Path, name: str, place: Place, source: str) -> Problem | None:
    """Return the problem of a file that is named as one of the edition and is none, by way of a link on the disk."""
    # Links that lead in a circle lead nowhere.
    file = Path(os.path.realpath(root / name))
    if any(file.is_relative_to(os.path.realpath(root / folder)) for folder in (source, ANNOTATIONS)):
        return None
    return Problem(place, ProblemKind.FILE, f"{name} leads out of the edition.", FILE_REMEDY)


def _links_of(directive: Directive) -> Iterator[tuple[str, list[str], Place]]:
    """Yield the addresses that a directive links to, each with all words of the link that are known, and its place."""
    if directive.name == LISTING:
        for number, line in listed_lines(directive):
            titled = TITLED.fullmatch(line.strip())
            name, words = (titled["name"], titled["title"]) if titled else (line.strip(), "")
            if ELSEWHERE.match(name):
                yield name, [words], Place(directive.place.path, number, 1)
        return
    for name in LINKING.get(directive.name, ()):
        address = directive.options.get(name) if name else directive.argument
        is_address = directive.options.get(KIND, BY_ADDRESS) == BY_ADDRESS
        # A target without a scheme is the name of something in the edition.
        if address and is_address and (name != "target" or ELSEWHERE.match(address)):
            yield address, _words_of(directive), directive.place


def listed_lines(directive: Directive) -> Iterator[tuple[int, str]]:
    """Yield the lines of a toctree with their numbers, without options that stand among them and are reported."""
    misplaced = tuple(start for name in directive.misplaced for start in (f":{name}:", f"{name}:"))
    for number, line in enumerate(directive.body, start=directive.lines[0]):
        if not line.lstrip(" -*").startswith(misplaced):
            yield number, line


def _words_of(directive: Directive) -> list[str]:
    """Return what a reader may take for the address of a link: the words on a button, or those of a card."""
    if directive.name == BUTTON:
        return [text for block in directive.content if isinstance(block, PageBlock) for text in block.texts]
    title = directive.argument if directive.name in CARDS else ""
    return [title, directive.options.get("link-alt", "")]


def _check_link(address: str, words: Iterable[str], path: str, source: str) -> Fault | None:
    if address.startswith(("#", INVENTORY)):
        return None
    if match := PAGE.fullmatch(address):
        wanted = path_of(unquote(match["path"]), path, source)
        if wanted.startswith(f"{source}/"):
            return None
        return Fault(f"There is no page {wanted}.", "Link to a page below source/.")
    return check_address(address) or next(filter(None, (check_link_words(each, address) for each in words)), None)


def _check_file(name: str, path: str, source: str) -> Fault | None:
    if DRAWN.fullmatch(name):
        return None
    if ELSEWHERE.match(name):
        return Fault("What a page shows may not come from elsewhere.", FILE_REMEDY)
    wanted = path_of(name, path, source)
    if not is_inside(wanted, source) or any(part.startswith(".") for part in PurePosixPath(wanted).parts):
        return Fault(f"This page may not show {wanted}: it is no file of the edition.", FILE_REMEDY)
    return None
