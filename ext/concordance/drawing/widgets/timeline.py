"""Draw the timeline: lanes along the years on a wide screen, a list down the years on a narrow one, and a table."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.svg import Markup, element, join
from concordance.i18n.words import _, counted, listed, long_date, long_month, titled
from concordance.model.dates import first_day
from concordance.pages.widgets.series import group_series

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.timeline import Event, Lane, Timeline

LETTER = 6.0  # average width of a letter in the names of marks
STEP = 26  # width of a year, height of a level
WIDEST = 850  # what a page has room for beside its menu; `picture.css` shows the wide picture from there on
BREAK = 12  # greatest width of years without an event
AXIS = 36  # height of an axis, with two alternating lines of years: one would be too crowded
TICK, TEXT = 11, 8  # of the axis: length of a short tick, height of a year
LANE_NAME = 24
BIG, SMALL = 12.0, 4.0  # radius of the mark with most connections, and of one with none
KEY = "timeline"
LEADING = 3  # of so many events, the summary names those with most paragraphs


def draw_timeline(timeline: Timeline, link: PageLinker) -> list[Node]:
    """Return what the timeline shows in words, two pictures of which a page shows the one that fits, and the table."""
    events = [event for event, _lane in timeline.dated]
    skip = element("a", str(_("Skip the picture: the same as a table")), href=f"#{KEY}-table")
    figure = element(
        "figure",
        _narrowing(),
        element("p", skip, class_="skip"),
        _legend(events),
        *([_wide(timeline, link), _narrow(timeline, link)] if events else []),
        class_="picture timeline",
    )
    markup = str(join(figure, _table(timeline, link)))
    return [nodes.paragraph("", _summary(timeline)), nodes.raw("", markup, format="html")]


def _summary(timeline: Timeline) -> str:
    """Return the sentences that say what the picture shows."""
    events = [event for event, _lane in timeline.dated]
    numbers = {"dated": len(events), "undated": len(timeline.undated)}
    sentences = []
    if events:
        span = {"count": len(events), "first": events[0].year, "last": events[-1].year}
        sentences.append(_("%(count)d treaties and documents, from %(first)d to %(last)d.") % span)
    leading = sorted(events, key=lambda event: -len(event.paragraphs))[:LEADING]
    if tied := [event for event in leading if event.paragraphs]:
        names = [f"{event.entry.label} ({listed((str(event.year), _paragraphs(event)))})" for event in tied]
        sentences.append(_("Tied to the most paragraphs: %s.") % listed(names))
    later = sum(event.date > max(official) for event in events) if (official := _official(events)) else 0
    if later:
        sentences.append(_("%d of them are later than the texts of this edition.") % later)
    if timeline.undated:
        sentences.append(_("The date of %(undated)d others is not known here.") % numbers)
    return " ".join(sentences)


def _official(events: list[Event]) -> list[str]:
    return [event.date for event in events if event.texts]


def _narrowing() -> Markup:
    """Return the choice of a paragraph; a script fills it, and without scripts it is not shown."""
    options = element("option", str(_("any paragraph")), value="")
    select = element("select", options, name="p")
    label = element("label", str(_("Show what is tied to")), " ", select)
    result = element("output", data_words=_("{count} of {all} are tied to {paragraph}."))
    return element("form", label, " ", result, class_="narrowing")


def _legend(events: list[Event]) -> Markup:
    samples = [
        ("mark tied", 8.0, _("the larger, the more paragraphs are tied to it")),
        ("mark untied", 4.0, _("no paragraph")),
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
            later = [x for at, other in levels if at == level and (x := places[other.year]) > centre[0]]
            cells.append(_cell(event, centre, most, min([right, *later]), link))
        top += LANE_NAME + STEP * (1 + max(level for level, _event in levels)) + 6
    return element(
        "svg",
        element("g", *_axis(timeline, places, right, top), *background, aria_hidden="true"),
        *cells,
        class_="lanes",
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
    """Return the events of a lane, each with its level: those of one place stand below each other."""
    return [
        (level, event)
        for _place, events in groupby(lane.events, key=lambda event: places[event.year])
        for level, event in enumerate(events)
    ]


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
    grid = element("path", d=f"{down}M0 {bottom}.5H{right}", class_="grid years")
    ends = [(AXIS, -1), (bottom, 1)]
    labels = [
        element(
            "text",
            f"–{year}" if shared and not number else str(year),
            class_="year official" if year in official else "year",
            x=x,
            y=line + away * (TICK + TICK * (number % 2) + 2) + (TEXT if away > 0 else 0),
        )
        for line, away in ends
        for number, (x, year) in enumerate(sorted(names.items()))
    ]
    return [*bands, grid, *(_ruler(names, right, *end) for end in ends), *labels]


def _ruler(places: Iterable[int], right: int, line: int, away: int) -> Markup:
    """Return an axis: its line, and a tick for each place, up to its year; every other year stands further away."""
    ticks = "".join(f"M{x}.5 {line}v{away * (TICK + TICK * (number % 2))}" for number, x in enumerate(sorted(places)))
    return element("path", d=f"M0 {line}.5H{right}{ticks}", class_="axis")


def _circle(event: Event, centre: tuple[int, int], most: int) -> list[Markup]:
    x, y = centre
    count = len(event.paragraphs)
    # The area, rather than the width, represents the number.
    radius = max(SMALL, BIG * (count / most) ** 0.5) if most else SMALL
    drawn = [element("circle", class_="mark tied" if count else "mark untied", cx=x, cy=y, r=radius)]
    if event.texts:
        drawn.append(element("circle", class_="text", cx=x, cy=y, r=BIG - 0.5))
    if radius >= 8:
        drawn.append(element("text", str(count), class_="count", x=x, y=y + 4))
    return drawn


def _label(event: Event, centre: tuple[int, int], end: int) -> list[Markup]:
    """Return the name of a mark if there is room for it before the next mark."""
    x, y = centre
    left = x + STEP // 2 + 3
    if left + LETTER * len(event.entry.label) > end - STEP // 2:
        return []
    return [element("text", event.entry.label, class_="beside", x=left, y=y + 4)]


def _cell(event: Event, centre: tuple[int, int], most: int, end: int, link: PageLinker) -> Markup:
    """Return the mark of an event, as a link to its line in the table."""
    x, y = centre
    half = STEP // 2
    target = element("rect", class_="hit", x=x - half, y=y - half, width=STEP, height=STEP)
    return _anchor(event, join(target, *_circle(event, centre, most), *_label(event, centre, end)), link)


def _anchor(event: Event, content: Markup, link: PageLinker) -> Markup:
    name = titled(_date(event, link), listed((event.entry.label, _paragraphs(event))))
    return element("a", content, href=f"#{_row_id(event)}", aria_label=name)


def _row_id(event: Event) -> str:
    return f"{KEY}-{event.entry.id}"


def _paragraphs(event: Event) -> str:
    count = len(event.paragraphs)
    return counted("%d paragraph", "%d paragraphs", count) if count else str(_("no paragraph"))


def _date(event: Event, link: PageLinker) -> str:
    language = link.builder.config.language
    parts = event.date.count("-")
    if parts == 2:
        return long_date(first_day(event.date), language)
    return long_month(first_day(event.date), language) if parts else event.date


def _narrow(timeline: Timeline, link: PageLinker) -> Markup:
    """Return the events as a list down the years."""
    most = max(len(event.paragraphs) for event, _lane in timeline.dated)
    items = []
    year = 0
    for event, lane in timeline.dated:
        middle = STEP // 2
        mark = element("svg", *_circle(event, (middle, middle), most), width=STEP, height=STEP)
        note = " · ".join([*([lane.name] if lane.name else []), _paragraphs(event)])
        shown = [
            element("span", str(event.year) if event.year != year else "", class_="year"),
            mark,
            element("span", element("b", event.entry.label), " ", note),
        ]
        year = event.year
        items.append(element("li", _anchor(event, join(*shown), link)))
    return element("ol", *items, class_="down")


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
    title += f" ({', '.join(event.texts)})" if event.texts else ""
    paragraphs: list[str] = []
    for series in group_series(event.paragraphs):
        paragraphs += ["; " if paragraphs else "", series.before]
        for number, (words, paragraph) in enumerate(series.items):
            address = link.address(paragraph.docname, paragraph.id)
            name = paragraph.label if words != paragraph.label else None
            paragraphs += [", " if number else "", element("a", words, href=address, aria_label=name)]
        paragraphs.append(series.after)
    return element(
        "tr",
        element("td", _date(event, link) if event.date else str(_("not known"))),
        element("th", element("a", entry.label, href=link.address(entry.docname, entry.id)), title, scope="row"),
        element("td", *paragraphs),
        id=_row_id(event),
    )
