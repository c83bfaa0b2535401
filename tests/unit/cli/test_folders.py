"""A finished site is published as a whole or not at all, and nothing else is touched."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from concordance.cli import folders
from concordance.cli.folders import Publication, file_stamps, open_folder, publish, sync_folder
from concordance.exports.files import write_if_changed

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


class TestPublish:
    def folder(self, root: Path, **files: str) -> Path:
        for name, text in files.items():
            write_if_changed(root / name.replace("__", "/").replace("_html", ".html"), text)
        return root

    def publish(self, root: Path, untouched: Collection[str] = (), **files: str) -> Publication:
        shutil.rmtree(root / "work", ignore_errors=True)
        finished = self.folder(root / "work", **files)
        return publish(finished, file_stamps(finished), root / "html", root / "published.json", untouched)

    def site(self, root: Path) -> dict[str, str]:
        site = root / "html"
        return {
            path.relative_to(site).as_posix(): path.read_text() for path in sorted(site.rglob("*")) if path.is_file()
        }

    def test_a_site_is_what_was_finished_and_unchanged_files_are_left_alone(self, tmp_path: Path) -> None:
        self.publish(tmp_path, a_html="same", b_html="old", gone__c_html="gone")
        before = (tmp_path / "html" / "a.html").stat()
        assert self.publish(tmp_path, a_html="same", b_html="new") == Publication(2, 2)
        assert self.site(tmp_path) == {"a.html": "same", "b.html": "new"}
        after = (tmp_path / "html" / "a.html").stat()
        assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
        assert [path.name for path in tmp_path.iterdir() if path.is_dir()].count("html") == 1

    def test_what_was_not_published_from_here_is_left_alone(self, tmp_path: Path) -> None:
        self.publish(tmp_path, a_html="old")
        self.folder(tmp_path / "html", CNAME="example.org", **{".git__config": "[core]"})
        self.publish(tmp_path, b_html="new")
        assert self.site(tmp_path) == {".git/config": "[core]", "CNAME": "example.org", "b.html": "new"}

    def test_what_was_changed_by_another_hand_is_published_again(self, tmp_path: Path) -> None:
        self.publish(tmp_path, a_html="same", b_html="same")
        self.folder(tmp_path / "html", a_html="changed")
        (tmp_path / "html" / "b.html").unlink()
        assert self.publish(tmp_path, a_html="same", b_html="same") == Publication(2, 2)
        assert self.site(tmp_path) == {"a.html": "same", "b.html": "same"}

    def test_a_site_that_nobody_touched_is_known_and_not_looked_through(self, tmp_path: Path) -> None:
        self.publish(tmp_path, a_html="same", b_html="old", gone__c_html="gone")
        self.folder(tmp_path / "html", CNAME="example.org")
        known = file_stamps(tmp_path / "html")
        before = known["a.html"]
        publication = self.publish(tmp_path, known.keys(), a_html="same", b_html="newer", d_html="new")
        assert self.site(tmp_path) == {"CNAME": "example.org", "a.html": "same", "b.html": "newer", "d.html": "new"}
        assert publication.stamps == file_stamps(tmp_path / "html")
        assert publication.stamps["a.html"] == before

    def test_a_link_to_a_folder_stays_one(self, tmp_path: Path) -> None:
        (tmp_path / "served").mkdir()
        (tmp_path / "html").symlink_to(tmp_path / "served")
        self.publish(tmp_path, a_html="new")
        assert (tmp_path / "html").is_symlink()
        assert (tmp_path / "served" / "a.html").read_text() == "new"

    def test_a_site_stands_until_the_next_is_whole(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.publish(tmp_path, a_html="old", b_html="old")
        copy_file = folders._copy_file

        def copy_first(original: str, copy: str) -> None:
            if original.endswith("b.html"):
                raise OSError(28, "No space left on device")
            copy_file(original, copy)

        with monkeypatch.context() as full:
            full.setattr(folders, "_copy_file", copy_first)
            with pytest.raises(OSError, match="No space left"):
                self.publish(tmp_path, a_html="new", b_html="new")
        assert self.site(tmp_path) == {"a.html": "old", "b.html": "old"}
        assert self.publish(tmp_path, a_html="new", b_html="new") == Publication(2, 2)
        assert self.site(tmp_path) == {"a.html": "new", "b.html": "new"}

    def test_nothing_new_writes_nothing(self, tmp_path: Path) -> None:
        self.publish(tmp_path, a_html="same")
        date = (tmp_path / "html").stat().st_mtime_ns
        assert self.publish(tmp_path, a_html="same") == Publication(0, 1)
        assert (tmp_path / "html").stat().st_mtime_ns == date

    def test_a_publication_that_was_cut_off_is_completed(self, tmp_path: Path) -> None:
        self.publish(tmp_path, a_html="old", b_html="old")
        self.folder(tmp_path / "html", a_html="new", **{".unpublished__b_html": "half"})
        self.publish(tmp_path, a_html="new", b_html="new")
        assert self.site(tmp_path) == {"a.html": "new", "b.html": "new"}

    @pytest.mark.parametrize("mine", ["b.html/mine.txt", "deep"])
    def test_what_stands_in_the_way_is_told_before_anything_is_moved(self, tmp_path: Path, mine: str) -> None:
        self.publish(tmp_path, a_html="old")
        write_if_changed(tmp_path / "html" / mine, "mine")
        before = self.site(tmp_path)
        with pytest.raises(OSError, match="is to stand") as refused:
            self.publish(tmp_path, a_html="new", b_html="new", deep__c_html="new")
        assert refused.value.filename == str(tmp_path / "html" / mine.partition("/")[0])
        assert self.site(tmp_path) == before

    def test_a_file_of_the_site_takes_the_place_of_a_folder_that_goes(self, tmp_path: Path) -> None:
        self.publish(tmp_path, a__b_html="old")
        self.publish(tmp_path, a="new")
        assert self.site(tmp_path) == {"a": "new"}
        self.publish(tmp_path, a__b_html="old")
        assert self.site(tmp_path) == {"a/b.html": "old"}

    def test_a_link_that_leads_in_a_circle_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "html").symlink_to("html")
        with pytest.raises(OSError, match="File exists"):
            self.publish(tmp_path, a_html="new")

    def test_a_record_of_what_was_published_that_was_cut_off_stops_nothing(self, tmp_path: Path) -> None:
        self.publish(tmp_path, a_html="same", b_html="old")
        (tmp_path / "published.json").write_text('{"a.html": [[')
        self.publish(tmp_path, a_html="same", b_html="new")
        assert self.site(tmp_path) == {"a.html": "same", "b.html": "new"}

    def test_whatever_the_umask_a_web_server_can_read_the_site(self, tmp_path: Path) -> None:
        before = os.umask(0o077)
        try:
            # A check has been here before.
            (tmp_path / "build").mkdir()
            open_folder(tmp_path / "build")
            open_folder(tmp_path / "other" / "build")
            self.publish(tmp_path, a_html="new", deep__er__b_html="new")
        finally:
            os.umask(before)
        modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "html").rglob("*")}
        assert modes == {"a.html": 0o644, "b.html": 0o644, "deep": 0o755, "er": 0o755}
        for folder in ("html", "build", "other", "other/build"):
            assert (tmp_path / folder).stat().st_mode & 0o777 == 0o755


def test_a_copy_that_was_cut_off_in_a_file_is_completed(tmp_path: Path) -> None:
    original, copy = tmp_path / "original", tmp_path / "copy"
    for name, text in {
        "original/page": "new",
        "copy/page": "old",
        "copy/page.unfinished": "ne",
        "copy/gone": "",
    }.items():
        write_if_changed(tmp_path / name, text)
    assert sync_folder(original, copy)
    assert file_stamps(copy) == file_stamps(original)
    assert not sync_folder(original, copy)
