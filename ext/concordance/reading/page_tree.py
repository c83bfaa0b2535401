"""Check that the table of contents has every page, and that no file is left out because it is no page."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING

from concordance.model.problems import Place, Problem, ProblemKind
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
    listed: set[str] = set()
    for docname, (_path, page) in pages.items():
        for directive in page.directives():
            if directive.name == LISTING:
                names, problems = _listed_pages(directive, docname, docnames)
                listed |= names
                yield from problems
    for docname, (path, page) in pages.items():
        if docname != ROOT_PAGE and docname not in listed and not page.orphan:
            message = "No table of contents lists this page, so that readers cannot find it."
            remedy = "Add its name to the toctree of the page above it."
            yield Problem(Place(path, 1), ProblemKind.FILE, message, remedy)


def _listed_pages(directive: Directive, docname: str, docnames: Collection[str]) -> tuple[set[str], list[Problem]]:
    """Return the docnames that a toctree on the page `docname` lists, and the problems of what it lists."""
    listed: set[str] = set()
    problems = []
    for number, name in listed_names(directive):
        base = "" if name.startswith("/") else docname.rpartition("/")[0]
        wanted = normpath(PurePosixPath(base) / name.strip("/").removesuffix(".md"))
        place = Place(directive.place.path, number, 1)
        if "glob" in directive.options and GLOB.search(name):
            found = set(filter(_pattern(wanted).fullmatch, docnames))
            if not found:
                message = f"No page has a name such as {wanted!r}, which is to be listed here."
                problems.append(Problem(place, ProblemKind.FILE, message, "Correct or remove it."))
            listed |= found
            continue
        if wanted in listed:
            message = f"The page {wanted!r} is listed here already."
            problems.append(Problem(place, ProblemKind.FILE, message, "Remove this line."))
        listed.add(wanted)
    return listed, problems


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
