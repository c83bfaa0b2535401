"""Markup as strings, for drawings that are no document nodes: whatever is put in is escaped. Pure; no Sphinx."""

from __future__ import annotations

from html import escape

# Elements of SVG that hold nothing.
SHAPES = frozenset({"circle", "path", "rect"})


class Markup(str):
    """A string that is markup already."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: object) -> Markup:
    """Return an element; a child that is no `Markup` is text.

    In the names of attributes, `_` stands for `-`; one at the end is dropped (`class_`). What is None is left out.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_shown(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(child if isinstance(child, Markup) else escape(child, quote=False) for child in children)
    return Markup(f"<{name}{given}/>" if name in SHAPES else f"<{name}{given}>{inside}</{name}>")


def together(*parts: str) -> Markup:
    """Return markup and text, one behind the other."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part, quote=False) for part in parts))


def lines(label: str, most: int) -> tuple[str, ...]:
    """Return a label on one line or, if it is longer than `most` characters, on two of about the same length."""
    words = label.split()
    if len(label) <= most or len(words) == 1:
        return (label,)
    breaks = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return min(breaks, key=lambda pair: max(map(len, pair)))


def _shown(value: object) -> str:
    # Coordinates: no more digits than an eye can tell apart.
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
