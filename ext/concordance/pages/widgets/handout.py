"""Handouts: entries of the edition, in an order that their maker chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from concordance.graph.references import ids_on_sheet, split_list
from concordance.model.problems import Fault, nearest
from concordance.pages.page_view import HANDOUT, page_with_widget

if TYPE_CHECKING:
    import datetime

    from concordance.model.corpus import Corpus
    from concordance.pages.edition_view import EditionView

# What a handout can show of an entry, in this order.
PARTS = ("text", "notes", "summary", "connections", "comparison", "commentary", "questions", "answers", "qr")


@dataclass(frozen=True, slots=True)
class HandoutMaker:
    """What the page that makes handouts needs to know of the edition."""

    text: str
    """Id of the text whose ids need no prefix."""
    date: datetime.date | None
    """Day on which an annotation was last reviewed."""


@dataclass(frozen=True, slots=True)
class HandoutItem:
    """An entry on a ready-made handout."""

    id: str
    docname: str
    anchor: str
    """Its id on its page, empty where the page is about it alone."""
    label: str
    """What pages call it."""


@dataclass(frozen=True, slots=True)
class HandoutSheet:
    """A ready-made handout."""

    title: str
    """Empty where the page gives none."""
    show: str
    """Names of `PARTS` to show, separated by commas; empty for the usual ones."""
    items: tuple[HandoutItem, ...]
    """In the order of the sheet."""
    session: str
    """Page of the session that it is for."""
    maker: str | None
    """Page that opens it, None where there is none."""


def check_sheet(argument: str, _corpus: Corpus) -> Fault | None:
    """Return what is wrong with an argument `p=…&show=…&title=…`, or None.

    Whether the entries exist is checked once all pages are read.
    """
    parameters = parse_qs(argument, keep_blank_values=True)
    if unknown := sorted(set(parameters) - {"p", "show", "title"}):
        return Fault(f"A sheet takes no {unknown[0]!r}.", nearest(unknown[0], ["p", "show", "title"]))
    if not parameters.get("p", [""])[0]:
        return Fault("This sheet holds no entry.", "Name some: `p=` and their ids, with commas between them.")
    for part in split_list(parameters.get("show", [""])[0]):
        if part not in PARTS:
            return Fault(f"A handout cannot show {part!r}.", nearest(part, PARTS))
    return None


def gather_sheet(argument: str, docname: str, edition: EditionView) -> HandoutSheet:
    """Return the ready-made handout that an argument describes; ids of no entry are left out."""
    parameters = parse_qs(argument, keep_blank_values=True)
    entries = edition.concordance.entries
    on_handout = (entries[identifier] for identifier in ids_on_sheet(argument) if identifier in entries)
    items = (HandoutItem(entry.id, entry.docname, "" if entry.leads else entry.id, entry.name) for entry in on_handout)
    show = ",".join(split_list(parameters.get("show", [""])[0]))
    maker = page_with_widget(HANDOUT, edition.index.widgets)
    return HandoutSheet(parameters.get("title", [""])[0], show, tuple(items), docname, maker)


def gather_maker(argument: str, _docname: str, edition: EditionView) -> HandoutMaker:
    """Return what the page that makes handouts needs to know; `argument` is the text whose ids may be shortened."""
    dates = [annotation.reviewed for annotation in edition.corpus.annotations.values() if annotation.reviewed]
    return HandoutMaker(argument, max(dates, default=None))
