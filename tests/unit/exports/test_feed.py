"""The feed of changes: which days it has, and what a reader of feeds learns of them."""

from __future__ import annotations

import datetime
from typing import Any

import feedparser
import pytest
from built import ADDRESS, harbour
from concordance.exports import feed
from concordance.pages.widgets.changes import (
    OPEN_AT_MOST,
    ChangedDay,
    ChangedItem,
    ChangeKind,
    ChangeList,
    Changes,
    ChangeSubject,
)

LAST = datetime.datetime(2026, 3, 6, 8, 0, tzinfo=datetime.UTC)
RULE = ChangedItem("rule 1", "Register & dues", "rules/1", "rules-1")
OFFICE = ChangedItem("Office", "Office", "bodies", "office")
GONE = ChangedItem("<rules-7>", "", "", "")


def day(*items: ChangedItem, ago: int = 0) -> ChangedDay:
    last = LAST - datetime.timedelta(days=ago)
    return ChangedDay(last.date(), last, (ChangeList(ChangeSubject.ANNOTATION, ChangeKind.ADDED, items),))


def read(*days: ChangedDay, language: str = "en") -> Any:
    edition = harbour(language=language, widgets={"changes": Changes(days, complete=True)})
    return feedparser.parse(feed.make_files(edition)["changes.atom"])


@pytest.mark.parametrize(
    ("address", "widgets"),
    [
        ("", {"changes": Changes((day(RULE),), complete=True)}),
        (ADDRESS, {"changes": Changes((), complete=True)}),
        (ADDRESS, {}),
    ],
    ids=["no address", "no history", "no page of changes"],
)
def test_there_is_no_feed_without_an_address_and_a_page_that_shows_changes(
    address: str, widgets: dict[str, object]
) -> None:
    assert feed.make_files(harbour(address=address, widgets=widgets)) == {}


def test_a_day_is_told_with_what_changed_and_where_to_read_it() -> None:
    (item,) = read(day(RULE, OFFICE, GONE)).entries
    assert (item.title, item.link) == ("Changes of 6 March 2026", f"{ADDRESS}guide.html#day-2026-03-06")
    assert item.updated == "2026-03-06T08:00:00Z"
    html = item.content[0].value
    assert "<p>Annotations added (3)</p>" in html
    assert f'<li><a href="{ADDRESS}rules/1.html#rules-1">rule 1</a> Register &amp; dues</li>' in html
    assert f'<li><a href="{ADDRESS}bodies.html#office">Office</a></li>' in html, (
        "a title that is the label is said once"
    )
    assert "<li>&lt;rules-7&gt;</li>" in html, "what is gone has no page to lead to"


def test_of_a_long_list_only_the_length_is_told() -> None:
    (item,) = read(day(*[RULE] * (OPEN_AT_MOST + 1))).entries
    assert item.content[0].value == f"<div><p>Annotations added ({OPEN_AT_MOST + 1})</p></div>"


def test_the_newest_days_are_told() -> None:
    items = read(*[day(RULE, ago=ago) for ago in range(feed.DAYS + 5)]).entries
    assert len(items) == feed.DAYS
    assert items[0].updated == "2026-03-06T08:00:00Z"


def test_the_feed_is_told_as_that_of_the_edition() -> None:
    about = read(day(RULE), language="pt_BR").feed
    assert (about.title, about.author, about.language) == ("Harbour: changes", "The editors", "pt-BR")
    assert {link["rel"]: link["href"] for link in about.links} == {
        "alternate": f"{ADDRESS}guide.html",
        "self": f"{ADDRESS}changes.atom",
    }
