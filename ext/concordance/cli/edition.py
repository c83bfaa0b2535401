"""An edition opened by a command, without building it."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from concordance.authoring.check import check
from concordance.graph.concordance import build
from concordance.graph.synonyms import check_finding
from concordance.model.layout import ANNOTATIONS, SOURCE
from concordance.pages.widgets.registry import check_widgets
from concordance.reading.corpus import load
from concordance.reading.lock import read_lock
from concordance.reading.scan import scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus
    from concordance.model.problems import Problem


@dataclass(frozen=True, slots=True)
class Opened:
    """An edition and what is wrong with it."""

    corpus: Corpus
    concordance: Concordance
    problems: tuple[Problem, ...]


def open_edition(root: Path) -> Opened:
    """Read annotations, pages and the lock of the edition at `root`, and join them."""
    corpus, problems = load(root)
    locked, found = read_lock(root)
    problems += found
    scanned = scan(root, SOURCE, corpus)
    concordance, found = build(scanned.entries, scanned.links, corpus, ())
    if scanned.unread:
        # What else is wrong cannot be known without all pages.
        return Opened(corpus, concordance, _sorted([*problems, *scanned.unread]))
    problems += [*scanned.incomplete, *found, *check_finding(concordance, corpus)]
    problems += check(scanned, concordance, corpus, locked)
    # Without a vocabulary, all that could be said of arguments is that nothing is known.
    problems += check_widgets(scanned.directives, corpus) if corpus.vocabulary.digest else ()
    return Opened(corpus, concordance, _sorted(problems))


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.place, problem.message)))


def edition_folder(given: argparse.Namespace) -> Path | None:
    """Return the folder that a command was given, None where no edition stands there; that is told."""
    root: Path = given.root.resolve()
    for folder in (ANNOTATIONS, SOURCE):
        if not (root / folder).is_dir():
            print(f"There is no edition at {root}: it has no folder {folder!r}.", file=sys.stderr)
            return None
    return root


def command(name: str, description: str | None) -> argparse.ArgumentParser:
    """Return a parser of command-line arguments that knows the folder of the edition."""
    parser = argparse.ArgumentParser(prog=f"concordance.cli.{name}", description=description)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the folder of the edition (default: this one)")
    return parser


def run(main: Callable[[], int], *, cut_off: int = 0) -> NoReturn:
    """End this process with the status that a command returns, or with `cut_off` if nobody reads its output to the end.

    Whoever reads it may stop when they have seen enough; that is no error.
    """
    status = cut_off
    try:
        status = main()
        print(end="", flush=True)
    except BrokenPipeError:
        # Python would try again when it ends (https://docs.python.org/3/library/signal.html#note-on-sigpipe).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)
