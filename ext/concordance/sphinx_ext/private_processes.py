"""Read and write pages in several processes, some before others, and do other tasks meanwhile.

Sphinx (9.0) starts a process for every few pages, though each has to divide the memory that it shares: that takes as
long as some pages do. It waits while others read, and resolves the links of all pages itself while others write. Here,
each process is started once, this one included, and takes page after page from all that there are. The methods by
which Sphinx divides pages are private; `tests/unit/sphinx_ext/test_private_processes.py` and
`tests/build/test_private_api.py` fail if an upgrade changes them.
"""

from __future__ import annotations

import multiprocessing
import pickle
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sphinx.builders import _write_docname
from sphinx.util.parallel import ParallelTasks

from concordance.sphinx_ext.garbage import each_tidied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence, Set

    from sphinx.builders import Builder
    from sphinx.builders.html import StandaloneHTMLBuilder

Made = TypeVar("Made")
# To start a process for fewer pages takes longer than to go on alone.
FEWEST = 8


class _Pages:
    """Pages that processes which are forked from this one take from, each page once."""

    def __init__(self, docnames: Sequence[str]) -> None:
        self._docnames, self._taken = docnames, multiprocessing.get_context("fork").Value("L", 0)

    def __iter__(self) -> Iterator[str]:
        while (number := self._take()) < len(self._docnames):
            yield self._docnames[number]

    def _take(self) -> int:
        with self._taken.get_lock():
            self._taken.value += 1
            return int(self._taken.value) - 1


class BackgroundTask(Generic[Made]):
    """A task that another process, forked from this one, does while this one goes on."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._made: list[Made] = []
        self._tasks = ParallelTasks(1)
        self._tasks.add_task(make, None, lambda _arguments, made: self._made.append(made))

    def wait(self) -> Made:
        """Return what was made, once it is; raise `SphinxParallelError` if that failed."""
        self._tasks.join()
        return self._made[0]

    def stop(self) -> None:
        """End the process, if it is at work."""
        self._tasks.terminate()


class WriterTask(Generic[Made]):
    """A task of a process that then writes pages, if there are several; else, of whoever asks for what it makes.

    A process of its own would have to divide the memory once more, which takes as long as the making of what little has
    changed.
    """

    def __init__(self, make: Callable[[], Made]) -> None:
        self.make = make
        self._made: list[Made] = []

    def take(self, made: Made) -> None:
        """Take what another process has made."""
        self._made.append(made)

    def get(self) -> Made:
        """Return what was made, or make it now."""
        return self._made[0] if self._made else self.make()


def _one_by_one(work: Callable[[list[str]], None]) -> Callable[[Sequence[str]], None]:
    """Return what does some work on pages, given by their names, and tidies up behind each."""

    def work_in_turn(docnames: Sequence[str]) -> None:
        for docname in each_tidied(docnames):
            work([docname])

    return work_in_turn


def share_pages(
    builder: StandaloneHTMLBuilder, processes: int, find_task: Callable[[], WriterTask[Any] | None]
) -> None:
    """Let a builder read and write pages in at most so many processes, if extensions allow for more than one.

    `find_task` is called when pages are to be written, and returns what is to be made meanwhile, if anything is.
    """

    def read(docnames: Sequence[str], nproc: int) -> None:
        _read(builder, docnames, _worthwhile(docnames, processes))

    def write(docnames: Sequence[str], nproc: int) -> None:
        _write(builder, docnames, _worthwhile(docnames, processes), find_task())

    builder._read_serial = _one_by_one(builder._read_serial)  # type: ignore[assignment, method-assign]
    builder._write_serial = _one_by_one(builder._write_serial)  # type: ignore[assignment, method-assign]
    builder._read_parallel = read  # type: ignore[method-assign]
    builder._write_parallel = write  # type: ignore[method-assign]


def write_in_groups(
    builder: Builder, first: Callable[[Set[str]], Iterable[Set[str]]], on_written: Callable[[Set[str]], object]
) -> None:
    """Let a builder write some pages before others.

    `first` is called with the names of all pages to write, and yields groups of those to begin with, in their order;
    what else is in a group does not matter. `on_written` is called after each group with the names of all pages that
    are written so far, unless there are no others. Sphinx offers the method to subclasses, but the builder of editions
    is its own.
    """
    write_all = builder.write_documents

    def write_documents(docnames: Set[str]) -> None:
        waiting, written = docnames, set[str]()
        for each in first(docnames):
            group = waiting & each
            if group and group != waiting:
                write_all(group)
                waiting, written = waiting - group, written | group
                on_written(written)
        write_all(waiting)

    builder.write_documents = write_documents  # type: ignore[method-assign]


def _worthwhile(docnames: Sequence[str], processes: int) -> int:
    return min(processes, len(docnames) // FEWEST)


def _read(builder: StandaloneHTMLBuilder, docnames: Sequence[str], processes: int) -> None:
    if processes <= 1:
        builder._read_serial(list(docnames))
        return
    for docname in docnames:
        builder.events.emit("env-purge-doc", builder.env, docname)
        builder.env.clear_doc(docname)
    pages = _Pages(docnames)

    def read_pages() -> list[str]:
        read = []
        for docname in each_tidied(pages):
            builder.read_doc(docname, _cache=False)
            read.append(docname)
        return read

    def read_for_others() -> bytes:
        read = read_pages()
        return pickle.dumps((read, builder.env), pickle.HIGHEST_PROTOCOL)

    def merge(_arguments: Any, result: bytes) -> None:
        read, env = pickle.loads(result)
        builder.env.merge_info_from(read, env, builder._app)

    _work([read_for_others] * (processes - 1), merge, read_pages)


def _write(
    builder: StandaloneHTMLBuilder, docnames: Sequence[str], processes: int, task: WriterTask[Any] | None
) -> None:
    if processes <= 1:
        builder._write_serial(docnames)
        return
    # The first page loads and compiles what all processes then share.
    first, *others = docnames
    pages = _Pages(others)

    def write(names: Sequence[str] | _Pages) -> None:
        for docname in each_tidied(names):
            _write_docname(docname, env=builder.env, builder=builder, tags=builder.tags)

    def write_for_others(*more: WriterTask[Any]) -> tuple[list[Any], dict[str, str]]:
        made = [each.make() for each in more]
        write(pages)
        return made, builder.images

    def merge(_arguments: Any, result: tuple[list[Any], dict[str, str]]) -> None:
        made, images = result
        if task and made:
            task.take(made[0])
        # Sphinx copies them when all pages are written.
        builder.images.update(images)

    write([first])
    with_more = partial(write_for_others, task) if task else write_for_others
    _work([with_more, *[write_for_others] * (processes - 2)], merge, lambda: write(pages))


def _work(
    others: Sequence[Callable[[], Any]], merge: Callable[[Any, Any], None], work_here: Callable[[], object]
) -> None:
    """Call each of `others` in a process of its own and merge what it returns; call `work_here` here meanwhile."""
    tasks = ParallelTasks(len(others))
    try:
        for work in others:
            tasks.add_task(work, None, merge)
        work_here()
        tasks.join()
    finally:
        tasks.terminate()
