"""What a handout holds: entries of the edition, in an order of its maker's. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from concordance.graph.references import ids_on_sheet, split_list
from concordance.model.problems import nearest
from concordance.pages.page_view import HANDOUT, page_of

if TYPE_CHECKING:
    import datetime

    from concordance.model.corpus import Corpus
    from concordance.pages.edition_view import EditionView

# What can be shown of every entry, in the order in which it is shown.
PARTS = ("text", "notes", "summary", "connections", "comparison", "commentary", "questions", "qr")


@dataclass(frozen=True, slots=True)
class Maker:
    """What the page that makes handouts is told of the edition: whose ids need no prefix, and the edition's date."""

    text: str
    date: datetime.date | None


@dataclass(frozen=True, slots=True)
class Item:
    """An entry on a ready-made handout; `anchor` is empty where its page is about it alone."""

    id: str
    docname: str
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A ready-made handout; `show` names the parts to show, with commas between them, and is empty for the usual.

    `maker` is the page that opens it, None where there is none.
    """

    title: str
    show: str
    items: tuple[Item, ...]
    maker: str | None


def wrong_sheet(argument: str, _corpus: Corpus) -> str | None:
    """Return what is wrong with `p=…&show=…&title=…`, or None; whether the entries exist is known when all are read."""
    said = parse_qs(argument, keep_blank_values=True)
    if unknown := sorted(set(said) - {"p", "show", "title"}):
        return f"A sheet takes no {unknown[0]!r}. {nearest(unknown[0], ['p', 'show', 'title'])}"
    if not said.get("p", [""])[0]:
        return "A sheet holds no entry. Name some: `p=` and their ids, with commas between them."
    for part in split_list(said.get("show", [""])[0]):
        if part not in PARTS:
            return f"A handout cannot show {part!r}. {nearest(part, PARTS)}"
    return None


def gather_sheet(argument: str, _docname: str, whole: EditionView) -> Sheet:
    """Return the ready-made handout that an argument describes; what is no entry is left out."""
    said = parse_qs(argument, keep_blank_values=True)
    entries = whole.concordance.entries
    found = [entries[identifier] for identifier in ids_on_sheet(argument) if identifier in entries]
    items = (Item(entry.id, entry.docname, "" if entry.leads else entry.id, entry.label) for entry in found)
    show = ",".join(split_list(said.get("show", [""])[0]))
    maker = page_of(HANDOUT, whole.shelf.gathered)
    return Sheet(said.get("title", [""])[0], show, tuple(items), maker)


def gather_maker(argument: str, _docname: str, whole: EditionView) -> Maker:
    """Return what the page that makes handouts is told; `argument` is the text whose ids may be shortened."""
    dates = [annotation.reviewed for annotation in whole.corpus.annotations.values() if annotation.reviewed]
    return Maker(argument, max(dates, default=None))
