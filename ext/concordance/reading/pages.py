"""Read the pages of an edition from disk."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from concordance.model.corpus import Line
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading import files
from concordance.reading.limits import PAGE_BRACKETS, PAGE_BYTES
from concordance.reading.page_addresses import ELSEWHERE, check_place, path_of, shown_files
from concordance.reading.page_rules import check_page_rules
from concordance.reading.read_cache import ReadCache
from concordance.reading.session_questions import SessionQuestion, find_session_questions
from concordance.reading.settings import read_settings
from concordance.reading.text_file import read_page_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from concordance.model.vocabulary import Vocabulary
    from concordance.reading.page import Page
    from concordance.reading.settings import PageSettings

# Successive lines that are not blank.
PARAGRAPH = re.compile(r"(?:[ \t]*[^ \t\n].*(?:\n|\Z))+")


@dataclass(frozen=True, slots=True)
class PageSource:
    """The file of a page."""

    data: bytes
    text: str


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
    rule_problems: tuple[Problem, ...]
    """What the page has that no page may have."""
    files: tuple[Line, ...]
    """The paths of the files that it shows, from the root."""
    questions: tuple[SessionQuestion, ...]
    """Those of a session."""


@dataclass(frozen=True, slots=True)
class Gists:
    """What a build has to know about all pages before it reads them."""

    labels: tuple[Line, ...]
    questions: tuple[SessionQuestion, ...]
    unread_problems: list[Problem]
    """Why some pages cannot be read, or may not be."""


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
    sources, unread = read_page_sources(root, source)
    settings, cache = read_settings(root, vocabulary), ReadCache(cache_file)
    context = repr(settings).encode()
    pages = {
        path: cache.get(path, context + page_source.data, partial(_parse, page_source.text, path, settings))
        for path, page_source in sources.items()
    }
    cache.save()
    unread += [problem for page in pages.values() for problem in page.fatal_problems]
    sound = {path: page for path, page in pages.items() if not page.fatal_problems}
    return PageFiles(sound, {path: page_source.text for path, page_source in sources.items()}, tuple(unread))


def read_gists(root: Path, source: str, vocabulary: Vocabulary, cached: Path) -> Gists:
    """Return the gists of all pages below `root/source`.

    Only pages that have changed since the file `cached` was written are parsed.
    """
    sources, unread = read_page_sources(root, source)
    settings, cache = read_settings(root, vocabulary), ReadCache(cached)
    context = repr(settings).encode()
    gists = [
        cache.get(path, context + page_source.data, partial(_gist, page_source.text, path, source, settings))
        for path, page_source in sources.items()
    ]
    cache.save()
    labels = tuple(label for gist in gists for label in gist.labels)
    questions = tuple(question for gist in gists for question in gist.questions)
    unread += [problem for gist in gists for problem in (*gist.problems, *gist.rule_problems)]
    shown = (file for gist in gists if not gist.rule_problems for file in gist.files)
    unread += [problem for file in shown if (problem := check_place(root, file.text, file.place, source))]
    return Gists(labels, questions, unread)


def _parse(text: str, path: str, settings: PageSettings) -> Page:
    # The parser is imported only if there is a page to parse.
    from concordance.reading.page_parser import parse_page  # noqa: PLC0415

    return parse_page(text, path, settings)


def _gist(text: str, path: str, source: str, settings: PageSettings) -> PageGist:
    page = _parse(text, path, settings)
    shown = (line for line in shown_files(page) if not ELSEWHERE.match(line.text))
    files = tuple(Line(path_of(line.text, path, source), line.place) for line in shown)
    rule_problems = tuple(check_page_rules(page, text, path, source, settings.kinds))
    questions = tuple(find_session_questions(page))
    return PageGist((*page.fatal_problems, *page.hints), page.labels, rule_problems, files, questions)


def read_page_sources(root: Path, source: str) -> tuple[dict[str, PageSource], list[Problem]]:
    """Return the source of every page below `root/source` by its path, and why others cannot be read."""
    sources: dict[str, PageSource] = {}
    unread: list[Problem] = []
    paths, links = files.page_files(root, source)
    unread += links
    for path in paths:
        data, problems = files.read(root, path, PAGE_BYTES)
        text, problems = ("", problems) if problems else read_page_text(data, path)
        problems = problems or [*_check_brackets(text, path)]
        if not problems:
            sources[path] = PageSource(data, text)
        unread += problems
    return sources, unread


def _check_brackets(text: str, path: str) -> Iterator[Problem]:
    """Yield a problem for each paragraph with so many brackets that they would keep a parser busy for long."""
    for match in PARAGRAPH.finditer(text) if text.count("[") > PAGE_BRACKETS else ():
        if match[0].count("[") > PAGE_BRACKETS:
            message = f"A paragraph or table here has more than {PAGE_BRACKETS:,} brackets."
            place = Place(path, text.count("\n", 0, match.start()) + 1)
            yield Problem(place, ProblemKind.SIZE, message, "Shorten it, or part it with blank lines.")
