"""What a page tells programs of other pages: the wholes its entries are parts of, and what it leads into. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short import text_of
from concordance.graph.concordance import whole_of
from concordance.model.entries import Kind
from concordance.pages.navigation import text_homes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.model.entries import Entry
    from concordance.pages.edition_view import EditionView, PageIndex
    from concordance.pages.reference import Reference

# A page that has no words of its own is described by the first pages that it leads into.
LEADS = 6


@dataclass(frozen=True, slots=True)
class Part:
    """An entry of the page as a part of its `whole`, an entry or a text, which stands on the page `docname`.

    `position` is its place among the numbered parts of a text or provision, from 1; what has no number stands where
    the last numbered one does. Other kinds have none: an edition need not hold all articles of an instrument.
    """

    id: str
    whole: str
    docname: str
    position: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """A text that a page holds with the pages below it: its official document, and the page of what it is part of."""

    text: str
    official: Reference | None
    within: str


@dataclass(frozen=True, slots=True)
class PageMembership:
    """The place of a page in the edition.

    `parts` are those of its entries that are parts; `texts` what it holds with the pages below it; `leads` the titles
    of the first pages that it leads into.
    """

    parts: tuple[Part, ...]
    texts: tuple[Held, ...]
    leads: tuple[str, ...]


def page_memberships(whole: EditionView) -> dict[str, PageMembership]:
    """Return the standing of every page that has a title."""
    entries, texts, shelf = whole.concordance.entries, whole.corpus.vocabulary.texts, whole.shelf
    homes = text_homes(texts, entries.values(), shelf.navigation)
    parts = _parts(entries, homes, whole)
    held: dict[str, list[Held]] = defaultdict(list)
    for name, home in homes.items():
        text = texts[name]
        official = whole.references.get(text.official or "")
        held[home].append(Held(name, official, homes.get(text.facts.part_of, "")))
    return {
        docname: PageMembership(tuple(parts[docname]), tuple(held[docname]), _leads(docname, shelf))
        for docname in shelf.titles
    }


def _leads(docname: str, shelf: PageIndex) -> tuple[str, ...]:
    return tuple(shelf.titles[child] for child in shelf.children.get(docname, ())[:LEADS] if child in shelf.titles)


def _parts(entries: Mapping[str, Entry], homes: Mapping[str, str], whole: EditionView) -> dict[str, list[Part]]:
    texts = whole.corpus.vocabulary.texts
    counted: Counter[str] = Counter()
    parts: dict[str, list[Part]] = defaultdict(list)
    for entry in entries.values():
        found = whole_of(entry, entries)
        if entry.kind is not Kind.PROVISION:
            if found is not None:
                parts[entry.docname].append(Part(entry.id, found, entries[found].docname, None))
            continue
        text = text_of(entry.id, texts)
        if text is None or text.id not in homes:
            continue
        name = found or text.id
        # The last part of an id is a number or a letter, unless it names a series: `plan-chapeau`.
        counted[name] += entry.id.rpartition("-")[2] not in text.cite
        docname = entries[found].docname if found else homes[text.id]
        parts[entry.docname].append(Part(entry.id, name, docname, counted[name]))
    return parts
