"""The date of the list of files to take away."""

from __future__ import annotations

import datetime
from dataclasses import replace

from built import ENTRIES, VOCABULARY, annotation
from concordance.model.corpus import EMPTY_CORPUS
from concordance.pages.widgets.take_away import gather_take_away
from views import view_of

TREE = {"index": ("rules/1",)}


def test_the_list_has_the_date_of_the_last_review() -> None:
    corpus = replace(EMPTY_CORPUS, vocabulary=VOCABULARY)
    assert gather_take_away("", "index", view_of(ENTRIES[:1], [], corpus, TREE)) is None
    day = datetime.date(2026, 3, 5)
    corpus = replace(corpus, annotations={"rules-1": annotation("rules-1", reviewed=day)})
    assert gather_take_away("", "index", view_of(ENTRIES[:1], [], corpus, TREE)) == day
