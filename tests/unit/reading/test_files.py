"""The files of editors on disk: which there are, and what keeps one from being read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from concordance.model.problems import ProblemKind
from concordance.reading.files import annotation_files, page_files, read


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("1.md", "rules/2.md", "rules/deep/2-a.md", "vocabulary.yaml"):
        path = tmp_path / "notes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words", encoding="utf-8")
    return tmp_path


def listed(root: Path) -> tuple[list[str], list[str]]:
    """Return the annotations of a folder, and the places of what is wrong in it."""
    paths, problems = annotation_files(root, "notes", frozenset({"vocabulary.yaml"}))
    assert {problem.kind for problem in problems} <= {ProblemKind.FILE}
    return paths, [problem.place.path for problem in problems]


def test_annotations_are_found_in_all_folders(root: Path) -> None:
    assert listed(root) == (["notes/1.md", "notes/rules/2.md", "notes/rules/deep/2-a.md"], [])


def test_a_list_is_one_only_at_the_top(root: Path) -> None:
    (root / "notes/rules/vocabulary.yaml").write_text("x")
    assert listed(root)[1] == ["notes/rules/vocabulary.yaml"]


@pytest.mark.parametrize("name", [".3.md.swp", "3.md~", "#3.md#", "3.md.orig", ".git/3.md", "Thumbs.db"])
def test_what_programs_leave_behind_is_passed_over(root: Path, name: str) -> None:
    (root / "notes" / name).parent.mkdir(exist_ok=True)
    (root / "notes" / name).write_text("x")
    assert listed(root) == (["notes/1.md", "notes/rules/2.md", "notes/rules/deep/2-a.md"], [])


@pytest.mark.parametrize("name", ["3.txt", "3.MD", "Rule.md", "a b.md", "Odd folder/3.md"])
def test_what_nothing_reads_is_told(root: Path, name: str) -> None:
    (root / "notes" / name).parent.mkdir(exist_ok=True)
    (root / "notes" / name).write_text("x")
    assert listed(root)[1] == [f"notes/{name.partition('/')[0]}"]


def test_no_link_is_followed(root: Path) -> None:
    (root / "notes/link.md").symlink_to(root / "notes/1.md")
    (root / "notes/folder").symlink_to(root)
    paths, wrong = listed(root)
    assert len(paths) == 3
    assert sorted(wrong) == ["notes/folder", "notes/link.md"]


def test_the_bytes_of_a_file_are_read_as_they_are(root: Path) -> None:
    (root / "a.md").write_bytes(b"\xff\r\n")
    assert read(root, "a.md", 3) == (b"\xff\r\n", [])


def test_what_cannot_be_read_is_one_problem(root: Path) -> None:
    os.mkfifo(root / "pipe.md")
    (root / "link.md").symlink_to("nowhere")
    for name, kind, words in (
        ("notes/1.md", ProblemKind.SIZE, "5 bytes; more than 4 are not read"),
        ("nowhere.md", ProblemKind.FILE, "It cannot be read: No such file"),
        ("notes", ProblemKind.FILE, "no file but a folder"),
        ("link.md", ProblemKind.FILE, "a link to another place"),
        ("pipe.md", ProblemKind.FILE, "no file that can be read"),
    ):
        data, (problem,) = read(root, name, 4)
        assert (data, problem.kind, problem.place.path) == (b"", kind, name)
        assert words in problem.message


def test_a_folder_that_may_not_be_read_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(top: Path, onerror: Callable[[OSError], None]) -> list[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(13, "Permission denied", str(top / "rules")))
        return []

    # Whoever runs tests as root may read everything.
    monkeypatch.setattr(os, "walk", refuse)
    for _paths, problems in (annotation_files(root, "notes", frozenset()), page_files(root, "notes")):
        (problem,) = problems
        assert (str(problem.place), problem.message) == ("notes/rules:1", "It cannot be read: Permission denied.")


def test_what_a_build_would_read_otherwise_than_as_a_page_is_told(tmp_path: Path) -> None:
    for name in (
        "a.md",
        "b.rst",
        "c.png",
        "locales/en/LC_MESSAGES/a.po",
        "d.SVG",
        "left.bak/e.md",
        ".hidden/f.rst",
        "g.md~",
    ):
        (tmp_path / "source" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "source" / name).touch()
    (tmp_path / "source" / "h.md").mkdir()
    paths, problems = page_files(tmp_path, "source")
    assert paths == ["source/a.md", "source/left.bak/e.md"]
    refused = [problem.place.path for problem in problems]
    assert refused == ["source/b.rst", "source/d.SVG", "source/h.md", "source/locales/en/LC_MESSAGES/a.po"]
