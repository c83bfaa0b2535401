"""Draw the timeline: lanes along the years on a wide screen, a list down the years on a narrow one, and a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.citations.short import shortened
from concordance.drawing.svg import Markup, element, join
from concordance.drawing.widgets.timeline_lanes import draw_lanes
from concordance.drawing.widgets.timeline_marks import (
    KEY,
    LONGEST,
    STEP,
    count_paragraphs,
    date_words,
    draw_anchor,
    draw_circle,
    row_id,
)
from concordance.i18n.words import _, listed
from concordance.pages.widgets.series import group_series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.timeline import Event, Timeline

LONGEST_OF_LINES = 80  # letters of a title that may run over several lines
LEADING = 3  # of so many events, the summary names those with most paragraphs


def draw_timeline(timeline: Timeline, link: PageLinker) -> list[Node]:
    """Return what the timeline shows in words, two pictures of which a page shows the one that fits, and the table."""
    events = timeline.events
    skip = element("a", str(_("Skip the picture: the same as a table")), href=f"#{KEY}-table")
    figure = element(
        "figure",
        _narrowing(),
        element("p", _("Choose a mark for its title and its paragraphs."), " ", skip, class_="skip"),
        _legend(events),
        *([draw_lanes(timeline, link), _narrow(timeline, link)] if events else []),
        class_="picture timeline",
        data_close=str(_("Close")),
    )
    markup = str(join(figure, _table(timeline, link)))
    return [nodes.paragraph("", _summary(timeline)), nodes.raw("", markup, format="html")]


def _summary(timeline: Timeline) -> str:
    """Return the sentences that say what the picture shows."""
    events = timeline.events
    numbers = {"dated": len(events), "undated": len(timeline.undated)}
    sentences = []
    if events:
        span = {"count": len(events), "first": events[0].year, "last": events[-1].year}
        sentences.append(_("%(count)d treaties and documents, from %(first)d to %(last)d.") % span)
    leading = sorted(events, key=lambda event: -len(event.paragraphs))[:LEADING]
    if tied := [event for event in leading if event.paragraphs]:
        names = [
            f"{event.entry.name_within(LONGEST)} ({listed((str(event.year), count_paragraphs(event)))})"
            for event in tied
        ]
        sentences.append(_("Connected to the most paragraphs: %s.") % listed(names))
    later = sum(event.date > max(official) for event in events) if (official := _official(events)) else 0
    if later:
        sentences.append(_("%d of them are later than the texts of this edition.") % later)
    if timeline.undated:
        sentences.append(_("The date of %(undated)d others is not known here.") % numbers)
    return " ".join(sentences)


def _official(events: Sequence[Event]) -> list[str]:
    return [event.date for event in events if event.texts]


def _narrowing() -> Markup:
    """Return the choice of a paragraph; a script fills it, and without scripts it is not shown."""
    options = element("option", str(_("any paragraph")), value="")
    select = element("select", options, name="p")
    label = element("label", str(_("Show what is connected to")), " ", select)
    result = element("output", data_words=_("{count} of all {all}, dated or not, are connected to {paragraph}."))
    return element("form", label, " ", result, class_="narrowing")


def _legend(events: Sequence[Event]) -> Markup:
    samples = [
        ("mark tied", 8.0, _("the larger, the more paragraphs are connected to it")),
        ("mark untied", 4.0, _("no paragraph")),
    ]
    if any(event.texts for event in events):
        samples.append(("text", 11.0, _("the official document of a text of this edition")))
    items = []
    for classes, radius, words in samples:
        mark = element("circle", class_=classes, cx=12, cy=12, r=radius)
        items.append(element("li", element("svg", mark, width=24, height=24, aria_hidden="true"), str(words)))
    return element("ul", *items, class_="legend")


def _narrow(timeline: Timeline, link: PageLinker) -> Markup:
    """Return the events as a list down the years."""
    most = max(len(event.paragraphs) for event in timeline.events)
    items = []
    year = 0
    for event, lane in timeline.dated:
        middle = STEP // 2
        mark = element("svg", *draw_circle(event, (middle, middle), most), width=STEP, height=STEP)
        kind = [lane.name or _("Others")] if len(timeline.lanes) > 1 else []
        title = event.entry.title_of_symbol
        symbol = [event.entry.label] if title else []
        note = " · ".join([*symbol, *map(str, kind), count_paragraphs(event)])
        shown = [
            # Where the list is narrowed, what has the same year before it may be gone.
            element("span", str(event.year), class_="year again" if event.year == year else "year"),
            mark,
            element("span", element("b", shortened(title, LONGEST_OF_LINES) or event.entry.label), " ", note),
        ]
        year = event.year
        items.append(element("li", draw_anchor(event, join(*shown), link)))
    return element("ol", *items, class_="down")


def _table(timeline: Timeline, link: PageLinker) -> Markup:
    titles = (_("Date"), _("Entry"), _("Paragraphs"))
    rows = [*timeline.events, *timeline.undated]
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
    shown = entry.title_of_symbol or entry.label
    title = f" {entry.label if entry.title_of_symbol else entry.title}" if entry.title != entry.label else ""
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
        element("td", date_words(event, link) if event.date else str(_("not known"))),
        element("th", element("a", shown, href=link.address(entry.docname, entry.id)), title, scope="row"),
        element("td", *paragraphs),
        id=row_id(event),
    )
