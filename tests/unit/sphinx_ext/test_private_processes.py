"""What is made beside pages is made once: by a process that writes them, or by whoever asks for it."""

from __future__ import annotations

import os
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from concordance.sphinx_ext import private_processes
from concordance.sphinx_ext.private_processes import (
    FEWEST,
    BackgroundTask,
    WriterTask,
    share_pages,
    write_in_groups,
)
from replaced import names_used, parameters
from sphinx.builders import Builder, _write_docname
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxParallelError
from sphinx.events import core_events

if TYPE_CHECKING:
    from collections.abc import Set
    from pathlib import Path

PROCESSES = 2
# What stands in for methods of a builder, and how it is called.
METHODS = {
    "_read_serial": ["docnames"],
    "_write_serial": ["docnames"],
    "_read_parallel": ["docnames", "nproc"],
    "_write_parallel": ["docnames", "nproc"],
    "write_documents": ["docnames"],
}


@pytest.mark.parametrize("name", METHODS)
def test_sphinx_has_the_methods_that_are_replaced_and_calls_them_itself(name: str) -> None:
    assert [each for each, _by_name in parameters(getattr(Builder, name))] == ["self", *METHODS[name]]
    assert name in names_used(Builder.read) | names_used(Builder.write) | names_used(Builder.write_documents)


def test_pages_are_read_written_and_merged_as_sphinx_does_it() -> None:
    assert {"_write_docname"} <= names_used(Builder._write_serial)
    assert parameters(_write_docname) == [
        ("docname", False),
        *((name, True) for name in ("env", "builder", "tags")),
    ]
    assert ("_cache", True) in parameters(Builder.read_doc)
    assert {"read_doc", "merge_info_from", "clear_doc"} <= names_used(Builder._read_parallel)
    assert "_app" in names_used(Builder.__init__)
    assert [name for name, _ in parameters(BuildEnvironment.merge_info_from)] == ["self", "docnames", "other", "app"]
    assert "images" in names_used(Builder.post_process_images)
    assert "env-purge-doc" in core_events


def test_a_task_in_the_background_gives_what_it_has_made_or_fails_as_sphinx_says() -> None:
    assert BackgroundTask(os.getpid).wait() not in {0, os.getpid()}
    with pytest.raises(SphinxParallelError):
        BackgroundTask(lambda: 1 // 0).wait()


def test_a_task_in_the_background_can_be_stopped(tmp_path: Path) -> None:
    def make() -> None:
        time.sleep(60)
        (tmp_path / "made").touch()

    began = time.monotonic()
    task = BackgroundTask(make)
    task.stop()
    assert time.monotonic() - began < 30
    assert not (tmp_path / "made").exists()


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
