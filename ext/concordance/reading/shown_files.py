"""The files and pages that pages show or list: annotations as examples, pictures, data, other pages. No Sphinx."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING

from concordance.model.problems import Place, Problem, ProblemKind, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from concordance.reading.page import Page

SHOWING = frozenset({"literalinclude", "include", "image", "figure"})
# An option of tables with which they read their data from a file.
FILE = "file"
# The directive that lists pages, a title before a name in angle brackets there, and pages that Sphinx itself makes.
LISTING = "toctree"
TITLED = re.compile(r".+?\s*<(?P<name>[^<]*?)>")
GLOB = re.compile(r"[*?\[]")
MADE = frozenset({"self", "genindex", "modindex", "search"})
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def missing_files(page: Page, root: Path, source: str, path: str) -> Iterator[Problem]:
    """Yield a problem for each file that the page at `path` shows and that is not there."""
    folder = PurePosixPath(path).parent
    for written, place in _shown(page):
        if ELSEWHERE.match(written):
            continue
        # From the top of the pages or from the folder of this one, as Sphinx has it.
        base = PurePosixPath(source) if written.startswith("/") else folder
        wanted = normpath(base / written.lstrip("/"))
        if not (root / wanted).is_file():
            message = f"There is no file {wanted}, and this page shows it."
            yield Problem(place, ProblemKind.FILE, message, _remedy(root, wanted))


def _shown(page: Page) -> Iterator[tuple[str, Place]]:
    for directive in page.directives():
        if directive.name in SHOWING:
            yield directive.argument, directive.place
        elif FILE in directive.options:
            yield directive.options[FILE], directive.place
    for picture in page.pictures:
        yield picture.text, picture.place


def _remedy(root: Path, wanted: str) -> str:
    """Return what to do about a path, with the names beside it that come close."""
    path = PurePosixPath(wanted)
    beside = root / path.parent
    names = [each.name for each in beside.iterdir()] if beside.is_dir() else []
    if names:
        return f"Correct its path. {nearest(path.name, names)}"
    return "Correct its path."


def missing_pages(page: Page, docname: str, docnames: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each page that a list of contents on the page `docname` names and that is not there."""
    for directive in page.directives():
        if directive.name != LISTING:
            continue
        for number, line in enumerate(directive.body, start=directive.lines[0]):
            titled = TITLED.fullmatch(line.strip())
            name = titled["name"] if titled else line.strip()
            if not name or name in MADE or ELSEWHERE.match(name) or ("glob" in directive.options and GLOB.search(name)):
                continue
            base = "" if name.startswith("/") else docname.rpartition("/")[0]
            wanted = normpath(PurePosixPath(base) / name.strip("/").removesuffix(".md"))
            if wanted not in docnames:
                place = Place(directive.place.path, number, 1)
                message = f"There is no page {wanted!r} to list here."
                yield Problem(place, ProblemKind.FILE, message, nearest(wanted, docnames))
