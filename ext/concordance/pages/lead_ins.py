"""What leads in to an item: the words of its paragraph up to the first item, without which its own are a fragment."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from concordance.model.entries import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.model.entries import Run

# Marks of what stands among the words and is none of them.
SIGNS = {"note", "call"}


def lead_ins(passages: Iterable[Passage], outer: tuple[Passage, ...] = ()) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    """Yield the id of each item with what leads in to it: passages that end before their first item.

    Args:
        passages: Passages of a page, with their items.
        outer: What leads in to all of these, the outermost first.
    """
    for passage in passages:
        if outer:
            yield passage.entry, outer
        before = tuple(takewhile(lambda part: not isinstance(part, Passage), passage.inside))
        own = (replace(passage, inside=before),) if passage.entry and before else ()
        yield from lead_ins((part for part in passage.inside if isinstance(part, Passage)), (*outer, *own))


def lead_in_words(passage: Passage, around_struck: str = "") -> str:
    """Return the plain words of what leads in to an item, with its number.

    `around_struck` is put before and after struck words.
    """
    blocks = (part for part in passage.inside if not isinstance(part, Passage))
    words = " ".join("".join(_plain(run, around_struck) for run in block) for block in blocks)
    return " ".join(f"{passage.number} {words}".split())


def _plain(run: Run, around_struck: str) -> str:
    if SIGNS.intersection(run.marks):
        return ""
    return f"{around_struck}{run.words}{around_struck}" if "struck" in run.marks else run.words
