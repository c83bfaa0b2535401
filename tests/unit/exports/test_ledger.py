"""What is written anew, what is left alone, and what is removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from built import harbour
from concordance.exports.files import write_files
from concordance.exports.ledger import ExportLedger

if TYPE_CHECKING:
    from pathlib import Path

    from concordance.exports.built_edition import BuiltEdition, Files


class Maker:
    """Makes the files that it was given, of the title of the edition, and counts how often."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.times = 0

    def __call__(self, edition: BuiltEdition) -> Files:
        assert edition.site.title
        self.times += 1
        return self.files


def build(folder: Path, others: Files | None = None, *, title: str = "Rules", **exports: Maker) -> None:
    edition = harbour()
    titled = replace(edition, site=replace(edition.site, title=title))
    write_files(folder / "site", others or {})
    ledger = ExportLedger(folder / "ledger.json", folder / "site")
    ledger.keep(ledger.make(titled, exports), others or {})


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder / "site").as_posix() for path in (folder / "site").rglob("*"))


def test_what_is_made_of_the_same_is_not_made_again(tmp_path: Path) -> None:
    make = Maker({"a/b.txt": "words"})
    build(tmp_path, a=make)
    build(tmp_path, a=make)
    assert make.times == 1
    build(tmp_path, a=make, title="Other rules")
    assert make.times == 2


def test_a_file_that_is_gone_is_made_again(tmp_path: Path) -> None:
    make = Maker({"a.txt": "words"})
    build(tmp_path, a=make)
    (tmp_path / "site" / "a.txt").unlink()
    build(tmp_path, a=make)
    assert names(tmp_path) == ["a.txt"]


def test_what_is_exported_no_more_is_removed_with_its_folder(tmp_path: Path) -> None:
    build(tmp_path, {"c/d.txt": "words", "e.txt": "words"}, a=Maker({"a/b.txt": "words"}))
    build(tmp_path, {"e.txt": "words"})
    assert names(tmp_path) == ["e.txt"]


def test_what_others_wrote_is_left_alone(tmp_path: Path) -> None:
    write_files(tmp_path / "site", {"a/page.html": "a page of Sphinx's"})
    build(tmp_path, {"a/data.json": "{}"})
    build(tmp_path)
    assert names(tmp_path) == ["a", "a/page.html"]


def test_a_record_that_was_cut_off_is_none(tmp_path: Path) -> None:
    (tmp_path / "ledger.json").write_bytes(b'{"files": ["a')
    build(tmp_path, a=Maker({"a.txt": "words"}))
    assert names(tmp_path) == ["a.txt"]
