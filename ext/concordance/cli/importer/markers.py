"""Markers: what is printed before a unit of a text, such as `Article 12`, `4.50.110`, `12.` and `(a)`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise

# What units are called in official translations and in laws, by what stands for it in ids.
UNIT_WORDS = {
    "art": (
        *("Article", "Articles", "Art", "Artículo", "Articulo", "Artigo", "Articolo", "Articolul", "Artikel"),
        *("Artikkel", "Artikulo", "Artykuł", "Статья", "Стаття", "Артыкул", "Член", "Članak", "Član", "Člen", "Článek"),
        *("Článok", "Άρθρο", "Αρθρο", "Madde", "Maddə", "Pasal", "Perkara", "Điều", "Kifungu cha", "Ibara ya"),
        *("Հոդված", "მუხლი", "المادة", "مادة", "ماده", "مادهٔ", "دفعہ", "अनुच्छेद", "ধারা", "অনুচ্ছেদ", "ข้อ", "มาตรา", "አንቀጽ"),
    ),
    "sec": ("Section", "Sec", "§"),
    "rule": ("Rule", "Règle", "Regla", "Правило"),
    "principle": ("Principle", "Principe", "Principio", "Принцип"),
    **{word.lower(): (word,) for word in ("Guideline", "Regulation", "Standard", "Clause", "Canon", "Recommendation")},
}
SERIES = {word: series for series, words in UNIT_WORDS.items() for word in words}
# Words come as they are or in capitals; a paragraph that begins with one in small letters only speaks of a unit.
ANY_WORD = "|".join(sorted({re.escape(form) for word in SERIES for form in (word, word.upper())}, reverse=True))
# How the first article is numbered in French and in the languages close to it.
FIRST = "premier|PREMIER|première|1er|1re|unique|UNIQUE|primero|PRIMERO|primeiro|primo|único|ÚNICO"
# Those for divisions, which have headings and are no units.
DIVISION = re.compile(
    r"(?:part|chapter|title|division|annex|appendix|schedule|section|book)\s+(?:[ivxlc]+|\d+|[a-z]|one|two|three|four)\b|"
    r"(?-i:(?:[IVX]+|[A-Z])\.\s+[A-Z])|(?:annex|appendix|preamble|summary|introduction|notes|contents)\W*$",
    re.IGNORECASE,
)
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
BIS = "bis|ter|quater|quinquies|sexies|septies"
NUMBER = rf"\d+(?:\s?(?:{BIS})\b|[A-Za-z](?![A-Za-z]))?"
# A date with points is no number of a unit.
DECIMAL = (
    r"(?!\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}\b)(?:\d+(?:\.\d+)+|\d+(?:-\d+){2,})"
    rf"(?:\s?(?:{BIS})\b|[A-Z](?![A-Za-z]))?"
)
GONE = r"(?:Repealed|Reserved|Deleted|Renumbered)"
QUOTE = r"[“\"«]?"
# The letters by which items go, in their order: Latin, Cyrillic, Greek, Arabic and Hebrew.
ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "אבגדהוזחטיכלמנסעפצקרשת",
)
LETTER = f"[{''.join(ALPHABETS[1:])}]"
MARKERS = re.compile(
    rf"(?P<article>{QUOTE}(?P<word>{ANY_WORD})\.?\s+(?P<number>{DECIMAL}|{NUMBER}|[IVXLC]+\b|"
    rf"(?:{FIRST})\b)(?:\.?[ºª°])?(?P<point>[.:。։۔]?)(?:\s*[-–—]\s+|\s+|$)|"
    rf"[第제]\s?(?P<chinese>\d+|[一二三四五六七八九十百]+)\s?[条條조]\s*)|"
    rf"(?P<decimal>(?:{GONE}\s+)?(?P<numbers>{DECIMAL})\.?(?=\s|$)\s*)|"
    rf"(?P<numbered>{QUOTE}(?P<count>{NUMBER})[.)](?=[\s\[“]|$|[A-Z])\s*)|"
    rf"(?P<item>{QUOTE}(?:[-–]\s+)?(?:\((?P<bracketed>[a-z]{{1,4}}|[A-Z]{{1,2}}|\d{{1,2}}[a-z]?|{LETTER})\)|"
    rf"(?P<bare>[A-Za-z]|[ivx]{{2,4}})[.)]|(?P<letter>{LETTER})\))(?:\s+|$))|"
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
    def compound(self) -> bool:
        """Whether it is put between two numbers: `3 bis`, `12a`."""
        return self.number[:1].isdigit() and not self.derivable and "." not in self.number

    @property
    def form(self) -> str:
        """What stands around the number: `()` of `(a)`, `.` of `a.`; levels of items differ in it."""
        return form_of(self.printed)

    @property
    def key(self) -> str:
        """The number as a part of an id: `3bis`, `4-50-110`; letters of other alphabets by their place."""
        if self.styles[0] is Style.LETTER and not self.number.isascii():
            return ALPHABETS[0][(ordinal_of(self.number, Style.LETTER) - 1) % len(ALPHABETS[0])]
        return "-".join(re.findall(r"[a-z0-9]+", self.number.lower().replace(" ", "")))

    @property
    def derivable(self) -> bool:
        """Whether a citation can be made from the id alone."""
        return bool(re.fullmatch(r"\d+" if self.word else r"[a-z]+|[A-Z]|\d+", self.number))


def find_marker(text: str, word: str = "") -> Marker | None:
    """Return the marker that a paragraph or line begins with, or None; `word` is one more word for a unit."""
    if word and (match := _word_pattern(word).match(text)):
        return Marker(match[0].strip(), _digits(match["number"]), (Style.ARTICLE,), match.end(), word)
    match = MARKERS.match(text)
    if match is None:
        return None
    printed = match[0].strip()
    if match["article"]:
        number = _arabic(match["chinese"]) if match["chinese"] else _digits(match["number"])
        return Marker(printed.rstrip("-–— "), number, (Style.ARTICLE,), match.end(), match["word"] or "第")
    if match["decimal"]:
        return Marker(printed, _digits(match["numbers"]), (Style.DECIMAL,), match.end())
    if match["numbered"]:
        return Marker(printed, _digits(match["count"]), (Style.NUMBER,), match.end())
    if match["item"]:
        number = _digits(match["bracketed"] or match["bare"] or match["letter"])
        return Marker(printed, number, _item_styles(number), match.end())
    return Marker(printed, "", (Style.DASH,), match.end())


@cache
def _word_pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"{QUOTE}{re.escape(word)}\.?\s*(?P<number>{NUMBER})[.:]?(?:\s*[-–—]\s+|\s+|$)")


def series_of(word: str) -> str:
    """Return what stands in ids for the word of a unit: `art` for `Article`, `ARTÍCULO` and 第."""
    return next((series for known, series in SERIES.items() if word in {known, known.upper()}), "art")


def form_of(printed: str) -> str:
    """Return the signs of a marker as it is printed, without the number."""
    return re.sub(r"[^().]", "", printed)


def _digits(number: str) -> str:
    """Return a number in the digits that ids have, whatever digits it is printed in; the word for a first is 1."""
    if re.fullmatch(FIRST, number):
        return "1"
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in number)


def _item_styles(number: str) -> tuple[Style, ...]:
    if number[0].isdigit():
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
            letter = number[0].lower()
            return next((letters.index(letter) + 1 for letters in ALPHABETS if letter in letters), 0)
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
    if number.isdecimal():
        return _digits(number)
    hundreds, _, rest = number.rpartition("百")
    tens, ten, ones = rest.replace("零", "").rpartition("十")
    value = (CHINESE.get(hundreds, 1) * 100 if "百" in number else 0) + CHINESE.get(ones, 0)
    return str(value + (CHINESE.get(tens, 1) * 10 if ten else 0))
