"""Draw the timeline: lanes along the years on a wide screen, a list down the years on a narrow one, and a table."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from babel.dates import format_date
from docutils import nodes

from concordance.citations.short import shortened
from concordance.drawing.svg import Markup, break_label, element, join
from concordance.i18n.words import _, counted, long_date
from concordance.model.dates import first_day
from concordance.pages.widgets.series import group_series, in_one_line

if TYPE_CHECKING:
    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.timeline import Event, Lane, Timeline

LETTER = 6.0  # average width of a letter in the names of marks
STEP = 26  # width of a year, height of a level
WIDEST = 850  # what a page has room for beside its menu; `picture.css` shows the wide picture from there on
BREAK = 12  # greatest width of years without an event
AXIS = 34  # height of an axis, with two alternating lines of years: one would be too crowded
LANE_NAME = 24
BIG, SMALL = 12.0, 4.0  # radius of the mark with most connections, and of one with none
TIP, TIP_ROOM = 320, 400
KEY = "timeline"

LIST_WIDTH, LIST_ROW, RAIL = 340, 48, 56
LIST_LETTERS = 36


def draw_timeline(timeline: Timeline, link: PageLinker) -> list[Node]:
    """Return the counts, two pictures of which a page shows the one that fits, and the table."""
    events = [event for event, _lane in timeline.dated]
    numbers = {"dated": len(events), "undated": len(timeline.undated)}
    summary = _(
        "%(dated)d entries have a date that could be checked. The date of %(undated)d others is not known here."
    )
    skip = element("a", str(_("Skip the picture: the same as a table")), href=f"#{KEY}-table")
    figure = element(
        "figure",
        element("p", skip, class_="skip"),
        _legend(events),
        *([_wide(timeline, link), _narrow(timeline, link)] if events else []),
        class_="picture timeline",
    )
    markup = str(join(figure, _table(timeline, link)))
    return [nodes.paragraph("", str(summary % numbers)), nodes.raw("", markup, format="html")]


def _legend(events: list[Event]) -> Markup:
    samples = [
        ("mark judged", 8.0, _("the larger, the more paragraphs are tied to it")),
        ("mark named", 4.0, _("no paragraph")),
    ]
    if any(event.texts for event in events):
        samples.append(("text", 11.0, _("the official document of a text of this edition")))
    items = []
    for classes, radius, words in samples:
        mark = element("circle", class_=classes, cx=12, cy=12, r=radius)
        items.append(element("li", element("svg", mark, width=24, height=24, aria_hidden="true"), str(words)))
    return element("ul", *items, class_="legend")


def _wide(timeline: Timeline, link: PageLinker) -> Markup:
    places, right = _years([event for event, _lane in timeline.dated])
    most = max(len(event.paragraphs) for event, _lane in timeline.dated)
    background: list[Markup] = []
    cells: list[Markup] = []
    top = AXIS
    for lane in timeline.lanes:
        levels = _stacked(lane, places)
        background.append(element("path", d=f"M0 {top}.5H{right}", class_="grid"))
        background.append(element("text", lane.name or str(_("Others")), class_="lane", x=0, y=top + 16))
        for level, event in levels:
            centre = places[event.year], top + LANE_NAME + STEP * level + STEP // 2
            background += _circle(event, centre, most)
            later = [x for at, other in levels if at == level and (x := places[other.year]) > centre[0]]
            background += _label(event, centre, min([right, *later]))
            cells.append(_cell(event, lane, centre, right, link))
        top += LANE_NAME + STEP * (1 + max(level for level, _event in levels)) + 6
    return element(
        "svg",
        element("g", *_axis(timeline, places, right, top), *background, aria_hidden="true"),
        *cells,
        class_="lanes cells",
        role="group",
        aria_label=_("Timeline"),
        width=right,
        height=top + AXIS,
        viewBox=f"0 0 {right} {top + AXIS}",
    )


def _years(events: list[Event]) -> tuple[dict[int, int], int]:
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


def _stacked(lane: Lane, places: dict[int, int]) -> list[tuple[int, Event]]:
    """Return the events with their level in the lane, level by level, as a tip may cover what was drawn before it."""
    levels = [
        (level, event)
        for _place, events in groupby(lane.events, key=lambda event: places[event.year])
        for level, event in enumerate(events)
    ]
    return sorted(levels, key=lambda pair: pair[0])


def _axis(timeline: Timeline, places: dict[int, int], right: int, bottom: int) -> list[Markup]:
    official = {event.year for event, _lane in timeline.dated if event.texts}
    bands = [
        element("rect", class_="band", x=places[year] - STEP // 2, y=AXIS, width=STEP, height=bottom - AXIS)
        for year in sorted(official)
    ]
    # Of years that share a place, the last one is named.
    names = {x: year for year, x in sorted(places.items())}
    shared = len(places) > len(names)
    down = "".join(f"M{x}.5 {AXIS}V{bottom}" for x in names)
    labels = [
        element(
            "text",
            f"–{year}" if shared and not number else str(year),
            class_="year official" if year in official else "year",
            x=x,
            y=y - 12 * (number % 2),
        )
        for y in (AXIS - 8, bottom + 28)
        for number, (x, year) in enumerate(sorted(names.items()))
    ]
    return [*bands, element("path", d=f"{down}M0 {bottom}.5H{right}", class_="grid years"), *labels]


def _circle(event: Event, centre: tuple[int, int], most: int) -> list[Markup]:
    x, y = centre
    count = len(event.paragraphs)
    # The area, rather than the width, represents the number.
    radius = max(SMALL, BIG * (count / most) ** 0.5) if most else SMALL
    drawn = [element("circle", class_="mark judged" if count else "mark named", cx=x, cy=y, r=radius)]
    if event.texts:
        drawn.append(element("circle", class_="text", cx=x, cy=y, r=BIG - 0.5))
    if radius >= 8:
        drawn.append(element("text", str(count), class_="count judged", x=x, y=y + 4))
    return drawn


def _label(event: Event, centre: tuple[int, int], end: int) -> list[Markup]:
    """Return the name of a mark if there is room for it before the next mark."""
    x, y = centre
    left = x + STEP // 2 + 3
    if left + LETTER * len(event.entry.label) > end - STEP // 2:
        return []
    return [element("text", event.entry.label, class_="beside", x=left, y=y + 4)]


def _cell(event: Event, lane: Lane, centre: tuple[int, int], right: int, link: PageLinker) -> Markup:
    x, y = centre
    key = f"{KEY}-{event.entry.id}"
    half = STEP // 2
    tip = element(
        "foreignObject",
        element("div", *_tip(event, lane, link), id=key, class_="told"),
        class_="tip",
        x=max(0, min(x - TIP // 2, right - TIP)),
        y=y - half - TIP_ROOM + 1,
        width=TIP,
        height=TIP_ROOM,
    )
    target = element("rect", class_="hit", x=x - half, y=y - half, width=STEP, height=STEP)
    return element("g", _anchor(event, target, link, key), tip, class_="cell")


def _anchor(event: Event, content: Markup, link: PageLinker, key: str | None = None) -> Markup:
    name = f"{_date(event, link)}: {event.entry.label}, {_paragraphs(event)}"
    address = link.address(event.entry.docname, event.entry.id)
    return element("a", content, href=address, aria_label=name, aria_describedby=key)


def _tip(event: Event, lane: Lane, link: PageLinker) -> list[Markup]:
    lines = [element("p", event.entry.label, class_="ends")]
    if event.entry.title != event.entry.label:
        lines.append(element("p", shortened(event.entry.title, 160), class_="title"))
    lines.append(element("p", " · ".join([_date(event, link), *([lane.name] if lane.name else []), *event.texts])))
    if event.paragraphs:
        lines.append(element("p", element("b", f"{_paragraphs(event)}:"), f" {in_one_line(event.paragraphs)}"))
    return lines


def _paragraphs(event: Event) -> str:
    count = len(event.paragraphs)
    return counted("%d paragraph", "%d paragraphs", count) if count else str(_("no paragraph"))


def _date(event: Event, link: PageLinker) -> str:
    language = link.builder.config.language
    parts = event.date.count("-")
    if parts == 2:
        return long_date(first_day(event.date), language)
    return format_date(first_day(event.date), "MMMM y", locale=language) if parts else event.date


def _narrow(timeline: Timeline, link: PageLinker) -> Markup:
    most = max(len(event.paragraphs) for event, _lane in timeline.dated)
    drawn: list[Markup] = []
    year = 0
    for number, (event, lane) in enumerate(timeline.dated):
        y = LIST_ROW * number + LIST_ROW // 2
        note = " · ".join([*([lane.name] if lane.name else []), _paragraphs(event)])
        shown = [
            element("rect", class_="hit", x=0, y=y - LIST_ROW // 2, width=LIST_WIDTH, height=LIST_ROW),
            *_circle(event, (RAIL, y), most),
            *_name_below(event.entry.label, note, y),
        ]
        if event.year != year:
            shown.append(element("text", str(event.year), class_="year", x=18, y=y + 4))
        year = event.year
        drawn.append(element("g", _anchor(event, join(*shown), link), class_="cell"))
    height = LIST_ROW * len(drawn)
    rail = element("path", d=f"M{RAIL}.5 0V{height}", class_="grid", aria_hidden="true")
    return element(
        "svg",
        rail,
        *drawn,
        class_="down",
        role="group",
        aria_label=_("Timeline"),
        width=LIST_WIDTH,
        height=height,
        viewBox=f"0 0 {LIST_WIDTH} {height}",
    )


def _name_below(label: str, note: str, y: int) -> list[Markup]:
    parts = break_label(label, LIST_LETTERS)
    first = y - 2 if len(parts) == 1 else y - 10
    name_lines = [
        element("text", shortened(part, LIST_LETTERS), class_="label", x=RAIL + 20, y=first + 15 * number)
        for number, part in enumerate(parts)
    ]
    return [*name_lines, element("text", note, class_="said", x=RAIL + 20, y=first + 15 * len(parts) + 1)]


def _table(timeline: Timeline, link: PageLinker) -> Markup:
    titles = (_("Date"), _("Entry"), _("Paragraphs"))
    rows = [*(event for event, _lane in timeline.dated), *timeline.undated]
    table = element(
        "table",
        element("caption", str(_("Timeline")), class_="visually-hidden"),
        element("thead", element("tr", *(element("th", str(title), scope="col") for title in titles))),
        element("tbody", *(_line(event, link) for event in rows)),
        class_="ties dated",
    )
    label = _("The same as a table (%d)") % len(rows)
    return element("details", element("summary", label), table, id=f"{KEY}-table", class_="fold no-search")


def _line(event: Event, link: PageLinker) -> Markup:
    entry = event.entry
    title = f" {entry.title}" if entry.title != entry.label else ""
    paragraphs: list[str] = []
    for series in group_series(event.paragraphs):
        paragraphs += ["; " if paragraphs else "", f"{series.beginning} " if series.beginning else ""]
        for number, (last, paragraph) in enumerate(series.items):
            address = link.address(paragraph.docname, paragraph.id)
            paragraphs += [", " if number else "", element("a", last, href=address, aria_label=paragraph.label)]
    return element(
        "tr",
        element("td", _date(event, link) if event.date else str(_("not known"))),
        element("th", element("a", entry.label, href=link.address(entry.docname, entry.id)), title, scope="row"),
        element("td", *paragraphs),
    )
