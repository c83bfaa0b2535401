"""Records that are written to disk and read back."""

from __future__ import annotations

import pickle

import pytest
from concordance.model.corpus import Line, Synonym
from concordance.model.entries import Entry, Link, Passage, Provenance, Run
from concordance.model.kinds import PROVISION
from concordance.model.pickling import SlotPickle
from concordance.model.problems import Place

PLACE = Place("page.md", 3, 7)


@pytest.mark.parametrize(
    "record",
    [
        PLACE,
        Entry("a-1", PROVISION, "a", "para. 1", "One", PLACE, "1.", "Words.", leads=True),
        Link("a-1", "needs", "b", "Because.", Provenance.EDITOR, None, PLACE),
        Passage("a", "a-1", "1.", ((Run("Words", ("struck",)),),)),
        Line("One line", PLACE),
        Synonym(("boat",), ("vessel",), (), PLACE),
    ],
    ids=lambda record: type(record).__name__,
)
def test_what_is_read_back_is_what_was_written(record: SlotPickle) -> None:
    again = pickle.loads(pickle.dumps(record))
    assert type(again) is type(record)
    assert again == record
