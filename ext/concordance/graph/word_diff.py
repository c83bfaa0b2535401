"""Compare two wordings word by word, so that the result reads well.

A different word counts as a change, and so does punctuation between words that both have. The capital of a first
letter, the shape of quotation marks and apostrophes, and the mark at the very end do not: they depend on the place of
a provision in its document, not on what it says. Each wording keeps its own all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Letters and digits, joined by apostrophes, hyphens and slashes ("and/or").
JOINED_WORD = re.compile(r"([^\W_]+(?:['’\-/][^\W_]+)*)")
SPACE = re.compile(r"\s")
# Quotation marks, apostrophes and dashes, each as its plainest form.
SHAPES = str.maketrans("‘’“”„«»–—‑", '\'\'"""""---')
# Marks that may end a provision.
ENDS = ".,;: "
# A word of at most so many letters weighs little: two wordings that share only "of the" somewhere share nothing there.
SHORT_WORD = 3
SHORT_WEIGHT = 0.2
# What a change costs a reader: more with every word, up to the cost of one large change of whatever length.
COST_PER_WORD = 0.6
COST_AT_MOST = 3.0
# If less than this part of the shorter wording is shared, what is the same tells a reader more than what differs.
CLOSE = 1 / 3
# A phrase that weighs less than this occurs in many provisions, and says little about two that share it.
PHRASE_WEIGHT = 3.0
# Both ends of a parallel show the same comparison, and a provision is compared with several others.
COMPARISONS_KEPT, TEXTS_KEPT = 2_000, 100


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of both wordings, in which they agree or differ."""

    earlier: str
    """The letters of the earlier wording."""
    later: str
    """The letters of the later wording."""
    same: bool
    """Whether both say the same here."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of words that both wordings have, by the indices of its first tokens."""

    earlier: int
    later: int
    length: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two wordings, compared word by word."""

    earlier: str
    """The earlier wording."""
    later: str
    """The later wording."""
    runs: tuple[_Run, ...]
    """The words that are shown as the same."""
    shared: int
    """Number of words that both have."""
    only_earlier: int
    """Number of words that only the earlier one has."""
    only_later: int
    """Number of words that only the later one has."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Segments that together make up all of both wordings; to make them takes longer than to compare."""
        bare_earlier, bare_later = self.earlier.rstrip(ENDS), self.later.rstrip(ENDS)
        ends = Segment(self.earlier[len(bare_earlier) :], self.later[len(bare_later) :], same=True)
        return tuple(_join_segments([*_pieces(_tokens(bare_earlier), _tokens(bare_later), self.runs), ends]))

    @property
    def share(self) -> float:
        """The part of the shorter wording that both share, 0 to 1."""
        shorter = self.shared + min(self.only_earlier, self.only_later)
        return self.shared / shorter if shorter else 1.0

    @property
    def close(self) -> bool:
        """Whether they share so much that a reader is better shown what differs than what is the same."""
        return self.share >= CLOSE


@dataclass(frozen=True, slots=True)
class PhraseStretch:
    """A stretch of one wording."""

    words: str
    shared: bool
    """Whether it is a phrase of both wordings."""


class _Token(NamedTuple):
    """A word with the space and the marks before it, and the marks behind it up to the next space."""

    space: str
    before: str
    word: str
    behind: str
    key: str
    """By which it is the same as others."""

    @property
    def letters(self) -> str:
        return f"{self.space}{self.before}{self.word}{self.behind}"


@lru_cache(COMPARISONS_KEPT)
def compare_wordings(earlier: str, later: str) -> Comparison:
    """Compare two wordings word by word."""
    old, new = _keys(earlier.rstrip(ENDS)), _keys(later.rstrip(ENDS))
    runs = tuple(_worthwhile_runs(old, new))
    shared = sum(run.length for run in runs)
    return Comparison(earlier, later, runs, shared, len(old) - shared, len(new) - shared)


@lru_cache(COMPARISONS_KEPT)
def common_phrases(earlier: str, later: str) -> tuple[tuple[PhraseStretch, ...], tuple[PhraseStretch, ...]]:
    """Return the earlier and the later wording, divided into phrases that both have, in any order, and the rest."""
    old, new = _tokens(earlier), _tokens(later)
    # A number for each word. Those of a phrase that was found are replaced, so that it is not found again.
    numbers: dict[str, int] = {}
    old_numbers, new_numbers = (
        [numbers.setdefault(token.key, len(numbers)) for token in tokens] for tokens in (old, new)
    )
    old_shared: set[int] = set()
    new_shared: set[int] = set()
    while True:
        run = SequenceMatcher(None, old_numbers, new_numbers, autojunk=False).find_longest_match()
        if sum(_weight(token.word) for token in old[run.a : run.a + run.size]) < PHRASE_WEIGHT:
            break
        old_numbers[run.a : run.a + run.size] = [-1] * run.size
        new_numbers[run.b : run.b + run.size] = [-2] * run.size
        old_shared.update(range(run.a, run.a + run.size))
        new_shared.update(range(run.b, run.b + run.size))
    return _stretches(old, old_shared), _stretches(new, new_shared)


