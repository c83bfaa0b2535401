"""Where a text stands among the pages."""

from __future__ import annotations

from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.pages.navigation import Navigation, Step, text_homes


def way(*docnames: str) -> Navigation:
    return Navigation(tuple(Step(docname, docname) for docname in docnames), (), None, None)


def rule(identifier: str, docname: str) -> Entry:
    return Entry(identifier, PROVISION, docname, identifier, identifier, Place("a.md", 1))


NAVIGATION = {
    "a/1": way("index", "a/index", "a/part"),
    "a/2": way("index", "a/index"),
    "b": way("index"),
}


def test_a_text_is_at_home_on_the_nearest_page_that_holds_all_of_it() -> None:
    entries = [rule("rules-1", "a/1"), rule("rules-2", "a/2"), rule("other-1", "b"), rule("other-2", "b")]
    assert text_homes(("rules", "other"), entries, NAVIGATION) == {"rules": "a/index", "other": "b"}


def test_a_text_without_provisions_has_no_home() -> None:
    assert text_homes(("rules",), [rule("other-1", "b")], NAVIGATION) == {}


def test_a_page_that_no_menu_holds_does_not_count() -> None:
    assert text_homes(("rules",), [rule("rules-1", "b"), rule("rules-2", "orphan")], NAVIGATION) == {"rules": "b"}
