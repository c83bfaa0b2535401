"""The words of transcripts and of pages, to compare the one with the other."""

from __future__ import annotations

import re
from copy import copy

from bs4 import Tag
from edition import ROOT

TRANSCRIPTS = ROOT / "tests" / "transcripts"
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
EDITORIAL = ".copy, .item-menu, .own-citation, .note-mark, .headerlink"


def plain(text: str) -> list[str]:
    """Return the words of a stretch of transcript: footnote calls as `[5]`, no marks of Markdown."""
    text = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda match: f"[{match[0].translate(SUPERSCRIPT)}]", text)
    text = re.sub(r"\[([^\]]+)\]\(#\)", r"\1", text)
    return re.sub(r"\*|~~", "", text).split()


def transcript(name: str, start: str) -> tuple[list[str], list[list[str]]]:
    """Return the words of the running text from the line `start`, and those of each footnote."""
    lines = (TRANSCRIPTS / name).read_text(encoding="utf-8").splitlines()
    words: list[str] = []
    footnotes: list[list[str]] = []
    for line in lines[lines.index(start) :]:
        if match := re.match(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s+(.*)", line):
            footnotes.append(plain(match[1]))
        elif line.strip() != "-":
            # The items of paragraph 43 have a dash before their letter; the letter is their number.
            words += plain(re.sub(r"^\s*- (?=[abc]\. )", "", line))
    return words, footnotes


def words_of(node: Tag) -> list[str]:
    """Return the words of a text that stand in a part of a page, which stays as it is."""
    node = copy(node)
    for editorial in node.select(EDITORIAL):
        editorial.decompose()
    for block in node.select("p, div"):
        block.append(" ")
    return node.get_text().split()