def _stretches(tokens: Sequence[_Token], shared_tokens: set[int]) -> tuple[PhraseStretch, ...]:
    pieces = []
    for index, token in enumerate(tokens):
        here = index in shared_tokens
        inside = here and index - 1 in shared_tokens
        pieces += [
            (token.space + token.before, inside),
            (token.word, here),
            (token.behind, here and index + 1 in shared_tokens),
        ]
    return tuple(
        PhraseStretch("".join(words for words, _ in group), shared)
        for shared, group in groupby((piece for piece in pieces if piece[0]), key=lambda piece: piece[1])
    )


@lru_cache(TEXTS_KEPT)
def _tokens(text: str) -> tuple[_Token, ...]:
    # What is between words, and words, in turn.
    parts = JOINED_WORD.split(text)
    if len(parts) == 1:
        return (_Token("", text, "", "", ""),) if text else ()
    tokens = []
    lead, ends = parts[0], [*parts[2:-1:2], None]
    for word, gap in zip(parts[1::2], ends, strict=True):
        bare = lead.lstrip()
        # Marks right behind a word belong to it; what follows a space belongs to the next word.
        behind, following = (parts[-1], "") if gap is None else _divide_gap(gap)
        tokens.append(_Token(lead[: len(lead) - len(bare)], bare, word, behind, _key(word)))
        lead = following
    return tuple(tokens)


def _divide_gap(gap: str) -> tuple[str, str]:
    if gap == " ":
        return "", gap
    space = SPACE.search(gap)
    at = space.start() if space else len(gap)
    return gap[:at], gap[at:]


@lru_cache(TEXTS_KEPT)
def _keys(text: str) -> tuple[str, ...]:
    """Return the keys of the tokens of a text, without making these."""
    return tuple(map(_key, JOINED_WORD.findall(text))) or (("",) if text else ())


def _key(word: str) -> str:
    return word[:1].casefold() + (word[1:] if word.isascii() else word[1:].translate(SHAPES))


def _weight(word: str) -> float:
    return SHORT_WEIGHT if len(word) <= SHORT_WORD else 1.0


def _worthwhile_runs(old: Sequence[str], new: Sequence[str]) -> list[_Run]:
    """Return the runs of equal words, given by their keys, that are worth a reader's while.

    A run between two changes is given up where one larger change reads better than two small ones around it.
    """
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    runs = [_Run(block.a, block.b, block.size) for block in blocks if block.size]
    while runs:
        gain, worst = max((_gain_without(runs, index, old, new), -index) for index in range(len(runs)))
        if gain <= 0:
            break
        del runs[-worst]
    return runs


def _gain_without(runs: Sequence[_Run], index: int, old: Sequence[str], new: Sequence[str]) -> float:
    """Return how much cheaper the comparison is to read without a run; negative if it is dearer."""
    run = runs[index]
    start = (0, 0)
    if index:
        previous = runs[index - 1]
        start = previous.earlier + previous.length, previous.later + previous.length
    end = (len(old), len(new))
    if index + 1 < len(runs):
        end = runs[index + 1].earlier, runs[index + 1].later
    before = run.earlier - start[0] + run.later - start[1]
    behind = end[0] - run.earlier - run.length + end[1] - run.later - run.length
    weight = sum(map(_weight, old[run.earlier : run.earlier + run.length]))
    return _cost(before) + _cost(behind) - weight - _cost(before + behind + 2 * run.length)


def _cost(words: int) -> float:
    return min(words * COST_PER_WORD, COST_AT_MOST)


def _pieces(old: Sequence[_Token], new: Sequence[_Token], runs: Iterable[_Run]) -> Iterator[Segment]:
    old_start = new_start = 0
    for run in (*runs, _Run(len(old), len(new), 0)):
        yield Segment("".join(token.letters for token in old[old_start : run.earlier]), "", same=False)
        yield Segment("", "".join(token.letters for token in new[new_start : run.later]), same=False)
        old_start, new_start = run.earlier + run.length, run.later + run.length
        for offset in range(run.length):
            before, after = old[run.earlier + offset], new[run.later + offset]
            yield Segment(before.space, after.space, same=True)
            yield Segment(before.before, after.before, same=_same_marks(before.before, after.before))
            yield Segment(before.word, after.word, same=True)
            yield Segment(before.behind, after.behind, same=_same_marks(before.behind, after.behind))


def _same_marks(earlier: str, later: str) -> bool:
    return earlier.translate(SHAPES) == later.translate(SHAPES)


def _join_segments(pieces: Iterable[Segment]) -> Iterator[Segment]:
    """Join neighbours that are alike; where both say the same in different letters, these stay by themselves."""
    filled = (piece for piece in pieces if piece.earlier or piece.later)
    for (same, _), group in groupby(
        filled, key=lambda piece: (piece.same, piece.same and piece.earlier != piece.later)
    ):
        parts = list(group)
        yield Segment("".join(part.earlier for part in parts), "".join(part.later for part in parts), same)
