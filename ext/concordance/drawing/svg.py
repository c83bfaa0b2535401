"""Markup as strings, for drawings that are no document nodes: whatever is put in is escaped."""

from __future__ import annotations

from html import escape

# Elements of SVG that have no children.
SHAPES = frozenset({"circle", "path", "rect"})
# Widths of letters: of most, and of capitals and digits.
LETTER, WIDE = 6.0, 7.2


class Markup(str):
    """A string that is markup already, and is not escaped again."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: object) -> Markup:
    """Return an element; a child that is no `Markup` is text.

    In the names of attributes, `_` stands for `-`; a trailing one is dropped (`class_`). Attributes that are None are
    left out.
    """
    attribute_markup = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_attribute_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    content = "".join(child if isinstance(child, Markup) else escape(child, quote=False) for child in children)
    return Markup(f"<{name}{attribute_markup}/>" if name in SHAPES else f"<{name}{attribute_markup}>{content}</{name}>")


def text_width(words: str) -> float:
    """Return about how wide words are in letters of 12 pixels."""
    return sum(WIDE if letter.isupper() or letter.isdigit() else LETTER for letter in words)


def join(*parts: str) -> Markup:
    """Return markup and text, one after another."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part, quote=False) for part in parts))


def _attribute_value(value: object) -> str:
    # One decimal of a coordinate is all that an eye can see.
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
