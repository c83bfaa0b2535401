"""The picture that represents a page where its address is shared.

It is drawn with the font that is part of Pillow, and none of the machine: the same words always make the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import string
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from concordance.pages.site import CARDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

    from concordance.exports.built_edition import BuiltEdition, BuiltPage, Files
    from concordance.model.entries import Entry
    from concordance.pages.site import Site

# Pillow takes long to import, and most builds draw nothing.
# ruff: noqa: PLC0415

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN, RULE = 84, 10
INDENT = MARGIN + RULE + 46
# Below this height are the words of the edition, above it those of the page.
FOOT = HEIGHT - MARGIN - 34
LETTERS = frozenset(string.ascii_letters + string.digits + string.punctuation + " “”‘’…")
TITLE_SIZES = (88, 76, 66, 58, 50, 40)

Colour = tuple[int, int, int]
PAPER: Colour = (252, 251, 248)
INK: Colour = (22, 24, 30)
QUIET: Colour = (88, 92, 102)
ACCENT: Colour = (10, 75, 255)
# Five shades between the paper and each colour give letters soft edges; with the paper, sixteen make half a byte.
SHADES = 5


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a picture."""

    name: str
    """The beginning of the name of its file."""
    title: str
    over: str = ""
    """The line above the title; may be empty."""
    under: str = ""
    """The line at the foot; may be empty."""

    @property
    def file(self) -> str:
        """The name of its file. It changes with the words, so that no cache has an old picture of a page."""
        words = "\n".join((self.title, self.over, self.under))
        return f"{self.name}.{hashlib.sha256(words.encode()).hexdigest()[:10]}.png"

    @property
    def drawable(self) -> bool:
        """Whether there is a title, and the font has all the letters: it has few beyond those of English."""
        return bool(self.title.strip()) and LETTERS.issuperset(self.title + self.over + self.under)


def list_paths(page: BuiltPage) -> Iterator[str]:
    """Yield the path of the picture of a page, if it has one of its own."""
    own, edition = cards_for(page.content.entries, page.site)
    if page.site.address and own is not edition:
        yield f"{CARDS}/{own.file}"


def make_files(page: BuiltPage) -> Files:
    """Return the picture of a page, if it has one of its own."""
    return {path: draw_card(cards_for(page.content.entries, page.site)[0]) for path in list_paths(page)}


def make_edition_card(edition: BuiltEdition) -> Files:
    """Return the picture of the edition; none if the address of the site is not known."""
    card = cards_for((), edition.site)[1]
    return {f"{CARDS}/{card.file}": draw_card(card)} if edition.site.address else {}


def draw_card(card: Card) -> bytes:
    """Return the picture as a PNG. A card that is not drawable is drawn without words."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((MARGIN, MARGIN, MARGIN + RULE - 1, HEIGHT - MARGIN - 1), fill=ACCENT)
    if card.drawable:
        _write(pen, card)
    data = io.BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(data, "PNG", bits=4)
    return data.getvalue()


def _write(pen: ImageDraw, card: Card) -> None:
    room = WIDTH - MARGIN - INDENT
    top = MARGIN - 8
    if card.over:
        pen.text((INDENT, top), card.over, fill=ACCENT, font=_font(40), stroke_width=0.5)
        top += 72
    pen.text((INDENT, FOOT), card.under, fill=QUIET, font=_font(32))
    for size in TITLE_SIZES:
        lines = _lines(card.title, _font(size), room)
        high = round(size * 1.18)
        wide = max(map(_font(size).getlength, lines))
        if wide <= room and top + high * len(lines) <= FOOT - 24:
            break
    for number, line in enumerate(lines):
        pen.text((INDENT, top + number * high), line, fill=INK, font=_font(size), stroke_width=size / 70)


def _lines(words: str, font: FreeTypeFont, room: int) -> list[str]:
    """Break a title into as few lines as possible, as even as possible, so that no word is left alone."""
    lines = _wrap(words, font, room)
    narrower = room
    while (step := narrower - 20) > 0 and len(tried := _wrap(words, font, step)) == len(lines):
        narrower, lines = step, tried
    return lines


def _wrap(words: str, font: FreeTypeFont, room: int) -> list[str]:
    lines: list[str] = []
    for word in words.split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


@cache
def _font(size: int) -> FreeTypeFont:
    from PIL import ImageFont

    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    # The other layout engine depends on libraries that not every machine has.
    return font.font_variant(layout_engine=ImageFont.Layout.BASIC)


@cache
def _palette() -> Image:
    from PIL import Image

    palette = Image.new("P", (1, 1))
    shades = [(INK, 0), *((colour, step) for colour in (INK, QUIET, ACCENT) for step in range(1, SHADES + 1))]
    palette.putpalette(
        [
            paper + (own - paper) * step // SHADES
            for colour, step in shades
            for paper, own in zip(PAPER, colour, strict=True)
        ]
    )
    return palette


def cards_for(entries: Iterable[Entry], site: Site) -> tuple[Card, Card]:
    """Return the card of a page with these entries, and that of the edition; they are the same if a page has no own."""
    edition = Card("edition", site.title)
    about = next((entry for entry in entries if entry.leads and entry.kind.is_provision), None)
    own = Card(about.id, about.title, about.label[:1].upper() + about.label[1:], site.name) if about else edition
    return own if own.drawable else edition, edition
