"""What a page shows of other pages.

A page is rendered from its own doctree and its `PageView`, and from nothing else, so it needs writing again when, and
only when, the fingerprint of its view changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.pickling import QuickRepr, fingerprint

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from concordance.model.entries import Entry
    from concordance.pages.connections import ConnectionPanel
    from concordance.pages.membership import PageMembership
    from concordance.pages.navigation import Navigation
    from concordance.pages.page_content import WidgetRequest
    from concordance.pages.paragraph_map import ParagraphMap
    from concordance.pages.parallels import Parallel
    from concordance.pages.reference import Reference

# The widget with which readers make handouts.
HANDOUT = "handout"
# The widget that lists what can be taken away.
TAKE_AWAY = "take-away"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a page tells readers about a text that it shows."""

    text: str
    """Words of the notice."""
    official: Reference | None
    """Official document of the text, None where the edition names none."""


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """What a link shows of a target that is no entry. A place and a page may have the same name."""

    name: str
    """Name that the link has for it."""
    anchor: str | None
    """Where a link to the place of that name leads, and the words it shows; None where there is no such place."""
    title: str | None
    """Title of the page of that name, None where there is none."""


@dataclass(frozen=True, slots=True, repr=False)
class PageView(QuickRepr):
    """Everything a page shows that is not its own."""

    panels: tuple[tuple[str, ConnectionPanel], ...]
    """Connections of each of its entries that has any, by id."""
    parallels: tuple[tuple[str, tuple[Parallel, ...]], ...]
    """Parallels of each of its provisions that has any, by id."""
    references: tuple[Reference | LinkTarget, ...]
    """What the links of its prose show."""
    notices: tuple[Notice, ...]
    """Notices on the texts of which it shows words."""
    widget_contents: tuple[object, ...]
    """Contents of its widgets, in the order of the page."""
    navigation: Navigation
    edition_date: datetime.date | None
    """Day on which an annotation of the edition was last reviewed."""
    membership: PageMembership
    terms: tuple[tuple[tuple[str, str], str], ...]
    """Labels of the terms of its entries, each by its facet and its name."""
    changed: tuple[tuple[str, datetime.date], ...]
    """When the annotation of each of its entries last changed, by id, where that is known."""
    follows: bool
    """Whether readers can follow changes: the edition has a page of them, and its history is known."""
    citation_context: tuple[Entry, ...]
    """Entries of other pages that are named where its own are cited."""
    maker: str | None
    """Docname of the page that makes handouts, None where there is none."""
    maps: tuple[tuple[str, ParagraphMap], ...]
    """Map of the paragraph that it is about, by id; none on pages of several."""
    take_away: str | None
    """Docname of the page that lists what can be taken away, None where there is none."""
    guide: str | None
    """Docname of the page that tells readers how to contribute, None where there is none."""
    without_entries: tuple[str, ...] = ()
    """Folders, and pages in none, that have no entries: nothing is shown of their pages before a reader goes there."""

    def fingerprint(self) -> str:
        """Return the SHA-256 of all that the view holds, in hexadecimal digits."""
        return fingerprint(repr(self))


def top_of(docname: str) -> str:
    """Return the first part of a docname: its uppermost folder, or itself if it is in none."""
    return docname.partition("/")[0]


def page_with_widget(name: str, widgets: Mapping[str, Iterable[WidgetRequest]]) -> str | None:
    """Return the first page, by docname, that asks for the widget `name`; None where there is none.

    `widgets` has what each page asks for, by docname.
    """
    pages = sorted(page for page, requests in widgets.items() if any(request.name == name for request in requests))
    return pages[0] if pages else None
