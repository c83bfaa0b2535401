"""What a page shows of others, by its fingerprint."""

from __future__ import annotations

from dataclasses import replace

from concordance.graph.concordance import build
from concordance.history.commits import NO_HISTORY
from concordance.model.corpus import EMPTY_CORPUS
from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.pages.edition_view import PageIndex
from concordance.pages.navigation import build_tree, navigate
from concordance.pages.page_views import page_views


def test_a_view_changes_when_what_it_shows_changes_and_not_before() -> None:
    entry = Entry("plan-1", PROVISION, "a", "para. 1", "One", Place("a.md", 3), content="Words.")
    titles = {"index": "Index", "a": "A"}

    def fingerprints(shown: Entry) -> dict[str, str]:
        concordance, _ = build([shown], [], EMPTY_CORPUS, [])
        shelf = PageIndex(
            {"a": ("plan-1",)},
            {"index": ("plan-1",)},
            {},
            {},
            titles,
            {},
            {},
            (),
            navigate(build_tree("index", {}), titles),
        )
        views = page_views(shelf, concordance, EMPTY_CORPUS, NO_HISTORY, lambda *_: None)
        return {docname: view.fingerprint() for docname, view in views.items()}

    before = fingerprints(entry)
    assert fingerprints(replace(entry, place=Place("a.md", 30))) == before, "a line number is shown nowhere"
    after = fingerprints(replace(entry, label="para. I"))
    assert after["index"] != before["index"], "the index links to it by its label"
    assert after["a"] == before["a"], "its own page does not show it as another page's"
