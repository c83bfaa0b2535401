"""An edition opened by a command, without building it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.authoring.check import check
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
    problems += [*scanned.incomplete, *found, *check_search_words(concordance, corpus)]
    problems += check_link_rules(concordance, corpus.vocabulary)
    problems += [*check_grades(concordance, corpus.vocabulary), *check_mentions(concordance, corpus)]
    problems += check(scanned, concordance, corpus, locked)
    # Without a vocabulary, all that could be said of arguments is that nothing is known.
    problems += check_widgets(scanned.directives, corpus) if corpus.vocabulary.fingerprint else ()
    return Opened(corpus, concordance, _sorted(problems))


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.place, problem.message)))
