"""Check that the files and pages that pages show or list exist: examples, pictures, data, other pages."""

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
# An option of tables that names the file with their data.
FILE = "file"
# The directive that lists pages; there, a title may come before a name in angle brackets.
LISTING = "toctree"
TITLED = re.compile(r".+?\s*<(?P<name>[^<]*?)>")
GLOB = re.compile(r"[*?\[]")
# Pages that Sphinx makes.
SPHINX_PAGES = frozenset({"self", "genindex", "modindex", "search"})
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def check_files(page: Page, root: Path, source: str, path: str) -> Iterator[Problem]:
    """Yield a problem for each file that the page at `path` shows and that does not exist."""
    folder = PurePosixPath(path).parent
    for name, place in _referenced_files(page):
        if ELSEWHERE.match(name):
            continue
        # Relative to the folder of all pages or to that of this page, as in Sphinx.
        base = PurePosixPath(source) if name.startswith("/") else folder
        wanted = normpath(base / name.lstrip("/"))
        if not (root / wanted).is_file():
            message = f"There is no file {wanted}, and this page shows it."
            yield Problem(place, ProblemKind.FILE, message, _remedy(root, wanted))


def _referenced_files(page: Page) -> Iterator[tuple[str, Place]]:
    for directive in page.directives():
        if directive.name in SHOWING:
            yield directive.argument, directive.place
        elif FILE in directive.options:
            yield directive.options[FILE], directive.place
    for picture in page.pictures:
        yield picture.text, picture.place


def _remedy(root: Path, wanted: str) -> str:
    """Return a remedy for a missing file, with the most similar name in its folder."""
    path = PurePosixPath(wanted)
    folder = root / path.parent
    names = [file.name for file in folder.iterdir()] if folder.is_dir() else []
    if names:
        return f"Correct its path. {nearest(path.name, names)}"
    return "Correct its path."


def check_page_lists(page: Page, docname: str, docnames: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each page that a toctree on the page `docname` lists and that does not exist."""
    for directive in page.directives():
        if directive.name != LISTING:
            continue
        for number, line in enumerate(directive.body, start=directive.lines[0]):
            titled = TITLED.fullmatch(line.strip())
            name = titled["name"] if titled else line.strip()
            is_pattern = "glob" in directive.options and GLOB.search(name)
            if not name or name in SPHINX_PAGES or ELSEWHERE.match(name) or is_pattern:
                continue
            base = "" if name.startswith("/") else docname.rpartition("/")[0]
            wanted = normpath(PurePosixPath(base) / name.strip("/").removesuffix(".md"))
            if wanted not in docnames:
                place = Place(directive.place.path, number, 1)
                message = f"There is no page {wanted!r} to list here."
                yield Problem(place, ProblemKind.FILE, message, nearest(wanted, docnames))
