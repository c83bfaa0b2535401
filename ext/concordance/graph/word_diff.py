"""Compare two wordings word by word, so that the result reads well. Pure; no Sphinx.

What counts as a change: another word, and punctuation between words that stand in both. What does not: the capital of
a first letter, the shape of quotation marks and apostrophes, and the mark at the very end, which depend on the place
of a provision in its document and not on what it says. Each wording keeps its own all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WORD = re.compile(r"[^\W_]+(?:['’\-/][^\W_]+)*")
SHAPES = str.maketrans("‘’“”„«»–—‑", '\'\'"""""---')
# What may stand at the very end of a provision.
ENDS = ".,;: "
# A short word says little: two wordings that have but "of the" in common at some place have nothing in common there.
SHORT = 3
SHORT_WEIGHT = 0.2
# What a change costs a reader: more with every word, until it is one large change whatever its length.
COST_PER_WORD = 0.6
COST_AT_MOST = 3.0
# Below this part of the shorter wording, what is the same tells a reader more than what is not.
CLOSE = 1 / 3
# A phrase that weighs less than this stands in many provisions, and that two of them have it says little.
PHRASE_WEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of both wordings, which say `same` there or not; the earlier and the later one's own letters."""

    earlier: str
    later: str
    same: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two wordings, segment by segment, and how many words stand in both, in the earlier only and in the later only.

    All `earlier` parts together are the earlier wording, all `later` parts the later one.
    """

    segments: tuple[Segment, ...]
    shared: int
    only_earlier: int
    only_later: int

    @property
    def earlier(self) -> str:
        """Return the earlier wording."""
        return "".join(segment.earlier for segment in self.segments)

    @property
    def later(self) -> str:
        """Return the later wording."""
        return "".join(segment.later for segment in self.segments)

    @property
    def share(self) -> float:
        """Return which part of the shorter wording stands in both."""
        shorter = self.shared + min(self.only_earlier, self.only_later)
        return self.shared / shorter if shorter else 1.0

    @property
    def close(self) -> bool:
        """Whether the wordings have so much in common that what differs is to be marked, and not what is the same."""
        return self.share >= CLOSE


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of one wording, which is a phrase of both (`shared`) or not."""

    words: str
    shared: bool


@dataclass(frozen=True, slots=True)
class _Token:
    """A word with what stands around it: space, marks before it, marks behind it up to the next space."""

    space: str
    before: str
    word: str
    behind: str

    @property
    def key(self) -> str:
        return self.word[:1].casefold() + self.word[1:].translate(SHAPES)

    @property
    def weight(self) -> float:
        return SHORT_WEIGHT if len(self.word) <= SHORT else 1.0

    @property
    def letters(self) -> str:
        return f"{self.space}{self.before}{self.word}{self.behind}"


@dataclass(frozen=True, slots=True)
class _Run:
    """Words in a row that stand in both wordings."""

    earlier: int
    later: int
    length: int


def compare_wordings(earlier: str, later: str) -> Comparison:
    """Return the comparison of two wordings."""
    bare = earlier.rstrip(ENDS), later.rstrip(ENDS)
    one, other = _tokens(bare[0]), _tokens(bare[1])
    runs = _telling_runs(one, other)
    shared = sum(run.length for run in runs)
    ends = Segment(earlier[len(bare[0]) :], later[len(bare[1]) :], same=True)
    segments = tuple(_joined([*_pieces(one, other, runs), ends]))
    return Comparison(segments, shared, len(one) - shared, len(other) - shared)


