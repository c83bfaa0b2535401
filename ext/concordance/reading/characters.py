"""Hidden characters, by which a file says something else than a reader sees.

They reorder words on the screen, hide in names and addresses, and break comparison and search
(https://www.unicode.org/reports/tr36/, https://trojansource.codes/). Characters of control and format are refused, as
are those that Unicode has programs ignore if they do not support them, and code points without a character.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from concordance.model.problems import Place, Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

# Control, format, private use, unassigned, and separators that end a line or paragraph for some programs only.
CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cn", "Zl", "Zp"})
# Characters of other categories with Default_Ignorable_Code_Point (DerivedCoreProperties.txt), and the Braille blank.
BLANK = re.compile(
    "[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0\\U000e0100-\\U000e01ef]"
)
# What may be hidden: not the letters of Latin scripts, nor dashes, quotation marks and other punctuation.
SUSPECT = re.compile("[^\n\t -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e]")
JOINERS = frozenset("\u200c\u200d")
DIRECTION_MARKS = frozenset("\u200e\u200f\u061c")
# Scripts whose letters need no joiners.
UNJOINED = ("LATIN", "GREEK", "CYRILLIC")
REMEDY = "Remove it; it is best to type the words around it anew."
# Variation selectors: keyboards add one to some signs, and add it again when the sign is retyped.
SELECTOR = re.compile("[\\ufe00-\\ufe0f]")
SELECTOR_REMEDY = "It belongs to the sign before it: use another sign, or none."


def check_characters(text: str, path: str) -> list[Problem]:
    """Return a problem for every line with a hidden character, at the first of them."""
    if not SUSPECT.search(text):
        return []
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        if first := next(_hidden_in(line), None):
            index, name = first
            message = f"There is a character here that nobody sees: {name}."
            remedy = SELECTOR_REMEDY if index and SELECTOR.match(line, index) else REMEDY
            problems.append(Problem(Place(path, number, index + 1), ProblemKind.CHARACTER, message, remedy))
    return problems


def first_hidden(text: str) -> str:
    """Return the code point and name of the first hidden character in a text; empty if there is none."""
    return next((name for _, name in _hidden_in(text)), "") if SUSPECT.search(text) else ""


def _hidden_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the index and the name of each hidden character."""
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
    """Whether any letters belong to a script written from right to left, which may need marks next to punctuation."""
    return any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text if letter not in DIRECTION_MARKS)


def _joins(before: str) -> bool:
    """Whether a joiner may follow: Persian and the scripts of India use them."""
    return (
        before != ""
        and unicodedata.category(before)[0] in "LM"
        and not unicodedata.name(before, "").startswith(UNJOINED)
    )
