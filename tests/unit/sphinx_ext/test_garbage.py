"""What pages leave behind goes before the next page is begun, and Python's own rules come back after a build."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from concordance.sphinx_ext.garbage import each_tidied, garbage_left_by_pages
from concordance.sphinx_ext.private_processes import share_pages
from docutils import nodes
from docutils.utils import new_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAMES = ["one", "two", "three"]


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.enable()
    yield
    gc.unfreeze()
    if not was_enabled:
        gc.disable()


def _tree() -> weakref.ref[nodes.document]:
    """Make a tree that goes in circles, and let go of it."""
    document = new_document("a page")
    document += nodes.paragraph("", "words")
    return weakref.ref(document)


def test_the_tree_of_a_page_is_gone_before_the_next_page() -> None:
    trees: list[weakref.ref[nodes.document]] = []
    left = []
    with garbage_left_by_pages():
        for _name in each_tidied(NAMES):
            left.append([tree() is not None for tree in trees])
            trees.append(_tree())
    assert left == [[], [False], [False, False]]
    assert trees[-1]() is None


def test_what_was_there_before_the_pages_is_not_looked_through() -> None:
    with garbage_left_by_pages():
        before = _tree()
        for _name in each_tidied(NAMES):
            pass
        assert before() is not None
    gc.collect()
    assert before() is None


def test_python_looks_for_garbage_by_itself_after_a_build() -> None:
    with garbage_left_by_pages():
        assert not gc.isenabled()
        assert [*each_tidied(NAMES)] == NAMES
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, 0)


def test_where_python_looks_for_garbage_by_itself_it_is_left_to_do_so() -> None:
    assert [*each_tidied(NAMES)] == NAMES
    assert gc.get_freeze_count() == 0


class _Builder:
    """Stands in for a builder that reads and writes pages one after the other."""

    def __init__(self) -> None:
        self.done: list[Sequence[str]] = []

    def _read_serial(self, docnames: list[str]) -> None:
        self.done.append(docnames)

    def _write_serial(self, docnames: Sequence[str]) -> None:
        self.done.append(docnames)


def test_pages_that_one_process_reads_and_writes_are_tidied_one_by_one() -> None:
    builder = _Builder()
    share_pages(builder, 1, lambda: None)  # type: ignore[arg-type]
    builder._read_serial(NAMES)
    builder._write_serial(NAMES)
    assert builder.done == [[name] for name in [*NAMES, *NAMES]]
