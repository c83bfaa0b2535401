"""Short addresses, to be said aloud and printed: `/12/` for `plan-12`. Pure; no Sphinx.

They are made from ids by rules, and ids are frozen: so are they, as long as nobody changes a rule here or a `short` in
the vocabulary. Nothing is kept of them but the ids in `ids.lock`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from concordance.model.entries import Kind
from concordance.model.ids import prefix_of
from concordance.model.layout import ANNOTATIONS, VOCABULARY
from concordance.model.problems import Place, Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from concordance.model.corpus import LockLine
    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Vocabulary

COMMENTARY = re.compile(r".+-c\d+")
ARTICLE = "-art-"
# Folders of the site that programs fill.
TAKEN = frozenset({"cards", "cite", "data", "embed", "finding", "pagefind", "qr", "search"})


@dataclass(frozen=True, slots=True)
class Scheme:
    """What the rules need to know of an edition.

    `texts` has for every text what stands before the numbers of its provisions, `series` are the words with which the
    ids of goals begin.
    """

    texts: Mapping[str, str]
    series: frozenset[str]


@dataclass(frozen=True, slots=True)
class ShortAddress:
    """The short address of an id or a text (`of`): its path ("r74/op16"), the page it leads to, and where on that."""

    path: str
    of: str
    page: str
    anchor: str
    place: Place


def scheme_of(vocabulary: Vocabulary, entries: Iterable[Entry]) -> Scheme:
    """Return the scheme of an edition."""
    texts = {name: name if text.short is None else text.short for name, text in vocabulary.texts.items()}
    return Scheme(texts, frozenset(prefix_of(entry.id) for entry in entries if entry.kind in {Kind.GOAL, Kind.TARGET}))


def short_path(identifier: str, scheme: Scheme) -> str:
    """Return the short address of an entry, without the slashes around it: "12", "43b", "sdg/8.7", "untoc/24"."""
    first, _, rest = identifier.partition("-")
    if rest and first in scheme.texts:
        return "/".join(part for part in (scheme.texts[first], _joined(rest.split("-"))) if part)
    if rest[:1].isdigit() and first in scheme.series:
        return f"{first}/{rest.replace('-', '.')}"
    return identifier.replace(ARTICLE, "/", 1)


def _joined(parts: list[str]) -> str:
    """Join "8" and "d" to "8d"; between two numbers or two letters stands a point, so that they can be told apart."""
    joins = ("." if left[-1].isdigit() == right[0].isdigit() else "" for left, right in pairwise(parts))
    return parts[0] + "".join(f"{join}{part}" for join, part in zip(joins, parts[1:], strict=True))


def short_addresses(
    entries: Iterable[Entry],
    locked: Iterable[LockLine],
    pages: Mapping[str, str],
    homes: Mapping[str, str],
    scheme: Scheme,
) -> list[ShortAddress]:
    """Return the short addresses of all entries, of ids that were redirected, and of texts.

    `pages` are the pages of all ids, `homes` those of texts. A text whose numbers stand alone has no short address, and
    one whose page is called so already needs none.
    """
    found = [
        ShortAddress(short_path(entry.id, scheme), entry.id, pages[entry.id], entry.id, entry.place)
        for entry in entries
    ]
    known = [line for line in locked if line.to in pages]
    lines = {line.id: line for line in known}
    found += [
        ShortAddress(path, old, pages[new], new, lines[old].place) for path, old, new in redirected_paths(known, scheme)
    ]
    vocabulary = Place(f"{ANNOTATIONS}/{VOCABULARY}", 1)
    found += [ShortAddress(path, text, homes[text], "", vocabulary) for path, text in text_paths(homes, scheme)]
    return sorted(found, key=lambda one: (one.path, one.place))


def redirected_paths(redirects: Iterable[LockLine], scheme: Scheme) -> Iterator[tuple[str, str, str]]:
    """Yield the short address of every id that was redirected, the id, and the one that took over."""
    for line in redirects:
        # A page that moved keeps its ids, and with them their short addresses. Commentary never had one.
        if line.to and line.to != line.id and not COMMENTARY.fullmatch(line.id):
            yield short_path(line.id, scheme), line.id, line.to


def text_paths(homes: Mapping[str, str], scheme: Scheme) -> Iterator[tuple[str, str]]:
    """Yield the short address of every text, and its id; `homes` are the pages of texts."""
    for text, page in homes.items():
        if (path := scheme.texts[text]) and page not in _standing_at(path):
            yield path, text


def check_short_addresses(found: Iterable[ShortAddress], pages: Iterable[str]) -> list[Problem]:
    """Tell of every short address that another has already, or that a page or a folder of the site stands in."""
    standing = set(pages)
    problems = []
    for path, group in groupby(found, key=lambda one: one.path):
        first, *others = group
        problems += [_clash(other, f"{first.of} ({first.place}) has it already") for other in others]
        if path.partition("/")[0] in TAKEN or standing & _standing_at(path):
            problems.append(_clash(first, "something else of the site stands there"))
    return problems


def _standing_at(path: str) -> set[str]:
    """Return the pages that servers show at an address; many leave out how the name of a file ends."""
    return {f"{path}/index.html", f"{path}.html"}


def _clash(address: ShortAddress, why: str) -> Problem:
    message = f"The short address of {address.of} would be /{address.path}/, but {why}."
    return Problem(address.place, ProblemKind.SHORT_ADDRESS, message, "Give the new one of the two another id.")
