"""An import writes what has changed, keeps what was edited by hand, and lists in the ledger what it wrote."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from small_transcript import make, pages, run, swap


def test_the_ledger_lists_what_was_written(tmp_path: Path) -> None:
    path = make(tmp_path)
    assert run(path) == 0
    source = path.parent / "source"
    lines = (source / "imported.sha256").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(pages(path))
    for line in lines:
        checksum, name = line.split("  ")
        assert hashlib.sha256((source / name).read_bytes()).hexdigest() == checksum
    assert not list(source.rglob("*.unfinished"))


def test_nothing_is_written_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = make(tmp_path)
    run(path)
    before = {file: file.stat().st_mtime_ns for file in (path.parent / "source").rglob("*") if file.is_file()}
    assert run(path) == 0
    assert {file: file.stat().st_mtime_ns for file in before} == before
    assert "8 pages: 0 written, 0 left alone" in capsys.readouterr().out


def test_an_edited_page_is_kept_until_overwrite(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = make(tmp_path)
    run(path)
    edited, other = path.parent / "source/annex/1.md", path.parent / "source/annex/3.md"
    edited.write_text("by hand\n", encoding="utf-8")
    make(tmp_path, swap("Share them.", "Share them all."))
    assert run(path) == 1
    assert edited.read_text(encoding="utf-8") == "by hand\n"
    assert "Share them all." in other.read_text(encoding="utf-8")
    message = "The page was edited by hand and is left alone. Use --overwrite to replace it."
    assert capsys.readouterr().err == f"{edited}:1: {message}\n"
    assert run(path) == 1  # The ledger still holds what was imported, not what was edited.
    assert run(path, "--overwrite") == 0
    assert "Lend" in edited.read_text(encoding="utf-8")
    assert run(path) == 0


def test_a_page_never_imported_is_kept(tmp_path: Path) -> None:
    path = make(tmp_path)
    page = path.parent / "source/annex/1.md"
    page.parent.mkdir(parents=True)
    page.write_text("mine\n", encoding="utf-8")
    assert run(path) == 1
    assert page.read_text(encoding="utf-8") == "mine\n"


def test_two_recipes_share_one_ledger(tmp_path: Path) -> None:
    path = make(tmp_path)
    run(path)
    ledger = path.parent / "source/imported.sha256"
    ledger.write_text(f"{'0' * 64}  other/page.md\n" + ledger.read_text(encoding="utf-8"), encoding="utf-8")
    assert run(path) == 0
    assert f"{'0' * 64}  other/page.md\n" in ledger.read_text(encoding="utf-8")


def test_a_spoilt_ledger_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = make(tmp_path)
    run(path)
    (path.parent / "source/imported.sha256").write_text("nonsense\n", encoding="utf-8")
    assert run(path) == 2
    assert "imported.sha256:1: This is no line of sha256sum. Restore the file." in capsys.readouterr().err
