"""Read a source of any format into paragraphs, and settle what is doubtful within their words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from concordance.cli.importer.decisions import CALL, LEFT_OUT, PRINTED, DoubtKey
from concordance.cli.importer.html_file import read_html
from concordance.cli.importer.markdown_file import read_markdown
from concordance.cli.importer.markup import Inline
from concordance.cli.importer.plain_text import read_plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from concordance.cli.importer.decisions import Decisions
    from concordance.cli.importer.paragraphs import Outline, SourceContent, SourceParagraph

MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})
GLUED = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[^\W\d_][,.;:])|(?<=[”’)\]][,.;:])|(?<=[”’)\]])|(?<=\d[.,;]))(\d{1,3})(?=$|[\s,.;:)”’\]])"
)
APART = re.compile(r"(?:(?<=[a-z”’)])|(?<=[.;:])(?= \d+$)) (\d{1,2})(?=(?:[,.;:]|$| [a-z]))")
# Words before a number that is no call.
COUNTED = re.compile(
    r"\b(?:articles?|paragraphs?|paras?\.?|sections?|chapters?|parts?|rules?|no\.?|nos\.?|numbers?|vol\.?|pp?\.?|pages?|of|"
    r"to|and|or|the|in|by|from|until|than|about|resolution|session|principles?|targets?|goals?|items?|annex|january|"
    r"february|march|april|may|june|july|august|september|october|november|december|at|least|every|within|for|on|after|"
    r"approximately|place|are|is|call|through|between)$",
    re.IGNORECASE,
)
# Abbreviations that a number belongs to.
ABBREVIATED = re.compile(
    r"(?:^|[^\w])(?:add|rev|corr|nos?|paras?|arts?|vol|pp?|chap|sect?|sec|l|inf|res|suppl?)\.$", re.IGNORECASE
)
SPLIT = re.compile(r"(?<![\w’'.-])([b-hj-z]) ([a-z]{3,})\b")
WORD = re.compile(r"[^\W\d_]+")
# So many letters two words have that were run together. What has more is none of a language; to divide it everywhere
# would take for ever.
GLUED_LENGTH, GLUED_MOST = 12, 100
HALF = 6


def is_plain(name: str) -> bool:
    """Return whether a file of this name is read as plain text, by its lines."""
    return PurePath(name).suffix.lower() not in MARKDOWN | HTML


def read_source(
    name: str, text: str, outline: Outline, decisions: Decisions, replacements: Mapping[DoubtKey, str] | None = None
) -> SourceContent:
    """Read a source, whose format the name of its file tells.

    Words are replaced as `replacements` say; what is doubtful is decided by `decisions`.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in MARKDOWN:
        source = read_markdown(text, outline)
    elif suffix in HTML:
        source = read_html(text, outline)
    else:
        source = read_plain_text(text, outline, decisions)
    heads = {span.first for span in outline.headings}
    words = Counter(word for paragraph in source.paragraphs for word in WORD.findall(paragraph.text))
    due = _due_calls(source)
    paragraphs = []
    for paragraph in source.paragraphs:
        inline = paragraph.inline
        if not paragraph.table:
            inline = _settle_calls(paragraph, source, decisions, due)
            _note_odd_words(replace(paragraph, inline=inline), words, decisions)
            inline = _replace(paragraph.line, inline, replacements or {})
        level = paragraph.heading or (2 if paragraph.line in heads else 0)
        paragraphs.append(replace(paragraph, inline=inline, heading=level))
    return replace(source, paragraphs=tuple(paragraphs))


def _due_calls(source: SourceContent) -> set[int]:
    """Return the numbers of footnotes that no mark of the format calls."""
    called = {number for paragraph in source.paragraphs for number in paragraph.inline.calls()}
    return set(source.footnotes) - called


