"""Check that the table of contents has every page, and that no file is left out because it is no page."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING

from concordance.model.problems import Place, Problem, ProblemKind, nearest_words
from concordance.reading.files import LEFT_BEHIND
from concordance.reading.page_addresses import LISTING
from concordance.reading.referenced_files import GLOB, listed_names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from concordance.reading.page import Directive, Page

# The page at the top, which none lists.
ROOT_PAGE = "index"
# The ends of names of files that are texts, and that no build reads.
OTHER_TEXTS = frozenset({".rst", ".txt", ".markdown", ".mkd", ".mdown", ".htm", ".html", ".docx", ".odt", ".doc"})


def check_page_tree(pages: Mapping[str, tuple[str, Page]], docnames: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each page that no toctree lists, and for what a toctree lists twice or finds no page for.

    Args:
        pages: The path and the content of each page that can be read, by docname.
        docnames: Those of all pages.
    """
    tree: dict[str, dict[str, Place]] = {}
    for docname, (_path, page) in pages.items():
        for directive in page.directives():
            if directive.name == LISTING:
                names, problems = _listed_pages(directive, docname, docnames)
                tree.setdefault(docname, {}).update(names)
                yield from problems
    yield from _check_circles(tree)
    listed = {name for names in tree.values() for name in names}
    unlisted = {docname for docname in docnames if docname not in listed}
    # A page that a list may call by a wrong name is told there, and not here as well.
    meant = {name for wanted in listed - {*docnames} for name in nearest_words(wanted, unlisted)}
    for docname, (path, page) in pages.items():
        if docname != ROOT_PAGE and docname in unlisted - meant and not page.orphan:
            message = "No table of contents lists this page, so that readers cannot find it."
            remedy = "Add its name to the toctree of the page above it."
            yield Problem(Place(path, 1), ProblemKind.FILE, message, remedy)


def _listed_pages(
    directive: Directive, docname: str, docnames: Collection[str]
) -> tuple[dict[str, Place], list[Problem]]:
    """Return the docnames that a toctree on the page `docname` lists, with their places, and what is wrong there."""
    listed: dict[str, Place] = {}
    problems = []
    for number, name in listed_names(directive):
        base = "" if name.startswith("/") else docname.rpartition("/")[0]
        wanted = normpath(PurePosixPath(base) / name.strip("/").removesuffix(".md"))
        place = Place(directive.place.path, number, 1)
        if "glob" in directive.options and GLOB.search(name):
            matches = set(filter(_pattern(wanted).fullmatch, docnames))
            if not matches:
                message = f"No page has a name such as {wanted!r}, which is to be listed here."
                problems.append(Problem(place, ProblemKind.FILE, message, "Correct or remove it."))
            listed |= dict.fromkeys(matches - {docname}, place)
            continue
        if wanted in listed:
            message = f"The page {wanted!r} is listed here already."
            problems.append(Problem(place, ProblemKind.FILE, message, "Remove this line."))
        listed[wanted] = place
    return listed, problems


def _check_circles(tree: Mapping[str, Mapping[str, Place]]) -> Iterator[Problem]:
    """Yield a problem for each page that is listed below itself."""
    done: set[str] = set()
    way = [ROOT_PAGE]
    waiting = [iter(tree.get(ROOT_PAGE, {}).items())]
    while waiting:
        name, place = next(waiting[-1], ("", None))
        if place is None:
            waiting.pop()
            done.add(way.pop())
        elif name in way:
            message = f"The page {name!r} is listed here below itself."
            yield Problem(place, ProblemKind.FILE, message, "Remove this line.")
        elif name not in done:
            way.append(name)
            waiting.append(iter(tree.get(name, {}).items()))


def _pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of names that a toctree means: a star stands for no slash, two stars do."""
    return re.compile(re.escape(name).replace(r"\*\*", ".*").replace(r"\*", "[^/]*").replace(r"\?", "[^/]"))


def check_other_files(root: Path, source: str) -> Iterator[Problem]:
    """Yield a problem for each text below `root/source` that no build would read, as its name has another end."""
    for path in sorted((root / source).rglob("*")):
        inside = path.relative_to(root)
        hidden = any(LEFT_BEHIND.fullmatch(part) for part in inside.parts)
        capital = path.suffix != ".md" and path.suffix.lower() == ".md"
        if (path.suffix.lower() in OTHER_TEXTS or capital) and not hidden and path.is_file():
            message = "Nothing reads this file: the name of a page ends in `.md`."
            yield Problem(
                Place(inside.as_posix(), 1), ProblemKind.FILE, message, "Write it as a page, or move it elsewhere."
            )
