"""A history that git does not read is another thing than none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from concordance.history.commits import NO_HISTORY
from concordance.history.git import GitRefusedError, read_history
from repository import git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "annotations").mkdir()
    (tmp_path / "annotations/a.md").write_text("---\nannotates: a\n---\n", encoding="utf-8")
    git(tmp_path, "init", "--initial-branch", "main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--message", "Begin")
    return tmp_path


def test_of_a_folder_of_another_user_it_is_said_and_how_to_mend_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_history(root, "source", "annotations") != NO_HISTORY
    # Git's own tests use this (https://github.com/git/git/blob/master/t/t0033-safe-directory.sh).
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(root / "none"))
    with pytest.raises(GitRefusedError, match=r"belongs to another user.*safe\.directory") as refused:
        read_history(root, "source", "annotations")
    assert "\n" not in str(refused.value)


def test_outside_of_a_repository_and_without_git_there_is_none(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_history(root, "source", "annotations") == NO_HISTORY


def test_a_folder_that_is_no_repository_has_none(tmp_path: Path) -> None:
    assert read_history(tmp_path, "source", "annotations") == NO_HISTORY


@pytest.mark.parametrize("spoilt", [".git/HEAD", ".git/objects"])
def test_a_repository_that_is_spoilt_is_not_taken_for_none(root: Path, spoilt: str) -> None:
    path = root / spoilt
    if path.is_dir():
        shutil.rmtree(path)
        path.mkdir()
    else:
        path.write_text("spoilt\n", encoding="utf-8")
    with pytest.raises(GitRefusedError, match="Clone the repository anew") as refused:
        read_history(root, "source", "annotations")
    assert "\n" not in str(refused.value)


def test_a_repository_without_a_commit_has_no_history(tmp_path: Path) -> None:
    git(tmp_path, "init", "--initial-branch", "main")
    assert read_history(tmp_path, "source", "annotations") == NO_HISTORY
