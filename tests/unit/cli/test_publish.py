"""A finished site is published as a whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from concordance.cli.publish import publish
from concordance.exports.files import write_if_changed


class TestPublish:
    def folder(self, root: Path, **files: str) -> Path:
        for name, text in files.items():
            write_if_changed(root / name.replace("__", "/").replace("_html", ".html"), text)
        return root

    def test_a_site_is_replaced_as_a_whole_and_unchanged_files_are_kept(self, tmp_path: Path) -> None:
        site = self.folder(tmp_path / "html", a_html="same", b_html="old", gone__c_html="gone")
        kept = (site / "a.html").stat().st_ino
        finished = self.folder(tmp_path / "work", a_html="same", b_html="new")
        assert publish(finished, site) == (2, 2)
        assert {path.name for path in site.rglob("*")} == {"a.html", "b.html"}
        assert (site / "b.html").read_text() == "new"
        assert (site / "a.html").stat().st_ino == kept
        assert not (tmp_path / "html.old").exists()

    def test_without_hard_links_unchanged_files_are_copied_with_their_dates(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "link", self.refuse)
        site = self.folder(tmp_path / "html", a_html="same", b_html="old", gone__c_html="gone")
        os.utime(site / "a.html", (1, 1))
        assert publish(self.folder(tmp_path / "work", a_html="same", b_html="new"), site) == (2, 2)
        assert [(path.name, path.read_text()) for path in sorted(site.iterdir())] == [
            ("a.html", "same"),
            ("b.html", "new"),
        ]
        assert (site / "a.html").stat().st_mtime == 1
        assert sorted(path.name for path in tmp_path.iterdir()) == ["html", "work"]

    def test_a_site_stands_until_the_next_is_whole(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        site = self.folder(tmp_path / "html", a_html="same", b_html="old")
        finished = self.folder(tmp_path / "work", a_html="same", b_html="new")
        with monkeypatch.context() as full:
            full.setattr(os, "link", self.refuse)
            full.setattr(shutil, "copy2", self.refuse)
            with pytest.raises(PermissionError):
                publish(finished, site)
        assert {path.name: path.read_text() for path in site.iterdir()} == {"a.html": "same", "b.html": "old"}
        assert publish(finished, site) == (1, 2)
        assert {path.name: path.read_text() for path in site.iterdir()} == {"a.html": "same", "b.html": "new"}

    def refuse(self, *_paths: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    def test_nothing_new_writes_nothing(self, tmp_path: Path) -> None:
        site = self.folder(tmp_path / "html", a_html="same")
        date = site.stat().st_mtime_ns
        assert publish(self.folder(tmp_path / "work", a_html="same"), site) == (0, 1)
        assert site.stat().st_mtime_ns == date

    def test_a_publication_that_was_cut_off_is_mended(self, tmp_path: Path) -> None:
        self.folder(tmp_path / "html.old", a_html="old")
        self.folder(tmp_path / "html.new", a_html="half")
        assert publish(self.folder(tmp_path / "work", a_html="new"), tmp_path / "html") == (1, 1)
        assert (tmp_path / "html" / "a.html").read_text() == "new"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["html", "work"]
