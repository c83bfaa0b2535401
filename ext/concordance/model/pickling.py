"""Speed for records of which there are thousands: they are pickled in every build, and their `repr` is hashed."""

from __future__ import annotations

import hashlib
import pickle
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable


# What may be wrong with a pickle that was cut off, or that another version of the engine wrote.
UNREADABLE = (OSError, ValueError, TypeError, EOFError, ImportError, AttributeError, pickle.PickleError)


class QuickRepr:
    """Base class for dataclasses without a `repr` of their own: that of dataclasses looks for circles each time."""

    __slots__ = ()

    def __repr__(self) -> str:
        kind: Any = type(self)
        return f"{kind.__name__}{_getter(kind)(self)!r}"


class SlotPickle:
    """Base class that pickles frozen, slotted dataclasses several times as fast as their own method."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]

    def __reduce__(self) -> tuple[type[SlotPickle], tuple[Any, ...]]:
        kind: Any = type(self)
        return kind, _getter(kind)(self)


@cache
def _getter(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gets the values of all fields of a record of a class."""
    first, *others = kind.__dataclass_fields__
    if others:
        return attrgetter(first, *others)
    # That of one field would return its value alone.
    return lambda record: (getattr(record, first),)


@cache
def cached_repr(*parts: object) -> str:
    """Return the `repr` of the tuple of `parts`, computed once.

    It is meant for records that many others hold; without the cache, each holder would compute it again.
    """
    return repr(parts)


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
