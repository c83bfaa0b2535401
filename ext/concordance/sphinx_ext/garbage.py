"""When a build looks for garbage: behind each page, and at no other time.

What goes in circles, and so stays until it is looked for, are the trees of pages. Nearly all else that a build makes is
kept until it is over, and Python would look through all of that again and again: for a fifteenth of the time of a
build, even if it is told to do so rarely.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from concordance.sphinx_ext.private_docutils import forget_transformed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@contextmanager
def garbage_left_by_pages() -> Iterator[None]:
    """Look for garbage, within this context, only where `each_tidied` does."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()


def each_tidied(docnames: Iterable[str]) -> Iterator[str]:
    """Yield the names of pages to read or to write; remove, behind each, what is left of it.

    Where Python looks for garbage by itself, it is left to do so.
    """
    if gc.isenabled():
        yield from docnames
        return
    # What is there before the first page is not looked through.
    gc.freeze()
    for docname in docnames:
        yield docname
        forget_transformed()
        gc.collect(0)
