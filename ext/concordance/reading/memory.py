"""Remember what reading a file gave, for as long as the file does not change. No Sphinx."""

from __future__ import annotations

import hashlib
import pickle
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Read = TypeVar("Read")


class Memory:
    """What was read in earlier builds, kept in the file `path`; with None for a path, nothing is kept."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._before: dict[str, tuple[str, Any]] = {}
        self._now: dict[str, tuple[str, Any]] = {}
        # There may be none yet, or another version of the engine may have written it.
        with suppress(OSError, ValueError, TypeError, EOFError, ImportError, AttributeError, pickle.PickleError):
            self._before = pickle.loads(path.read_bytes()) if path is not None else {}

    def recall(self, name: str, data: bytes, read: Callable[[], Read]) -> Read:
        """Return what `read` gave for `data` under that name, calling it only if that is not remembered."""
        key = hashlib.sha256(data).hexdigest()
        known = self._before.get(name)
        self._now[name] = known if known is not None and known[0] == key else (key, read())
        result: Read = self._now[name][1]
        return result

    def keep(self) -> None:
        """Write down what was recalled or read since this memory was opened, if it is anything new."""
        if self._path is not None and self._now != self._before:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_bytes(pickle.dumps(self._now))
