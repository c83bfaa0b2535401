"""Two texts, or series of them, set against each other paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from concordance.citations.short import check_text
from concordance.graph.concordance import outermost
from concordance.model.ids import prefix_of
from concordance.model.problems import Fault, nearest

if TYPE_CHECKING:
    from concordance.model.corpus import Corpus
    from concordance.pages.edition_view import EditionView
    from concordance.pages.parallels import Parallel
    from concordance.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A provision and its parallels in the other run."""

    provision: Reference
    content: str
    """Its words."""
    parallels: tuple[Parallel, ...]
    """The closest first."""
    leads_in: bool
    """Whether it is a paragraph without parallels of its own whose sub-items have rows."""
    is_item: bool
    """Whether it is a sub-item of a paragraph, and not counted as one."""


@dataclass(frozen=True, slots=True)
class ComparisonPart:
    """The rows of one part of a text."""

    docname: str
    """Page that leads to the pages of the provisions or, where a page holds many of them, that page."""
    title: str
    """Title of that page; of a single paragraph with a page of its own, the title of its page."""
    rows: tuple[ComparisonRow, ...]


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How many paragraphs of a run have their closest parallel at a grade."""

    grade: str
    """The words for the grade."""
    meaning: str
    """What the grade means, explained in a sentence."""
    count: int


@dataclass(frozen=True, slots=True)
class TextComparison:
    """One run of provisions set against another."""

    runs: tuple[str, str]
    """Beginnings of ids: the id of a text, with a series behind it if only that is compared, such as `r74-op`."""
    names: tuple[str, str]
    """Short names that tell the two runs apart."""
    parts: tuple[ComparisonPart, ...]
    """All provisions of the first run, by the part of their text."""
    rest: tuple[ComparisonRow, ...]
    """Provisions of the second run that have no parallel in the first."""
    counts: tuple[GradeCount, ...]
    """The closest grade first."""
    without: int
    """How many paragraphs of the first run have no parallel in the second."""


def check_runs(argument: str, corpus: Corpus) -> Fault | None:
    """Return what is wrong with an argument that has to name two runs of provisions, or None."""
    texts = corpus.vocabulary.texts
    runs = argument.split()
    if len(runs) != 2:
        remedy = "Name two texts, or two series of them: `plan res` or `res-pp other-pp`."
        return Fault("A comparison is of two texts.", remedy)
    for run in runs:
        text = texts.get(prefix_of(run))
        if text is None:
            return check_text(run, texts)
        series = run.partition("-")[2]
        if series and series not in text.cite:
            return Fault(f"The text {text.id!r} has no series {series!r}.", nearest(series, text.cite))
    return None


def texts_of(argument: str) -> tuple[str, ...]:
    """Return the ids of the texts that an argument names."""
    return tuple(prefix_of(run) for run in argument.split())


def first_run(argument: str) -> str:
    """Return the first of the two runs that an argument names."""
    return argument.split(maxsplit=1)[0]


def gather_comparison(argument: str, _docname: str, edition: EditionView) -> TextComparison:
    """Return the comparison of the two runs of provisions that an argument such as `plan r74-op` names."""
    first, second = argument.split()
    rows = _rows(first, second, edition)
    parts = groupby(rows, key=lambda row: _part_of(row.provision, edition))
    grades = Counter(_closest(rows, edition).values())
    return TextComparison(
        runs=(first, second),
        names=_names(first, second, edition.corpus),
        parts=tuple(_part(docname, title, tuple(group), edition) for (docname, title), group in parts),
        rest=tuple(row for row in _rows(second, first, edition) if not row.parallels and not row.leads_in),
        counts=tuple(
            GradeCount(grade.label, grade.means, grades[name])
            for name, grade in edition.corpus.vocabulary.grades.items()
        ),
        without=grades[None],
    )


def _names(first: str, second: str, corpus: Corpus) -> tuple[str, str]:
    text, other_text = (corpus.vocabulary.texts[prefix_of(run)] for run in (first, second))
    dated = text.year and other_text.year and text.year != other_text.year
    return (text.year, other_text.year) if dated else (text.name, other_text.name)


def _rows(run: str, other: str, edition: EditionView) -> list[ComparisonRow]:
    """Return the rows of a run: one for each paragraph.

    Where a sub-item of a paragraph has a parallel, all its sub-items have rows of their own.
    """
    entries = edition.concordance.entries
    own = {
        entry.id: tuple(
            parallel
            for parallel in edition.parallels.get(entry.id, ())
            if parallel.other_side(entry.id).provision.id.startswith(f"{other}-")
        )
        for entry in entries.values()
        if entry.kind.is_provision and entry.id.startswith(f"{run}-")
    }
    paragraphs = {identifier: outermost(identifier, edition.concordance.entries) for identifier in own}
    divided = {paragraphs[identifier] for identifier in own if own[identifier] and paragraphs[identifier] != identifier}
    return [
        ComparisonRow(
            provision=edition.references[identifier],
            content=entries[identifier].content or "",
            parallels=parallels,
            leads_in=identifier in divided and not parallels,
            is_item=paragraphs[identifier] != identifier,
        )
        for identifier, parallels in own.items()
        if identifier in divided or paragraphs[identifier] in {identifier, *divided}
    ]


def _closest(rows: list[ComparisonRow], edition: EditionView) -> dict[str, str | None]:
    """Return, for each paragraph, the closest grade of its own parallels and those of its sub-items."""
    grades: list[str | None] = [*edition.corpus.vocabulary.grades, None]
    closest: dict[str, str | None] = {}
    for row in rows:
        own = row.parallels[0].grade if row.parallels else None
        paragraph = outermost(row.provision.id, edition.concordance.entries)
        closest[paragraph] = min(own, closest.get(paragraph), key=grades.index)
    return closest


def _part(docname: str, title: str, rows: tuple[ComparisonRow, ...], edition: EditionView) -> ComparisonPart:
    """Return a part; that of a single paragraph, such as the opening words, is called as its page is."""
    (first, *others) = rows
    if not others and edition.concordance.entries[first.provision.id].leads:
        title = edition.index.titles[first.provision.docname]
    return ComparisonPart(docname, title, rows)


def _part_of(provision: Reference, edition: EditionView) -> tuple[str, str]:
    """Return docname and title of the part that a provision belongs to.

    It is the page that leads to the page of the provision or, where a page holds many provisions, that page itself.
    """
    index, docname = edition.index, provision.docname
    ancestors = index.navigation[docname].ancestors
    about_one = any(edition.concordance.entries[identifier].leads for identifier in index.entries[docname])
    if about_one and ancestors:
        return ancestors[-1].docname, ancestors[-1].title
    return docname, index.titles[docname]
