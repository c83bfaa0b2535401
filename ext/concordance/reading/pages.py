"""The pages of an edition on disk. No Sphinx."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading import files
from concordance.reading.limits import PAGE_BRACKETS, PAGE_BYTES
from concordance.reading.read_cache import ReadCache
from concordance.reading.settings import read_settings
from concordance.reading.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from concordance.model.corpus import Line
    from concordance.reading.page import Page
    from concordance.reading.settings import PageSettings

# Lines with something on them, one below the other.
PARAGRAPH = re.compile(r"(?:[ \t]*[^ \t\n].*(?:\n|\Z))+")


@dataclass(frozen=True, slots=True)
class PagesRead:
    """The pages of an edition, by their paths."""

    pages: Mapping[str, Page] = field(default_factory=dict)
    """Those of which it is known what they hold."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The Markdown of all that are text."""
    unread: tuple[Problem, ...] = ()
    """What keeps others from being read."""


@dataclass(frozen=True, slots=True)
class PageGist:
    """What a build has to know of a page before it reads it."""

    broken: tuple[Problem, ...]
    labels: tuple[Line, ...]


def docname_of(path: str, source: str) -> str:
    """Return what Sphinx calls the page in the file `path` below the folder `source`."""
    return path.removeprefix(f"{source}/").removesuffix(".md")


def address_of(docname: str) -> str:
    """Return where a page stands on the site, for those who have none."""
    return f"{docname}.html"


def read_pages(root: Path, source: str) -> PagesRead:
    """Return every page below `root/source`.

    A page whose directives do not begin and end as they should is not read: what else it holds is not known.
    """
    texts, unread = read_page_texts(root, source)
    settings = read_settings(root)
    pages = {path: _parsed(text, path, settings) for path, (_data, text) in texts.items()}
    unread += [problem for page in pages.values() for problem in page.broken]
    sound = {path: page for path, page in pages.items() if not page.broken}
    return PagesRead(sound, {path: text for path, (_data, text) in texts.items()}, tuple(unread))


def read_gists(root: Path, source: str, cached: Path) -> tuple[tuple[Line, ...], list[Problem]]:
    """Return the labels on all pages below `root/source`, and what keeps pages from being read.

    Only pages are parsed that have changed since this was written to the file `cached`.
    """
    texts, unread = read_page_texts(root, source)
    settings, cache = read_settings(root), ReadCache(cached)
    gists = [
        cache.get(path, repr(settings).encode() + data, partial(_gist, text, path, settings))
        for path, (data, text) in texts.items()
    ]
    cache.save()
    labels = tuple(label for gist in gists for label in gist.labels)
    return labels, [*unread, *(problem for gist in gists for problem in gist.broken)]


def _parsed(text: str, path: str, settings: PageSettings) -> Page:
    # What parses pages is loaded only if there is one to parse.
    from concordance.reading.page_parser import parse_page  # noqa: PLC0415

    return parse_page(text, path, settings)


def _gist(text: str, path: str, settings: PageSettings) -> PageGist:
    page = _parsed(text, path, settings)
    return PageGist(page.broken, page.labels)


def read_page_texts(root: Path, source: str) -> tuple[dict[str, tuple[bytes, str]], list[Problem]]:
    """Return bytes and text of every page below `root/source` by its path, and what keeps others from being read."""
    texts: dict[str, tuple[bytes, str]] = {}
    unread: list[Problem] = []
    paths = (path for path in (root / source).rglob("*.md") if not path.is_dir())
    for shown in sorted(path.relative_to(root).as_posix() for path in paths):
        data, problems = files.read(root, shown, PAGE_BYTES)
        text, problems = ("", problems) if problems else read_text(data, shown)
        problems = problems or [*_crowded_paragraphs(text, shown)]
        if not problems:
            texts[shown] = data, text
        unread += problems
    return texts, unread


def _crowded_paragraphs(text: str, shown: str) -> Iterator[Problem]:
    """Yield a problem for each paragraph with so many brackets that a parser would be busy with them for long."""
    for match in PARAGRAPH.finditer(text) if text.count("[") > PAGE_BRACKETS else ():
        if match[0].count("[") > PAGE_BRACKETS:
            message = f"A paragraph or table here has more than {PAGE_BRACKETS:,} brackets."
            place = Place(shown, text.count("\n", 0, match.start()) + 1)
            yield Problem(place, ProblemKind.SIZE, message, "Shorten it, or part it with blank lines.")
