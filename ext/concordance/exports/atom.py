"""A feed in the Atom format: RFC 4287 (https://www.rfc-editor.org/rfc/rfc4287)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    import datetime

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a feed."""

    title: str
    page_address: str
    """The address of what it is about, and its id."""
    updated: datetime.datetime
    """In UTC."""
    content: str
    """In HTML."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of changes to a page."""

    title: str
    address: str
    """The address of the feed itself."""
    page_address: str
    """The address of the page that it follows, and its id."""
    author: str
    """Whom readers are told to be its author: the editors or, where none are named, the edition."""
    language: str
    """A language tag as in RFC 5646."""
    items: tuple[FeedItem, ...]
    """The newest first."""


def format_feed(feed: Feed) -> bytes:
    """Return a feed, with one item at least, as XML; its date is that of its newest item."""
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _add_metadata(root, feed.title, feed.page_address, max(item.updated for item in feed.items))
    ET.SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": feed.address})
    ET.SubElement(ET.SubElement(root, "author"), "name").text = feed.author
    for item in feed.items:
        entry = ET.SubElement(root, "entry")
        _add_metadata(entry, item.title, item.page_address, item.updated)
        ET.SubElement(entry, "content", {"type": "html"}).text = item.content
    ET.indent(root, "")
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _add_metadata(element: ET.Element, title: str, page_address: str, updated: datetime.datetime) -> None:
    ET.SubElement(element, "title").text = title
    ET.SubElement(element, "id").text = page_address
    ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": page_address})
    ET.SubElement(element, "updated").text = updated.strftime("%Y-%m-%dT%H:%M:%SZ")
