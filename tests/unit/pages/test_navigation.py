"""Citations, navigation, views, the lock: the small parts of the pure core."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pytest
from concordance.citations.short import citation, opening, text_of
from concordance.cli.publish import publish
from concordance.exports.files import write_if_changed
from concordance.graph.concordance import build
from concordance.history.commits import NO_HISTORY
from concordance.model.corpus import EMPTY_CORPUS, Locked
from concordance.model.entries import Entry, Kind
from concordance.model.problems import Place, ProblemKind, nearest
from concordance.model.vocabulary import Text
from concordance.pages.edition_view import PageIndex
from concordance.pages.navigation import NEIGHBOURS, grow, navigate
from concordance.pages.page_view import page_views
from concordance.reading.lock import check_lock, read_lock, written

PLAN = Text(
    "plan",
    "Plan",
    {"": "annex, para. {number}", "chapeau": "annex, chapeau"},
    "",
    None,
    formal={"Draft": {"": "L.64, annex, para. {number}"}},
)
RESOLUTION = Text(
    "r74", "Resolution", {"pp": "74/176, preambular para. {number}", "op": "74/176, para. {number}"}, "", None
)


@pytest.mark.parametrize(
    ("identifier", "text", "expected"),
    [
        ("plan-12", PLAN, "annex, para. 12"),
        ("plan-43-b", PLAN, "annex, para. 43 (b)"),
        ("plan-100", PLAN, "annex, para. 100"),
        ("plan-chapeau", PLAN, "annex, chapeau"),
        ("r74-op-16", RESOLUTION, "74/176, para. 16"),
        ("r74-pp-8-d", RESOLUTION, "74/176, preambular para. 8 (d)"),
        ("r74-annex-1", RESOLUTION, None),
    ],
)
def test_citations(identifier: str, text: Text, expected: str | None) -> None:
    assert citation(identifier, text.cite) == expected


def test_a_provision_belongs_to_the_text_that_begins_its_id() -> None:
    assert text_of("plan-12", {"plan": PLAN}) is PLAN
    assert text_of("planet-12", {"plan": PLAN}) is None


def test_opening_words() -> None:
    assert opening("One two three") == "One two three"
    assert opening("1 2 3 4 5 6 7 8 9 10") == "1 2 3 4 5 6 7 8 9 …"


def test_nearest_ids_are_suggested() -> None:
    assert nearest("sdg-87", ["sdg-8-7", "untoc"]) == "Did you mean 'sdg-8-7'?"
    assert nearest("8-7", ["sdg-8-7", "untoc"]) == "Did you mean 'sdg-8-7'?"
    assert nearest("44", ["untoc-art-44", "plan-44", "plan-4"]) == "Did you mean 'plan-44' or 'untoc-art-44'?"
    assert nearest("zzz", ["sdg-8-7"]) == "Nothing known comes close to it."


class TestNavigation:
    tree = MappingProxyType({"index": ("plan", "bodies"), "plan": tuple(f"p{n}" for n in range(100))})
    titles = MappingProxyType({name: name.upper() for names in [("index",), *tree.values()] for name in names})

    def test_a_page_shows_its_ancestors_its_neighbours_and_the_sections(self) -> None:
        here = navigate(grow("index", self.tree), self.titles)["p50"]
        shown = [step.docname for step in here.steps]
        assert shown[0] == "plan"
        assert shown[-1] == "bodies"
        assert shown[1:-1] == ["", *(f"p{n}" for n in range(50 - NEIGHBOURS, 51 + NEIGHBOURS)), ""], "there are others"
        assert [step.docname for step in here.steps if step.here] == ["p50"]
        assert [step.docname for step in here.ancestors] == ["index", "plan"]

    def test_its_size_does_not_grow_with_the_edition(self) -> None:
        navigation = navigate(grow("index", self.tree), self.titles)
        assert max(len(page.steps) for page in navigation.values()) == 2 + 2 * NEIGHBOURS + 1 + 2

    def test_the_next_page_is_the_next_to_read(self) -> None:
        navigation = navigate(grow("index", self.tree), self.titles)
        first, last = navigation["p0"], navigation["p99"]
        assert first.previous is not None and first.previous.docname == "plan"
        assert last.next is not None and last.next.docname == "bodies"
        assert navigation["bodies"].next is None

    def test_near_an_end_as_many_are_shown_as_elsewhere(self) -> None:
        navigation = navigate(grow("index", self.tree), self.titles)
        for docname in ("p0", "p99", "plan"):
            shown = [step for step in navigation[docname].steps if step.depth == 1 and step.docname]
            assert len(shown) == 2 * NEIGHBOURS + 1, docname
            assert docname == "plan" or any(step.here for step in shown)

    def test_from_one_part_of_a_text_to_the_next_a_reader_meets_no_page_but_its_paragraphs(self) -> None:
        tree = {"index": ("plan",), "plan": ("opening", "one", "two"), "one": ("p1", "p2"), "two": ("p3",)}
        titles = {name: name for names in [("index",), *tree.values()] for name in names}
        navigation = navigate(grow("index", tree), titles)
        order = ["index", "plan", "opening", "p1", "p2", "p3"]
        for before, after in pairwise(order):
            following, earlier = navigation[before].next, navigation[after].previous
            assert following is not None and following.docname == after
            assert earlier is not None and earlier.docname == before
        one = navigation["one"]
        assert one.previous is not None and one.previous.docname == "opening"
        assert one.next is not None and one.next.docname == "two"

    def test_a_page_outside_the_tree_has_no_neighbours(self) -> None:
        lone = navigate(grow("index", {}), {"index": "INDEX", "lone": "LONE"})["lone"]
        assert (lone.previous, lone.next) == (None, None)


def test_a_view_changes_when_what_it_shows_changes_and_not_before() -> None:
    entry = Entry("plan-1", Kind.PROVISION, "a", "para. 1", "One", Place("a.md", 3), content="Words.")
    titles = {"index": "Index", "a": "A"}

    def digests(shown: Entry) -> dict[str, str]:
        concordance, _ = build([shown], [], EMPTY_CORPUS, [])
        shelf = PageIndex(
            {"a": ("plan-1",)}, {"index": ("plan-1",)}, {}, {}, titles, {}, {}, (), navigate(grow("index", {}), titles)
        )
        views = page_views(shelf, concordance, EMPTY_CORPUS, NO_HISTORY, lambda *_: None)
        return {docname: view.digest() for docname, view in views.items()}

    before = digests(entry)
    assert digests(replace(entry, place=Place("a.md", 30))) == before, "a line number is shown nowhere"
    after = digests(replace(entry, label="para. I"))
    assert after["index"] != before["index"], "the index links to it by its label"
    assert after["a"] == before["a"], "its own page does not show it as another page's"


class TestLock:
    def test_new_ids_are_added_and_none_is_lost(self, tmp_path: Path) -> None:
        path = tmp_path / "ids.lock"
        path.write_text("# A comment.\nplan-9 a/9.html\nold a/0.html -> plan-9\n")
        locked, problems = read_lock(tmp_path)
        assert problems == []
        assert written(locked, {"plan-10": "a/10.html", "plan-9": "a/9.html"}).splitlines()[1:] == [
            "old a/0.html -> plan-9",
            "plan-9 a/9.html",
            "plan-10 a/10.html",
        ]

    def test_writing_it_twice_changes_nothing(self) -> None:
        text = written((), {"plan-1": "a/1.html"})
        assert text.endswith("plan-1 a/1.html\n")
        locked = (Locked("plan-1", "a/1.html", None, Place("ids.lock", 2)),)
        assert written(locked, {"plan-1": "a/1.html"}) == text

    def test_an_id_in_its_place_is_no_problem_and_a_moved_one_may_be_led_on(self) -> None:
        place = Place("ids.lock", 1)
        locked = (Locked("plan-1", "new.html", None, place), Locked("plan-1", "old.html", "plan-1", place))
        assert check_lock(locked, {"plan-1": "new.html"}, {}) == []
        (problem,) = check_lock(locked, {}, {})[:1]
        assert problem.kind is ProblemKind.LOST_ID


class TestPublish:
    def folder(self, root: Path, **files: str) -> Path:
        for name, text in files.items():
            write_if_changed(root / name.replace("__", "/").replace("_html", ".html"), text)
        return root

    def test_a_site_is_replaced_as_a_whole_and_unchanged_files_are_kept(self, tmp_path: Path) -> None:
        site = self.folder(tmp_path / "html", a_html="same", b_html="old", gone__c_html="gone")
        kept = (site / "a.html").stat().st_ino
        finished = self.folder(tmp_path / "work", a_html="same", b_html="new")
        assert publish(finished, site) == (2, 2)
        assert {path.name for path in site.rglob("*")} == {"a.html", "b.html"}
        assert (site / "b.html").read_text() == "new"
        assert (site / "a.html").stat().st_ino == kept
        assert not (tmp_path / "html.old").exists()

    def test_without_hard_links_unchanged_files_are_copied_with_their_dates(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "link", self.refuse)
        site = self.folder(tmp_path / "html", a_html="same", b_html="old", gone__c_html="gone")
        os.utime(site / "a.html", (1, 1))
        assert publish(self.folder(tmp_path / "work", a_html="same", b_html="new"), site) == (2, 2)
        assert [(path.name, path.read_text()) for path in sorted(site.iterdir())] == [
            ("a.html", "same"),
            ("b.html", "new"),
        ]
        assert (site / "a.html").stat().st_mtime == 1
        assert sorted(path.name for path in tmp_path.iterdir()) == ["html", "work"]

    def test_a_site_stands_until_the_next_is_whole(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        site = self.folder(tmp_path / "html", a_html="same", b_html="old")
        finished = self.folder(tmp_path / "work", a_html="same", b_html="new")
        with monkeypatch.context() as full:
            full.setattr(os, "link", self.refuse)
            full.setattr(shutil, "copy2", self.refuse)
            with pytest.raises(PermissionError):
                publish(finished, site)
        assert {path.name: path.read_text() for path in site.iterdir()} == {"a.html": "same", "b.html": "old"}
        assert publish(finished, site) == (1, 2)
        assert {path.name: path.read_text() for path in site.iterdir()} == {"a.html": "same", "b.html": "new"}

    def refuse(self, *_paths: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    def test_nothing_new_writes_nothing(self, tmp_path: Path) -> None:
        site = self.folder(tmp_path / "html", a_html="same")
        date = site.stat().st_mtime_ns
        assert publish(self.folder(tmp_path / "work", a_html="same"), site) == (0, 1)
        assert site.stat().st_mtime_ns == date

    def test_a_publication_that_was_cut_off_is_mended(self, tmp_path: Path) -> None:
        self.folder(tmp_path / "html.old", a_html="old")
        self.folder(tmp_path / "html.new", a_html="half")
        assert publish(self.folder(tmp_path / "work", a_html="new"), tmp_path / "html") == (1, 1)
        assert (tmp_path / "html" / "a.html").read_text() == "new"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["html", "work"]
