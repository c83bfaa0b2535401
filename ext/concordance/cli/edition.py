"""Open an edition for a command, without building it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.authoring.check import check
from concordance.citations.numbering import check_citations
from concordance.graph.concordance import build
from concordance.graph.grades import check_grades
from concordance.graph.link_rules import check_link_rules
from concordance.graph.mentions import check_mentions
from concordance.graph.synonyms import check_search_words
from concordance.model.layout import SOURCE
from concordance.pages.widgets.registry import check_widgets
from concordance.reading.corpus import load
from concordance.reading.lock import read_lock
from concordance.reading.scan import scan

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus
    from concordance.model.problems import Problem


@dataclass(frozen=True, slots=True)
class OpenedEdition:
    """An edition and its problems."""

    corpus: Corpus
    concordance: Concordance
    problems: tuple[Problem, ...]
    """In the order of their places."""


def open_edition(root: Path) -> OpenedEdition:
    """Read annotations, pages and the lock of the edition at `root`, and join them."""
    corpus, problems = load(root)
    locked, lock_problems = read_lock(root)
    problems += lock_problems
    scan_result = scan(root, SOURCE, corpus)
    concordance, link_problems = build(scan_result.entries, scan_result.links, corpus, ())
    if scan_result.unread_problems:
        # What else is wrong cannot be known without all pages.
        return OpenedEdition(corpus, concordance, _sorted([*problems, *scan_result.unread_problems]))
    problems += [*scan_result.page_problems, *link_problems, *check_search_words(concordance, corpus)]
    problems += check_link_rules(concordance, corpus.vocabulary)
    problems += check_citations(concordance, corpus.vocabulary)
    problems += [*check_grades(concordance, corpus.vocabulary), *check_mentions(concordance, corpus)]
    problems += check(scan_result, concordance, corpus, locked)
    # Without a vocabulary, every argument would be unknown.
    problems += check_widgets(scan_result.directives, corpus) if corpus.vocabulary.fingerprint else ()
    return OpenedEdition(corpus, concordance, _sorted(problems))


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.place, problem.message)))