def _settle_calls(paragraph: SourceParagraph, source: SourceContent, decisions: Decisions, due: set[int]) -> Inline:
    """Read digits behind words as calls of footnotes, where there are such footnotes."""
    inline = paragraph.inline
    start = 0
    while digits := _next_digits(inline.text, start):
        number = int(digits[1])
        before = inline.text[: digits.start(1)].rstrip()
        words = f"{before.split()[-1] if before.split() else ''}{'' if digits[0][0].isdigit() else ' '}{digits[1]}"
        start = digits.end(1)
        glued = not digits[0].startswith(" ")
        if "/" in words or _is_no_call(before, number, source, due, glued=glued):
            continue
        likely = number in source.footnotes and (number in due or glued)
        message = "Digits stand behind a word, as the call of a footnote does."
        if not glued:
            message = "A digit stands alone behind a word, as the call of a footnote does."
        choices = (CALL, PRINTED) if likely else (PRINTED, CALL)
        if decisions.decide(paragraph.line, words, message, *choices) == CALL and number in source.footnotes:
            inline = inline.with_call(digits.start(1), digits.end(1))
            start = digits.start(1)
            due.discard(number)
    return inline


def _is_no_call(before: str, number: int, source: SourceContent, due: set[int], *, glued: bool) -> bool:
    """Return whether digits behind `before` are beyond doubt a number of the text."""
    if not glued:
        return number not in due or bool(COUNTED.search(before))
    if ABBREVIATED.search(before):
        return True
    # `30.1` calls a footnote only if that footnote is the next one.
    after_number = before[-1:].isdigit() or (len(before) > 1 and before[-2].isdigit())
    return after_number and number != min(due, default=0)


def _next_digits(text: str, start: int) -> re.Match[str] | None:
    matches = [match for pattern in (GLUED, APART) if (match := pattern.search(text, start))]
    return min(matches, key=lambda match: match.start(1), default=None)


def _note_odd_words(paragraph: SourceParagraph, words: Counter[str], decisions: Decisions) -> None:
    """Bring up words that copying may have broken or run together; they stay as printed."""
    for match in SPLIT.finditer(paragraph.text):
        message = "A letter stands alone: a word may be broken."
        decisions.decide(paragraph.line, match[0], message, PRINTED)
    for word in WORD.findall(paragraph.text):
        if GLUED_LENGTH <= len(word) <= GLUED_MOST and words[word] == 1 and (halves := next(_halves(word, words), "")):
            decisions.decide(paragraph.line, word, f"Two words may have run together: {halves}.", PRINTED)


def _halves(word: str, words: Counter[str]) -> Iterator[str]:
    for at in range(HALF, len(word) - HALF + 1):
        if words[word[:at]] and words[word[at:]]:
            yield f"{word[:at]} {word[at:]}"


def _replace(line: int, inline: Inline, replacements: Mapping[DoubtKey, str]) -> Inline:
    for key, words in replacements.items():
        at = inline.text.find(key.words) if key.line == line else -1
        if at >= 0:
            inline = _splice(inline, at, at + len(key.words), words)
    return inline


def _splice(inline: Inline, start: int, end: int, words: str) -> Inline:
    shift = len(words) - (end - start)

    def move(at: int) -> int:
        return at if at <= start else max(start, at + shift)

    spans = (type(span)(move(span.start), move(span.end), span.kind, span.target) for span in inline.spans)
    return Inline(inline.text[:start] + words + inline.text[end:], tuple(spans))


def uncalled_notes(source: SourceContent, decisions: Decisions) -> list[SourceParagraph]:
    """Return the footnotes that no paragraph calls, with their numbers, unless they are to be left out."""
    notes = []
    for number in sorted(_due_calls(source)):
        note = source.footnotes[number]
        message = (
            "The footnote is not called: its call is lost, or reads as a number. Printed, it stands behind the text."
        )
        if decisions.decide(note.line, f"footnote {number}", message, PRINTED, LEFT_OUT) == PRINTED:
            notes.append(replace(note, inline=Inline(f"{number} {note.text}", ())))
    return notes
