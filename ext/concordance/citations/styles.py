"""Citations in the styles that readers are asked to use, one function per style.

The styles are made for writing in English: their abbreviations, order and dates are part of them and are not translated
with the interface. What a citation names comes from the data of the edition. The words of a text are cited as what they
are, a draft say, together with what was adopted; the address of the edition is given only for words that it reproduces.
What is not known is left out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel.dates import format_date

from concordance.citations.works import WorkKind
from concordance.model.dates import first_day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from concordance.citations.works import Edition, Work

LANGUAGE = "en"


def un(work: Work, edition: Edition) -> str:
    """Cite in the style of the United Nations Editorial Manual: body and number, or symbol, then the place."""
    if work.kind is WorkKind.COMMENTARY:
        title = f"{work.title[:1].lower()}{work.title[1:]}"
        reviewed = f"reviewed {day_first(work.date)}" if work.date else ""
        return _with_address(_join(_author(work), title, work.place, reviewed), edition)
    name = work.named or work.symbol
    if not name and work.described:
        name = _join(work.title, work.described, day_first(work.date))
    elif not name:
        name = f"{work.title}{_in_parentheses(day_first(work.date))}"
    citation = _join(name, work.place)
    if work.adopted and (adoption := _adoption(work, work.adopted.named)):
        citation += f" ({adoption})"
    return _with_address(citation, edition) if work.stands_here else _end_sentence(citation)


def oscola(work: Work, edition: Edition) -> str:
    """Cite in the style of OSCOLA, after its section on international law: no full stops in abbreviations."""
    date, place = day_first(work.date), without_stops(work.place)
    if work.kind is WorkKind.COMMENTARY:
        site = _in_parentheses(_join(edition.name, date))
        citation = f"{_join(_author(work), f'‘{without_stops(work.title)}’')}{site} {place}"
    elif work.kind is WorkKind.TREATY:
        citation = " ".join(filter(None, [f"{work.title}{_in_parentheses(date and f'adopted {date}')}", place]))
    elif work.short:
        citation = _join(f"{work.short}{_in_parentheses(date)} {work.symbols} {work.symbol}", place)
    else:
        title = f"{f'‘{work.title}’' if work.title else ''}{_in_parentheses(date)}".strip()
        number = f"{work.symbols} {work.symbol}".strip() if work.symbol else work.type if work.described else ""
        short = work.issuer.short if work.issuer else ""
        citation = _join(" ".join(filter(None, [_join(short, title), number])), place)
    if work.adopted and (adoption := _adoption(work, work.adopted.short)):
        citation += f" ({adoption}{_in_parentheses(day_first(work.adopted.on.isoformat()))})"
    if work.stands_here and edition.address:
        citation += f" <{edition.address}>"
    if work.kind is WorkKind.TEXT and edition.date:
        citation += f" ({_dated_edition(edition)})"
    return _end_sentence(citation)


def chicago(work: Work, edition: Edition) -> str:
    """Cite as a note of the Chicago Manual of Style."""
    date, title = month_first(work.date), f"“{work.title},”" if work.title else ""
    if work.kind is WorkKind.COMMENTARY:
        citation = f"{_join(_author(work), title)} {_join(work.place, edition.name)}"
        return _end_sentence(_join(citation, date and f"last modified {date}", edition.address))
    if work.kind in {WorkKind.TREATY, WorkKind.INSTRUMENT}:
        return _end_sentence(f"{title} {_join(date, work.place)}".strip(", "))
    name = f"Resolution {work.named.rpartition(' ')[2]}" if work.named else ""
    type_of = work.type if work.kind is WorkKind.TEXT else ""
    name = _join(_author(work), name, title)
    # The comma behind a title goes within its quotation marks.
    citation = f"{name}{' ' if title else ', '}{_join(type_of, work.symbol, work.place, date)}".removeprefix(", ")
    if work.adopted and (adoption := _adoption(work, work.adopted.named)):
        citation += f" ({adoption}, {month_first(work.adopted.on.isoformat())})"
    if work.kind is WorkKind.TEXT:
        modified = f"last modified {month_first(edition.date.isoformat())}" if edition.date else ""
        citation = _join(citation, f"in {edition.name}", modified, edition.address)
    return _end_sentence(citation)


def apa(work: Work, edition: Edition) -> str:
    """Cite as an entry in a list of references in APA style, seventh edition."""
    if work.kind is WorkKind.TREATY:
        return _end_sentence(_join(work.title, month_first(work.date), work.place))
    date = f"({year_first(work.date) or 'n.d.'})."
    number = _in_parentheses(_join(work.symbol, work.place))
    adoption = _adoption(work, work.adopted.named) if work.adopted else ""
    kind = work.type[:1].upper() + work.type[1:]
    described = "; ".join(filter(None, [kind, adoption])) if work.kind is WorkKind.TEXT else ""
    title = _end_sentence(f"{work.title or f'[{kind}]'}{number}{f' [{described}]' if described else ''}")
    citation = f"{_end_sentence(_author(work))} {date} {title}" if work.issuer else f"{title} {date}"
    if not work.stands_here:
        return citation
    dated = _dated_edition(edition) if work.kind is WorkKind.TEXT else ""
    return " ".join(filter(None, [citation, _end_sentence(_join(edition.name, dated)), edition.address]))


def apa_in_text(work: Work, edition: Edition) -> str:
    """Cite in running text in APA style, seventh edition; the edition does not matter there."""
    return f"({_join(_author(work) or work.title or work.symbol, work.date[:4] or 'n.d.', work.place)})"


STYLES: Mapping[str, Callable[[Work, Edition], str]] = {
    "un": un,
    "oscola": oscola,
    "chicago": chicago,
    "apa": apa,
    "apa-in-text": apa_in_text,
}


def day_first(date: str) -> str:
    """Return a date as the United Nations and OSCOLA write it: 29 July 2010, or as much of it as is known."""
    return _format_date(date, "y", "MMMM y", "d MMMM y")


def month_first(date: str) -> str:
    """Return a date as Americans write it: July 29, 2010."""
    return _format_date(date, "y", "MMMM y", "MMMM d, y")


def year_first(date: str) -> str:
    """Return a date as in a list of references in APA style: 2010, July 29."""
    return _format_date(date, "y", "y, MMMM", "y, MMMM d")


def without_stops(words: str) -> str:
    """Return words without full stops after abbreviations or spaces before sub-items: "para 43(b)"."""
    return re.sub(r"(?<=\d) \(", "(", re.sub(r"(?<=[a-z])\.(?= |$)", "", words))


@cache
def _format_date(date: str, *patterns: str) -> str:
    """Format a date; `patterns` are for a year, a month and a day."""
    return format_date(first_day(date), patterns[date.count("-")], locale=LANGUAGE) if date else ""


def _author(work: Work) -> str:
    return work.issuer.name if work.issuer else ""


def _adoption(work: Work, name: str) -> str:
    """Return how a work was adopted, under which name; empty if it has no name."""
    how = work.adopted.how if work.adopted else ""
    return f"adopted{f', {how},' if how else ''} as {name}" if name else ""


def _dated_edition(edition: Edition) -> str:
    return f"edition of {day_first(edition.date.isoformat())}" if edition.date else ""


def _with_address(citation: str, edition: Edition) -> str:
    if not edition.address:
        return _end_sentence(citation)
    dated = _in_parentheses(_dated_edition(edition))
    return f"{_end_sentence(citation)} Available at {edition.address}{dated}."


def _join(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _in_parentheses(words: str) -> str:
    return f" ({words})" if words else ""


def _end_sentence(citation: str) -> str:
    return citation if citation.endswith((".", ".”")) else f"{citation}."
