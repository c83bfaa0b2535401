"""What an export reads of a finished edition: it has to be made again if, and only if, any of that has changed.

An export is given a stand-in for the edition that has all that the edition has, and notes what it is asked for. So
nobody lists by hand what an export depends on, and nobody can forget anything. What an export knows otherwise, such as
the engine and the settings, has a build begin anew where it changes; the words of the interface count as read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Set
from functools import cache
from inspect import getattr_static
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any, cast

from concordance.exports.built_edition import BuiltEdition, BuiltPage
from concordance.graph.concordance import Concordance
from concordance.model.corpus import Corpus
from concordance.pages.page_content import PageContent
from concordance.pages.page_view import PageView
from concordance.pages.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterable

# A part of an edition: the names of fields, and of pages, that lead to it.
Path = tuple[str, ...]

# What is read in parts; all else is read as a whole.
DIVIDED = (BuiltEdition, BuiltPage, Concordance, Corpus, PageContent, PageView, Site)
PAGES: Path = ("pages",)
# Which pages there are, and in which order, whatever is on them.
NAMES = "*"
# What the words of the interface come from, which exports do not read in the edition.
OF_WORDS: frozenset[Path] = frozenset({("corpus", "vocabulary"), ("site", "language")})


class ReadingRecord:
    """A record of what is read of an edition through its stand-in."""

    def __init__(self, edition: BuiltEdition) -> None:
        self._read = {*OF_WORDS}
        self.edition = cast("BuiltEdition", _Part(edition, (), self._read))
        """The stand-in."""

    def paths(self) -> list[Path]:
        """Return what was read until now."""
        return sorted(self._read)


class _Part:
    """Stands in for a part of an edition, and notes which parts of that are read."""

    def __init__(self, part: object, path: Path, read: set[Path]) -> None:
        self._part, self._path, self._read = part, path, read
        self._kind: Any = type(part)

    def __getattr__(self, name: str) -> Any:
        defined = _defined(self._kind, name)
        # Methods and properties read what they need by way of this, too.
        if isinstance(defined, FunctionType):
            return MethodType(defined, self)
        if isinstance(defined, property) and defined.fget:
            return defined.fget(self)
        return _stand_in(getattr(self._part, name), (*self._path, name), self._read)


@cache
def _defined(kind: type, name: str) -> object:
    """Return what a class defines by a name, or None."""
    return getattr_static(kind, name, None)


class _Pages(Mapping[str, object]):
    """Stands in for the pages of an edition."""

    def __init__(self, pages: Mapping[str, object], read: set[Path]) -> None:
        self._pages, self._read = pages, read

    def __getitem__(self, name: str) -> object:
        if name not in self._pages:
            self._read.add((*PAGES, NAMES))
        return _stand_in(self._pages[name], (*PAGES, name), self._read)

    def __iter__(self) -> Iterator[str]:
        self._read.add((*PAGES, NAMES))
        return iter(self._pages)

    def __len__(self) -> int:
        self._read.add((*PAGES, NAMES))
        return len(self._pages)


def _stand_in(value: object, path: Path, read: set[Path]) -> object:
    if isinstance(value, DIVIDED):
        return _Part(value, path, read)
    if path == PAGES:
        return _Pages(cast("Mapping[str, object]", value), read)
    read.add(path)
    return value


class Fingerprints:
    """The fingerprints of parts of an edition, each computed once."""

    def __init__(self, edition: BuiltEdition) -> None:
        self._edition = edition
        self._known: dict[Path, str] = {}

    def of(self, paths: Iterable[Path]) -> str:
        """Return the SHA-256, in hexadecimal, of parts of the edition; one that is not there any more has its own."""
        return _digest("\n".join(map(self._of, paths)))

    def _of(self, path: Path) -> str:
        if path not in self._known:
            self._known[path] = _digest(f"{path} {self._value(path)}")
        return self._known[path]

    def _value(self, path: Path) -> str:
        value: Any = self._edition
        for name in path:
            if name == NAMES:
                value = tuple(value)
            elif isinstance(value, DIVIDED):
                value = getattr(value, name, None)
            elif isinstance(value, Mapping):
                value = value.get(name)
        return _identity(value)


def _identity(value: object) -> str:
    """Return what differs wherever two values do; what was read from a file of editors has a fingerprint of its own."""
    if isinstance(value, Mapping):
        return repr([(key, _identity(each)) for key, each in value.items()])
    if isinstance(value, Set):
        return repr(sorted(map(repr, value)))
    fingerprint = getattr(value, "fingerprint", None)
    return repr((fingerprint, getattr(value, "place", None))) if isinstance(fingerprint, str) else repr(value)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
