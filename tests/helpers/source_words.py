"""Words of a source as the importer's readers hand them on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from concordance.cli.importer.markers import Style
from concordance.cli.importer.markup import Inline
from concordance.cli.importer.paragraphs import SourceParagraph
from concordance.cli.importer.units import Unit, Words

if TYPE_CHECKING:
    from collections.abc import Sequence


def plain(text: str) -> Inline:
    """Return words without any marks."""
    return Inline(text, ())


def paragraphs(*texts: str, **fields: Any) -> list[SourceParagraph]:
    """Return a paragraph for each text, on lines that follow each other; `fields` are the same for all."""
    return [SourceParagraph(line, plain(text), **fields) for line, text in enumerate(texts, start=1)]


def words(text: str, line: int = 1, heading: int = 0) -> Words:
    """Return words that are no unit."""
    return Words(line, plain(text), heading)


def unit(key: str, *parts: Words | Unit, style: Style | None = Style.NUMBER, printed: str = "", line: int = 1) -> Unit:
    """Return a unit; where nothing else is said, it is numbered by its key."""
    return Unit(style, printed or f"{key}.", key, "", line, parts=[*parts])


def texts(source: Sequence[SourceParagraph]) -> list[str]:
    """Return the words of paragraphs."""
    return [paragraph.text for paragraph in source]
