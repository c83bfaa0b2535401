"""Values that are made when they are first asked for."""

from __future__ import annotations

import pytest
from concordance.pages.made_when_asked import MadeWhenAsked


def test_a_value_is_made_once_and_only_when_it_is_asked_for() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    values = MadeWhenAsked(lambda: ["b", "a"], make)
    assert (list(values), len(values), "a" in values) == (["b", "a"], 2, True)
    assert made == []
    assert (values["a"], values["a"], values.get("b")) == ("A", "A", "B")
    assert made == ["a", "b"]


def test_nothing_is_made_for_other_keys() -> None:
    values = MadeWhenAsked(lambda: ["a"], str.upper)
    assert "c" not in values and values.get("c") is None
    with pytest.raises(KeyError):
        values["c"]
