"""The place of each page in the edition, for machine-readable data.

That is, what its entries are part of, which texts it holds, and which pages it leads into.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short import text_of
from concordance.graph.concordance import whole_of
from concordance.pages.navigation import text_homes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.model.entries import Entry
    from concordance.pages.edition_view import EditionView, PageIndex
    from concordance.pages.reference import Reference

# A page without words of its own is described by the titles of the first pages it leads into.
CHILD_TITLES = 6


@dataclass(frozen=True, slots=True)
class WholePart:
    """An entry of a page, as a part of an entry or a text."""

    id: str
    whole: str
    """Id of the entry or the text that it is a part of."""
    docname: str
    """Page on which that stands."""
    position: int | None
    """Place among the numbered parts of a text or provision, counted from 1; a part without a number has that of the
    last numbered one before it. None for other kinds of entries, as an edition need not hold all articles of an
    instrument.
    """


@dataclass(frozen=True, slots=True)
class HeldText:
    """A text that a page holds together with the pages below it."""

    text: str
    """Id of the text."""
    official: Reference | None
    """Its official document, None where the edition names none."""
    within: str
    """Page of what the text is part of, empty where it is part of nothing."""


@dataclass(frozen=True, slots=True)
class PageMembership:
    """The place of a page in the edition."""

    parts: tuple[WholePart, ...]
    """Its entries that are parts of something."""
    texts: tuple[HeldText, ...]
    """Texts that it holds together with the pages below it."""
    child_titles: tuple[str, ...]
    """Titles of the first pages that it leads into."""


def page_memberships(edition: EditionView) -> dict[str, PageMembership]:
    """Return the membership of every page that has a title, by docname."""
    entries, texts, index = edition.concordance.entries, edition.corpus.vocabulary.texts, edition.index
    homes = text_homes(texts, entries.values(), index.navigation)
    parts = _parts(entries, homes, edition)
    texts_held: dict[str, list[HeldText]] = defaultdict(list)
    for name, home in homes.items():
        text = texts[name]
        official = edition.references.get(text.official or "")
        texts_held[home].append(HeldText(name, official, homes.get(text.facts.part_of, "")))
    return {
        docname: PageMembership(tuple(parts[docname]), tuple(texts_held[docname]), _child_titles(docname, index))
        for docname in index.titles
    }


def _child_titles(docname: str, index: PageIndex) -> tuple[str, ...]:
    return tuple(
        index.titles[child] for child in index.children.get(docname, ())[:CHILD_TITLES] if child in index.titles
    )


def _parts(entries: Mapping[str, Entry], homes: Mapping[str, str], edition: EditionView) -> dict[str, list[WholePart]]:
    texts = edition.corpus.vocabulary.texts
    positions: Counter[str] = Counter()
    parts: dict[str, list[WholePart]] = defaultdict(list)
    for entry in entries.values():
        whole = whole_of(entry, entries)
        if not entry.kind.is_provision:
            if whole is not None:
                parts[entry.docname].append(WholePart(entry.id, whole, entries[whole].docname, None))
            continue
        text = text_of(entry.id, texts)
        if text is None or text.id not in homes:
            continue
        name = whole or text.id
        # The last part of an id is a number or a letter, unless it names a series: `plan-chapeau`.
        positions[name] += entry.id.rpartition("-")[2] not in text.cite
        docname = entries[whole].docname if whole else homes[text.id]
        parts[entry.docname].append(WholePart(entry.id, name, docname, positions[name]))
    return parts
