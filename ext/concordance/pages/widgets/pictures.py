"""The pictures below a page in the tree of pages, each as small as a stamp."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.pages.widgets.matrix import gather_matrix
from concordance.pages.widgets.timeline import gather_timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.pages.edition_view import EditionView
    from concordance.pages.page_content import WidgetRequest


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark of a picture."""

    column: int
    row: int
    hue: str
    """Colour of its part, empty without one."""


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A page with a picture."""

    docname: str
    title: str
    opening: str
    """What the picture shows in numbers: how many rows and columns, or which years."""
    columns: int
    rows: int
    dots: tuple[Dot, ...]


def gather_pictures(_argument: str, docname: str, edition: EditionView) -> tuple[Thumbnail, ...]:
    """Return the pages that `docname` leads into and that have a picture, in the order of its toctrees."""
    index = edition.index
    return tuple(
        thumbnail
        for child in index.children.get(docname, ())
        if child in index.titles
        for request in index.widgets.get(child, ())
        for thumbnail in _thumbnails(child, request, edition)
    )


def _thumbnails(docname: str, request: WidgetRequest, edition: EditionView) -> Iterator[Thumbnail]:
    title = edition.index.titles[docname]
    if request.name == "matrix":
        for table in gather_matrix(request.argument, docname, edition).tables:
            parts = [(part.hue, row) for part in table.parts for row in part.rows]
            dots = [Dot(cell.column, at, hue) for at, (hue, row) in enumerate(parts) for cell in row.cells]
            size = f"{len(parts)} × {len(table.columns)}"
            yield Thumbnail(docname, title, size, len(table.columns), len(parts), tuple(dots))
    if request.name == "timeline":
        dated = gather_timeline(request.argument, docname, edition).dated
        years = sorted({event.year for event, _lane in dated})
        heights = Counter[int]()
        dots = []
        for event, _lane in dated:
            dots.append(Dot(years.index(event.year), heights[event.year], ""))
            heights[event.year] += 1
        span = f"{years[0]}–{years[-1]}" if years else ""
        yield Thumbnail(docname, title, span, len(years), max(heights.values(), default=0), tuple(dots))
