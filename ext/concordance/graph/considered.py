"""Check what editors considered and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.graph.similarity import words
from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus


def check_set_phrases(concordance: Concordance, corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each set phrase that stands in no provision, and so leaves nothing out."""
    phrases = corpus.considered.phrases
    if not phrases:
        return
    texts = [f" {' '.join(words(entry.content))} " for entry in concordance.entries.values() if entry.content]
    for phrase, reason in phrases.items():
        wanted = f" {' '.join(words(phrase))} "
        if not any(wanted in text for text in texts):
            message = f"No provision says “{phrase}”."
            remedy = "Copy the phrase from the words of a provision, or remove this line."
            yield Problem(reason.place, ProblemKind.QUOTE, message, remedy)
