"""Changes of an edition as Markdown that reads well in a terminal, too.

Hosts make links, pictures, mentions and references out of what they find in a comment. What editors, or people who mean
no good, wrote is therefore confined to fenced code blocks, where nothing of that happens
(https://spec.commonmark.org/0.31.2/#fenced-code-blocks). Outside them are only words of this module. `cli.comment`
checks that before a comment is posted.
"""

from __future__ import annotations

import re
import unicodedata
from textwrap import wrap
from typing import TYPE_CHECKING

from concordance.history.change_sentences import (
    ACTIVE,
    BESIDE,
    FOOTER,
    GRAVE,
    LOST,
    NOTHING,
    SECTIONS,
    SINCE,
    TITLE,
    UNREAD,
)
from concordance.reading.pages import address_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.history.changes import Edit, EditionChanges, LinkChange, TextChange
    from concordance.history.record_diff import Hunk
    from concordance.model.entries import Entry, Link

WIDTH = 100
# Characters of a text that are shown; a longer one is better read in its file.
LONGEST = 1_200
TICKS = re.compile("`+")


def render_changes(changes: EditionChanges, base: str) -> str:
    """Return changes since the commit `base` as Markdown that ends with a line break."""
    if not changes:
        return f"{NOTHING.format(base)}\n"
    parts = (
        _files(changes),
        _edits(changes.active),
        _texts(text for text in changes.texts if text.words),
        _texts(text for text in changes.texts if not text.words),
        _entries("+", changes.added),
        _entries("-", changes.removed),
        _edits(changes.entries),
        _links(link for link in changes.links if link.before is None),
        _links(link for link in changes.links if link.after is None),
        _links(link for link in changes.links if link.before and link.after),
        _edits(changes.annotations),
        _edits(changes.vocabulary),
        _edits(changes.considered),
        _edits(changes.search_words),
        [f"  {address_of(name)}" for name in changes.pages],
        [f"- {address_of(name)}" for name in changes.gone],
        [f"  {address_of(name)}" for name in changes.touched],
        [line for change in changes.lock for line in _wrap(change.sign, change.line)],
        [line for name in changes.other_files for line in _wrap(" ", name)],
    )
    head = f"{TITLE}\n\n{SINCE.format(base)}\n"
    sections = (_section(title, lines) for title, lines in zip(SECTIONS, parts, strict=True) if lines)
    unread = changes.unread_before or changes.unread
    wanted = ((GRAVE, changes.grave), (LOST, changes.lock), (ACTIVE, changes.active), (BESIDE, changes.other_files))
    notes = [note for note, is_wanted in (*wanted, (UNREAD, unread)) if is_wanted]
    return "\n".join([head, *notes, *sections, f"{FOOTER}\n"])


def _section(title: str, lines: list[str]) -> str:
    text = "\n".join(_escape_invisible(line) for line in lines)
    fence = "`" * max([3, *(len(ticks) + 1 for ticks in TICKS.findall(text))])
    return f"### {title}\n\n{fence}diff\n{text}\n{fence}\n"


def _escape_invisible(line: str) -> str:
    """Return a line with its code points in place of characters that are invisible or reverse the text behind them."""
    return "".join(
        f"‹U+{ord(sign):04X}›" if unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp", "Co", "Cs"} else sign
        for sign in line
    )


def _files(changes: EditionChanges) -> list[str]:
    before = [line for path in changes.unread_before for line in _wrap(" ", f"{path}, as it was before")]
    return before + [line for path in changes.unread for line in _wrap(" ", f"{path}, as it is here")]


def _texts(texts: Iterable[TextChange]) -> list[str]:
    lines: list[str] = []
    for text in texts:
        ids = ", ".join(text.provisions)
        lines += _wrap(" ", f"{address_of(text.docname)}{f': {ids}' if ids else ''}")
        lines += _hunks(text.hunks)
    return lines


def _entries(sign: str, entries: Iterable[Entry]) -> list[str]:
    lines: list[str] = []
    for entry in entries:
        where = address_of(entry.docname)
        lines += _wrap(sign, f"{entry.id} ({entry.kind}, {where}): {entry.label}, {entry.title}")
    return lines


def _edits(edits: Iterable[Edit]) -> list[str]:
    lines: list[str] = []
    for edit in edits:
        lines += _wrap(" ", ", ".join(part for part in (edit.name, edit.what) if part))
        lines += _hunks(edit.hunks)
    return lines


def _links(links: Iterable[LinkChange]) -> list[str]:
    lines: list[str] = []
    for link in links:
        sign = "+" if link.before is None else "-" if link.after is None else " "
        lines += _wrap(sign, f"{link.key.subject} {link.key.predicate} {link.key.object}")
        if link.before:
            lines += _wrap("-", _judgement(link.before), "  ")
        if link.after:
            lines += _wrap("+", _judgement(link.after), "  ")
    return lines


def _judgement(link: Link) -> str:
    return f"[{', '.join(part for part in (link.grade, link.provenance) if part)}] {link.reason}"


def _hunks(hunks: Iterable[Hunk]) -> Iterator[str]:
    for hunk in hunks:
        if hunk.before:
            yield from _wrap("-", hunk.before, "  ")
        if hunk.after:
            yield from _wrap("+", hunk.after, "  ")


def _wrap(sign: str, text: str, indent: str = "") -> list[str]:
    """Return the lines of a text, each after a sign; they are wrapped, as code blocks do not wrap by themselves."""
    more = len(text) - LONGEST
    shown = text if more <= 0 else f"{text[:LONGEST]} … and {more} characters more"
    first, further = f"{sign} {indent}", f"{sign} {indent}  "
    return wrap(shown, WIDTH, initial_indent=first, subsequent_indent=further, break_on_hyphens=False)
