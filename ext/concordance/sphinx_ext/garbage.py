"""How rarely a build looks for garbage: nearly all that it makes is kept until it is over."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# When so many more objects were made than went away, Python looks for garbage among the young ones; by itself, at 700.
THRESHOLD = 2_000


@contextmanager
def garbage_collected_rarely() -> Iterator[Callable[[], None]]:
    """Look for garbage less often within this context, and not before what it gives has been called.

    What is there by then, such as modules and settings, is not looked through again and again. Python's own rules cost
    a sixth of the time of a build; none at all would let memory grow by half.
    """
    thresholds, was_enabled = gc.get_threshold(), gc.isenabled()
    gc.disable()

    def all_is_loaded() -> None:
        gc.freeze()
        gc.set_threshold(THRESHOLD, *thresholds[1:])
        gc.enable()

    try:
        yield all_is_loaded
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)
        if was_enabled:
            gc.enable()
        else:
            gc.disable()


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Put off the collection of garbage while thousands of records are made that will all be kept.

    Python would look through everything, the environment included, each time their number has grown by a quarter, and
    once at the end: so what is there then is not looked through before the build is over.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            # What is frozen is thawed where garbage is collected rarely, when the build is over; nobody else would.
            # How much is frozen, Python counts one by one.
            if gc.get_threshold()[0] == THRESHOLD:
                gc.freeze()
            gc.enable()
