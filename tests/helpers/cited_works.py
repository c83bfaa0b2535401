"""Works that tests cite: texts and entries such as the real edition has, and commentary on the Plan."""

from __future__ import annotations

import datetime
from functools import cache

from concordance.citations.works import Edition, Work, commentary_work, work_of
from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION, Kind
from concordance.model.problems import Place
from concordance.model.vocabulary import Vocabulary
from concordance.reading.vocabulary_file import read_vocabulary
from edition import ROOT
from kinds import ARTICLE, BODY, DOCUMENT, INSTRUMENT, TARGET

HERE = "https://example.org/annex/12.html#plan-12"
BARE = Edition("The edition")
READ = Edition("The edition", datetime.date(2026, 11, 22), HERE)
ADOPTED_2010 = "adopted, as orally revised, as General Assembly resolution 64/293"


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of the real edition: what its texts are called is data."""
    read, problems = read_vocabulary((ROOT / "annotations" / "vocabulary.yaml").read_bytes(), "vocabulary.yaml")
    assert problems == []
    return read


def entry(identifier: str, kind: Kind, label: str = "", title: str = "", type: str = "", date: str = "") -> Entry:
    """Return an entry; a provision has words."""
    content = "Words." if kind is PROVISION else None
    place = Place("page.md", 1)
    return Entry(identifier, kind, "page", label, title, place, content=content, type=type, date=date)


ENTRIES = {
    each.id: each
    for each in (
        *(entry(name, PROVISION) for name in ("plan-12", "plan-43-b", "plan-chapeau", "r64-op-4", "r64-pp-3")),
        *(entry(name, PROVISION) for name in ("r64-pp-16-4", "r74-pp-8-d", "r74-pp-27", "r74-op-16")),
        entry("untoc", INSTRUMENT, "UNTOC", "Convention against Organized Crime", "treaty", "2000-11-15"),
        entry("untoc-art-24", ARTICLE, "UNTOC, art. 24", "Protection of witnesses"),
        entry("bali", INSTRUMENT, "Bali", "Bali Process", "regional process", "2002-02"),
        entry("a-res-70-1", DOCUMENT, "A/RES/70/1", "Transforming our world", "resolution", "2015-09-25"),
        entry("a-res-55-67", DOCUMENT, "A/RES/55/67", "A resolution on trafficking", "resolution"),
        entry("a-74-400", DOCUMENT, "A/74/400", "Report on it", "report"),
        entry("sdg-8-7", TARGET, "SDG 8.7", "End forced labour"),
        entry("unodc", BODY, "UNODC", "Office"),
    )
}
COMMENTARY = commentary_work(
    "plan-12-c1", "Commentary on the Plan, para. 12", "commentary para. 1", "The editors", datetime.date(2026, 11, 22)
)


def work(identifier: str) -> Work:
    """Return the work that an entry is cited as."""
    cited = work_of(ENTRIES[identifier], ENTRIES, vocabulary())
    assert cited is not None
    return cited
