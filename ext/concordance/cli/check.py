"""Check everything editorial without building a page: `concordance check`.

Problems go to standard error. Summaries that are hard to read, words that the vocabulary has editors avoid, and dates
still to come are named, and do not make the command fail. With `--format github`, problems and such words are written
to standard output, as commands that GitHub shows in the difference of a pull request.
"""

from __future__ import annotations

import sys
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from concordance.authoring.report import format_github_command, format_github_notice, format_hint, format_problem
from concordance.authoring.style import find_style_hints, reading_ease
from concordance.cli.arguments import command_parser, edition_folder
from concordance.cli.edition import open_edition
from concordance.history.git import future_commits, latest_date
from concordance.reading import files
from concordance.reading.limits import ANNOTATION_BYTES, PAGE_BYTES
from concordance.reading.read_cache import ReadCache

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from concordance.authoring.style import StyleHint
    from concordance.cli.edition import OpenedEdition
    from concordance.model.corpus import Annotation
    from concordance.model.problems import Problem
    from concordance.model.vocabulary import AvoidedWords

# Plain English begins about here; a word such as "reintegration" costs every summary some points.
HARD = 40.0


class _Style(NamedTuple):
    """How an annotation is written."""

    hints: list[StyleHint]
    ease: float | None
    """The reading ease of its summary, if it has one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("check", __doc__)
    parser.add_argument(
        "--format",
        choices=["people", "github"],
        default="people",
        help="how problems are written (default: for people)",
    )
    options = parser.parse_args(arguments)
    root = edition_folder(options)
    if root is None:
        return 2
    edition = open_edition(root, cached=True)
    github = options.format == "github"
    if github:
        print("".join(f"{format_github_command(problem)}\n" for problem in edition.problems), end="")
    else:
        print(format_problems(root, edition.problems), end="", file=sys.stderr)
    styles = _measure_styles(root, edition)
    for style in styles.values():
        for hint in style.hints:
            print(format_github_notice(hint) if github else format_hint(hint))
    for commit, date in future_commits(root):
        print(f"Commit {commit[:10]} is dated {date}, which is still to come. Pages are dated as if it were not.")
    for annotation in edition.corpus.annotations.values():
        if annotation.reviewed and annotation.reviewed > latest_date().date():
            print(f"{annotation.place}: it was reviewed on {annotation.reviewed}, which is still to come.")
    _print_summary(edition, {path: style.ease for path, style in styles.items() if style.ease is not None})
    return 1 if edition.problems else 0


def format_problems(root: Path, problems: Iterable[Problem]) -> str:
    """Return problems as text for people, each with the line of the file below `root` that it is about."""

    @cache
    def text(path: str) -> str:
        data, _unread = files.read(root, path, PAGE_BYTES)
        return data.decode("utf-8", "replace")

    return "".join(f"{format_problem(problem, text(problem.place.path))}\n" for problem in problems)


def _measure_styles(root: Path, edition: OpenedEdition) -> dict[str, _Style]:
    """Return how each annotation is written, by the path of its file; what has not changed is not measured again."""
    avoid = edition.corpus.vocabulary.avoid
    cache = ReadCache(edition.cache / "styles.pickle" if edition.cache else None)
    styles = {}
    for annotation in edition.corpus.annotations.values():
        path = annotation.place.path
        data, _unread = files.read(root, path, ANNOTATION_BYTES)
        measure = partial(_measure_style, annotation, data, avoid)
        styles[path] = cache.get(path, repr(avoid).encode() + data, measure)
    cache.save()
    return styles


def _measure_style(annotation: Annotation, data: bytes, avoid: Iterable[AvoidedWords]) -> _Style:
    hints = find_style_hints(data.decode("utf-8", "replace"), annotation.place.path, avoid)
    return _Style(hints, reading_ease(annotation.summary) if annotation.summary else None)


def _print_summary(edition: OpenedEdition, eases: Mapping[str, float]) -> None:
    for path, ease in sorted(eases.items(), key=lambda score: score[1]):
        if ease < HARD:
            print(f"{path}: the summary is hard to read (reading ease {ease:.0f}); try shorter words.")
    median = sorted(eases.values())[len(eases) // 2] if eases else 0.0
    links = len(edition.concordance.all_links)
    number = len(edition.corpus.annotations)
    print(f"Annotations: {number}. Links: {links}. Problems: {len(edition.problems)}.", end=" ")
    print(f"Reading ease of the summaries: median {median:.0f}.")
