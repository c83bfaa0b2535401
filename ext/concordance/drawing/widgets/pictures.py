"""Draw the pictures of an edition as small as stamps, each with a link to its page."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.svg import Markup, element

if TYPE_CHECKING:
    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.pictures import Thumbnail

# The side of a mark and the distance of two, in the units of the drawing.
SIDE, STEP = 3, 4


def draw_pictures(thumbnails: tuple[Thumbnail, ...], link: PageLinker) -> list[Node]:
    """Return a list of the pages with pictures."""
    items = (
        element(
            "li",
            element(
                "a",
                _stamp(thumbnail),
                element("span", element("b", thumbnail.title), " ", thumbnail.opening),
                href=link.address(thumbnail.docname, ""),
            ),
        )
        for thumbnail in thumbnails
    )
    return [nodes.raw("", str(element("ul", *items, class_="thumbnails")), format="html")]


def _stamp(thumbnail: Thumbnail) -> Markup:
    """Return the picture without words, one path for each colour."""
    paths: dict[str, str] = defaultdict(str)
    for dot in thumbnail.dots:
        paths[dot.hue] += f"M{dot.column * STEP} {dot.row * STEP}h{SIDE}v{SIDE}h-{SIDE}z"
    shapes = (element("path", d=path, class_=f"hue-{hue}" if hue else None) for hue, path in paths.items())
    size = f"0 0 {thumbnail.columns * STEP} {thumbnail.rows * STEP}"
    return element("svg", *shapes, viewBox=size, aria_hidden="true")
