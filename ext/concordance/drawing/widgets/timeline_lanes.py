"""Draw the lanes of the timeline, for screens that have room for them and for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.drawing.svg import Markup, element, join, text_width
from concordance.drawing.widgets.timeline_marks import LONGEST, STEP, draw_anchor, draw_circle
from concordance.i18n.words import _, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.timeline import Event, Lane, Timeline

GAP = 3  # between a mark and its name
WIDEST = 850  # what a page has room for beside its menu; `picture.css` shows the picture from there on
BREAK = 12  # greatest width of years without an event
AXIS = 36  # height of an axis, with two alternating lines of years: one would be too crowded
TICK = 11  # length of a short tick of the axis
LANE_NAME = 24


def draw_lanes(timeline: Timeline, link: PageLinker) -> Markup:
    """Return the picture: lanes below each other, in which marks with their names stand along the years.

    Each lane is a drawing of its own with an axis of its own, so that the years stay in sight, and sheets of paper cut
    no mark.
    """
    events = timeline.events
    places, right = _years(events)
    most = max(len(event.paragraphs) for event in events)
    official = {event.year for event in events if event.texts}
    axis = _svg(right, AXIS, *_axis(places, official, right), aria_hidden="true")
    lanes = [element("div", axis, _lane(lane, places, official, right, most, link)) for lane in timeline.lanes]
    return element("div", *lanes, class_="lanes", role="group", aria_label=_("Timeline"))


def _svg(width: int, height: int, *content: str, **attributes: str) -> Markup:
    return element("svg", *content, width=width, height=height, viewBox=f"0 0 {width} {height}", **attributes)


def _lane(lane: Lane, places: dict[int, int], official: set[int], right: int, most: int, link: PageLinker) -> Markup:
    names = [_name(event, places) for event in lane.events]
    spans = (_span(name, places[event.year], right) for event, name in zip(lane.events, names, strict=True))
    levels = _levels(spans)
    height = LANE_NAME + STEP * (1 + max(levels)) + 6
    cells = [
        _cell(event, name, (places[event.year], LANE_NAME + STEP * level + STEP // 2), most, right, link)
        for event, name, level in zip(lane.events, names, levels, strict=True)
    ]
    title = element("text", lane.name or str(_("Others")), class_="lane", x=0, y=16)
    return _svg(right, height, _grid(places, official, height), title, *cells)


def _years(events: Sequence[Event]) -> tuple[dict[int, int], int]:
    """Return the x coordinate of each year, and the one at which the last ends.

    Gaps between years are shortened. If there are too many years for the width of a page, the earliest share a place.
    """
    years = sorted({event.year for event in events})
    places, right = _in_a_row(years)
    for early in range(1, len(years)):
        if right <= WIDEST:
            break
        places, right = _in_a_row(years[early:])
        places |= dict.fromkeys(years[:early], places[years[early]])
    return places, right


def _in_a_row(years: list[int]) -> tuple[dict[int, int], int]:
    places: dict[int, int] = {}
    left, before = 0, None
    for year in years:
        left += min(BREAK, 3 * (year - before - 1)) if before is not None else 0
        places[year] = left + STEP // 2
        left, before = left + STEP, year
    return places, left


def _name(event: Event, places: dict[int, int]) -> str:
    """Return what stands beside a mark: the name of the event and, where years share a place, its year."""
    label, place = event.entry.name_within(LONGEST), places[event.year]
    is_shared = sum(other == place for other in places.values()) > 1
    return listed((label, str(event.year))) if is_shared and str(event.year) not in label else label


def _span(name: str, x: int, right: int) -> tuple[float, float]:
    """Return from where to where a mark at `x` and its name reach; the name stands before it near the `right` end."""
    half, beside = STEP / 2, STEP / 2 + GAP + text_width(name)
    return (x - half, x + beside) if x + beside <= right else (x - beside, x + half)


def _levels(spans: Iterable[tuple[float, float]]) -> list[int]:
    """Return the level of each span: the first in which it covers no span before it."""
    levels: list[list[tuple[float, float]]] = []
    chosen = []
    for start, end in spans:
        free = (at for at, taken in enumerate(levels) if all(end <= left or start >= right for left, right in taken))
        level = next(free, len(levels))
        levels[level:] = levels[level:] or [[]]
        levels[level].append((start, end))
        chosen.append(level)
    return chosen


def _grid(places: dict[int, int], official: set[int], height: int) -> Markup:
    bands = [
        element("rect", class_="band", x=places[year] - STEP // 2, y=0, width=STEP, height=height)
        for year in sorted(official)
    ]
    down = "".join(f"M{x}.5 0V{height}" for x in sorted({*places.values()}))
    return element("g", *bands, element("path", d=down, class_="years"), aria_hidden="true")


def _axis(places: dict[int, int], official: set[int], right: int) -> list[Markup]:
    """Return a line with a tick for each year, or place of several; every other year stands further away."""
    # Of years that share a place, the last one is named.
    names = sorted({x: year for year, x in sorted(places.items())}.items())
    shared = len(places) > len(names)
    ticks = "".join(f"M{x}.5 {AXIS - 1}v-{TICK + TICK * (number % 2)}" for number, (x, _year) in enumerate(names))
    labels = [
        element(
            "text",
            f"–{year}" if shared and not number else str(year),
            class_="year official" if year in official else "year",
            x=x,
            y=AXIS - 1 - (TICK + TICK * (number % 2) + 2),
        )
        for number, (x, year) in enumerate(names)
    ]
    return [element("path", d=f"M0 {AXIS - 1}H{right}{ticks}", class_="axis"), *labels]


def _cell(event: Event, name: str, centre: tuple[int, int], most: int, right: int, link: PageLinker) -> Markup:
    """Return the mark of an event and its name, as a link to its line in the table."""
    x, y = centre
    half = STEP // 2
    target = element("rect", class_="hit", x=x - half, y=y - half, width=STEP, height=STEP)
    is_before = _span(name, x, right)[0] < x - half
    place = x - half - GAP if is_before else x + half + GAP
    label = element("text", name, class_="beside before" if is_before else "beside", x=place, y=y + 4)
    return draw_anchor(event, join(target, *draw_circle(event, centre, most), label), link)
