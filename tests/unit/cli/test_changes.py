"""The command that tells what changes in an edition, in a repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from concordance.cli.changes import main
from concordance.history.git import read_history
from edition import TINY, Edition
from proposed_changes import ANNOTATION, part
from repository import ALONE, git


class Repository:
    """A git repository with the tiny edition in it."""

    def __init__(self, root: Path) -> None:
        self.edition = Edition.copy(TINY, root)
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit()

    def git(self, *arguments: str) -> str:
        return git(self.edition.root, *arguments)

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=x")

    def changes(self, *arguments: str) -> int:
        return main(["--root", str(self.edition.root), "--", *arguments])


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "edition")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for what is written for a while."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_a_test_commits_in_its_own_repository_wherever_it_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "index"))
    own = Repository(tmp_path / "edition")
    assert own.git("log", "--format=%an") == "x\n"
    assert git(other, "rev-list", "--all") == ""
    assert not (other / "index").exists()


def test_work_that_is_not_yet_committed_is_compared_with_where_it_left_the_base(
    repository: Repository, temporary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.git("switch", "--quiet", "--create=mine")
    repository.git("switch", "--quiet", "main")
    repository.edition.change(ANNOTATION, "It is kept by", "It is led by")
    repository.commit()
    repository.git("switch", "--quiet", "mine")
    repository.edition.change(ANNOTATION, "collects", "asks for")
    repository.edition.write("annotations/rules/3.md", "---\nannotates: rules-3\nsummary: New.\n---\n")
    before = repository.git("status", "--porcelain")
    assert repository.changes() == 0
    lines = part(capsys.readouterr().out, "Annotations")
    assert [line for line in lines if line.startswith("  ")] == ["  rules-2, summary", "  rules-3, summary"]
    assert repository.git("status", "--porcelain") == before
    assert not list(temporary.iterdir())
    assert repository.git("worktree", "list").count("\n") == 1


def test_a_base_that_does_not_hold_together_is_told_and_compared_as_far_as_it_can_be(
    repository: Repository, temporary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.edition.change(ANNOTATION, "annotates: rules-2", "annotates: rules-99")
    repository.commit()
    repository.edition.change(ANNOTATION, "annotates: rules-99", "annotates: rules-2")
    assert repository.changes("main") == 0
    out, err = capsys.readouterr()
    assert "At main, something is wrong; what can be read is compared." in err
    assert "annotations/rules/2.md:2" in err
    assert "  rules-2, summary" in part(out, "Annotations")
    assert not list(temporary.iterdir())


def test_where_a_hook_names_another_repository_that_of_the_edition_is_asked(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.edition.change(ANNOTATION, "It is kept by", "It is led by")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.setenv(name, "/nonexistent")
    assert repository.changes() == 0
    assert "  rules-2, commentary" in part(capsys.readouterr().out, "Annotations")
    assert read_history(repository.edition.root, "source", "annotations").days


def test_a_folder_of_another_user_is_read_if_git_was_told_so(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # Git's own tests make any folder another user's so.
    for name, value in (ALONE | {"GIT_CONFIG_COUNT": "0", "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}).items():
        monkeypatch.setenv(name, value)
    assert repository.changes() == 2
    assert "dubious ownership" in capsys.readouterr().err
    # As continuous integration tells it.
    for name, value in (("COUNT", "1"), ("KEY_0", "safe.directory"), ("VALUE_0", "*")):
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    assert repository.changes() == 0


def test_what_a_partial_clone_lacks_is_fetched_for_whoever_asks(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.edition.change(ANNOTATION, "It is kept by", "It is led by")
    repository.git("switch", "--quiet", "--create=mine")
    repository.commit()
    repository.git("config", "uploadpack.allowFilter", "true")
    address = f"file://{repository.edition.root}"
    repository.git("clone", "--quiet", "--filter=blob:none", "--branch=mine", address, str(tmp_path / "clone"))
    assert main(["--root", str(tmp_path / "clone"), "origin/main"]) == 0
    assert "  rules-2, commentary" in part(capsys.readouterr().out, "Annotations")


def test_a_file_that_cannot_be_read_is_named_in_what_is_posted(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository.edition.root
    (root / "source/gone.md").symlink_to("/nonexistent")
    os.mkfifo(root / "source/waits.md")
    (root / "source/here.md").symlink_to(root / "conf.py")
    assert repository.changes() == 0
    assert part(capsys.readouterr().out, "Files that cannot be read") == [
        "  source/gone.md, as it is here",
        "  source/here.md, as it is here",
        "  source/waits.md, as it is here",
    ]


def test_an_unknown_base_is_told_with_those_that_come_near(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.git("update-ref", "refs/remotes/origin/proposals", "HEAD")
    for base, near in (("mainn", "'main'"), ("proposals", "'origin/proposals'"), ("--output=x", "Name a branch")):
        assert repository.changes(base) == 2
        assert near in capsys.readouterr().err


def test_a_folder_without_history_is_told(tiny: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tiny.root)]) == 2
    assert "no history" in capsys.readouterr().err


def test_a_machine_without_git_is_told(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert repository.changes() == 2
    assert "git is not installed" in capsys.readouterr().err
