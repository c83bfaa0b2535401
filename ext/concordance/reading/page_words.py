"""The plain words of what a page holds, as a build puts them together. Pure; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.entries import Kind
from concordance.reading.directive_forms import VERBATIM
from concordance.reading.page import Block, Directive, directives_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.reading.page import Page

REPRODUCED = frozenset({Kind.PROVISION.value, VERBATIM})


@dataclass(frozen=True, slots=True)
class Reproduced:
    """What a page reproduces of a text: the `lines` of Markdown, and their plain `words`."""

    lines: tuple[str, ...] = ()
    words: str = ""


def own_blocks(directive: Directive) -> Iterator[Block]:
    """Yield the blocks of a provision that belong to none of its sub-items."""
    for part in directive.content:
        if isinstance(part, Block):
            yield part
        elif part.name != Kind.PROVISION:
            yield from own_blocks(part)


def words_of(directive: Directive) -> str:
    """Return the plain words of a provision; its sub-items stand in it with their numbers."""
    words: list[str] = []
    for part in directive.content:
        if isinstance(part, Block):
            words.append("".join(part.texts))
        elif part.name == Kind.PROVISION:
            words += [part.options.get("number", ""), words_of(part)]
        else:
            words.append("".join(text for block in own_blocks(part) for text in block.texts))
    return _joined(words)


def plain_words(content: Iterable[Block | Directive]) -> str:
    """Return the plain words of a content, with a space between what stands in different blocks."""
    return _joined(_texts(content))


def reproduced(page: Page, text: str) -> Reproduced:
    """Return what a page with this `text` reproduces: words in blocks for that, and in footnotes."""
    rows = text.split("\n")
    numbers = set(page.footnote_lines)
    words = [text for blocks in page.footnotes.values() for text in _texts(blocks)]
    for directive in page.directives():
        if directive.name in REPRODUCED:
            within = [directive, *directives_in(directive.content)]
            fences = {number for each in within for number in (each.place.line, each.lines[1])}
            numbers.update(set(range(directive.place.line, directive.lines[1] + 1)) - fences)
            words += [*directive.options.values(), *_texts(directive.content)]
    return Reproduced(tuple(rows[number - 1] for number in sorted(numbers) if number <= len(rows)), _joined(words))


def _texts(content: Iterable[Block | Directive]) -> Iterator[str]:
    for part in content:
        if isinstance(part, Block):
            yield from part.texts
        else:
            yield from _texts(part.content)


def _joined(words: Iterable[str]) -> str:
    return " ".join(" ".join(words).split())
