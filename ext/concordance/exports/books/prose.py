"""The Markdown of editors as paragraphs of a manuscript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.exports.books.manuscript import Paragraph, ParagraphRole, Span
from concordance.reading.markdown import parse_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from markdown_it.token import Token

MARKS = {"em_open": "emphasis", "strong_open": "strong"}


def prose_blocks(markdown: str, resolve: Callable[[str], tuple[str, str]]) -> list[Paragraph]:
    """Return the paragraphs, quotations and items of lists in some Markdown; rows of tables become paragraphs.

    `resolve` returns where a link leads, from the id after "#" or the address in it, and the words that are shown if
    the link has none.
    """
    tokens, _environment = parse_markdown(markdown)
    notes = {
        label: tuple(span for token in tokens_of for span in _inline(token.children or (), resolve, {}))
        for label, tokens_of in _footnotes(tokens).items()
    }
    blocks: list[Paragraph] = []
    lists: list[list[str | int]] = []
    quoted = inside_notes = 0
    for token in tokens:
        if token.type in {"footnote_reference_open", "footnote_reference_close"}:
            inside_notes += token.nesting
        elif token.type in {"blockquote_open", "blockquote_close"}:
            quoted += token.nesting
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append([token.type, int(token.attrGet("start") or 1)])
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type == "inline" and not inside_notes:
            spans = tuple(_inline(token.children or (), resolve, notes))
            role = ParagraphRole.ITEM if lists else ParagraphRole.QUOTATION if quoted else ParagraphRole.PROSE
            blocks.append(Paragraph(spans, role, number=_number(lists), depth=max(0, len(lists) - 1)))
    return blocks


def _number(lists: list[list[str | int]]) -> str:
    if not lists:
        return ""
    kind, number = lists[-1]
    lists[-1][1] = int(number) + 1
    return f"{number}." if kind == "ordered_list_open" else "•"


def _footnotes(tokens: Sequence[Token]) -> dict[str, list[Token]]:
    """Return the inline tokens of each footnote by its label."""
    footnotes: dict[str, list[Token]] = {}
    label = None
    for token in tokens:
        if token.type == "footnote_reference_open":
            label = str(token.meta["label"])
        elif token.type == "footnote_reference_close":
            label = None
        elif label is not None and token.type == "inline":
            footnotes.setdefault(label, []).append(token)
    return footnotes


def _inline(
    tokens: Iterable[Token], resolve: Callable[[str], tuple[str, str]], notes: dict[str, tuple[Span, ...]]
) -> Iterator[Span]:
    marks: list[str] = []
    to = words = ""
    for token in tokens:
        if token.type in MARKS:
            marks.append(MARKS[token.type])
        elif token.type in {"em_close", "strong_close"}:
            marks.pop()
        elif token.type == "link_open":
            to, words = resolve(str(token.attrGet("href") or "").removeprefix("#"))
        elif token.type == "link_close":
            if words:
                yield Span(words, tuple(marks), to)
            to = words = ""
        elif token.type == "footnote_ref":
            label = str(token.meta["label"])
            if label in notes:
                yield Span("*", note=notes[label])
        elif token.type in {"softbreak", "hardbreak"}:
            yield Span(" ", tuple(marks), to)
        elif token.content and token.type in {"text", "code_inline", "myst_role"}:
            words = ""
            struck = ("struck",) if token.type == "myst_role" else ()
            yield Span(token.content, (*marks, *struck), to)
