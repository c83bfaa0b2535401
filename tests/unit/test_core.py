"""Citations, navigation, views, the lock: the small parts of the pure core."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pytest
from concordance.citations.short import citation, opening, text_of
from concordance.cli.folders import Publication, publish
from concordance.exports.files import write_if_changed
from concordance.graph.concordance import build
from concordance.history.commits import NO_HISTORY
from concordance.model.corpus import EMPTY_CORPUS, LockLine
from concordance.model.entries import Entry, Kind
from concordance.model.problems import Place, ProblemKind, nearest
from concordance.model.vocabulary import Text
from concordance.pages.edition_view import PageIndex
from concordance.pages.navigation import NEIGHBOURS, build_tree, navigate
from concordance.pages.page_view import page_views
from concordance.reading.lock import check_lock, format_lock, read_lock

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
        here = navigate(build_tree("index", self.tree), self.titles)["p50"]
        shown = [step.docname for step in here.steps]
        assert shown[0] == "plan"
        assert shown[-1] == "bodies"
        assert shown[1:-1] == ["", *(f"p{n}" for n in range(50 - NEIGHBOURS, 51 + NEIGHBOURS)), ""], "there are others"
        assert [step.docname for step in here.steps if step.here] == ["p50"]
        assert [step.docname for step in here.ancestors] == ["index", "plan"]

    def test_its_size_does_not_grow_with_the_edition(self) -> None:
        navigation = navigate(build_tree("index", self.tree), self.titles)
        assert max(len(page.steps) for page in navigation.values()) == 2 + 2 * NEIGHBOURS + 1 + 2

    def test_the_next_page_is_the_next_to_read(self) -> None:
        navigation = navigate(build_tree("index", self.tree), self.titles)
        first, last = navigation["p0"], navigation["p99"]
        assert first.previous is not None and first.previous.docname == "plan"
        assert last.next is not None and last.next.docname == "bodies"
        assert navigation["bodies"].next is None

    def test_near_an_end_as_many_are_shown_as_elsewhere(self) -> None:
        navigation = navigate(build_tree("index", self.tree), self.titles)
        for docname in ("p0", "p99", "plan"):
            shown = [step for step in navigation[docname].steps if step.depth == 1 and step.docname]
            assert len(shown) == 2 * NEIGHBOURS + 1, docname
            assert docname == "plan" or any(step.here for step in shown)

    def test_from_one_part_of_a_text_to_the_next_a_reader_meets_no_page_but_its_paragraphs(self) -> None:
        tree = {"index": ("plan",), "plan": ("opening", "one", "two"), "one": ("p1", "p2"), "two": ("p3",)}
        titles = {name: name for names in [("index",), *tree.values()] for name in names}
        navigation = navigate(build_tree("index", tree), titles)
        order = ["index", "plan", "opening", "p1", "p2", "p3"]
        for before, after in pairwise(order):
            following, earlier = navigation[before].next, navigation[after].previous
            assert following is not None and following.docname == after
            assert earlier is not None and earlier.docname == before
        one = navigation["one"]
        assert one.previous is not None and one.previous.docname == "opening"
        assert one.next is not None and one.next.docname == "two"

    def test_a_page_outside_the_tree_has_no_neighbours(self) -> None:
        lone = navigate(build_tree("index", {}), {"index": "INDEX", "lone": "LONE"})["lone"]
        assert (lone.previous, lone.next) == (None, None)


def test_a_view_changes_when_what_it_shows_changes_and_not_before() -> None:
    entry = Entry("plan-1", Kind.PROVISION, "a", "para. 1", "One", Place("a.md", 3), content="Words.")
    titles = {"index": "Index", "a": "A"}

    def digests(shown: Entry) -> dict[str, str]:
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
        assert format_lock(locked, {"plan-10": "a/10.html", "plan-9": "a/9.html"}).splitlines()[1:] == [
            "old a/0.html -> plan-9",
            "plan-9 a/9.html",
            "plan-10 a/10.html",
        ]

    def test_writing_it_twice_changes_nothing(self) -> None:
        text = format_lock((), {"plan-1": "a/1.html"})
        assert text.endswith("plan-1 a/1.html\n")
        locked = (LockLine("plan-1", "a/1.html", None, Place("ids.lock", 2)),)
        assert format_lock(locked, {"plan-1": "a/1.html"}) == text

    def test_an_id_in_its_place_is_no_problem_and_a_moved_one_may_be_led_on(self) -> None:
        place = Place("ids.lock", 1)
        locked = (LockLine("plan-1", "new.html", None, place), LockLine("plan-1", "old.html", "plan-1", place))
        assert check_lock(locked, {"plan-1": "new.html"}, {}) == []
        (problem,) = check_lock(locked, {}, {})[:1]
        assert problem.kind is ProblemKind.LOST_ID


class TestPublish:
    def folder(self, root: Path, **files: str) -> Path:
        for name, text in files.items():
            write_if_changed(root / name.replace("__", "/").replace("_html", ".html"), text)
        return root

    def publish(self, root: Path, **files: str) -> Publication:
        shutil.rmtree(root / "work", ignore_errors=True)
        return publish(self.folder(root / "work", **files), root / "html", root / "published.json")

    def site(self, root: Path) -> dict[str, str]:
        site = root / "html"
        return {
            path.relative_to(site).as_posix(): path.read_text() for path in sorted(site.rglob("*")) if path.is_file()
        }

    def test_a_site_is_what_was_finished_and_unchanged_files_are_left_alone(self, tmp_path: Path) -> None:
        self.publish(tmp_path, a_html="same", b_html="old", gone__c_html="gone")
        before = (tmp_path / "html" / "a.html").stat()
        assert self.publish(tmp_path, a_html="same", b_html="new") == Publication(2, 2)
        assert self.site(tmp_path) == {"a.html": "same", "b.html": "new"}
        after = (tmp_path / "html" / "a.html").stat()
        assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
        assert [path.name for path in tmp_path.iterdir() if path.is_dir()].count("html") == 1

    def test_what_was_not_published_from_here_is_left_alone(self, tmp_path: Path) -> None:
        self.publish(tmp_path, a_html="old")
        self.folder(tmp_path / "html", CNAME="example.org", **{".git__config": "[core]"})
        self.publish(tmp_path, b_html="new")
        assert self.site(tmp_path) == {".git/config": "[core]", "CNAME": "example.org", "b.html": "new"}

    def test_what_was_changed_by_another_hand_is_published_again(self, tmp_path: Path) -> None:
        self.publish(tmp_path, a_html="same", b_html="same")
        self.folder(tmp_path / "html", a_html="changed")
        (tmp_path / "html" / "b.html").unlink()
        assert self.publish(tmp_path, a_html="same", b_html="same") == Publication(2, 2)
        assert self.site(tmp_path) == {"a.html": "same", "b.html": "same"}

    def test_a_link_to_a_folder_stays_one(self, tmp_path: Path) -> None:
        (tmp_path / "served").mkdir()
        (tmp_path / "html").symlink_to(tmp_path / "served")
        self.publish(tmp_path, a_html="new")
        assert (tmp_path / "html").is_symlink()
        assert (tmp_path / "served" / "a.html").read_text() == "new"

    def test_a_site_stands_until_the_next_is_whole(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.publish(tmp_path, a_html="old", b_html="old")
        copyfile = shutil.copyfile

        def copy_first(original: Path, copy: Path) -> None:
            if original.name == "b.html":
                raise OSError(28, "No space left on device")
            copyfile(original, copy)

        with monkeypatch.context() as full:
            full.setattr(shutil, "copyfile", copy_first)
            with pytest.raises(OSError, match="No space left"):
                self.publish(tmp_path, a_html="new", b_html="new")
        assert self.site(tmp_path) == {"a.html": "old", "b.html": "old"}
        assert self.publish(tmp_path, a_html="new", b_html="new") == Publication(2, 2)
        assert self.site(tmp_path) == {"a.html": "new", "b.html": "new"}

    def test_nothing_new_writes_nothing(self, tmp_path: Path) -> None:
        self.publish(tmp_path, a_html="same")
        date = (tmp_path / "html").stat().st_mtime_ns
        assert self.publish(tmp_path, a_html="same") == Publication(0, 1)
        assert (tmp_path / "html").stat().st_mtime_ns == date

    def test_a_publication_that_was_cut_off_is_completed(self, tmp_path: Path) -> None:
        self.publish(tmp_path, a_html="old", b_html="old")
        self.folder(tmp_path / "html", a_html="new", **{".unpublished__b_html": "half"})
        self.publish(tmp_path, a_html="new", b_html="new")
        assert self.site(tmp_path) == {"a.html": "new", "b.html": "new"}
