"""Write a proposed recipe as YAML, with comments that show what it is about."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

from concordance.model.problems import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from concordance.cli.importer.propose import Proposal, ProposedText

SHOWN = 3
SHOWN_LENGTH = 80


def write_recipe(proposal: Proposal, transcript: str, text: str, source: str) -> str:
    """Return the recipe as YAML.

    Args:
        proposal: What it says.
        transcript: The name of the file with the words, which stands beside it.
        text: These words.
        source: The name of the file that they were taken from.
    """
    lines = text.split("\n")
    parts = (_head(proposal, transcript, text, source), _write_omissions(proposal, lines), _headings(proposal, lines))
    rows = [row for part in (*parts, _footnotes(proposal, lines), _readings(proposal)) for row in part]
    return "\n".join(rows) + "\n"


def _head(proposal: Proposal, transcript: str, text: str, source: str) -> Iterator[str]:
    yield f"# How {printable(source)} becomes pages, as `concordance import --propose` guessed it."
    yield "# Correct what is wrong; then run `concordance import` with this file. Lines are those of the transcript."
    yield f"transcript: {_quote(transcript)}"
    yield f"sha256: {hashlib.sha256(text.encode()).hexdigest()}"
    yield ""
    yield "# `units` says how the outermost units are numbered: article (a word and a number), decimal (4.50.110),"
    yield "# number (12.) or none. `pages: each` gives each a page, `pages: whole` gives the text one."
    yield "texts:"
    for each in proposal.texts:
        yield from _text(each, source)


def _text(text: ProposedText, source: str) -> Iterator[str]:
    yield f"  # {text.count} outermost units with numbers"
    yield f"  - id: {text.id}"
    yield f"    lines: {text.lines}"
    yield f"    title: {_quote(text.title)}"
    yield f"    name: {_quote(text.name)}"
    yield f"    notice: {_quote(f'These words were taken from {source}; quote the official document.')}"
    yield f"    units: {text.plan.top.value if text.plan.top else 'none'}"
    if text.plan.word:
        yield f"    word: {_quote(text.plan.word)}"
    if text.plan.series:
        yield f"    series: {text.plan.series}"
    if text.plan.preamble:
        yield "    preamble: true"
    yield f"    pages: {text.pages}"
    yield f"    folder: {text.id}"
    sections = {"pp": "Preamble", "op": "Operative paragraphs", "art": "Articles", "": "Paragraphs"}
    headed = ", ".join(f"{_quote(key)}: {sections.get(key, 'Text')}" for key in text.cite)
    yield f"    sections: {{{headed}}}"
    cite = ", ".join(f"{_quote(key)}: {_quote(value)}" for key, value in text.cite.items())
    yield f"    cite: {{{cite}}}"


def _write_omissions(proposal: Proposal, lines: Sequence[str]) -> Iterator[str]:
    if proposal.left_out:
        yield from ("", "# Lines that are no words of the text.", "leave-out:")
    for each in proposal.left_out:
        shown = dict.fromkeys(_shorten(lines[span.first - 1]) for span in each.lines)
        yield f"  # {' / '.join([*filter(None, shown)][:SHOWN])}"
        yield f"  - {{lines: [{', '.join(map(str, each.lines))}], because: {_quote(each.because)}}}"


def _headings(proposal: Proposal, lines: Sequence[str]) -> Iterator[str]:
    if proposal.headings:
        yield from ("", "# Headings that only their place and form show.", "headings:")
    for span in proposal.headings:
        yield f"  # {_shorten(lines[span.first - 1])}"
        yield f"  - {span}"


def _footnotes(proposal: Proposal, lines: Sequence[str]) -> Iterator[str]:
    if proposal.footnotes:
        yield from ("", "# The lines of footnotes, by number.", "footnotes:")
    for number, span in proposal.footnotes.items():
        yield f"  # {_shorten(lines[span.first - 1])}"
        yield f"  {number}: {span}"


def _readings(proposal: Proposal) -> Iterator[str]:
    if proposal.doubts:
        yield from (
            "",
            "# What is doubtful, and how it is read. For other words, add `instead: the right words`.",
            "readings:",
        )
    for doubt in proposal.doubts:
        yield f"  # {doubt.message} Choose: {', '.join(doubt.choices)}."
        row = f"line: {doubt.key.line}, words: {_quote(doubt.key.words)}, read: {_quote(doubt.reading)}"
        yield f"  - {{{row}}}"


def _quote(text: str) -> str:
    """Return a text as YAML has it; a text in double quotation marks of JSON is one of YAML."""
    plain = re.fullmatch(r"[A-Za-z][\w /.-]*\w", text) and text not in {"true", "false", "null", "yes", "no"}
    return text if plain else json.dumps(text, ensure_ascii=False)


def _shorten(line: str) -> str:
    return " ".join(line.split())[:SHOWN_LENGTH]
