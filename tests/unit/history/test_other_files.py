"""Which files beside texts and annotations differ from those of a commit."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.history.other_files import other_changed_files
from repository import git

FILES = (
    "conf.py",
    "ext/engine.py",
    ".github/workflows/a.yml",
    "source/a.md",
    "source/a.png",
    "annotations/b.md",
    "ids.lock",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    # The edition stands in a folder of the repository.
    root = tmp_path / "edition"
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("one\n", encoding="utf-8")
    (root / ".gitignore").write_text("build\n", encoding="utf-8")
    git(tmp_path, "init", "--initial-branch", "main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--message", "Begin")
    return root


def test_nothing_differs_at_first(root: Path) -> None:
    assert other_changed_files(root, "HEAD") == ()


def test_whatever_can_act_is_named_whether_it_is_committed_or_not(root: Path) -> None:
    for name in FILES:
        (root / name).write_text("two\n", encoding="utf-8")
    (root / "new.sh").write_text("new\n", encoding="utf-8")
    (root / "build").mkdir()
    (root / "build/made").write_text("made\n", encoding="utf-8")
    (root / "conf.py").unlink()
    differing = (".github/workflows/a.yml", "conf.py", "ext/engine.py", "new.sh", "source/a.png")
    assert other_changed_files(root, "HEAD") == differing
    git(root, "add", "--all")
    git(root, "commit", "--message", "Go on")
    assert other_changed_files(root, "HEAD~1", "HEAD") == differing
    assert other_changed_files(root, "HEAD~1") == differing


def test_no_filter_of_a_configuration_runs(root: Path) -> None:
    marker = root.parent / "marker"
    (root / ".gitattributes").write_text("*.py filter=act\n", encoding="utf-8")
    git(root, "config", "filter.act.clean", f"touch {marker}")
    (root / "conf.py").write_text("two\n", encoding="utf-8")
    assert other_changed_files(root, "HEAD") == (".gitattributes", "conf.py")
    assert not marker.exists()


def test_a_file_that_can_be_run_from_now_on_is_named_though_its_content_stays(root: Path) -> None:
    changed = ("conf.py", "source/a.md")
    for name in changed:
        (root / name).chmod(0o755)
    assert other_changed_files(root, "HEAD") == changed
    git(root, "commit", "--all", "--message", "Go on")
    assert other_changed_files(root, "HEAD~1", "HEAD") == changed
    (root / "annotations/b.md").unlink()
    (root / "annotations/b.md").symlink_to("/nowhere")
    assert other_changed_files(root, "HEAD") == ("annotations/b.md",)


def test_where_files_have_no_modes_none_is_named_for_its_own(root: Path) -> None:
    git(root, "config", "core.fileMode", "false")
    (root / "conf.py").chmod(0o755)
    assert other_changed_files(root, "HEAD") == ()


def test_a_link_is_compared_by_where_it_leads(root: Path) -> None:
    (root / "ext/engine.py").unlink()
    (root / "ext/engine.py").symlink_to("/nowhere")
    assert other_changed_files(root, "HEAD") == ("ext/engine.py",)
