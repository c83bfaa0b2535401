"""All that a record says, as names with words."""

from __future__ import annotations

from dataclasses import dataclass

from concordance.history.flat import flat
from concordance.model.corpus import Line
from concordance.model.problems import Place

PLACE = Place("a.md", 1)


@dataclass(frozen=True)
class Part:
    label: str
    place: Place = PLACE


@dataclass(frozen=True)
class Record:
    title: str | None
    same_as: tuple[str, ...]
    parts: tuple[Part, ...]
    lines: dict[str, Line]
    pairs: dict[tuple[str, str], str]
    digest: str = "0123"
    place: Place = PLACE


def test_everything_is_told_under_its_name_but_where_it_stands() -> None:
    record = Record("One", ("a", "b"), (Part("x"), Part("y")), {"why": Line("So.", PLACE)}, {("p", "q"): "No."})
    assert flat(record) == {
        "title": "One",
        "same as": "a; b",
        "parts → x": "x",
        "parts → y": "y",
        "lines → why": "So.",
        "pairs → p and q": "No.",
    }


def test_what_is_empty_is_not_told() -> None:
    assert flat(Record(None, (), (), {}, {})) == {}


def test_an_item_put_in_at_the_top_changes_no_other() -> None:
    before = flat(Record(None, (), (Part("x"),), {}, {}))
    after = flat(Record(None, (), (Part("new"), Part("x")), {}, {}))
    assert after == {**before, "parts → new": "new"}
