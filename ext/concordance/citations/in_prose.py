"""What citations of the edition look like in sentences of other sites, as data for the script that links them.

In a search field, a bare "12" is enough. In a sentence, a citation needs a name that means nothing else, the word for a
series, and the number of a part that exists.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from concordance.citations.short import text_of
from concordance.citations.spellings import relative_citation
from concordance.graph.concordance import outermost
from concordance.model.ids import prefix_of
from concordance.model.kinds import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry

NUMBER = re.compile(r"\d[^\W_]*(?:-[^\W_]+)*")
SYMBOL = re.compile(r"[A-Z]+/\S*\d\S*")
PARENTHESIS = re.compile(r" \([^)]*\)$")


@dataclass(frozen=True, slots=True)
class PartGroup:
    """Parts of one work whose pages have addresses of one pattern."""

    keys: tuple[str, ...]
    """The series by whose words they are cited."""
    prefix: str
    """The beginning of their ids, up to the number."""
    page: str
    """The address of their pages, with `*` for the number."""
    anchored: bool
    """Whether a page holds several of them, so that a link needs an anchor."""
    numbers: tuple[str, ...]
    """The numbers by which they are cited, in the order of the concordance: "12", "43-b", "8.7"."""


@dataclass(frozen=True, slots=True)
class CitableWork:
    """A work whose parts are cited by number: a text, a work with articles, or a numbered series as a whole."""

    id: str
    names: tuple[str, ...]
    """The names by which sentences cite it; none is that of another work."""
    bare: str
    """The series that a name alone is a word for, as in "Principle 8"; empty if there is none."""
    exact: bool
    """Whether whatever is cited is a part with an id of its own; otherwise "art. 6 (3)" is a place in article 6."""
    parts: tuple[PartGroup, ...]
    """Its parts, those with pages of one pattern together."""


@dataclass(frozen=True, slots=True)
class ProseCitations:
    """All citations that are understood in sentences."""

    works: tuple[CitableWork, ...]
    """Works whose parts are cited by name and number."""
    documents: Mapping[str, tuple[str, ...]]
    """Symbols of documents by the address of the page they are described on."""


def prose_citations(concordance: Concordance, corpus: Corpus, address: Callable[[str], str]) -> ProseCitations:
    """Return all citations that are understood in sentences.

    `address` takes a docname and returns the address of the page within the site.
    """
    entries = concordance.entries
    members: dict[str, list[Entry]] = defaultdict(list)
    documents: dict[str, list[str]] = defaultdict(list)
    for entry in entries.values():
        if entry.kind.has_role(Role.DOCUMENT) and SYMBOL.fullmatch(entry.label) and _as_id(entry.label) == entry.id:
            documents[address(entry.docname)].append(entry.label)
        elif work_id := _work_id(entry, concordance, corpus):
            members[work_id].append(entry)
    works = [_citable_work(work_id, parts, concordance, corpus, address) for work_id, parts in members.items()]
    owners: dict[str, set[str]] = defaultdict(set)
    for work in works:
        for name in work.names:
            owners[name].add(work.id)
    # A name of two works names neither.
    clear = (replace(work, names=tuple(name for name in work.names if len(owners[name]) == 1)) for work in works)
    return ProseCitations(
        tuple(work for work in clear if work.names and work.parts),
        {page: tuple(symbols) for page, symbols in documents.items()},
    )


def ranges(numbers: Iterable[str]) -> str:
    """Return numbers with runs of them abbreviated: "1:3 5 5-a" for 1, 2, 3, 5 and 5-a."""
    bounds: list[list[str]] = []
    for number in numbers:
        if bounds and number.isdigit() and bounds[-1][-1].isdigit() and int(number) == int(bounds[-1][-1]) + 1:
            bounds[-1][1:] = [number]
        else:
            bounds.append([number])
    return " ".join(":".join(bound) for bound in bounds)


def _as_id(symbol: str) -> str:
    return re.sub(r"[^a-z\d]+", "-", symbol.lower()).rstrip("-")


def _work_id(entry: Entry, concordance: Concordance, corpus: Corpus) -> str | None:
    """Return the id of the work that an entry is a part of; of a numbered entry, the prefix of its id."""
    if entry.kind.is_provision:
        text = text_of(entry.id, corpus.vocabulary.texts)
        return text.id if text else None
    if entry.kind.is_section:
        return outermost(entry.id, concordance.entries)
    return prefix_of(entry.id) if entry.kind.role is Role.NUMBERED else None


def _citable_work(
    work_id: str, members: Sequence[Entry], concordance: Concordance, corpus: Corpus, address: Callable[[str], str]
) -> CitableWork:
    series_words = corpus.search_words.series
    groups: dict[tuple[str, str, str, bool], list[str]] = defaultdict(list)
    bare = work_id if members[0].kind.role is Role.NUMBERED else ""
    for entry in members:
        if bare:
            series, number = work_id, entry.id.removeprefix(f"{work_id}-").replace("-", ".")
        else:
            citation = relative_citation(entry, concordance, corpus).replace(" ", "-")
            series, _, number = ("", "", citation) if citation[:1].isdigit() else citation.partition("-")
        if series in series_words and NUMBER.fullmatch(number.replace(".", "-")):
            prefix = entry.id[: -len(number)]
            page = _pattern(address(entry.docname), number)
            groups[series, prefix, page, not entry.leads].append(number)
    used = [series for series in series_words if any(group[0] == series for group in groups)]
    # Where no numbers stand alone, "para. 4" is number 4 of the first series: the operative part, say.
    is_text = members[0].kind.is_provision
    plain = used[0] if is_text and "" in series_words and "" not in used and used else None
    parts = tuple(
        PartGroup(("", series) if series == plain else (series,), prefix, page, anchored, tuple(numbers))
        for (series, prefix, page, anchored), numbers in groups.items()
    )
    names = _names(work_id, members, concordance, corpus)
    return CitableWork(work_id, names, bare, exact=not members[0].kind.is_section, parts=parts)


def _pattern(page: str, number: str) -> str:
    """Return the address of a page with `*` for the number, if the last part of the address is nothing else."""
    first = re.split(r"[-.]", number)[0]
    return re.sub(rf"(?<=/){first}(?=\.[a-z]+$|/$)", "*", page)


def _names(work_id: str, members: Sequence[Entry], concordance: Concordance, corpus: Corpus) -> tuple[str, ...]:
    prose = corpus.search_words.prose
    names = [*prose.names.get(work_id, ()), *corpus.search_words.names.get(work_id, ())]
    if (text := corpus.vocabulary.texts.get(work_id)) is not None:
        names.append(text.name)
    if (entry := concordance.entries.get(work_id)) is not None:
        names += [entry.label, PARENTHESIS.sub("", entry.label), entry.title, *entry.aliases]
        names += [part.label.rpartition(", ")[0] for part in members]
    return tuple(name for name in dict.fromkeys(names) if name and name not in prose.vague)
