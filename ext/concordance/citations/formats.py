"""Works in the formats of reference managers and typesetters: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from concordance.citations.styles import day_first
from concordance.citations.works import WorkKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from concordance.citations.works import Edition, Work

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# Characters that TeX would take for commands, and how to write them.
TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    sign: f"\\{sign}" for sign in "&%$#_{}"
}
# As reference managers read them: Zotero takes GEN for a journal article and LEGAL for a court case.
RIS_TYPES = {
    WorkKind.TEXT: "RPRT",
    WorkKind.DOCUMENT: "RPRT",
    WorkKind.TREATY: "STAT",
    WorkKind.INSTRUMENT: "RPRT",
    WorkKind.COMMENTARY: "ELEC",
}
CSL_TYPES = {
    WorkKind.TEXT: "report",
    WorkKind.DOCUMENT: "report",
    WorkKind.TREATY: "treaty",
    WorkKind.INSTRUMENT: "document",
    WorkKind.COMMENTARY: "webpage",
}


def bibtex(work: Work, edition: Edition) -> str:
    """Return a BibTeX entry, with the id of the work for its key."""
    year, month, day = _date(work)
    fields = {
        "author": f"{{{_tex(work.issuer.name)}}}" if work.issuer else "",
        # The second pair of braces keeps styles from changing capitals.
        "title": f"{{{_tex(_title(work))}}}",
        "howpublished": _tex(work.symbol or work.type),
        "year": year,
        "month": MONTHS[int(month) - 1] if month else "",
        "day": day.lstrip("0"),
        "note": _tex(_note(work, edition)),
        # In an address, percent and number signs are not escaped.
        "url": edition.address,
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields.items() if value]
    return f"@misc{{{work.id},\n{''.join(lines)}}}\n"


def ris(work: Work, edition: Edition) -> str:
    """Return a RIS record."""
    year, month, day = _date(work)
    fields = {
        "TY": RIS_TYPES[work.kind],
        "ID": work.id,
        "AU": f"{work.issuer.name}," if work.issuer else "",
        "TI": _title(work),
        "T2": edition.name if work.kind is WorkKind.COMMENTARY else "",
        "PY": year,
        "DA": f"{year}/{month}/{day}/" if month else "",
        # The number of a report, for Zotero and for EndNote.
        "SN": work.symbol,
        "M1": work.symbol,
        "SE": work.place,
        "N1": _note(work, edition),
        "UR": edition.address,
    }
    lines = [f"{name}  - {value}\r\n" for name, value in fields.items() if value]
    return f"{''.join(lines)}ER  - \r\n"


def csl(work: Work, edition: Edition) -> dict[str, Any]:
    """Return an item of CSL-JSON."""
    date_parts = [int(part) for part in work.date.split("-")] if work.date else None
    item: dict[str, Any] = {
        "id": work.id,
        "type": CSL_TYPES[work.kind],
        "author": [{"literal": work.issuer.name}] if work.issuer else None,
        "title": _title(work),
        "container-title": edition.name if work.stands_here else "",
        "genre": work.type,
        "number": work.symbol,
        "section": work.place,
        "issued": {"date-parts": [date_parts]} if date_parts else None,
        "note": _note(work, edition),
        "URL": edition.address,
    }
    return {name: value for name, value in item.items() if value}


# Of each format, by the suffix of its files.
MEDIA_TYPES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "json": "application/vnd.citationstyles.csl+json",
}


def write_records(cited: Iterable[tuple[Work, Edition]]) -> dict[str, str]:
    """Return the records of several works in each format, by its suffix; each edition has the address of its work."""
    works = list(cited)
    return {
        "bib": "".join(bibtex(work, edition) for work, edition in works),
        "ris": "".join(ris(work, edition) for work, edition in works),
        "json": json.dumps([csl(*each) for each in works], ensure_ascii=False, separators=(",", ":")) + "\n",
    }


def _title(work: Work) -> str:
    return work.title or work.named or work.symbol


def _date(work: Work) -> tuple[str, str, str]:
    """Return year, month and day in digits; empty where not known."""
    year, month, day = [*work.date.split("-"), "", ""][:3]
    return year, month, day


def _note(work: Work, edition: Edition) -> str:
    """Return what these formats have no field for."""
    adopted = work.adopted
    adoption = ""
    if adopted and adopted.named:
        how = f", {adopted.how}," if adopted.how else ""
        adoption = f"adopted{how} as {adopted.named}, {day_first(adopted.on.isoformat())}"
    dated = f", edition of {day_first(edition.date.isoformat())}" if edition.date else ""
    return "; ".join(filter(None, [work.place, work.described, adoption, f"{edition.name}{dated}"]))


def _tex(words: str) -> str:
    return re.sub(r"[\\~^&%$#_{}]", lambda match: TEX[match[0]], words)
