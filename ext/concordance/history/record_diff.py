"""Where two texts differ, in as few words as show it. Pure; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# How many words are shown around those that differ.
AROUND = 5
# Comparing takes the square of the length: past so many texts, or words in one, what differs is shown whole.
LONG = 3_000


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words that differ, with some around them: empty where there are none, before or after."""

    before: str
    after: str


def differing(before: Sequence[str], after: Sequence[str]) -> tuple[Hunk, ...]:
    """Return where two lists of texts differ; of texts that take each other's place, only the words that do."""
    old, new = [" ".join(text.split()) for text in before], [" ".join(text.split()) for text in after]
    if old == new:
        return ()
    words = sum(len(text.split()) for text in (*old, *new))
    if len(old) + len(new) > LONG or words > 10 * LONG:
        return (Hunk(" ".join(old), " ".join(new)),)
    hunks: list[Hunk] = []
    for tag, from_, to, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for one, other in zip_longest(old[from_:to], new[start:end], fillvalue=""):
            hunks += _words(one, other)
    return tuple(hunks)


def _words(before: str, after: str) -> Iterator[Hunk]:
    old, new = before.split(" "), after.split(" ")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    # Two texts of which most differs say more whole than in pieces.
    if not before or not after or len(old) + len(new) > LONG or matcher.ratio() < 0.5:
        yield Hunk(before, after)
        return
    for group in matcher.get_grouped_opcodes(AROUND):
        (_, from_, _, start, _), (_, _, to, _, end) = group[0], group[-1]
        yield Hunk(_cut(old, from_, to), _cut(new, start, end))


def _cut(words: list[str], start: int, end: int) -> str:
    return f"{'… ' if start else ''}{' '.join(words[start:end])}{' …' if end < len(words) else ''}"
