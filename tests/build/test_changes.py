"""When annotations changed, the page of changes and the feed: from the history of a repository, where there is one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup
from concordance.cli import check
from edition import Build, Edition
from repository import git
from soups import soup

SITE = "https://example.org/harbour"
REPOSITORY = {"address": "https://github.example/some/harbour", "branch": "main", "host": "github"}
SOMEBODY = {"GIT_{}_NAME": "Ada Wontbeshown", "GIT_{}_EMAIL": "wontbeshown@example.org"}


@dataclass(slots=True)
class Repository:
    """An edition that stands in a repository."""

    edition: Edition

    def git(self, *arguments: str, date: str = "2026-01-01T12:00:00Z") -> None:
        who = {name.format(role): value for name, value in SOMEBODY.items() for role in ("AUTHOR", "COMMITTER")}
        # Written long before it came in: what counts is when it came in.
        dates = {"GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z", "GIT_COMMITTER_DATE": date}
        git(self.edition.root, *arguments, **who, **dates)

    def commit(self, date: str) -> None:
        self.git("add", "--all", "annotations", "source", "conf.py")
        self.git("commit", "--message", "A subject for developers", date=date)


@pytest.fixture
def harbour(built: Edition) -> Iterator[Repository]:
    """A tiny edition with a page of changes, committed; it has been built before, without one."""
    built.write("source/changes.md", "# Changes\n\n:::{changes}\n:::\n")
    built.change("source/index.md", "\nwhole\n", "\nwhole\nchanges\n")
    repository = Repository(built)
    repository.git("init", "--initial-branch", "main")
    repository.commit("2026-03-01T23:30:00-01:00")
    yield repository
    # The next test builds there, without a history.
    shutil.rmtree(built.root / ".git")


def dates(build: Build, docname: str) -> list[str]:
    return [line.get_text() for line in soup(build, docname).select(".last-changed")]


def article_text(build: Build) -> str:
    return " ".join(soup(build, "changes").select_one("article").get_text(" ").split())  # type: ignore[union-attr]


def test_an_annotation_says_when_it_last_changed_and_leads_to_its_history(harbour: Repository) -> None:
    build = harbour.edition.build(concordance_repository=REPOSITORY)
    (line,) = soup(build, "rules/2").select(".last-changed")
    assert line.get_text() == "Last changed on 2 March 2026: every change to this annotation", "in UTC it was the 2nd"
    (link,) = line.select("a")
    assert link["href"] == "https://github.example/some/harbour/commits/main/annotations/rules/2.md"
    assert "last reviewed on 22 November 2026" in build.page("rules/2")


def test_an_annotation_that_was_only_moved_keeps_its_date(harbour: Repository) -> None:
    (harbour.edition.root / "annotations/rules/2.md").rename(harbour.edition.root / "annotations/rules/second.md")
    harbour.commit("2026-03-05T12:00:00Z")
    assert dates(harbour.edition.build(), "rules/2") == ["Last changed on 2 March 2026"]


def test_without_a_known_repository_there_is_the_date_and_no_link(harbour: Repository) -> None:
    assert dates(harbour.edition.build(), "rules/2") == ["Last changed on 2 March 2026"]


def test_what_was_never_committed_has_no_date(harbour: Repository) -> None:
    harbour.edition.write("annotations/rules/3.md", "---\nannotates: rules-3\ntitle: Open to all\n---\n")
    assert dates(harbour.edition.build(), "rules/3") == []


def test_without_a_repository_no_date_is_invented_and_no_feed_written(tiny: Edition) -> None:
    tiny.write("source/changes.md", "# Changes\n\n:::{changes}\n:::\n")
    tiny.change("source/index.md", "\nwhole\n", "\nwhole\nchanges\n")
    build = tiny.build(html_baseurl=SITE)
    assert dates(build, "rules/2") == []
    assert "not at hand in this copy" in article_text(build)
    assert not (build.out / "changes.atom").exists()
    assert "application/atom+xml" not in build.page("index")


def test_without_git_it_is_the_same(harbour: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(harbour.edition.root))
    build = harbour.edition.build()
    assert dates(build, "rules/2") == []
    assert "not at hand in this copy" in article_text(build)


def test_a_commit_writes_again_what_it_dates_and_nothing_else(harbour: Repository) -> None:
    harbour.edition.build()
    harbour.edition.change("annotations/rules/2.md", "It is kept by", "It is looked after by")
    harbour.edition.build()
    harbour.commit("2026-03-05T12:00:00Z")
    build = harbour.edition.build()
    assert (build.read, build.written) == ([], ["changes", "rules/2"])
    assert dates(build, "rules/2") == ["Last changed on 5 March 2026"]
    assert build.files() == harbour.edition.build("clean").files()
    harbour.git("commit", "--allow-empty", "--message", "Nothing", date="2026-03-06T12:00:00Z")
    assert harbour.edition.build().written == []


def test_a_shallow_clone_tells_what_it_knows_and_no_more(
    harbour: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    harbour.edition.change("annotations/rules/2.md", "It is kept by", "It is looked after by")
    harbour.commit("2026-03-05T12:00:00Z")
    clone = tmp_path_factory.mktemp("clone") / "edition"
    harbour.git("clone", "--depth", "2", f"file://{harbour.edition.root}", str(clone))
    build = Edition(clone).build()
    assert dates(build, "rules/2") == ["Last changed on 5 March 2026"]
    assert dates(build, "old") == [], "its only known commit is where the history was cut off"
    assert "5 March 2026" in article_text(build)
    assert "2 March 2026" not in article_text(build)
    assert "What changed before is not at hand in this copy." in article_text(build)
    deeper = tmp_path_factory.mktemp("clone") / "edition"
    harbour.git("clone", f"file://{harbour.edition.root}", str(deeper))
    assert dates(Edition(deeper).build(), "old") == ["Last changed on 2 March 2026"]


def test_changes_are_told_by_day_with_the_names_that_readers_know(harbour: Repository) -> None:
    edition = harbour.edition
    edition.write("annotations/rules/3.md", "---\nannotates: rules-3\ntitle: Open to all\n---\n")
    edition.change("source/bodies.md", "# ", "# All ")
    edition.write("source/news.md", "# News & <more>\n")
    edition.change("source/index.md", "\nwhole\n", "\nwhole\nnews\n")
    harbour.commit("2026-03-05T12:00:00Z")
    (edition.root / "annotations/rules/3.md").unlink()
    (edition.root / "annotations/rules/2.md").rename(edition.root / "annotations/rules/second.md")
    (edition.root / "source/news.md").unlink()
    edition.change("source/index.md", "\nnews\n", "\n")
    harbour.commit("2026-03-06T12:00:00Z")
    build = edition.build()
    days = article_text(build).partition("6 March 2026")[2].partition("5 March 2026")
    assert "Annotations removed (1) rule 3" in days[0]
    assert "Pages removed (1) News & <more>" in days[0]
    assert "rule 2" not in days[0], "a file that was only moved says nothing new"
    assert "Annotations added (1) rule 3" in days[2].partition("2 March 2026")[0]
    assert "Texts and lists of entries changed (1) All" in days[2]
    links = {link.get_text(): link["href"] for link in soup(build, "changes").select("article .found a")}
    assert links["rule 3"] == "rules/3.html#rules-3"


def test_nobody_who_made_a_change_is_named_on_the_site(harbour: Repository) -> None:
    build = harbour.edition.build(html_baseurl=SITE, concordance_repository=REPOSITORY)
    for name, content in build.files().items():
        assert b"wontbeshown" not in content.lower(), name
        assert b"A subject for developers" not in content, name


def test_the_feed_is_one_that_readers_of_feeds_understand(harbour: Repository) -> None:
    harbour.edition.change("annotations/rules/2.md", "A register and its dues", "Registers & <dues>")
    harbour.commit("2026-03-05T12:00:00Z")
    build = harbour.edition.build(html_baseurl=SITE)
    feed = feedparser.parse((build.out / "changes.atom").read_bytes())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.updated == feed.entries[0].updated == "2026-03-05T12:00:00Z"
    assert feed.feed.id and feed.feed.title and feed.feed.author
    assert feed.feed.links[1] == {"rel": "self", "type": "application/atom+xml", "href": f"{SITE}/changes.atom"}
    assert [entry.title for entry in feed.entries] == ["Changes of 5 March 2026", "Changes of 2 March 2026"]
    assert len({entry.id for entry in feed.entries}) == 2
    anchors = {element["id"] for element in soup(build, "changes").select("[id]")}
    for entry in feed.entries:
        assert entry.link == entry.id
        assert entry.id.removeprefix(f"{SITE}/changes.html#") in anchors
    content = BeautifulSoup(feed.entries[0].content[0].value, "html.parser")
    assert [link["href"] for link in content.select("a")] == [f"{SITE}/rules/2.html#rules-2"]
    assert "Registers & <dues>" in content.get_text()
    (alternate,) = soup(build, "rules/1").select("link[rel=alternate][type='application/atom+xml']")
    assert (alternate["type"], alternate["href"]) == ("application/atom+xml", f"{SITE}/changes.atom")
    assert soup(build, "changes").select("article a[href='changes.atom']")


def test_a_feed_needs_an_address_and_goes_with_it(harbour: Repository) -> None:
    assert (harbour.edition.build(html_baseurl=SITE).out / "changes.atom").exists()
    build = harbour.edition.build(html_baseurl="")
    assert not (build.out / "changes.atom").exists()
    assert "changes.atom" not in build.page("changes") + build.page("index")


def test_many_changes_on_one_day_are_folded(harbour: Repository) -> None:
    for number in range(20):
        harbour.edition.write(f"source/extra-{number}.md", f"---\norphan: true\n---\n# Extra {number}\n")
    harbour.commit("2026-03-05T12:00:00Z")
    (fold,) = soup(harbour.edition.build(), "changes").select("details")
    assert fold.select_one("summary").get_text() == "Other pages added (20)"  # type: ignore[union-attr]
    assert len(fold.select("a")) == 20


def test_nothing_is_fetched_for_what_a_partial_clone_lacks(
    harbour: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    edition = harbour.edition
    (edition.root / "annotations/old/1.md").rename(edition.root / "annotations/old/moved.md")
    harbour.commit("2026-03-05T12:00:00Z")
    harbour.edition.write("annotations/old/moved.md", (edition.root / "annotations/old/moved.md").read_text() + "\n")
    harbour.commit("2026-03-06T12:00:00Z")
    harbour.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path_factory.mktemp("clone") / "edition"
    harbour.git("clone", "--filter", "blob:none", f"file://{edition.root}", str(clone))
    packs = sorted((clone / ".git/objects").rglob("*"))
    build = Edition(clone).build()
    assert dates(build, "old") == ["Last changed on 6 March 2026"]
    assert sorted((clone / ".git/objects").rglob("*")) == packs


def test_an_edition_within_a_greater_repository_has_the_history_of_its_own_files(
    harbour: Repository, tmp_path: Path
) -> None:
    outer = tmp_path / "outer"
    inner = Edition.copy(harbour.edition.root, outer / "harbour")
    repository = Repository(inner)
    git(outer, "init", "--quiet")
    repository.commit("2026-04-01T12:00:00Z")
    assert dates(inner.build(), "rules/2") == ["Last changed on 1 April 2026"]


def test_a_commit_dated_far_in_the_future_breaks_nothing_and_dates_nothing(
    harbour: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")  # 28 May 2026
    harbour.edition.change("annotations/rules/2.md", "It is kept by", "It is led by")
    harbour.commit("2099-01-01T00:00:00Z")
    harbour.edition.change("annotations/rules/2.md", "It is led by", "It is had by")
    harbour.commit("2026-04-01T12:00:00Z")
    assert check.main(["--root", str(harbour.edition.root)]) == 0
    assert "is dated 2099-01-01, which is still to come" in capsys.readouterr().out
    build = harbour.edition.build()
    assert build.warnings == []
    assert "2099" not in article_text(build)
    assert "1 April 2026" in article_text(build)
