"""An earlier state of a folder, taken from git without touching what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.history.revision import RevisionError, checkout, merge_base
from repository import git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with two commits, and work that is not committed."""
    folder = tmp_path / "edition"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    for words in ("first", "second"):
        (folder / "page.md").write_text(words, encoding="utf-8")
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", f"--message={words}")
    (folder / "page.md").write_text("unfinished", encoding="utf-8")
    return folder


def test_an_earlier_state_is_had_and_gone_again(root: Path) -> None:
    with checkout(root, "main~1") as folder:
        assert (folder / "page.md").read_text(encoding="utf-8") == "first"
    assert not folder.exists()
    assert (root / "page.md").read_text(encoding="utf-8") == "unfinished"


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
    with pytest.raises(RevisionError, match="Git cannot bring back 0000"), checkout(root, "0000"):
        pass


def test_a_folder_without_history_is_told(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="Git finds no history of"):
        merge_base(tmp_path, "main")