def common_phrases(earlier: str, later: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return two wordings with the phrases that stand in both, wherever and in whatever order."""
    one, other = _tokens(earlier), _tokens(later)
    # A number for each word: what was found is numbered anew, so that it is found once only.
    numbers: dict[str, int] = {}
    mine, theirs = ([numbers.setdefault(token.key, len(numbers)) for token in tokens] for tokens in (one, other))
    found: tuple[set[int], set[int]] = set(), set()
    while True:
        run = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
        if sum(token.weight for token in one[run.a : run.a + run.size]) < PHRASE_WEIGHT:
            break
        for places, at, which, sign in ((mine, run.a, 0, -1), (theirs, run.b, 1, -2)):
            places[at : at + run.size] = [sign] * run.size
            found[which].update(range(at, at + run.size))
    return _stretches(one, found[0]), _stretches(other, found[1])


def _stretches(tokens: Sequence[_Token], found: set[int]) -> tuple[Stretch, ...]:
    pieces = []
    for index, token in enumerate(tokens):
        here = index in found
        inside = here and index - 1 in found
        pieces += [
            (token.space + token.before, inside),
            (token.word, here),
            (token.behind, here and index + 1 in found),
        ]
    return tuple(
        Stretch("".join(words for words, _ in group), shared)
        for shared, group in groupby((piece for piece in pieces if piece[0]), key=lambda piece: piece[1])
    )


def _tokens(text: str) -> list[_Token]:
    found = list(WORD.finditer(text))
    if not found:
        return [_Token("", text, "", "")] if text else []
    tokens = []
    start = 0
    for index, match in enumerate(found):
        last = index + 1 == len(found)
        # Marks that follow a word at once belong to it; what comes after a space belongs to the next word.
        behind = len(text) if last else _first_space(text, match.end(), found[index + 1].start())
        lead = text[start : match.start()]
        bare = lead.lstrip()
        tokens.append(_Token(lead[: len(lead) - len(bare)], bare, match.group(), text[match.end() : behind]))
        start = behind
    return tokens


def _first_space(text: str, start: int, end: int) -> int:
    return next((at for at in range(start, end) if text[at].isspace()), end)


def _telling_runs(one: Sequence[_Token], other: Sequence[_Token]) -> list[_Run]:
    """Return the runs of equal words that are worth a reader's while.

    A run between two changes is given up where one larger change reads better than two small ones around it.
    """
    keys = [token.key for token in one], [token.key for token in other]
    blocks = SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks()
    runs = [_Run(block.a, block.b, block.size) for block in blocks if block.size]
    while runs:
        gain, worst = max((_gain_without(runs, index, one, other), -index) for index in range(len(runs)))
        if gain <= 0:
            break
        del runs[-worst]
    return runs


def _gain_without(runs: Sequence[_Run], index: int, one: Sequence[_Token], other: Sequence[_Token]) -> float:
    run = runs[index]
    start = (0, 0)
    if index:
        previous = runs[index - 1]
        start = previous.earlier + previous.length, previous.later + previous.length
    end = (len(one), len(other))
    if index + 1 < len(runs):
        end = runs[index + 1].earlier, runs[index + 1].later
    before = run.earlier - start[0] + run.later - start[1]
    behind = end[0] - run.earlier - run.length + end[1] - run.later - run.length
    weight = sum(token.weight for token in one[run.earlier : run.earlier + run.length])
    return _cost(before) + _cost(behind) - weight - _cost(before + behind + 2 * run.length)


def _cost(words: int) -> float:
    return min(words * COST_PER_WORD, COST_AT_MOST)


def _pieces(one: Sequence[_Token], other: Sequence[_Token], runs: Iterable[_Run]) -> Iterator[Segment]:
    here = there = 0
    for run in (*runs, _Run(len(one), len(other), 0)):
        yield Segment("".join(token.letters for token in one[here : run.earlier]), "", same=False)
        yield Segment("", "".join(token.letters for token in other[there : run.later]), same=False)
        here, there = run.earlier + run.length, run.later + run.length
        for offset in range(run.length):
            mine, theirs = one[run.earlier + offset], other[run.later + offset]
            yield Segment(mine.space, theirs.space, same=True)
            yield Segment(mine.before, theirs.before, same=_same(mine.before, theirs.before))
            yield Segment(mine.word, theirs.word, same=True)
            yield Segment(mine.behind, theirs.behind, same=_same(mine.behind, theirs.behind))


def _same(one: str, other: str) -> bool:
    return one.translate(SHAPES) == other.translate(SHAPES)


def _joined(pieces: Iterable[Segment]) -> Iterator[Segment]:
    """Join neighbours of one kind; where both say the same in other letters, these stay by themselves."""
    told = (piece for piece in pieces if piece.earlier or piece.later)
    for (same, _), group in groupby(told, key=lambda piece: (piece.same, piece.same and piece.earlier != piece.later)):
        parts = list(group)
        yield Segment("".join(part.earlier for part in parts), "".join(part.later for part in parts), same)
