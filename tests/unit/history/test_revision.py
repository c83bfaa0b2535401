"""An earlier state of a folder, taken from git without touching what stands there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from concordance.history.revision import RevisionError, checkout, merge_base, resolve
from repository import git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with two commits, and work that is not committed."""
    folder = tmp_path / "edition"
    (folder / "source").mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    for words in ("first", "second"):
        (folder / "source/page.md").write_text(words, encoding="utf-8")
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", f"--message={words}")
    (folder / "source/page.md").write_text("unfinished", encoding="utf-8")
    return folder


def test_an_earlier_state_is_had_and_gone_again(root: Path) -> None:
    with checkout(root, "main~1") as folder:
        assert (folder / "source/page.md").read_text(encoding="utf-8") == "first"
    assert not folder.exists()
    assert (root / "source/page.md").read_text(encoding="utf-8") == "unfinished"


def test_what_others_added_since_is_no_change_here(root: Path) -> None:
    left = git(root, "rev-parse", "main").strip()
    git(root, "switch", "--quiet", "--create=mine")
    git(root, "stash", "--quiet")
    git(root, "commit", "--quiet", "--allow-empty", "--message=mine")
    git(root, "branch", "theirs", "main")
    git(root, "switch", "--quiet", "theirs")
    git(root, "commit", "--quiet", "--allow-empty", "--message=theirs")
    git(root, "switch", "--quiet", "mine")
    assert merge_base(root, "theirs") == left


def test_a_history_of_its_own_is_taken_as_it_is(root: Path) -> None:
    git(root, "checkout", "--quiet", "--force", "--orphan", "other")
    git(root, "commit", "--quiet", "--allow-empty", "--message=other")
    assert merge_base(root, "main") == git(root, "rev-parse", "main").strip()


def test_an_unknown_revision_is_told_with_what_comes_near(root: Path) -> None:
    with pytest.raises(RevisionError, match=r"There is no revision 'mainz'\. Did you mean 'main'\?"):
        merge_base(root, "mainz")
    with pytest.raises(RevisionError, match=r"There is no revision 'x'\. Name a branch, a tag or a commit\.$"):
        merge_base(root, "x")
    with pytest.raises(RevisionError, match="Git cannot bring back 0000"), checkout(root, "0000"):
        pass


def test_a_folder_without_history_is_told(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="Git finds no history of"):
        merge_base(tmp_path, "main")


def test_an_earlier_state_has_what_git_stores_and_no_filter_runs(root: Path, tmp_path: Path) -> None:
    """A proposal may name a filter of the machine's own configuration, or attributes that hide its files."""
    marker = tmp_path / "marker"
    git(root, "config", "filter.marking.smudge", f"touch {marker}")
    git(root, "config", "filter.marking.clean", "cat")
    (root / "source/.gitattributes").write_text("*.md filter=marking export-ignore ident\n")
    (root / "source/page.md").write_text("$Id$")
    (root / "source/large.md").write_text("words " * 1_000_000)
    (root / "source/link.md").symlink_to("/etc/hostname")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=third")
    with checkout(root, "HEAD") as folder:
        assert (folder / "source/page.md").read_text() == "$Id$"
        assert (folder / "source/large.md").stat().st_size == 6_000_000
        assert (folder / "source/link.md").is_symlink() and not (folder / "source/link.md").exists()
    assert not marker.exists()


def test_a_revision_whose_commit_is_gone_is_not_offered_in_its_own_place(root: Path) -> None:
    shutil.rmtree(root / ".git" / "objects")
    (root / ".git" / "objects").mkdir()
    with pytest.raises(RevisionError, match="clone the repository anew"):
        resolve(root, "main")
