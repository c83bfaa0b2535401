"""Draw the map of one paragraph, and a list that says the same."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.svg import Markup, element, text_width
from concordance.i18n.kind_names import kind_heading
from concordance.i18n.words import _, titled
from concordance.model.kinds import Role
from concordance.pages.widgets.series import group_series, in_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.paragraph_map import FurtherParagraph, Neighbour, NeighbourGroup, ParagraphMap
    from concordance.pages.reference import Reference

# The height of a name of one line, and of each further line; `edition.css` knows where the parts of names stand.
ROW, LINE = 24, 14
# Where the paragraph, its neighbours and those at two steps stand, in the units of the drawing.
CENTRE, CENTRE_WIDTH, NEAR, NEAR_END, FAR, WIDTH = 0, 96, 124, 388, 436, 656
# How far from its mark a name begins.
TEXT = 12
# How many letters their lines have room for.
CENTRE_LETTERS, NEAR_LETTERS, FAR_LETTERS = 15, 40, 32
# The map comes before what an apparatus ends with.
ENDINGS = frozenset({"sources", "signature", "how-to-cite"})


def draw_map(shown: ParagraphMap, link: PageLinker, *, opened: bool = False) -> nodes.raw:
    """Return the map and its list, folded unless they are `opened`."""
    # On a narrow screen, there is the list and no picture.
    label = _("Connections of %(paragraph)s, in two steps") % {"paragraph": shown.centre.label}
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
    drawn: list[Markup] = []
    places: dict[str, int] = {}
    # Where the first line of each name ends: lines to the paragraphs at two steps begin there.
    ends: dict[int, int] = {}
    y = ROW // 2
    for group in shown.groups:
        drawn.append(element("text", _title(group), class_="group", x=NEAR, y=y + 4))
        y += ROW
        for row in _rows(group):
            lines = _lines(row, NEAR_LETTERS)
            places |= dict.fromkeys((entry.id for entry in row), y)
            ends[y] = min(NEAR + TEXT + round(text_width(wrap(in_one_line(row), NEAR_LETTERS)[0])) + TEXT, NEAR_END)
            drawn.append(_node(row, lines, NEAR, y, link))
            y += _height(lines)
        y += 6
    further = [(paragraph, _lines([paragraph.entry], FAR_LETTERS)) for paragraph in shown.drawn_further]
    height = max(y - ROW // 2, 2 * ROW + sum(_height(lines) for _paragraph, lines in further))
    middle = height // 2
    edges = element("path", d=_bracket(middle, sorted({*places.values()})), class_="edge")
    parts = [edges, *_further(further, places, ends, height, link), *drawn, _centre(shown.centre, middle)]
    # Letters are as large with one step as with two; `edition.css` knows how wide that is.
    width, of_one = (WIDTH, None) if further else (FAR, "one-step")
    return element("svg", *parts, viewBox=f"0 0 {width} {height}", class_=of_one)


def _bracket(middle: int, places: list[int]) -> str:
    """Return the path of a line from the paragraph to one along its neighbours, and from there to each of these."""
    end = NEAR - 8
    spine = (CENTRE_WIDTH + end) // 2
    along = f"M{CENTRE_WIDTH} {middle}H{spine}M{spine} {min(middle, places[0])}V{max(middle, places[-1])}"
    return along + "".join(f"M{spine} {y}H{end}" for y in places)


def _centre(paragraph: Reference, middle: int) -> Markup:
    lines = wrap(paragraph.label, CENTRE_LETTERS)
    height = LINE * (len(lines) + 1)
    x, top = CENTRE + CENTRE_WIDTH // 2, middle + 4 - LINE * (len(lines) - 1) // 2
    box = element("rect", x=CENTRE, y=middle - height // 2, width=CENTRE_WIDTH, height=height, rx=LINE)
    label = (element("text", line, x=x, y=top + LINE * number) for number, line in enumerate(lines))
    return element("g", box, *label, class_="centre")


def _further(
    further: Sequence[tuple[FurtherParagraph, list[Markup]]],
    places: dict[str, int],
    ends: dict[int, int],
    height: int,
    link: PageLinker,
) -> list[Markup]:
    if not further:
        return []
    shared_places = sorted({places[shared.id] for paragraph, _lines in further for shared in paragraph.shared})
    drawn, edges = [], "".join(f"M{ends[at]} {at}H{NEAR_END}" for at in shared_places)
    space = (height - ROW - sum(_height(lines) for _paragraph, lines in further)) // (len(further) + 1)
    y = ROW + ROW // 2
    for paragraph, lines in further:
        y += space
        drawn.append(_node([paragraph.entry], lines, FAR, y, link))
        for at in sorted({places[shared.id] for shared in paragraph.shared}):
            edges += f"M{NEAR_END} {at}L{FAR - 8} {y}"
        y += _height(lines)
    title = element("text", str(_("Two steps away")), class_="group", x=FAR, y=ROW // 2 + 4)
    return [element("path", d=edges, class_="edge far"), title, *drawn]


def _rows(group: NeighbourGroup) -> list[list[Reference]]:
    """Return the neighbours of a row each; the articles of a work, and numbers of the same series, are one row."""
    entries = [neighbour.entry for neighbour in group.neighbours]
    if group.kind.role not in {Role.WORK, Role.NUMBERED}:
        return [[entry] for entry in entries]
    return [[entry for _words, entry in series.items] for series in group_series(entries)]


def _lines(row: list[Reference], letters: int) -> list[Markup]:
    """Return the name of a row in lines: its label and, of one provision or other number, the title below."""
    first = row[0]
    # What is known by more than a number has its usual name only: the titles stand on the page.
    has_title = first.kind.is_provision or first.kind.role is Role.NUMBERED
    title = first.title if has_title and len(row) == 1 and first.title != first.label else ""
    label, *more = wrap(in_one_line(row), letters)
    return [
        element("text", label),
        *(element("text", line, class_="more") for line in more),
        *(element("text", line) for line in wrap(title, letters)),
    ]


def _height(lines: list[Markup]) -> int:
    return ROW + LINE * (len(lines) - 1)


def _node(row: list[Reference], lines: list[Markup], x: int, y: int, link: PageLinker) -> Markup:
    first = row[0]
    # All nodes are alike, so the style sheet says where their parts stand, and how far beyond a mark one may press.
    # Marks of provisions are round, and have the colour of their part.
    mark = element("circle") if first.text else element("rect")
    hue = f"hue-{first.hue}" if first.hue else None
    address = link.address(first.docname, first.id)
    return element("a", mark, *lines, href=address, class_=hue, transform=f"translate({x} {y})")


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
    is_number = words and words != entry.label and not entry.title_of_symbol
    name = entry.label if is_number else None
    address = link.address(entry.docname, entry.id)
    return element("a", words or entry.label, href=address, aria_label=name)
