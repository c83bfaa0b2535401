"""Works as reference managers and typesetters take them: BibTeX, RIS and CSL-JSON. Pure; no Sphinx."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from concordance.citations.styles import day_first
from concordance.citations.works import Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from concordance.citations.works import Edition, Work

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# What TeX would take for a command; a backslash is written by its name.
TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    sign: f"\\{sign}" for sign in "&%$#_{}"
}
RIS_TYPES = {
    Sort.TEXT: "GOVDOC",
    Sort.DOCUMENT: "GOVDOC",
    Sort.TREATY: "LEGAL",
    Sort.INSTRUMENT: "GEN",
    Sort.COMMENTARY: "ELEC",
}
CSL_TYPES = {
    Sort.TEXT: "report",
    Sort.DOCUMENT: "report",
    Sort.TREATY: "treaty",
    Sort.INSTRUMENT: "document",
    Sort.COMMENTARY: "webpage",
}


def bibtex(work: Work, edition: Edition) -> str:
    """Return a BibTeX entry; its key is the id."""
    year, month, day = _date(work)
    fields = {
        "author": f"{{{_tex(work.issuer.name)}}}" if work.issuer else "",
        # In braces, so that no style changes its capitals.
        "title": f"{{{_tex(_title(work))}}}",
        "howpublished": _tex(work.symbol or work.type),
        "year": year,
        "month": MONTHS[int(month) - 1] if month else "",
        "day": day.lstrip("0"),
        "note": _tex(_note(work, edition)),
        # Percent and number signs stand in an address as they are.
        "url": edition.address,
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields.items() if value]
    return f"@misc{{{work.id},\n{''.join(lines)}}}\n"


def ris(work: Work, edition: Edition) -> str:
    """Return a record in the format of RIS."""
    year, month, day = _date(work)
    fields = {
        "TY": RIS_TYPES[work.sort],
        "ID": work.id,
        "AU": f"{work.issuer.name}," if work.issuer else "",
        "TI": _title(work),
        "T2": edition.name if work.sort is Sort.COMMENTARY else "",
        "PY": year,
        "DA": f"{year}/{month}/{day}/" if month else "",
        "M1": work.symbol,
        "SE": work.place,
        "N1": _note(work, edition),
        "UR": edition.address,
    }
    lines = [f"{name}  - {value}\r\n" for name, value in fields.items() if value]
    return f"{''.join(lines)}ER  - \r\n"


def csl(work: Work, edition: Edition) -> str:
    """Return a list with one item of CSL-JSON."""
    dates = [int(part) for part in work.date.split("-")] if work.date else None
    item: dict[str, Any] = {
        "id": work.id,
        "type": CSL_TYPES[work.sort],
        "author": [{"literal": work.issuer.name}] if work.issuer else None,
        "title": _title(work),
        "container-title": edition.name if work.stands_here else "",
        "genre": work.type,
        "number": work.symbol,
        "section": work.place,
        "issued": {"date-parts": [dates]} if dates else None,
        "note": _note(work, edition),
        "URL": edition.address,
    }
    known = {name: value for name, value in item.items() if value}
    return f"{json.dumps([known], ensure_ascii=False, indent=1)}\n"


FORMATS: Mapping[str, Callable[[Work, Edition], str]] = {"bib": bibtex, "ris": ris, "json": csl}


def _title(work: Work) -> str:
    return work.title or work.named or work.symbol


def _date(work: Work) -> tuple[str, str, str]:
    year, month, day = [*work.date.split("-"), "", ""][:3]
    return year, month, day


def _note(work: Work, edition: Edition) -> str:
    """Tell what the fields of these formats have no place for."""
    adopted = work.adopted
    became = ""
    if adopted and adopted.named:
        how = f", {adopted.how}," if adopted.how else ""
        became = f"adopted{how} as {adopted.named}, {day_first(adopted.on.isoformat())}"
    dated = f", edition of {day_first(edition.date.isoformat())}" if edition.date else ""
    return "; ".join(filter(None, [work.place, work.described, became, f"{edition.name}{dated}"]))


def _tex(words: str) -> str:
    return re.sub(r"[\\~^&%$#_{}]", lambda found: TEX[found[0]], words)
