"""Draw the map of one paragraph, and a list that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.citations.short import shortened
from concordance.drawing.svg import Markup, element
from concordance.i18n.kind_names import kind_heading
from concordance.i18n.words import _, titled
from concordance.model.kinds import Role
from concordance.pages.widgets.series import group_series, in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.paragraph_map import FurtherParagraph, Neighbour, NeighbourGroup, ParagraphMap
    from concordance.pages.reference import Reference

ROW = 24  # `edition.css` knows it too, and how wide what can be pressed is
# Where the paragraph, its neighbours and those at two steps stand, in the units of the drawing.
CENTRE, NEAR, NEAR_END, FAR, WIDTH = 8, 132, 392, 440, 656
NEAR_LETTERS, FAR_LETTERS = 40, 30
# The map comes before what an apparatus ends with.
ENDINGS = frozenset({"sources", "signature", "how-to-cite"})


def draw_map(shown: ParagraphMap, link: PageLinker, *, opened: bool = False) -> nodes.raw:
    """Return the map and its list, folded unless they are `opened`."""
    label = _("Map: what %(paragraph)s is tied to, in two steps") % {"paragraph": shown.centre.label}
    parts = [element("summary", label), _picture(shown, link), _list(shown, link)]
    if shown.timeline and any(each.year for group in shown.groups for each in group.neighbours):
        address = f"{link.address(shown.timeline, '')}#p={shown.centre.id}"
        words = str(_("The same along the years"))
        parts.append(element("p", element("a", words, class_="reference", href=address)))
    fold = element("details", *parts, class_="fold map no-search", open="" if opened else None)
    return nodes.raw("", str(fold), format="html")


def insert_map(layer: Element, drawn: Node) -> None:
    """Put a map into an apparatus, before what this ends with."""
    endings = (
        at
        for at, child in enumerate(layer.children)
        if isinstance(child, nodes.Element) and ENDINGS & set(child["classes"])
    )
    layer.insert(next(endings, len(layer)), drawn)


def _title(group: NeighbourGroup) -> str:
    return group.text or kind_heading(group.kind)


def _picture(shown: ParagraphMap, link: PageLinker) -> Markup:
    lines: list[Markup] = []
    places: dict[str, int] = {}
    y = ROW // 2
    for group in shown.groups:
        lines.append(element("text", _title(group), class_="group", x=NEAR, y=y + 4))
        for row in _rows(group):
            y += ROW
            places |= dict.fromkeys((entry.id for entry in row), y)
            lines.append(_node(row, NEAR, y, NEAR_LETTERS, link))
        y += ROW + 6
    height = max(y - ROW // 2, ROW * (len(shown.further) + 2))
    middle = height // 2
    to_near = "".join(_edge(CENTRE + 96, middle, NEAR - 8, at) for at in dict.fromkeys(places.values()))
    content = [element("path", d=to_near, class_="edge"), *_further(shown.further, places, height, link)]
    centre = element(
        "g",
        element("rect", x=CENTRE, y=middle - 14, width=96, height=28, rx=14),
        element("text", shortened(shown.centre.label, 16), x=CENTRE + 48, y=middle + 4),
        class_="centre",
    )
    size = {"viewBox": f"0 0 {WIDTH} {height}", "width": WIDTH, "height": height}
    drawing = element("svg", *content, *lines, centre, **size)
    return element("div", drawing, class_="map-frame", role="region", tabindex=0, aria_label=str(_("Map")))


def _further(
    further: Iterable[FurtherParagraph], places: dict[str, int], height: int, link: PageLinker
) -> list[Markup]:
    listed = list(further)
    if not listed:
        return []
    drawn, edges = [], ""
    for number, paragraph in enumerate(listed):
        y = int(height * (number + 1) / (len(listed) + 1))
        drawn.append(_node([paragraph.entry], FAR, y, FAR_LETTERS, link))
        for at in sorted({places[shared.id] for shared in paragraph.shared}):
            edges += _edge(NEAR_END, at, FAR - 8, y)
    title = element("text", str(_("Two steps away")), class_="group", x=FAR, y=ROW // 2 + 4)
    return [element("path", d=edges, class_="edge far"), title, *drawn]


def _edge(x: int, y: int, to_x: int, to_y: int) -> str:
    """Return the path of a curve; distances take fewer letters than places."""
    across, down = to_x - x, to_y - y
    return f"M{x} {y}c{across} 0 0 {down} {across} {down}"


def _rows(group: NeighbourGroup) -> list[list[Reference]]:
    """Return the neighbours of a row each; the articles of a work, and numbers of the same series, are one row."""
    entries = [neighbour.entry for neighbour in group.neighbours]
    if group.kind.role not in {Role.WORK, Role.NUMBERED}:
        return [[entry] for entry in entries]
    return [[entry for _words, entry in series.items] for series in group_series(entries)]


def _node(row: list[Reference], x: int, y: int, letters: int, link: PageLinker) -> Markup:
    first = row[0]
    title = "" if len(row) > 1 or first.title == first.label else titled("", first.title)
    name = in_one_line(row) + title
    # All nodes are alike, so the style sheet says where their parts stand. Provisions are round, and have the colour of
    # their part. In full, the list below has the label.
    parts = (
        element("rect"),
        element("circle") if first.text else element("path", d="M-4-4h8v8h-8z"),
        element("text", shortened(name, letters)),
    )
    hue = f"hue-{first.hue}" if first.hue else None
    address = link.address(first.docname, first.id)
    return element("a", *parts, href=address, class_=hue, transform=f"translate({x} {y})")


def _list(shown: ParagraphMap, link: PageLinker) -> Markup:
    items = [
        element("li", element("b", titled(_title(group), "").rstrip()), " ", *_entries(group.neighbours, link))
        for group in shown.groups
    ]
    if shown.further:
        inner = (
            element("li", _anchor(each.entry, link), titled("", ""), _("by way of %s") % in_one_line(each.shared))
            for each in shown.further
        )
        items.append(element("li", element("b", _("Two steps away")), element("ul", *inner)))
    return element("ul", *items, class_="map-list")


def _entries(neighbours: Sequence[Neighbour], link: PageLinker) -> list[str]:
    drawn: list[str] = []
    years = {neighbour.entry.id: neighbour.year for neighbour in neighbours}
    for series in group_series(neighbour.entry for neighbour in neighbours):
        drawn += ["; "] if drawn else []
        drawn.append(series.before)
        for number, (words, entry) in enumerate(series.items):
            drawn += [", "] if number else []
            drawn.append(_anchor(entry, link, words))
        drawn.append(series.after)
        year = years[series.items[-1][1].id]
        drawn += [f" ({year})"] if year else []
    return drawn


def _anchor(entry: Reference, link: PageLinker, words: str = "") -> Markup:
    name = entry.label if words and words != entry.label else None
    address = link.address(entry.docname, entry.id)
    return element("a", words or entry.label, href=address, aria_label=name)
