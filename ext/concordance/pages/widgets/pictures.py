"""The pictures below a page in the tree of pages, each as small as a stamp."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.i18n.kind_names import plural_names
from concordance.i18n.words import _, counted, listed
from concordance.pages.widgets.matrix import gather_matrix
from concordance.pages.widgets.timeline import gather_timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.pages.edition_view import EditionView
    from concordance.pages.page_content import WidgetRequest
    from concordance.pages.widgets.matrix_records import Matrix, MatrixTable


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark of a picture."""

    column: int
    """Counted from 0."""
    row: int
    """Counted from 0, from the top."""
    hue: str
    """Colour of its part, empty without one."""


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A page with a picture."""

    docname: str
    title: str
    opening: str
    """What the picture shows, in numbers."""
    columns: int
    """How many dots it is wide."""
    rows: int
    """How many dots it is high."""
    dots: tuple[Dot, ...]
    """Places that have a mark; all others are empty."""


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
        matrix = gather_matrix(request.argument, docname, edition)
        for table in matrix.tables:
            parts = [(part.hue, row) for part in table.parts for row in part.rows]
            dots = [Dot(cell.column, at, hue) for at, (hue, row) in enumerate(parts) for cell in row.cells]
            yield Thumbnail(docname, title, _size(matrix, table), len(table.columns), len(parts), tuple(dots))
    if request.name == "timeline":
        events = gather_timeline(request.argument, docname, edition).events
        heights = Counter(event.year for event in events)
        years = sorted(heights)
        most = max(heights.values(), default=0)
        dots = [Dot(place, most - 1 - level, "") for place, year in enumerate(years) for level in range(heights[year])]
        span = {"count": len(events), "first": years[0], "last": years[-1]} if years else {}
        words = _("%(count)d treaties and documents, from %(first)d to %(last)d.") % span if span else ""
        yield Thumbnail(docname, title, words, len(years), most, tuple(dots))


def _size(matrix: Matrix, table: MatrixTable) -> str:
    """Return how many paragraphs, and of how many texts if not of one, stand against how many entries."""
    paragraphs = counted("%d paragraph", "%d paragraphs", len(table.rows))
    if len(matrix.texts) > 1:
        paragraphs = _("%(paragraphs)s of %(texts)d texts") % {"paragraphs": paragraphs, "texts": len(matrix.texts)}
    return listed([paragraphs, *([f"{len(table.columns)} {plural_names(matrix.heads)}"] if matrix.heads else [])])
