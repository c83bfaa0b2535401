"""Check the texts of editors that are shown letter by letter: titles, summaries, reasons and the like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concordance.i18n.words import N_, in_every_language
from concordance.model.problems import Fault, Problem, ProblemKind
from concordance.reading.markdown import parser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.reading.strict_yaml import Document, Location

# What a new annotation says of what is to be filled in, in the order of its fields.
TITLE = N_("a few words")
SUMMARY = N_("what it says, in plain language")
ASKED = N_("what somebody might ask, in everyday words")
REASON = N_("one sentence, read at both ends")
SOURCE = N_("what you rely on")
PLACEHOLDERS = (TITLE, SUMMARY, ASKED, REASON, SOURCE)
# What people write where they mean to write more.
UNFINISHED = re.compile(r"(?:to ?do|tbd|tba|tbc|fixme|x{2,}|lorem ipsum.*)\W*", re.IGNORECASE | re.DOTALL)
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
# The fields whose Markdown is read.
MARKDOWN_FIELDS = frozenset({"questions", "answers", "sources"})
# The fields of texts that are shown as they are, wherever they stand.
PLAIN_FIELDS = frozenset(
    {"title", "summary", "asked", "reason", "note", "notice", "means", "says", "reverse-says", "instead"}
)
# The fields with texts under names that are free.
PLAIN_MAPPINGS = frozenset({"without", "phrases"})
MAYBE_MARKDOWN = re.compile(r"[*_`\[<]")
# A character written by its name or number.
ENTITY = re.compile(r"&#?\w+;")
MARKUP = {
    "em_open": "*",
    "strong_open": "**",
    "link_open": "[",
    "code_inline": "`",
    "html_inline": "<",
    "image": "![",
    "footnote_ref": "[^",
    "myst_role": "{",
}
REMEDY = "Write plain words; put words that are quoted between “ and ”."


def check_plain_texts(document: Document) -> Iterator[Problem]:
    """Yield a problem for each text of a file that says nothing yet, or has Markdown where none is read."""
    for location in document.scalars:
        fields = [part for part in location if isinstance(part, str)]
        plain = PLAIN_FIELDS.intersection(fields[-1:]) or (len(fields) > 1 and fields[0] in PLAIN_MAPPINGS)
        if plain or (fields and fields[0] in MARKDOWN_FIELDS):
            yield from _check_text(document, location, markdown=not plain)


def unfinished_fault(text: str) -> Fault | None:
    """Return what is wrong with a text that nobody has written yet, or None."""
    words = " ".join(text.split())
    if not LETTER_OR_DIGIT.search(words):
        return Fault("This text has no words.", "Write it, or remove the line.")
    if _is_placeholder(words.rstrip(".…").lower()) or UNFINISHED.fullmatch(words):
        return Fault(f"“{words}” holds a place for what is to be written.", "Write it, or remove the line.")
    return None


def _is_placeholder(words: str) -> bool:
    """Return whether words are those of a new annotation, which a site offers in its language."""
    return any(words in in_every_language(placeholder) for placeholder in PLACEHOLDERS)


def _check_text(document: Document, location: Location, *, markdown: bool) -> Iterator[Problem]:
    text = str(document.scalars[location].value)
    if not text.strip():
        # The schema says that it is empty.
        return
    if fault := unfinished_fault(text):
        yield Problem(document.spot(location).text, ProblemKind.SLIP, *fault)
    elif not markdown and (needle := _markup_in(text)):
        message = f"This text is shown as it is written, with its Markdown: `{needle}`."
        place = document.source_text(location).find(needle, 0, text.count("\n") + 1)
        yield Problem(place, ProblemKind.SLIP, message, REMEDY)


def _markup_in(text: str) -> str:
    """Return the first sign of Markdown in a text, empty if there is none."""
    if match := ENTITY.search(text):
        return match[0]
    if not MAYBE_MARKDOWN.search(text):
        return ""
    for token in parser().parseInline(text)[0].children or ():
        if token.type in MARKUP:
            return MARKUP[token.type]
    return ""
