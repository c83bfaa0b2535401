"""What reading a file gave is remembered for as long as the file does not change."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from concordance.reading.read_cache import ReadCache


class Reader:
    """Reads data, and counts how often it was asked to."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> str:
        self.times += 1
        return f"reading {self.times}"


def test_the_same_data_is_read_once_from_build_to_build(tmp_path: Path) -> None:
    path, read = tmp_path / "kept" / "cache", Reader()
    for _build in range(3):
        cache = ReadCache(path)
        assert cache.get("a.md", b"data", read) == "reading 1"
        cache.save()
    assert ReadCache(path).get("a.md", b"other data", read) == "reading 2"
    assert ReadCache(path).get("b.md", b"data", read) == "reading 3", "it is remembered under its name"


def test_what_is_not_asked_for_any_more_is_forgotten(tmp_path: Path) -> None:
    path, read = tmp_path / "cache", Reader()
    for name in ("a.md", "b.md", "a.md"):
        cache = ReadCache(path)
        cache.get(name, b"data", read)
        cache.save()
    assert read.times == 3


@pytest.mark.parametrize("data", [b"", b"no pickle", pickle.dumps(["a list"])[:-1], b"cno.such.module\nName\n."])
def test_a_memory_that_cannot_be_read_is_begun_anew(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "cache"
    path.write_bytes(data)
    assert ReadCache(path).get("a.md", b"data", Reader()) == "reading 1"


def test_without_a_path_nothing_is_kept() -> None:
    cache, read = ReadCache(None), Reader()
    cache.get("a.md", b"data", read)
    cache.save()
    assert ReadCache(None).get("a.md", b"data", read) == "reading 2"
