"""The parts of a directive's content that are read as Markdown by themselves, as the directives part it.

Read as a whole, a block of code that is opened in one part could seem to go on in the next, and hide what is there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from concordance.reading.directive_forms import Content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from concordance.reading.directive_forms import DirectiveForm

# The directives whose content has a head and a foot, and the lines that part these from the rest (sphinx-design).
CARDS = frozenset({"card", "grid-item-card"})
HEAD_END, FOOT_START = re.compile(r"\^{3,}\s*"), re.compile(r"\+{3,}\s*")


class Part(NamedTuple):
    """A part of the content of a directive."""

    row: int
    """Number of its first row in the content, counted from 0."""
    rows: Sequence[str]


def parts_of(form: DirectiveForm, body: Sequence[str]) -> Iterator[Part]:
    """Yield the parts of the content `body` of a directive that is Markdown."""
    if form.content is Content.TERMS:
        yield from _terms(body)
    elif form.name in CARDS:
        yield from _card(body)
    else:
        yield Part(0, body)


def _card(body: Sequence[str]) -> Iterator[Part]:
    """Part a card at the first line below a head, and at the last above a foot."""
    head = next((row for row, line in enumerate(body) if HEAD_END.fullmatch(line)), -1)
    foot = max((row for row, line in enumerate(body) if FOOT_START.fullmatch(line)), default=len(body))
    if head >= 0:
        yield Part(0, body[:head])
    yield Part(head + 1, body[head + 1 : foot])
    if foot < len(body):
        yield Part(foot + 1, body[foot + 1 :])


def _terms(body: Sequence[str]) -> Iterator[Part]:
    """Part a glossary: each line that is not indented is a term, what is indented below it explains it."""
    start, indent, rows = 0, 0, list[str]()
    for row, line in enumerate([*body, "end"]):
        if line[:1].strip():
            if rows:
                yield Part(start, rows)
            start, rows = row + 1, []
            if row < len(body):
                yield Part(row, [line])
            continue
        # The first line decides how far a definition is indented.
        if line.strip() and not any(each.strip() for each in rows):
            indent = len(line) - len(line.lstrip())
        rows.append(line[indent:] if line.strip() else "")
