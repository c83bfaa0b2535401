"""Files are written as a whole, left alone if they are the same, and read though they were cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from concordance.exports.files import read_kept, write_files

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_is_the_same_is_not_touched(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": "words", "b.txt": "words"})
    before = (tmp_path / "a.txt").stat().st_mtime_ns, (tmp_path / "b.txt").stat().st_ino
    write_files(tmp_path, {"a.txt": "words", "b.txt": "other words"})
    assert (tmp_path / "a.txt").stat().st_mtime_ns == before[0]
    assert (tmp_path / "b.txt").stat().st_ino != before[1], "a file is replaced as a whole"


@pytest.mark.parametrize("content", [b"", b'{"files": ["a', b"\x80\x04", b"[1]", b"null", b"[" * 100_000])
def test_what_a_build_kept_is_nothing_if_it_was_cut_off_or_spoilt(tmp_path: Path, content: bytes) -> None:
    assert read_kept(tmp_path / "none.json", {}) == {}
    (tmp_path / "kept.json").write_bytes(content)
    assert read_kept(tmp_path / "kept.json", {}) == {}
    (tmp_path / "kept.json").write_text('{"a": 1}')
    assert read_kept(tmp_path / "kept.json", {}) == {"a": 1}
