"""Citations in the styles that readers are asked for, one function each. Pure; no Sphinx.

Styles are made for writing in English: their abbreviations, their order and their dates belong to them, and are not
translated with the interface. What a citation names comes from the data of the edition. The words of a text are cited
as what they are, and what became of them is told with them; only for words that stand in the edition is its address
given. What is not known is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel.dates import format_date

from concordance.citations.works import Sort
from concordance.model.dates import first_day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from concordance.citations.works import Edition, Work

LANGUAGE = "en"


def un(work: Work, edition: Edition) -> str:
    """Cite as the United Nations Editorial Manual does: body and number, or symbol, then the place."""
    if work.sort is Sort.COMMENTARY:
        name = f"{work.title[:1].lower()}{work.title[1:]}"
        reviewed = f"reviewed {day_first(work.date)}" if work.date else ""
        return _with_address(_joined(_author(work), name, work.place, reviewed), edition)
    named = work.named or work.symbol
    if not named and work.described:
        named = _joined(work.title, work.described, day_first(work.date))
    elif not named:
        named = f"{work.title}{_in_parentheses(day_first(work.date))}"
    cited = _joined(named, work.place)
    if work.adopted and (became := _became(work, work.adopted.named)):
        cited += f" ({became})"
    return _with_address(cited, edition) if work.stands_here else _ended(cited)


def oscola(work: Work, edition: Edition) -> str:
    """Cite as OSCOLA does, after its part on international law: no full stops in abbreviations."""
    date, place = day_first(work.date), without_stops(work.place)
    if work.sort is Sort.COMMENTARY:
        site = _in_parentheses(_joined(edition.name, date))
        cited = f"{_joined(_author(work), f'‘{without_stops(work.title)}’')}{site} {place}"
    elif work.sort is Sort.TREATY:
        cited = " ".join(filter(None, [f"{work.title}{_in_parentheses(date and f'adopted {date}')}", place]))
    elif work.short:
        cited = _joined(f"{work.short}{_in_parentheses(date)} {work.symbols} {work.symbol}", place)
    else:
        title = f"{f'‘{work.title}’' if work.title else ''}{_in_parentheses(date)}".strip()
        number = f"{work.symbols} {work.symbol}".strip() if work.symbol else work.type if work.described else ""
        short = work.issuer.short if work.issuer else ""
        cited = _joined(" ".join(filter(None, [_joined(short, title), number])), place)
    if work.adopted and (became := _became(work, work.adopted.short)):
        cited += f" ({became}{_in_parentheses(day_first(work.adopted.on.isoformat()))})"
    if work.stands_here and edition.address:
        cited += f" <{edition.address}>"
    if work.sort is Sort.TEXT and edition.date:
        cited += f" ({_edition_of(edition)})"
    return _ended(cited)


def chicago(work: Work, edition: Edition) -> str:
    """Cite as a note of the Chicago Manual of Style."""
    date, title = month_first(work.date), f"“{work.title},”" if work.title else ""
    if work.sort is Sort.COMMENTARY:
        cited = f"{_joined(_author(work), title)} {_joined(work.place, edition.name)}"
        return _ended(_joined(cited, date and f"last modified {date}", edition.address))
    if work.sort in {Sort.TREATY, Sort.INSTRUMENT}:
        return _ended(f"{title} {_joined(date, work.place)}".strip(", "))
    named = f"Resolution {work.named.rpartition(' ')[2]}" if work.named else ""
    type_of = work.type if work.sort is Sort.TEXT else ""
    named = _joined(_author(work), named, title)
    # The comma behind a title stands within its quotation marks.
    cited = f"{named}{' ' if title else ', '}{_joined(type_of, work.symbol, work.place, date)}".removeprefix(", ")
    if work.adopted and (became := _became(work, work.adopted.named)):
        cited += f" ({became}, {month_first(work.adopted.on.isoformat())})"
    if work.sort is Sort.TEXT:
        modified = f"last modified {month_first(edition.date.isoformat())}" if edition.date else ""
        cited = _joined(cited, f"in {edition.name}", modified, edition.address)
    return _ended(cited)


def apa(work: Work, edition: Edition) -> str:
    """Cite as an entry in a list of references after the seventh edition of the APA's manual."""
    if work.sort is Sort.TREATY:
        return _ended(_joined(work.title, month_first(work.date), work.place))
    date = f"({year_first(work.date) or 'n.d.'})."
    number = _in_parentheses(_joined(work.symbol, work.place))
    became = _became(work, work.adopted.named) if work.adopted else ""
    kind = work.type[:1].upper() + work.type[1:]
    described = "; ".join(filter(None, [kind, became])) if work.sort is Sort.TEXT else ""
    title = _ended(f"{work.title or f'[{kind}]'}{number}{f' [{described}]' if described else ''}")
    cited = f"{_ended(_author(work))} {date} {title}" if work.issuer else f"{title} {date}"
    if not work.stands_here:
        return cited
    dated = _edition_of(edition) if work.sort is Sort.TEXT else ""
    return " ".join(filter(None, [cited, _ended(_joined(edition.name, dated)), edition.address]))


def apa_in_text(work: Work, edition: Edition) -> str:
    """Cite in the running text, as the APA's manual has it; the edition does not matter there."""
    return f"({_joined(_author(work) or work.title or work.symbol, work.date[:4] or 'n.d.', work.place)})"


STYLES: Mapping[str, Callable[[Work, Edition], str]] = {
    "un": un,
    "oscola": oscola,
    "chicago": chicago,
    "apa": apa,
    "apa-in-text": apa_in_text,
}


def day_first(date: str) -> str:
    """Return a date as the United Nations and OSCOLA write it: 29 July 2010, or what of it is known."""
    return _dated(date, "y", "MMMM y", "d MMMM y")


def month_first(date: str) -> str:
    """Return a date as Americans write it: July 29, 2010."""
    return _dated(date, "y", "MMMM y", "MMMM d, y")


def year_first(date: str) -> str:
    """Return a date as lists of references have it: 2010, July 29."""
    return _dated(date, "y", "y, MMMM", "y, MMMM d")


def without_stops(words: str) -> str:
    """Return words without the full stops of abbreviations, and sub-items close to their number: para 43(b)."""
    return re.sub(r"(?<=\d) \(", "(", re.sub(r"(?<=[a-z])\.(?= |$)", "", words))


def _dated(date: str, *patterns: str) -> str:
    return format_date(first_day(date), patterns[date.count("-")], locale=LANGUAGE) if date else ""


def _author(work: Work) -> str:
    return work.issuer.name if work.issuer else ""


def _became(work: Work, named: str) -> str:
    how = work.adopted.how if work.adopted else ""
    return f"adopted{f', {how},' if how else ''} as {named}" if named else ""


def _edition_of(edition: Edition) -> str:
    return f"edition of {day_first(edition.date.isoformat())}" if edition.date else ""


def _with_address(cited: str, edition: Edition) -> str:
    if not edition.address:
        return _ended(cited)
    dated = _in_parentheses(_edition_of(edition))
    return f"{_ended(cited)} Available at {edition.address}{dated}."


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _in_parentheses(words: str) -> str:
    return f" ({words})" if words else ""


def _ended(cited: str) -> str:
    return cited if cited.endswith((".", ".”")) else f"{cited}."
