"""The order in which processes take the tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from order import LONG, dealt


@dataclass(frozen=True, slots=True)
class Named:
    nodeid: str


QUICK: list[Any] = [Named(f"tests/unit/test_model.py::test_{number}") for number in range(90)]
OTHERS: list[Any] = [Named(f"tests/build/test_{letter}.py::test_{number}") for letter in "abc" for number in range(2)]


@pytest.mark.parametrize("shares", [1, 2, 3, 4, 8])
def test_every_test_runs_once(shares: int) -> None:
    items = [*OTHERS, *QUICK]
    assert sorted(item.nodeid for item in dealt(items, shares)) == sorted(item.nodeid for item in items)


def test_every_share_begins_with_something_long_and_ends_with_what_is_quick() -> None:
    long: list[Any] = [Named(name) for name in LONG[:4]]
    ordered: list[Any] = dealt([*OTHERS, *QUICK, *long], 4)
    shares = [ordered[start : start + 25] for start in range(0, 100, 25)]
    assert [share[0] for share in shares] == long
    assert all(share[-1] in QUICK for share in shares)


def test_tests_of_one_file_stay_together() -> None:
    ordered: list[Any] = [item for item in dealt([*QUICK, *OTHERS], 2) if item in OTHERS]
    assert [item.nodeid[17] for item in ordered] == ["a", "a", "c", "c", "b", "b"]


def test_what_is_long_is_there(request: pytest.FixtureRequest) -> None:
    root = request.config.rootpath
    assert [name for name in LONG if not (root / name.partition("::")[0]).is_file()] == []
