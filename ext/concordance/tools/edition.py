"""An edition opened by a command, without building it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from concordance.graph import Concordance, build
from concordance.load import load
from concordance.scan import scan
from concordance.synonyms import check_finding

if TYPE_CHECKING:
    from concordance.model import Corpus
    from concordance.problems import Problem


@dataclass(frozen=True, slots=True)
class Opened:
    """An edition and what is wrong with it."""

    corpus: Corpus
    concordance: Concordance
    problems: tuple[Problem, ...]


def open_edition(root: Path) -> Opened:
    """Read annotations and pages of the edition at `root`, and join them."""
    corpus, problems = load(root, "annotations")
    entries, links = scan(root, "source", corpus)
    concordance, found = build(entries, links, corpus, ())
    found += check_finding(concordance, corpus)
    return Opened(corpus, concordance, tuple(sorted([*problems, *found], key=lambda problem: problem.place)))


def command(name: str, description: str | None) -> argparse.ArgumentParser:
    """Return a parser of command-line arguments that knows the folder of the edition."""
    parser = argparse.ArgumentParser(prog=f"concordance.tools.{name}", description=description)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the folder of the edition (default: this one)")
    return parser
