"""Markers: what is printed before a unit of a text, such as `Article 12`, `4.50.110`, `12.` and `(a)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

# The words for an article in the languages of the United Nations and in codes, and for similar units.
UNIT_WORDS = (
    "Article|Articulo|Artículo|Статья|المادة|Art\\.|Section|Sec\\.|§|Rule|Principle|Guideline|Regulation|Standard|"
    "Clause|Canon|Recommendation"
)
# Those for divisions, which have headings and are no units.
DIVISION = re.compile(
    r"(?:part|chapter|title|division|annex|appendix|schedule|section|book)\s+(?:[ivxlc]+|\d+|[a-z]|one|two|three|four)\b|"
    r"(?-i:(?:[IVX]+|[A-Z])\.\s+[A-Z])|(?:annex|appendix|preamble|summary|introduction|notes|contents)\W*$",
    re.IGNORECASE,
)
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
BIS = "bis|ter|quater|quinquies|sexies|septies"
NUMBER = rf"\d+(?:\s?(?:{BIS})\b|[A-Z](?![A-Za-z]))?"
# A date with points is no number of a unit.
DECIMAL = (
    r"(?!\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}\b)(?:\d+(?:\.\d+)+|\d+(?:-\d+){2,})"
    rf"(?:\s?(?:{BIS})\b|[A-Z](?![A-Za-z]))?"
)
GONE = r"(?:Repealed|Reserved|Deleted|Renumbered)"
QUOTE = r"[“\"«]?"
MARKERS = re.compile(
    rf"(?P<article>{QUOTE}(?P<word>{UNIT_WORDS})\s+(?P<number>{DECIMAL}|{NUMBER}|[IVXLC]+\b)(?P<point>[.:]?)"
    rf"(?:\s*[-–—]\s+|\s+|$)|第(?P<chinese>[0-9一二三四五六七八九十百]+)[条條]\s*)|"
    rf"(?P<decimal>(?:{GONE}\s+)?(?P<numbers>{DECIMAL})\.?(?=\s|$)\s*)|"
    rf"(?P<numbered>{QUOTE}(?P<count>{NUMBER})[.)](?=[\s\[“]|$|[A-Z])\s*)|"
    rf"(?P<item>{QUOTE}(?:[-–]\s+)?(?:\((?P<bracketed>[a-z]{{1,4}}|[A-Z]{{1,2}}|\d{{1,2}})\)|(?P<bare>[A-Za-z]|[ivx]{{2,4}})[.)])(?:\s+|$))|"
    rf"(?P<dash>[-–—−•·▪*]\s+)"
)
CHINESE = {sign: value for value, sign in enumerate("零一二三四五六七八九")}


class Style(Enum):
    """How units of one level are numbered."""

    ARTICLE = "article"
    """A word and a number: `Article 12`."""
    DECIMAL = "decimal"
    """Numbers with points: `4.50.110`."""
    NUMBER = "number"
    """`12.`"""
    LETTER = "letter"
    """`(a)`"""
    ROMAN = "roman"
    """`(i)`"""
    DOUBLE = "double"
    """`(aa)`"""
    CAPITAL = "capital"
    """`(A)`"""
    DIGIT = "digit"
    """`(1)`"""
    DASH = "dash"
    """`–`, which numbers nothing."""


# Levels at which a text is cited by number, rather than items of a list.
NUMBERED = (Style.ARTICLE, Style.DECIMAL, Style.NUMBER)


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the beginning of a paragraph."""

    printed: str
    """As it stands: `“(a)`."""
    number: str
    """What counts in it: `a`, `12`, `3 bis`, `4.50.110`."""
    styles: tuple[Style, ...]
    """What it can be: `(i)` is the ninth letter or the first Roman number."""
    end: int
    """The index of the first character behind it."""
    word: str = ""
    """The word for the unit, if it has one: `Article`."""

    @property
    def key(self) -> str:
        """The number as a part of an id: `3bis`, `4-50-110`."""
        return "-".join(re.findall(r"[a-z0-9]+", self.number.lower().replace(" ", "")))

    @property
    def derivable(self) -> bool:
        """Whether a citation can be made from the id alone."""
        return bool(re.fullmatch(r"[a-z]+|[A-Z]|\d+", self.number))


def find_marker(text: str) -> Marker | None:
    """Return the marker that a paragraph or line begins with, or None."""
    match = MARKERS.match(text)
    if match is None:
        return None
    printed = match[0].strip()
    if match["article"]:
        number = _arabic(match["chinese"]) if match["chinese"] else match["number"]
        return Marker(printed.rstrip("-–— "), number, (Style.ARTICLE,), match.end(), match["word"] or "第")
    if match["decimal"]:
        return Marker(printed, match["numbers"], (Style.DECIMAL,), match.end())
    if match["numbered"]:
        return Marker(printed, match["count"], (Style.NUMBER,), match.end())
    if match["item"]:
        number = match["bracketed"] or match["bare"]
        return Marker(printed, number, _item_styles(number), match.end())
    return Marker(printed, "", (Style.DASH,), match.end())


def _item_styles(number: str) -> tuple[Style, ...]:
    if number.isdigit():
        return (Style.DIGIT,)
    if number.isupper():
        return (Style.CAPITAL,)
    styles = []
    if len(number) == 1:
        styles.append(Style.LETTER)
    if set(number) <= set(ROMAN) and roman_value(number):
        styles.append(Style.ROMAN)
    if len(number) == 2 and number[0] == number[1]:
        styles.append(Style.DOUBLE)
    return tuple(styles)


def ordinal_of(number: str, style: Style) -> int:
    """Return the place of a number in its series, counted from 1; of decimal numbers, that of the last part."""
    match style:
        case Style.LETTER | Style.CAPITAL | Style.DOUBLE:
            return ord(number[0].lower()) - ord("a") + 1
        case Style.ROMAN:
            return roman_value(number)
        case Style.DASH:
            return 0
    digits = re.findall(r"\d+", number)
    return int(digits[-1]) if digits else roman_value(number.lower())


def roman_value(number: str) -> int:
    """Return the value of a Roman number in small letters, or 0 if it is none."""
    values = [ROMAN.get(letter, 100) for letter in number]
    total = sum(-value if value < after else value for value, after in pairwise([*values, 0]))
    return total if re.fullmatch(r"(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", number) else 0


def _arabic(number: str) -> str:
    """Return a Chinese number up to 199 in digits."""
    if number.isdigit():
        return number
    hundreds, _, rest = number.rpartition("百")
    tens, ten, ones = rest.replace("零", "").rpartition("十")
    value = (CHINESE.get(hundreds, 1) * 100 if "百" in number else 0) + CHINESE.get(ones, 0)
    return str(value + (CHINESE.get(tens, 1) * 10 if ten else 0))
