"""Whole texts beside each other, paragraph by paragraph. Pure; no Sphinx."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from concordance.citations.short import opening
from concordance.graph.concordance import outermost
from concordance.model.entries import Kind
from concordance.model.ids import prefix_of
from concordance.model.problems import nearest

if TYPE_CHECKING:
    from concordance.model.corpus import Corpus
    from concordance.pages.edition_view import EditionView
    from concordance.pages.parallels import Parallel
    from concordance.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class Row:
    """A provision, how it begins, and its parallels in the other text, the closest first.

    `leads_in` is a paragraph whose items have rows of their own, which tell more than it could.
    """

    provision: Reference
    opening: str
    parallels: tuple[Parallel, ...]
    leads_in: bool


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one part of a text; a part is a page that leads to the pages of provisions, or their own page."""

    docname: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class WholeComparison:
    """One run of provisions beside another; `names` are what tells the two `runs` apart in few words.

    `counts` tells for each grade, with what it means, how many paragraphs of the first have nothing closer in the
    other; `without` how many have no parallel at all. `rest` are provisions of the other that have none in the first.
    """

    runs: tuple[str, str]
    names: tuple[str, str]
    parts: tuple[Part, ...]
    rest: tuple[Row, ...]
    counts: tuple[tuple[str, str, int], ...]
    without: int


def check_runs(argument: str, corpus: Corpus) -> str | None:
    """Return what is wrong with an argument that is to name two runs of provisions, or None."""
    texts = corpus.vocabulary.texts
    runs = argument.split()
    if len(runs) != 2:
        return "Name two texts, or two series of them: `plan res` or `res-pp other-pp`."
    for run in runs:
        text = texts.get(prefix_of(run))
        if text is None:
            return f"There is no text {run!r}. {nearest(run, texts)}"
        series = run.partition("-")[2]
        if series and series not in text.cite:
            return f"The text {text.id!r} has no series {series!r}. {nearest(series, text.cite)}"
    return None


def texts_of(argument: str) -> tuple[str, ...]:
    """Return the ids of the texts that an argument names."""
    return tuple(prefix_of(run) for run in argument.split())


def first_run(argument: str) -> str:
    """Return the run that an argument sets beside another."""
    return argument.split(maxsplit=1)[0]


def gather_comparison(argument: str, _docname: str, whole: EditionView) -> WholeComparison:
    """Return the first run of provisions beside the second."""
    first, second = argument.split()
    rows = _rows(first, second, whole)
    parts = groupby(rows, key=lambda row: _part_of(row.provision, whole))
    grades = Counter(_closest(rows, whole).values())
    return WholeComparison(
        runs=(first, second),
        names=_names(first, second, whole.corpus),
        parts=tuple(Part(docname, title, tuple(group)) for (docname, title), group in parts),
        rest=tuple(row for row in _rows(second, first, whole) if not row.parallels and not row.leads_in),
        counts=tuple((grade, means, grades[grade]) for grade, means in whole.corpus.vocabulary.grades.items()),
        without=grades[None],
    )


def _names(first: str, second: str, corpus: Corpus) -> tuple[str, str]:
    one, other = (corpus.vocabulary.texts[prefix_of(run)] for run in (first, second))
    dated = one.year and other.year and one.year != other.year
    return (one.year, other.year) if dated else (one.name, other.name)


def _rows(run: str, other: str, whole: EditionView) -> list[Row]:
    """Return the paragraphs of a run; the items of one have rows of their own where any of them has a parallel."""
    entries = whole.concordance.entries
    own = {
        entry.id: tuple(
            parallel
            for parallel in whole.parallels.get(entry.id, ())
            if parallel.beside(entry.id).provision.id.startswith(f"{other}-")
        )
        for entry in entries.values()
        if entry.kind is Kind.PROVISION and entry.id.startswith(f"{run}-")
    }
    paragraphs = {identifier: outermost(identifier, whole.concordance.entries) for identifier in own}
    divided = {paragraphs[identifier] for identifier in own if own[identifier] and paragraphs[identifier] != identifier}
    return [
        Row(
            provision=whole.references[identifier],
            opening=opening(entries[identifier].content or ""),
            parallels=parallels,
            leads_in=identifier in divided and not parallels,
        )
        for identifier, parallels in own.items()
        if identifier in divided or paragraphs[identifier] in {identifier, *divided}
    ]


def _closest(rows: list[Row], whole: EditionView) -> dict[str, str | None]:
    """Return for each paragraph the closest grade that it or one of its items has in the other text."""
    grades: list[str | None] = [*whole.corpus.vocabulary.grades, None]
    closest: dict[str, str | None] = {}
    for row in rows:
        own = row.parallels[0].grade if row.parallels else None
        paragraph = outermost(row.provision.id, whole.concordance.entries)
        closest[paragraph] = min(own, closest.get(paragraph), key=grades.index)
    return closest


def _part_of(provision: Reference, whole: EditionView) -> tuple[str, str]:
    """Return the page that leads to the page of a provision; where a page holds many, they make up a part."""
    shelf, docname = whole.shelf, provision.docname
    ancestors = shelf.navigation[docname].ancestors
    about_one = any(whole.concordance.entries[identifier].leads for identifier in shelf.entries[docname])
    if about_one and ancestors:
        return ancestors[-1].docname, ancestors[-1].title
    return docname, shelf.titles[docname]
