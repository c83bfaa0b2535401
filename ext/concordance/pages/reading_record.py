"""What is read of a tree of records: what was made of it has to be made again if, and only if, any of that changes.

What makes something is given a stand-in for the tree that has all that the tree has, and notes what it is asked for. So
nobody lists by hand what something depends on, and nobody can forget anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from inspect import getattr_static
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from concordance.model.pickling import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable

Tree = TypeVar("Tree")
# A part of a tree: the names of fields, and keys of mappings, that lead to it.
Path = tuple[str, ...]

# Which keys a mapping has, and in which order, whatever belongs to them; whether something is there at all; and
# each value of a mapping.
NAMES, PRESENT, EACH = "*", "?", "**"


@dataclass(frozen=True, slots=True)
class Division:
    """What of a tree is read in parts; all else is read as a whole."""

    kinds: tuple[type, ...]
    """Classes of which each field is read by itself."""
    by_key: Callable[[Path], bool]
    """Whether each value of the mapping at a path is read by itself."""
    together: Set[Path] = frozenset()
    """Mappings among these with many values: what is read of one of them counts as read of all."""


class ReadingRecord(Generic[Tree]):
    """A record of what is read of a tree through its stand-in."""

    def __init__(self, tree: Tree, division: Division) -> None:
        self._notes = _Notes(division, set())
        self.tree = cast("Tree", _Part(tree, (), self._notes))
        """The stand-in."""

    def paths(self) -> list[Path]:
        """Return what was read until now."""
        return sorted(self._notes.read)


@dataclass(frozen=True, slots=True)
class _Notes:
    division: Division
    read: set[Path]


class _Part:
    """Stands in for a part of a tree, and notes which parts of that are read."""

    def __init__(self, part: object, path: Path, notes: _Notes) -> None:
        self._part, self._path, self._notes = part, path, notes
        self._kind: Any = type(part)

    def __getattr__(self, name: str) -> Any:
        # Trees do not change: what was looked up is an attribute from now on.
        value = self.__dict__[name] = self._find(name)
        return value

    def __repr__(self) -> str:
        self._notes.read.add(self._path)
        return repr(self._part)

    def _find(self, name: str) -> Any:
        defined = _class_attribute(self._kind, name)
        # Methods and properties read what they need by way of this, too.
        if isinstance(defined, FunctionType):
            return MethodType(defined, self)
        if isinstance(defined, property) and defined.fget:
            return defined.fget(self)
        return _stand_in(getattr(self._part, name), (*self._path, name), self._notes)


@cache
def _class_attribute(kind: type, name: str) -> object:
    """Return what a class defines by a name, or None."""
    return getattr_static(kind, name, None)


class _Keys(Mapping[str, object]):
    """Stands in for a mapping whose values are read one by one."""

    def __init__(self, values: Mapping[str, object], path: Path, notes: _Notes) -> None:
        self._values, self._path, self._notes = values, path, notes
        self._together = path in notes.division.together
        self._stand_ins: dict[str, object] = {}

    def __getitem__(self, name: str) -> object:
        if name not in self._stand_ins:
            self._note(name)
            path = (*self._path, EACH if self._together else name)
            self._stand_ins[name] = _stand_in(self._values[name], path, self._notes)
        return self._stand_ins[name]

    def get(self, name: str, default: Any = None) -> Any:
        if name in self._values:
            return self[name]
        self._note(name)
        return default

    def __contains__(self, name: object) -> bool:
        self._note(str(name))
        return name in self._values

    def _note(self, name: str) -> None:
        self._notes.read.add((*self._path, NAMES) if self._together else (*self._path, name, PRESENT))

    def __iter__(self) -> Iterator[str]:
        self._notes.read.add((*self._path, NAMES))
        return iter(self._values)

    def __len__(self) -> int:
        self._notes.read.add((*self._path, NAMES))
        return len(self._values)


def _stand_in(value: object, path: Path, notes: _Notes) -> object:
    if isinstance(value, notes.division.kinds):
        return _Part(value, path, notes)
    if isinstance(value, Mapping) and notes.division.by_key(path):
        return _Keys(value, path, notes)
    notes.read.add(path)
    return value


class Fingerprints:
    """The fingerprints of parts of a tree, each computed once; the `division` is that of the record.

    A record may know some of its fields by `fingerprints`, so that nobody need look through these.
    """

    def __init__(self, tree: object, division: Division) -> None:
        self._tree, self._division = tree, division
        self._known: dict[Path, str] = {}

    def of(self, paths: Iterable[Path]) -> str:
        """Return the SHA-256, in hexadecimal, of parts of the tree; one that is not there any more has its own."""
        return fingerprint("\n".join([self._known.get(path) or self._compute(path) for path in paths]))

    def _compute(self, path: Path) -> str:
        known = self._known[path] = fingerprint(f"{path} {self._value(self._tree, path)}")
        return known

    def _value(self, value: Any, path: Path) -> str:
        for at, name in enumerate(path, start=1):
            if name == PRESENT:
                return repr(value is not None)
            if name == EACH:
                return repr([(key, self._value(each, path[at:])) for key, each in (value or {}).items()])
            if name == NAMES:
                value = tuple(value or ())
            elif isinstance(value, self._division.kinds):
                if at == len(path) and (known := _known_fingerprint(value, name)):
                    return known
                value = getattr(value, name, None)
            else:
                value = value.get(name) if isinstance(value, Mapping) else None
        return _identity(value)


def _known_fingerprint(record: Any, field: str) -> str:
    """Return the fingerprint that a record knows of one of its fields; empty if it knows none."""
    kind: Any = type(record)
    return str(record.fingerprints.get(field, "")) if _class_attribute(kind, "fingerprints") else ""


def _identity(value: object) -> str:
    """Return what differs wherever two values do; what was read from a file of editors has a fingerprint of its own."""
    if isinstance(value, Mapping):
        return repr([(key, _identity(each)) for key, each in value.items()])
    if isinstance(value, Set):
        return repr(sorted(map(repr, value)))
    fingerprint = getattr(value, "fingerprint", None)
    return repr((fingerprint, getattr(value, "place", None))) if isinstance(fingerprint, str) else repr(value)
