"""Ready-made sessions of trainers, as their pages have them."""

from __future__ import annotations

from dataclasses import dataclass

from concordance.model.pickling import SlotPickle


@dataclass(frozen=True, slots=True)
class SessionList(SlotPickle):
    """A list that a session has, such as its timetable or its questions."""

    title: str
    """The heading above it."""
    items: tuple[str, ...]
    """Its words; a link without words, which will show the label of its target, is kept as `[](#id)`."""


@dataclass(frozen=True, slots=True)
class Session(SlotPickle):
    """A session: a sheet with what stands around it in its section of a page."""

    anchor: str
    """The id of the section; empty if it is the whole page."""
    title: str
    """The heading of the section."""
    aim: str
    """The first paragraph of the section."""
    lists: tuple[SessionList, ...]
    """Those below headings of their own within the section, in their order."""
    sheet: str
    """The argument of its sheet: which entries it has."""
