"""Characters that nobody sees: what one reads is not what stands there. Pure; no Sphinx.

They reorder words on the screen, hide in names and addresses, and break what compares or searches words
(https://www.unicode.org/reports/tr36/, https://trojansource.codes/). Refused are characters of control and format,
those that Unicode wants ignored where they are not supported, and code points without a character.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from concordance.model.problems import Place, Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

# Control, format, private use, unassigned, and what ends a line or a paragraph for some programs and not for others.
CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cn", "Zl", "Zp"})
# Default_Ignorable_Code_Point where the category does not tell (DerivedCoreProperties.txt), and the blank of Braille.
BLANK = re.compile(
    "[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0\\U000e0100-\\U000e01ef]"
)
SUSPECT = re.compile(r"[^\n\t -~]")
JOINERS = frozenset("\u200c\u200d")
DIRECTION_MARKS = frozenset("\u200e\u200f\u061c")
# Scripts whose letters need no joiners.
UNJOINED = ("LATIN", "GREEK", "CYRILLIC")
MEND = "Remove it; it is best to type the words around it anew."
# Keyboards give it with some signs, and give it again when these are typed anew.
SELECTOR = re.compile("[\\ufe00-\\ufe0f]")
MEND_SIGN = "It belongs to the sign before it: use another sign, or none."


def hidden(text: str, path: str) -> list[Problem]:
    """Return a problem for every line of a file in which such a character stands, at the first of them."""
    if not SUSPECT.search(text):
        return []
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        if found := next(_hidden_in(line), None):
            index, name = found
            message = f"There is a character here that nobody sees: {name}."
            remedy = MEND_SIGN if index and SELECTOR.match(line, index) else MEND
            problems.append(Problem(Place(path, number, index + 1), ProblemKind.CHARACTER, message, remedy))
    return problems


def first_hidden(text: str) -> str:
    """Return what the first such character in a text is called; empty if there is none."""
    return next((name for _, name in _hidden_in(text)), "")


def _hidden_in(text: str) -> Iterator[tuple[int, str]]:
    leftward = False
    for match in SUSPECT.finditer(text):
        character = match[0]
        if character in DIRECTION_MARKS:
            leftward = leftward or _runs_leftward(text)
            needed = leftward
        else:
            needed = character in JOINERS and _joins(text[max(match.start() - 1, 0) : match.start()])
        if not needed and (unicodedata.category(character) in CATEGORIES or BLANK.match(character)):
            name = unicodedata.name(character, "").lower()
            yield match.start(), f"U+{ord(character):04X}{f' ({name})' if name else ''}"


def _runs_leftward(text: str) -> bool:
    """Say whether there are letters of a script written from right to left, which may need marks beside punctuation."""
    return any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text if letter not in DIRECTION_MARKS)


def _joins(before: str) -> bool:
    """Say whether a joiner may follow: Persian and the scripts of India are written with some."""
    return (
        before != ""
        and unicodedata.category(before)[0] in "LM"
        and not unicodedata.name(before, "").startswith(UNJOINED)
    )
