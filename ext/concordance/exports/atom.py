"""A feed in the Atom format: RFC 4287 (https://www.rfc-editor.org/rfc/rfc4287). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    import datetime

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed. `address` is that of what it is about, and its id; `content` is HTML."""

    title: str
    address: str
    updated: datetime.datetime
    content: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, the newest item first: `own` is its address, `address` that of the page it follows, and its id."""

    title: str
    own: str
    address: str
    author: str
    language: str
    items: tuple[Item, ...]


def written(feed: Feed) -> bytes:
    """Return a feed as XML; it has to have an item, whose date is its own."""
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _about(root, feed.title, feed.address, max(item.updated for item in feed.items))
    ET.SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": feed.own})
    ET.SubElement(ET.SubElement(root, "author"), "name").text = feed.author
    for item in feed.items:
        entry = ET.SubElement(root, "entry")
        _about(entry, item.title, item.address, item.updated)
        ET.SubElement(entry, "content", {"type": "html"}).text = item.content
    ET.indent(root, "")
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _about(element: ET.Element, title: str, address: str, updated: datetime.datetime) -> None:
    ET.SubElement(element, "title").text = title
    ET.SubElement(element, "id").text = address
    ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": address})
    ET.SubElement(element, "updated").text = updated.strftime("%Y-%m-%dT%H:%M:%SZ")
