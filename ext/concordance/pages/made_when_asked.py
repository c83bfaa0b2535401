"""Values that are made when they are first asked for: of thousands, most builds need a few."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

Value = TypeVar("Value")


class MadeWhenAsked(Mapping[str, Value]):
    """A mapping with the keys that `find_keys` finds when one is first asked for; `make` makes the value of each."""

    def __init__(self, find_keys: Callable[[], Iterable[str]], make: Callable[[str], Value]) -> None:
        self._find_keys, self._make = find_keys, make
        self._made: dict[str, Value] = {}

    @cached_property
    def _keys(self) -> dict[str, None]:
        return dict.fromkeys(self._find_keys())

    def __getitem__(self, key: str) -> Value:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
