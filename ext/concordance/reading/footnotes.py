"""Check footnotes: each needs a mark and exactly one text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.model.problems import Place
    from concordance.reading.source_text import PlacedToken, SourceText

# A mark with a space too many, which is none for a parser.
SPACED_MARK = re.compile(r"\[\s*\^\s*(?P<label>[^\]\n]*?)\s*\]")


def check_footnotes(placed: Iterable[PlacedToken], source: SourceText) -> Iterator[Problem]:
    """Yield a problem for each mark without a text, each text without a mark, and each second text of a mark."""
    marks: dict[str, Place] = {}
    texts: dict[str, Place] = {}
    meant: set[str] = set()
    for token, row, end in placed:
        if token.type == "footnote_ref":
            label = token.meta["label"]
            marks.setdefault(label, source.find(f"[^{label}]", row, end))
        elif token.type == "footnote_reference_open":
            label = token.meta["label"]
            place = source.find(f"[^{label}]:", row, end)
            if label in texts:
                message = f"The footnote {label!r} stands twice; the first is on line {texts[label].line}."
                yield Problem(place, ProblemKind.MARKUP, message, "Give one of them another name.")
            texts.setdefault(label, place)
        elif token.type == "text":
            meant.update(match["label"] for match in SPACED_MARK.finditer(token.content))
    for label in sorted(marks.keys() - texts.keys()):
        message = f"The footnote {label!r} has a mark and no text."
        remedy = f"Add it at the end, in a paragraph of its own: `[^{printable(label)}]: …`."
        yield Problem(marks[label], ProblemKind.MARKUP, message, remedy)
    # That a mark is misspelt is reported at the mark.
    for label in sorted(texts.keys() - marks.keys() - meant):
        message = f"The footnote {label!r} has a text and no mark."
        yield Problem(texts[label], ProblemKind.MARKUP, message, f"Put `[^{printable(label)}]` where it belongs.")
