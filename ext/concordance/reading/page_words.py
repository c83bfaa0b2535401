"""The plain words of the content of a page, joined as a build joins them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.kinds import PROVISION
from concordance.reading.directive_forms import VERBATIM
from concordance.reading.page import Directive, PageBlock, directives_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.reading.page import Page

REPRODUCED = frozenset({PROVISION.id, VERBATIM})


@dataclass(frozen=True, slots=True)
class ReproducedText:
    """What a page reproduces of a text."""

    lines: tuple[str, ...] = ()
    """The lines of its Markdown."""
    words: str = ""
    """Their plain words."""


def own_blocks(directive: Directive) -> Iterator[PageBlock]:
    """Yield the blocks of a provision that belong to none of its sub-items."""
    for part in directive.content:
        if isinstance(part, PageBlock):
            yield part
        elif part.name != PROVISION.id:
            yield from own_blocks(part)


def provision_words(directive: Directive) -> str:
    """Return the plain words of a provision, including its sub-items with their numbers."""
    words: list[str] = []
    for part in directive.content:
        if isinstance(part, PageBlock):
            words.append("".join(part.texts))
        elif part.name == PROVISION.id:
            words += [part.options.get("number", ""), provision_words(part)]
        else:
            words.append("".join(text for block in own_blocks(part) for text in block.texts))
    return _join(words)


def plain_words(content: Iterable[PageBlock | Directive]) -> str:
    """Return the plain words of a content, with spaces between blocks."""
    return _join(_texts(content))


def find_reproduced(page: Page, text: str) -> ReproducedText:
    """Return what a page, whose Markdown is `text`, reproduces of a text, in directives for that and in footnotes."""
    rows = text.split("\n")
    numbers = set(page.footnote_lines)
    words = [text for blocks in page.footnotes.values() for text in _texts(blocks)]
    for directive in page.directives():
        if directive.name in REPRODUCED:
            within = [directive, *directives_in(directive.content)]
            fences = {number for inner in within for number in (inner.place.line, inner.lines[1])}
            numbers.update(set(range(directive.place.line, directive.lines[1] + 1)) - fences)
            words += [*directive.options.values(), *_texts(directive.content)]
    return ReproducedText(tuple(rows[number - 1] for number in sorted(numbers) if number <= len(rows)), _join(words))


def _texts(content: Iterable[PageBlock | Directive]) -> Iterator[str]:
    for part in content:
        if isinstance(part, PageBlock):
            yield from part.texts
        else:
            yield from _texts(part.content)


def _join(words: Iterable[str]) -> str:
    return " ".join(" ".join(words).split())
