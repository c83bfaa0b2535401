"""Records that are written to disk and read back."""

from __future__ import annotations

import pickle
from dataclasses import dataclass

import pytest
from concordance.model.corpus import Line, Synonym
from concordance.model.entries import Entry, Link, Passage, Provenance, Run
from concordance.model.kinds import PROVISION
from concordance.model.pickling import QuickRepr, SlotPickle
from concordance.model.problems import Place

PLACE = Place("page.md", 3, 7)


@dataclass(frozen=True, slots=True, repr=False)
class OneField(QuickRepr, SlotPickle):
    """A record of a single value."""

    words: str


@dataclass(frozen=True, slots=True, repr=False)
class TwoFields(QuickRepr, SlotPickle):
    """A record of two values, one of them a record."""

    first: OneField
    number: int | None = None


@pytest.mark.parametrize(
    "record",
    [
        PLACE,
        Entry("a-1", PROVISION, "a", "para. 1", "One", PLACE, "1.", "Words.", leads=True),
        Link("a-1", "needs", "b", "Because.", Provenance.EDITOR, None, PLACE),
        Passage("a", "a-1", "1.", ((Run("Words", ("struck",)),),)),
        Line("One line", PLACE),
        Synonym(("boat",), ("vessel",), (), PLACE),
        OneField("alone"),
        TwoFields(OneField("first"), 2),
    ],
    ids=lambda record: type(record).__name__,
)
def test_what_is_read_back_is_what_was_written(record: SlotPickle) -> None:
    again = pickle.loads(pickle.dumps(record))
    assert type(again) is type(record)
    assert again == record


def test_a_quick_repr_tells_the_class_and_the_value_of_each_field() -> None:
    assert repr(TwoFields(OneField("it's"), 2)) == """TwoFields(OneField("it's",), 2)"""
    assert repr(TwoFields(OneField("a"))) == "TwoFields(OneField('a',), None)"
