"""A cache of what was read from files, valid for as long as a file does not change."""

from __future__ import annotations

import hashlib
import os
import pickle
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from concordance.model.pickling import UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

Read = TypeVar("Read")


def front_matter_name(path: str) -> str:
    """Return the name by which the front matter of a file is kept, apart from the file."""
    return f"{path}: front matter"


class ReadCache:
    """What was read from files in earlier builds.

    It is stored in the file `path`, or nowhere if that is None. Each reading is pickled by itself: an edit has one of
    thousands pickled again.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._before: dict[str, tuple[str, bytes]] = {}
        self._now: dict[str, tuple[str, bytes]] = {}
        # There may be no file yet.
        with suppress(*UNREADABLE):
            self._before = pickle.loads(path.read_bytes()) if path is not None else {}

    def get(self, name: str, data: bytes, read: Callable[[], Read]) -> Read:
        """Return what `read` returned for the file `name` with the bytes `data`; call it only if that is not cached."""
        key = hashlib.sha256(data).hexdigest()
        cached = self._before.get(name)
        result: Read
        if cached is not None and cached[0] == key:
            with suppress(*UNREADABLE):
                result = pickle.loads(cached[1])
                self._now[name] = cached
                return result
        result = read()
        if self._path is not None:
            self._now[name] = key, pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        return result

    def keep(self, name: str) -> None:
        """Keep what was read of `name` before, if anything was, though it has not been asked for."""
        if name in self._before:
            self._now.setdefault(name, self._before[name])

    def save(self) -> None:
        """Store everything that was asked for since the cache was opened, if that differs from what is stored."""
        if self._path is None or self._keys(self._now) == self._keys(self._before):
            return
        # Without a place to keep it, all is read again next time.
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Several processes may be at it.
            unfinished = self._path.with_name(f"{self._path.name}.{os.getpid()}")
            try:
                unfinished.write_bytes(pickle.dumps(self._now))
                unfinished.replace(self._path)
            finally:
                unfinished.unlink(missing_ok=True)

    @staticmethod
    def _keys(cached: Mapping[str, tuple[str, bytes]]) -> dict[str, str]:
        return {name: key for name, (key, _value) in cached.items()}
