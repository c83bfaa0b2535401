"""Where two records or lists of texts differ, in as few words as show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from concordance.model.corpus import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Number of equal words shown on either side of those that differ.
CONTEXT_WORDS = 5
# Comparing takes time that grows with the square of the length. More texts than this, or texts with more words, are
# shown whole.
LONG = 3_000
# Fields that say where something is written, not what it says.
OMITTED_FIELDS = frozenset({"place", "fingerprint"})


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words that differ, with a few equal ones around them."""

    before: str
    """The words before the change; empty if there were none."""
    after: str
    """The words after the change; empty if there are none."""


def diff_texts(before: Sequence[str], after: Sequence[str]) -> tuple[Hunk, ...]:
    """Return where two lists of texts differ; where one text replaces another, only the words that differ."""
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
        for old_text, new_text in zip_longest(old[from_:to], new[start:end], fillvalue=""):
            hunks += _diff_words(old_text, new_text)
    return tuple(hunks)


def _diff_words(before: str, after: str) -> Iterator[Hunk]:
    old, new = before.split(" "), after.split(" ")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    # Two texts that have little in common are easier to read whole than in pieces.
    if not before or not after or len(old) + len(new) > LONG or matcher.ratio() < 0.5:
        yield Hunk(before, after)
        return
    for group in matcher.get_grouped_opcodes(CONTEXT_WORDS):
        (_, from_, _, start, _), (_, _, to, _, end) = group[0], group[-1]
        yield Hunk(_excerpt(old, from_, to), _excerpt(new, start, end))


def _excerpt(words: list[str], start: int, end: int) -> str:
    return f"{'… ' if start else ''}{' '.join(words[start:end])}{' …' if end < len(words) else ''}"


def flatten(value: object, name: str = "") -> dict[str, str]:
    """Return every text in a record by its path of names: `facets → actors → states → label`.

    A record is a dataclass, a mapping, a tuple or a single value. `name` is the path of the record itself.
    """
    if isinstance(value, Line):
        return {name: value.text}
    if is_dataclass(value):
        inside: Iterable[tuple[object, object]] = [
            (field.name.replace("_", " "), getattr(value, field.name))
            for field in fields(value)
            if field.name not in OMITTED_FIELDS
        ]
    elif isinstance(value, Mapping):
        inside = value.items()
    elif isinstance(value, tuple) and any(is_dataclass(item) for item in value):
        # With numbers for names, an item inserted at the top would change all others.
        texts = ["; ".join(flatten(item).values()) for item in value]
        return {f"{name} → {text}": text for text in texts}
    else:
        text = "; ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
        return {name: text} if value not in (None, "", ()) else {}
    parts = ((" and ".join(key) if isinstance(key, tuple) else str(key), part) for key, part in inside)
    return {
        path: text for key, part in parts for path, text in flatten(part, f"{name} → {key}" if name else key).items()
    }
