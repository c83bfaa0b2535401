"""All checks of what is known once the pages are joined with the annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.graph.considered import check_set_phrases
from concordance.graph.grades import check_grades
from concordance.graph.link_rules import check_link_rules
from concordance.graph.mentions import check_mentions
from concordance.graph.synonyms import check_asked, check_search_words
from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus


def check_joined(concordance: Concordance, corpus: Corpus, docnames: Collection[str]) -> list[Problem]:
    """Return the problems of links, grades, mentions, search words and set phrases; `docnames` are those of all pages.

    A check and a build call this, so that both find the same.
    """
    return [
        *check_search_words(concordance, corpus),
        *check_asked(corpus, docnames),
        *check_link_rules(concordance, corpus.vocabulary),
        *check_grades(concordance, corpus.vocabulary),
        *check_mentions(concordance, corpus),
        *check_set_phrases(concordance, corpus),
        *_check_words(concordance),
    ]


def _check_words(concordance: Concordance) -> Iterator[Problem]:
    """Yield a problem for each provision that has no words."""
    for entry in concordance.entries.values():
        if entry.kind.is_provision and not (entry.content or "").strip():
            message = f"The provision {entry.id} has no words."
            remedy = "Write them below the options, with a blank line between, or remove the provision."
            yield Problem(entry.place, ProblemKind.DIRECTIVE, message, remedy)
