"""A feed in the Atom format, read by a reader of feeds."""

from __future__ import annotations

import datetime

import feedparser
from concordance.exports.atom import Feed, Item, written

FIRST = datetime.datetime(2026, 3, 5, 12, 0, 30, tzinfo=datetime.UTC)
SECOND = datetime.datetime(2026, 3, 6, 8, 0, tzinfo=datetime.UTC)
FEED = Feed(
    title="Harbour & <rules>: changes",
    own="https://example.org/changes.atom",
    address="https://example.org/changes.html",
    author="The editors",
    language="en-GB",
    items=(
        Item("Changes of 6 March 2026", "https://example.org/changes.html#b", SECOND, "<p>One &amp; two</p>"),
        Item("Changes of 5 March 2026", "https://example.org/changes.html#a", FIRST, "<p>Three</p>"),
    ),
)


def test_a_reader_finds_everything_in_it() -> None:
    read = feedparser.parse(written(FEED))
    assert not read.bozo
    assert read.version == "atom10"
    assert (read.feed.title, read.feed.author, read.feed.language) == (FEED.title, FEED.author, FEED.language)
    assert {link["rel"]: link["href"] for link in read.feed.links} == {"alternate": FEED.address, "self": FEED.own}
    assert [(item.title, item.id, item.link) for item in read.entries] == [
        (item.title, item.address, item.address) for item in FEED.items
    ]
    assert read.entries[0].content[0].value == "<p>One &amp; two</p>"


def test_it_is_as_new_as_its_newest_item() -> None:
    read = feedparser.parse(written(FEED))
    assert read.feed.updated == "2026-03-06T08:00:00Z"
    assert [item.updated for item in read.entries] == ["2026-03-06T08:00:00Z", "2026-03-05T12:00:30Z"]
