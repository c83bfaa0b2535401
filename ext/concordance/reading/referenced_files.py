"""Check that the files and pages that pages show or list exist: examples, pictures, data, other pages."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING

from concordance.model.corpus import Line
from concordance.model.layout import ANNOTATIONS
from concordance.model.problems import Place, Problem, ProblemKind, nearest
from concordance.reading.page_addresses import (
    ELSEWHERE,
    LISTING,
    TITLED,
    check_place,
    is_inside,
    listed_lines,
    path_of,
    shown_files,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from concordance.reading.page import Directive, Page

GLOB = re.compile(r"[*?\[]")
# Pages that Sphinx makes.
SPHINX_PAGES = frozenset({"genindex", "modindex", "search"})
# Stands for the page that has the list.
SELF = "self"
# So many files of one name are enough to choose from.
MOST = 3


def check_files(page: Page, root: Path, source: str, path: str) -> Iterator[Problem]:
    """Yield a problem for each file that the page at `path` shows and that is missing, or leads elsewhere."""
    yield from check_shown(files_shown_by(page, source, path), root, source)


def files_shown_by(page: Page, source: str, path: str) -> list[Line]:
    """Return the paths, from the root, of the files of the edition that the page at `path` shows.

    Those that are none of the edition are refused by `check_page_rules`.
    """
    shown = (
        Line(path_of(line.text, path, source), line.place)
        for line in shown_files(page)
        if not ELSEWHERE.match(line.text)
    )
    return [line for line in shown if is_inside(line.text, source)]


def check_shown(shown: Iterable[Line], root: Path, source: str) -> Iterator[Problem]:
    """Yield a problem for each of these files that is missing, or leads out of the edition."""
    missing = []
    for line in shown:
        if problem := check_place(root, line.text, line.place, source):
            yield problem
        elif not (root / line.text).is_file():
            missing.append(line)
    known = _files_by_name(root, source) if missing else {}
    for line in missing:
        message = f"There is no file {line.text}, and this page shows it."
        yield Problem(line.place, ProblemKind.FILE, message, _remedy(root, line.text, known))


def _files_by_name(root: Path, source: str) -> dict[str, list[str]]:
    """Return the paths of all files that a page may show, by their names."""
    known: dict[str, list[str]] = {}
    for folder in (source, ANNOTATIONS):
        for file in sorted((root / folder).rglob("*")):
            inside = file.relative_to(root)
            if file.is_file() and not any(part.startswith(".") for part in inside.parts):
                known.setdefault(file.name, []).append(inside.as_posix())
    return known


def _remedy(root: Path, wanted: str, known: Mapping[str, list[str]]) -> str:
    """Return a remedy for a missing file: where one of its name is, or else the most similar name in its folder."""
    path = PurePosixPath(wanted)
    if others := known.get(path.name):
        # Pages and annotations often have the same names.
        others = [other for other in others if PurePosixPath(other).parts[0] == path.parts[0]] or others
        return f"Correct its path. A file of this name is {' or '.join(others[:MOST])}."
    folder = root / path.parent
    names = [file.name for file in folder.iterdir()] if folder.is_dir() else []
    if names:
        return f"Correct its path. {nearest(path.name, names)}"
    return "Correct its path."


def listed_names(directive: Directive) -> Iterator[tuple[int, str]]:
    """Yield the number of each line on which a toctree lists a page, with the name or the pattern that stands there."""
    for number, line in listed_lines(directive):
        titled = TITLED.fullmatch(line.strip())
        # A build takes spaces before a name for a part of it.
        name = titled["name"] if titled else line.rstrip()
        if name and name != SELF and not ELSEWHERE.match(name):
            yield number, name


def check_page_lists(page: Page, docname: str, docnames: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each page that a toctree on the page `docname` lists and that does not exist."""
    for directive in page.directives():
        if directive.name != LISTING:
            continue
        for number, name in listed_names(directive):
            if "glob" in directive.options and GLOB.search(name):
                continue
            base = "" if name.startswith("/") else docname.rpartition("/")[0]
            wanted = normpath(PurePosixPath(base) / name.strip("/").removesuffix(".md"))
            if wanted not in docnames and wanted not in SPHINX_PAGES:
                place = Place(directive.place.path, number, 1)
                message = f"There is no page {wanted!r} to list here."
                remedy = "Begin the line at the margin." if name[0].isspace() else nearest(wanted, docnames)
                yield Problem(place, ProblemKind.FILE, message, remedy)
