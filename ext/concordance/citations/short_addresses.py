"""Short addresses, to be said aloud and printed: `/12/` for `plan-12`.

They are made from ids by rules. As ids never change, neither do they, as long as nobody changes a rule here or a
`short` in the vocabulary. Nothing but the ids in `ids.lock` is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from concordance.model.ids import COMMENTARY_ID, prefix_of
from concordance.model.kinds import Role
from concordance.model.layout import ANNOTATIONS, VOCABULARY
from concordance.model.problems import Place, Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from concordance.model.corpus import LockLine
    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Vocabulary

ARTICLE = "-art-"
# Folders at the root of the site that the build writes.
RESERVED_FOLDERS = frozenset({"cards", "cite", "data", "embed", "finding", "qr", "search"})


@dataclass(frozen=True, slots=True)
class Scheme:
    """What the rules need to know of an edition."""

    texts: Mapping[str, str]
    """What precedes the numbers of its provisions, by the id of a text."""
    series: frozenset[str]
    """Prefixes of the ids of what is cited by number."""


@dataclass(frozen=True, slots=True)
class ShortAddress:
    """The short address of an entry or a text."""

    path: str
    """The address, without the slashes around it: "r74/op16"."""
    id: str
    """The id of the entry or text; of a redirected entry, the old one."""
    page: str
    """The page it leads to."""
    anchor: str
    """The anchor on that page; empty for its top."""
    place: Place
    """Where the address comes from."""


class RedirectedPath(NamedTuple):
    """The short address of an id that was redirected."""

    path: str
    """The address of the redirected id, without the slashes around it."""
    old: str
    """The redirected id."""
    new: str
    """The id that replaced it."""


def scheme_of(vocabulary: Vocabulary, entries: Iterable[Entry]) -> Scheme:
    """Return the scheme of an edition."""
    texts = {name: name if text.short is None else text.short for name, text in vocabulary.texts.items()}
    return Scheme(texts, frozenset(prefix_of(entry.id) for entry in entries if entry.kind.role is Role.NUMBERED))


def short_path(identifier: str, scheme: Scheme) -> str:
    """Return the short address of an entry, without the slashes around it: "12", "43b", "aim/8.7", "untoc/24"."""
    first, _, rest = identifier.partition("-")
    if rest and first in scheme.texts:
        return "/".join(part for part in (scheme.texts[first], _join_parts(rest.split("-"))) if part)
    if rest[:1].isdigit() and first in scheme.series:
        return f"{first}/{rest.replace('-', '.')}"
    return identifier.replace(ARTICLE, "/", 1)


def _join_parts(parts: list[str]) -> str:
    """Join "8" and "d" to "8d", with a point between two numbers or two letters to keep them apart."""
    joins = ("." if left[-1].isdigit() == right[0].isdigit() else "" for left, right in pairwise(parts))
    return parts[0] + "".join(f"{join}{part}" for join, part in zip(joins, parts[1:], strict=True))


def short_addresses(
    entries: Iterable[Entry],
    lock: Iterable[LockLine],
    pages: Mapping[str, str],
    homes: Mapping[str, str],
    scheme: Scheme,
) -> list[ShortAddress]:
    """Return the short addresses of all entries, of redirected ids, and of texts, sorted by path.

    A text whose numbers stand alone has none, and one whose page already has this address needs none.

    Args:
        entries: All entries.
        lock: The lines of the lock.
        pages: The page of every id.
        homes: The page of every text, by its id.
        scheme: The scheme of the edition.
    """
    addresses = [
        ShortAddress(short_path(entry.id, scheme), entry.id, pages[entry.id], entry.id, entry.place)
        for entry in entries
    ]
    known = [line for line in lock if line.to in pages]
    lines = {line.id: line for line in known}
    addresses += [
        ShortAddress(path, old, pages[new], new, lines[old].place) for path, old, new in redirected_paths(known, scheme)
    ]
    vocabulary = Place(f"{ANNOTATIONS}/{VOCABULARY}", 1)
    addresses += [ShortAddress(path, text, homes[text], "", vocabulary) for path, text in text_paths(homes, scheme)]
    return sorted(addresses, key=lambda address: (address.path, address.place))


def redirected_paths(redirects: Iterable[LockLine], scheme: Scheme) -> Iterator[RedirectedPath]:
    """Yield the short address of every id that was redirected."""
    for line in redirects:
        # Ids whose page moved keep their short addresses. Commentary never had any.
        if line.to and line.to != line.id and not COMMENTARY_ID.fullmatch(line.id):
            yield RedirectedPath(short_path(line.id, scheme), line.id, line.to)


def text_paths(homes: Mapping[str, str], scheme: Scheme) -> Iterator[tuple[str, str]]:
    """Yield the short address and the id of every text that needs one; `homes` are the pages of texts by id."""
    for text, page in homes.items():
        if (path := scheme.texts[text]) and page not in _pages_served_at(path):
            yield path, text


def check_short_addresses(addresses: Iterable[ShortAddress], pages: Iterable[str]) -> list[Problem]:
    """Return a problem for each short address that is taken by another, by a page, or by a folder of the site.

    `addresses` are sorted by path; `pages` are the paths of all pages on the site.
    """
    existing = set(pages)
    problems = []
    for path, group in groupby(addresses, key=lambda address: address.path):
        first, *others = group
        problems += [_clash(other, f"{first.id} ({first.place}) has it already") for other in others]
        if path.partition("/")[0] in RESERVED_FOLDERS or existing & _pages_served_at(path):
            problems.append(_clash(first, "something else of the site stands there"))
    return problems


def _pages_served_at(path: str) -> set[str]:
    """Return the pages that servers may show at an address: many servers drop the extension of a file."""
    return {f"{path}/index.html", f"{path}.html"}


def _clash(address: ShortAddress, why: str) -> Problem:
    message = f"The short address of {address.id} would be /{address.path}/, but {why}."
    return Problem(address.place, ProblemKind.SHORT_ADDRESS, message, "Give the new one of the two another id.")
