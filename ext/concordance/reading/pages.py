"""Read the pages of an edition from disk."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading import files
from concordance.reading.entry_options import check_entry_options
from concordance.reading.limits import PAGE_BRACKETS, PAGE_BYTES
from concordance.reading.page_rules import check_page_rules
from concordance.reading.read_cache import ReadCache
from concordance.reading.referenced_files import check_shown, files_shown_by
from concordance.reading.session_questions import SessionQuestion, find_session_questions
from concordance.reading.settings import read_settings
from concordance.reading.text_file import read_page_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from concordance.model.corpus import Line
    from concordance.model.vocabulary import Vocabulary
    from concordance.reading.page import Page
    from concordance.reading.settings import PageSettings

# Successive lines that are not blank.
PARAGRAPH = re.compile(r"(?:[ \t]*[^ \t\n].*(?:\n|\Z))+")


@dataclass(frozen=True, slots=True)
class PageFiles:
    """The pages of an edition, by their paths."""

    pages: Mapping[str, Page] = field(default_factory=dict)
    """Those that can be read."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The Markdown of all files that are text."""
    unread_problems: tuple[Problem, ...] = ()
    """Why others cannot be read."""

    @property
    def paths(self) -> set[str]:
        """The paths of all pages, also of those that cannot be read."""
        return {*self.pages, *self.texts, *(problem.place.path for problem in self.unread_problems)}


@dataclass(frozen=True, slots=True)
class PageGist:
    """What a build has to know about a page before it reads it."""

    problems: tuple[Problem, ...]
    """Why it cannot be read, and slips of which a build would report the consequences."""
    labels: tuple[Line, ...]
    """The names that places on it are given."""
    rule_problems: tuple[Problem, ...]
    """What the page has that no page may have."""
    files: tuple[Line, ...]
    """The paths of the files that it shows, from the root."""
    questions: tuple[SessionQuestion, ...]
    """Those of a session."""


@dataclass(frozen=True, slots=True)
class PageGists:
    """What a build has to know about all pages before it reads them."""

    labels: tuple[Line, ...]
    """The labels on pages."""
    questions: tuple[SessionQuestion, ...]
    """Those on the pages of sessions."""
    problems: tuple[Problem, ...]
    """Why some pages cannot be read, or may not be."""
    sums: Mapping[str, bytes]
    """The SHA-256 of the source of each page, by docname."""


def docname_of(path: str, source: str) -> str:
    """Return the docname of the page in the file `path` below the folder `source`."""
    return path.removeprefix(f"{source}/").removesuffix(".md")


def address_of(docname: str) -> str:
    """Return the address of a page below the root of the site, as the HTML builder makes it, without a builder."""
    return f"{docname}.html"


def read_pages(root: Path, source: str, vocabulary: Vocabulary, cache_file: Path | None = None) -> PageFiles:
    """Return every page below `root/source`, but those with `fatal_problems`: the rest of their content is not known.

    `cache_file` is where to keep what was read, None for nowhere.
    """
    sources, unread = _read_sources(root, source)
    settings, cache = read_settings(root, vocabulary), ReadCache(cache_file)
    context = repr(settings).encode()
    texts: dict[str, str] = {}
    pages: dict[str, Page] = {}
    for path, data in sources.items():
        text, problems = _read_text(data, path)
        if not problems:
            texts[path] = text
            pages[path] = cache.get(path, context + data, partial(_parse, text, path, settings))
        unread += problems
    cache.save()
    unread += [problem for page in pages.values() for problem in page.fatal_problems]
    sound = {path: page for path, page in pages.items() if not page.fatal_problems}
    return PageFiles(sound, texts, tuple(unread))


def read_gists(root: Path, source: str, vocabulary: Vocabulary, cached: Path) -> PageGists:
    """Return what a build has to know about the pages below `root/source`.

    Only pages that have changed since the file `cached` was written are looked through.
    """
    sources, unread = _read_sources(root, source)
    settings, cache = read_settings(root, vocabulary), ReadCache(cached)
    context = repr(settings).encode()
    gists = [
        cache.get(path, context + data, partial(_gist, data, path, source, settings)) for path, data in sources.items()
    ]
    cache.save()
    unread += [problem for gist in gists for problem in (*gist.problems, *gist.rule_problems)]
    shown = (file for gist in gists if not gist.rule_problems for file in gist.files)
    unread += check_shown(shown, root, source)
    return PageGists(
        tuple(label for gist in gists for label in gist.labels),
        tuple(question for gist in gists for question in gist.questions),
        tuple(unread),
        {docname_of(path, source): hashlib.sha256(data).digest() for path, data in sources.items()},
    )


def checksum(file: Path) -> bytes:
    """Return the SHA-256 of the source of a page as it is now: that of nothing if there is no such file."""
    data = b""
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        data = file.read_bytes()
    return hashlib.sha256(data).digest()


def _parse(text: str, path: str, settings: PageSettings) -> Page:
    # The parser is imported only if there is a page to parse.
    from concordance.reading.page_parser import parse_page  # noqa: PLC0415

    return parse_page(text, path, settings)


def _gist(data: bytes, path: str, source: str, settings: PageSettings) -> PageGist:
    text, problems = _read_text(data, path)
    if problems:
        return PageGist(tuple(problems), (), (), (), ())
    page = _parse(text, path, settings)
    if page.fatal_problems:
        # All else may be but what follows from these.
        return PageGist(page.fatal_problems, (), (), (), ())
    files = tuple(files_shown_by(page, source, path))
    rule_problems = tuple(check_page_rules(page, text, path, source, settings.kinds))
    questions = tuple(find_session_questions(page))
    slips = (*page.directive_problems, *page.hints, *check_entry_options(page, settings.kinds))
    return PageGist(slips, page.labels, rule_problems, files, questions)


def _read_sources(root: Path, source: str) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the content of the file of every page below `root/source`, by its path, and why others cannot be read."""
    sources: dict[str, bytes] = {}
    paths, unread = files.page_files(root, source)
    for path in paths:
        data, problems = files.read(root, path, PAGE_BYTES)
        if not problems:
            sources[path] = data
        unread += problems
    return sources, unread


def _read_text(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Return the text of a page, and why it cannot be read, if it cannot."""
    text, problems = read_page_text(data, path)
    return text, problems or [*_check_brackets(text, path)]


def _check_brackets(text: str, path: str) -> Iterator[Problem]:
    """Yield a problem for each paragraph with so many brackets that they would keep a parser busy for long."""
    for match in PARAGRAPH.finditer(text) if text.count("[") > PAGE_BRACKETS else ():
        if match[0].count("[") > PAGE_BRACKETS:
            message = f"A paragraph or table here has more than {PAGE_BRACKETS:,} brackets."
            place = Place(path, text.count("\n", 0, match.start()) + 1)
            yield Problem(place, ProblemKind.SIZE, message, "Shorten it, or part it with blank lines.")
