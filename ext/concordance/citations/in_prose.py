"""What citations of this edition may look like in the sentences of other sites, as data for a script. Pure; no Sphinx.

A search field is asked for one thing, and a bare "12" is enough there. In a sentence a citation needs a name that means
nothing else, the word for a series, and the number of a part that there is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from concordance.citations.short import text_of
from concordance.citations.spellings import cited_as
from concordance.graph.concordance import whole_of
from concordance.model.entries import Kind
from concordance.model.ids import prefix_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry

NUMBER = re.compile(r"\d[^\W_]*(?:-[^\W_]+)*")
SYMBOL = re.compile(r"[A-Z]+/\S*\d\S*")
GOALS = {Kind.GOAL, Kind.TARGET}
BEHIND = re.compile(r" \([^)]*\)$")


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts that stand on pages of one pattern.

    `keys` are the series by whose words they are cited, `prefix` is what their ids have before the number, `page` the
    address of their page, where `*` is for the number, `anchored` whether they are one thing of several on it.
    """

    keys: tuple[str, ...]
    prefix: str
    page: str
    anchored: bool
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citable:
    """A text or an instrument, or all goals together: what has parts that are cited by number.

    With `bare`, its name is a word for that series: "SDG 8". In one that is `exact`, whatever is cited is a part of
    its own; in others, "art. 6 (3)" is a place in article 6.
    """

    id: str
    names: tuple[str, ...]
    bare: str
    exact: bool
    parts: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class Linkable:
    """All that is understood: what has parts, and the symbols of documents, by the address of their page."""

    wholes: tuple[Citable, ...]
    documents: Mapping[str, tuple[str, ...]]


def linkable(concordance: Concordance, corpus: Corpus, address: Callable[[str], str]) -> Linkable:
    """Return what is understood; `address` is given a docname and returns the address of the page within the site."""
    entries = concordance.entries
    members: dict[str, list[Entry]] = defaultdict(list)
    documents: dict[str, list[str]] = defaultdict(list)
    for entry in entries.values():
        if entry.kind is Kind.DOCUMENT and SYMBOL.fullmatch(entry.label) and _as_id(entry.label) == entry.id:
            documents[address(entry.docname)].append(entry.label)
        elif whole := _whole(entry, concordance, corpus):
            members[whole].append(entry)
    wholes = [_citable(whole, parts, concordance, corpus, address) for whole, parts in members.items()]
    owners: dict[str, set[str]] = defaultdict(set)
    for each in wholes:
        for name in each.names:
            owners[name].add(each.id)
    # A name of two things names neither.
    clear = (replace(each, names=tuple(name for name in each.names if len(owners[name]) == 1)) for each in wholes)
    return Linkable(
        tuple(each for each in clear if each.names and each.parts),
        {page: tuple(symbols) for page, symbols in documents.items()},
    )


def ranges(numbers: Iterable[str]) -> str:
    """Return numbers in short: "1:3 5 5-a" for 1, 2, 3, 5 and 5-a."""
    told: list[list[str]] = []
    for number in numbers:
        if told and number.isdigit() and told[-1][-1].isdigit() and int(number) == int(told[-1][-1]) + 1:
            told[-1][1:] = [number]
        else:
            told.append([number])
    return " ".join(":".join(each) for each in told)


def _as_id(symbol: str) -> str:
    return re.sub(r"[^a-z\d]+", "-", symbol.lower()).rstrip("-")


def _whole(entry: Entry, concordance: Concordance, corpus: Corpus) -> str | None:
    if entry.kind is Kind.PROVISION:
        text = text_of(entry.id, corpus.vocabulary.texts)
        return text.id if text else None
    if entry.kind is Kind.ARTICLE:
        return whole_of(entry, concordance.entries)
    return prefix_of(entry.id) if entry.kind in GOALS else None


def _citable(
    whole: str, members: Sequence[Entry], concordance: Concordance, corpus: Corpus, address: Callable[[str], str]
) -> Citable:
    known = corpus.finding.series
    groups: dict[tuple[str, str, str, bool], list[str]] = defaultdict(list)
    for entry in members:
        if entry.kind in GOALS:
            series, number = whole, entry.id.removeprefix(f"{whole}-").replace("-", ".")
        else:
            cited = cited_as(entry, concordance, corpus).replace(" ", "-")
            series, _, number = ("", "", cited) if cited[:1].isdigit() else cited.partition("-")
        if series in known and NUMBER.fullmatch(number.replace(".", "-")):
            prefix = entry.id[: -len(number)]
            page = _pattern(address(entry.docname), number)
            groups[series, prefix, page, not entry.leads].append(number)
    used = [series for series in known if any(group[0] == series for group in groups)]
    # Where no numbers stand alone, "para. 4" is the fourth of the first series: the operative part, say.
    is_text = members[0].kind is Kind.PROVISION
    plain = used[0] if is_text and "" in known and "" not in used and used else None
    parts = tuple(
        Parts(("", series) if series == plain else (series,), prefix, page, anchored, tuple(numbers))
        for (series, prefix, page, anchored), numbers in groups.items()
    )
    bare = whole if members[0].kind in GOALS else ""
    names = _names(whole, members, concordance, corpus)
    return Citable(whole, names, bare, exact=members[0].kind is not Kind.ARTICLE, parts=parts)


def _pattern(page: str, number: str) -> str:
    """Return the address of a page with `*` for the number, if that is all that its last part has."""
    first = re.split(r"[-.]", number)[0]
    return re.sub(rf"(?<=/){first}(?=\.[a-z]+$|/$)", "*", page)


def _names(whole: str, members: Sequence[Entry], concordance: Concordance, corpus: Corpus) -> tuple[str, ...]:
    prose = corpus.finding.prose
    names = [*prose.names.get(whole, ()), *corpus.finding.names.get(whole, ())]
    if (text := corpus.vocabulary.texts.get(whole)) is not None:
        names.append(text.name)
    if (entry := concordance.entries.get(whole)) is not None:
        names += [entry.label, BEHIND.sub("", entry.label), entry.title, *entry.aliases]
        names += [part.label.rpartition(", ")[0] for part in members]
    return tuple(name for name in dict.fromkeys(names) if name and name not in prose.vague)
