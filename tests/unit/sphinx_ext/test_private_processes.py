"""What is made beside pages is made once: by a process that writes them, or by whoever asks for it."""

from __future__ import annotations

import os
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from concordance.sphinx_ext import private_processes
from concordance.sphinx_ext.private_processes import FEWEST, WriterTask, share_pages, write_in_groups

if TYPE_CHECKING:
    from collections.abc import Set
    from pathlib import Path

PROCESSES = 2


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which each page that is written leaves the number of its process."""

    def write(docname: str, **_others: object) -> None:
        (tmp_path / docname).write_text(str(os.getpid()), encoding="utf-8")

    monkeypatch.setattr(private_processes, "_write_docname", write)
    return tmp_path


def _write(pages: int, task: WriterTask[int]) -> None:
    def write_serial(docnames: list[str]) -> None:
        for docname in docnames:
            vars(private_processes)["_write_docname"](docname)

    builder: Any = SimpleNamespace(env=None, tags=None, images={}, _read_serial=None, _write_serial=write_serial)
    share_pages(builder, PROCESSES, lambda: task)
    builder._write_parallel([f"page{number}" for number in range(pages)], PROCESSES)


def test_one_of_several_processes_makes_it_before_it_writes(written: Path) -> None:
    task = WriterTask(os.getpid)
    _write(PROCESSES * FEWEST, task)
    assert len([*written.iterdir()]) == PROCESSES * FEWEST
    assert task.get() != os.getpid()


def test_whoever_asks_makes_it_where_few_pages_are_written(written: Path) -> None:
    task = WriterTask(os.getpid)
    _write(FEWEST, task)
    assert {page.read_text(encoding="utf-8") for page in written.iterdir()} == {str(os.getpid())}
    assert task.get() == os.getpid()


def test_what_was_taken_is_not_made_again() -> None:
    task = WriterTask(lambda: "made")
    assert task.get() == "made"
    task.take("taken")
    assert task.get() == "taken"


def _write_in_groups(names: set[str], *groups: set[str]) -> tuple[list[set[str]], list[set[str]]]:
    """Return the groups of pages that are written, and what is reported after each."""
    written: list[set[str]] = []
    reported: list[set[str]] = []
    builder: Any = SimpleNamespace(write_documents=written.append)

    def first(docnames: Set[str]) -> list[set[str]]:
        assert docnames == names
        return [*groups]

    write_in_groups(builder, first, lambda docnames: reported.append({*docnames}))
    builder.write_documents(names)
    return written, reported


def test_pages_that_somebody_waits_for_are_written_before_others() -> None:
    written, reported = _write_in_groups({"a", "b", "c", "d"}, {"c", "other"}, set(), {"a", "c"})
    assert written == [{"c"}, {"a"}, {"b", "d"}]
    assert reported == [{"c"}, {"a", "c"}]


def test_where_all_pages_are_waited_for_they_are_written_at_once() -> None:
    assert _write_in_groups({"a", "b"}, {"a", "b"}) == ([{"a", "b"}], [])
