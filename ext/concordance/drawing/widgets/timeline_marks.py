"""What the two pictures of the timeline have in common: its marks, and where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.drawing.svg import Markup, element
from concordance.i18n.words import _, counted, listed, long_date, long_month, titled
from concordance.model.dates import first_day

if TYPE_CHECKING:
    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.timeline import Event

STEP = 26  # width of a year, height of a level
BIG, SMALL = 12.0, 4.0  # radius of the mark with most connections, and of one with none
KEY = "timeline"
LONGEST = 44  # letters of a title, before the symbol of a document


def draw_circle(event: Event, centre: tuple[int, int], most: int) -> list[Markup]:
    """Return the mark of an event, larger with more paragraphs; `most` is the greatest number that any has."""
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


def draw_anchor(event: Event, content: Markup, link: PageLinker) -> Markup:
    """Return a link to the line of an event in the table."""
    name = titled(date_words(event, link), listed((event.entry.name_within(LONGEST), count_paragraphs(event))))
    return element("a", content, href=f"#{row_id(event)}", aria_label=name)


def row_id(event: Event) -> str:
    """Return the id of the line of an event in the table."""
    return f"{KEY}-{event.entry.id}"


def count_paragraphs(event: Event) -> str:
    """Return how many paragraphs are tied to an event, in words."""
    count = len(event.paragraphs)
    return counted("%d paragraph", "%d paragraphs", count) if count else str(_("no paragraph"))


def date_words(event: Event, link: PageLinker) -> str:
    """Return the date of an event as the language of the edition writes it."""
    language = link.builder.config.language
    parts = event.date.count("-")
    if parts == 2:
        return long_date(first_day(event.date), language)
    return long_month(first_day(event.date), language) if parts else event.date
