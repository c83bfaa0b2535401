"""A feed in the Atom format, read by a reader of feeds."""

from __future__ import annotations

import datetime

import feedparser
from concordance.exports.atom import Feed, FeedItem, format_feed

FIRST = datetime.datetime(2026, 3, 5, 12, 0, 30, tzinfo=datetime.UTC)
SECOND = datetime.datetime(2026, 3, 6, 8, 0, tzinfo=datetime.UTC)
FEED = Feed(
    title="Harbour & <rules>: changes",
    address="https://example.org/changes.atom",
    page_address="https://example.org/changes.html",
    author="The editors",
    language="en-GB",
    items=(
        FeedItem("Changes of 6 March 2026", "https://example.org/changes.html#b", SECOND, "<p>One &amp; two</p>"),
        FeedItem("Changes of 5 March 2026", "https://example.org/changes.html#a", FIRST, "<p>Three</p>"),
    ),
)


def test_a_reader_finds_everything_in_it() -> None:
    read = feedparser.parse(format_feed(FEED))
    assert not read.bozo
    assert read.version == "atom10"
    assert (read.feed.title, read.feed.author, read.feed.language) == (FEED.title, FEED.author, FEED.language)
    assert {link["rel"]: link["href"] for link in read.feed.links} == {
        "alternate": FEED.page_address,
        "self": FEED.address,
    }
    assert [(item.title, item.id, item.link) for item in read.entries] == [
        (item.title, item.page_address, item.page_address) for item in FEED.items
    ]
    assert read.entries[0].content[0].value == "<p>One &amp; two</p>"


def test_it_is_as_new_as_its_newest_item() -> None:
    read = feedparser.parse(format_feed(FEED))
    assert read.feed.updated == "2026-03-06T08:00:00Z"
    assert [item.updated for item in read.entries] == ["2026-03-06T08:00:00Z", "2026-03-05T12:00:30Z"]
