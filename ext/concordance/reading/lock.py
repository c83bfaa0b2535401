"""The lock, `ids.lock`: every id ever published, with its page.

It has one line per id, `plan-12 annex/12.html`. An id that had to go keeps its line, which says where its readers are
redirected: `plan-99 annex/99.html -> plan-12`.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from concordance.graph.concordance import natural
from concordance.model.corpus import LockLine
from concordance.model.ids import COMMENTARY_ID
from concordance.model.layout import LOCK
from concordance.model.problems import Place, Problem, ProblemKind, nearest, nearest_words
from concordance.reading import files
from concordance.reading.limits import LOCK_BYTES
from concordance.reading.text_file import check_conflict, read_text

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from pathlib import Path

    from concordance.model.corpus import Annotation, Corpus
    from concordance.model.entries import Entry

# A page is written in place of a redirected one, so its path must not lead out of the site.
LINE = re.compile(r"(?P<id>[a-z0-9-]+) (?P<page>\w[\w.-]*(?:/\w[\w.-]*)*)(?: -> (?P<to>[a-z0-9-]+))?", re.ASCII)
# So many of the ids that are gone from a page are named.
NAMED = 3
HEADER = "# Every id ever published, with its page. The build adds ids; none is ever taken out. See README.md.\n"


def read_lock(root: Path) -> tuple[tuple[LockLine, ...], list[Problem]]:
    """Read the lock of the edition at `root`; return its lines and its problems.

    A missing file and an empty one have neither.
    """
    if not os.path.lexists(root / LOCK):
        return (), []
    data, problems = files.read(root, LOCK, LOCK_BYTES)
    if not problems and data.strip():
        text, problems = read_text(data, LOCK)
        problems = problems or check_conflict(text, LOCK)
    if problems or not data.strip():
        return (), problems
    lines = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        place = Place(LOCK, number, 1)
        if (match := LINE.fullmatch(line)) is None:
            message = f"This line of the lock cannot be read: {line!r}."
            problems.append(Problem(place, ProblemKind.LOCK, message, "Write `id page` or `id page -> other-id`."))
            continue
        lines.append(LockLine(match["id"], match["page"], match["to"], place))
    return tuple(lines), _fold(problems)


def _fold(problems: list[Problem]) -> list[Problem]:
    """Return the problems of lines; many are one mistake, such as that of a program that changed all lines."""
    if len(problems) <= NAMED:
        return problems
    message = f"{len(problems)} lines of the lock cannot be read. {problems[0].message}"
    remedy = f"Put back the lock as it was, or write each of them anew. {problems[0].remedy}"
    return [replace(problems[0], message=message, remedy=remedy)]


def pending_ids(lock: tuple[LockLine, ...], corpus: Corpus, entries: Container[str]) -> dict[str, str]:
    """Return the pages of published ids that may be missing only because a file with problems was not fully read.

    Which entry is annotated by a file that cannot be read at all, or that annotates none of the `entries`, is not
    known, so any entry without an annotation may be the one. Without a vocabulary there are no terms, so any id may be
    one of a term.
    """
    if not corpus.vocabulary.fingerprint:
        return {line.id: line.page for line in lock if line.to is None}
    incomplete = corpus.unsound or any(identifier not in entries for identifier in corpus.annotations)
    pages = {}
    for line in lock if incomplete else ():
        if line.to is None and (match := COMMENTARY_ID.fullmatch(line.id)):
            annotation = corpus.annotations.get(match["of"])
            if annotation is None or annotation.place.path in corpus.unsound:
                pages[line.id] = line.page
    return pages


def check_lock(
    lock: tuple[LockLine, ...],
    pages: Mapping[str, str],
    annotations: Mapping[str, Annotation],
    entries: Mapping[str, Entry],
) -> list[Problem]:
    """Return a problem for each published id that is gone, and for each redirect that leads nowhere.

    Lost paragraphs of the commentary on one entry make one problem, at its annotation, and what else is gone from one
    page makes one.

    Args:
        lock: The lines of the lock.
        pages: The page of every id that there is.
        annotations: All annotations, by the id of their entry.
        entries: All entries, by id.
    """
    commentary = _lost_commentary(lock, pages)
    # If the entry is gone itself, that is the problem.
    gone: dict[str, list[LockLine]] = {}
    problems = [_lost_paragraphs_problem(lines, annotations.get(of)) for of, lines in commentary.items() if of in pages]
    lost_commentary = {line.id for lines in commentary.values() for line in lines}
    for line in lock:
        if line.id in lost_commentary:
            continue
        if line.to is not None:
            if line.to not in pages:
                message = f"{line.id} is redirected to {line.to}, which does not exist."
                problems.append(Problem(line.place, ProblemKind.LOST_ID, message, nearest(line.to, pages)))
        elif line.id not in pages:
            gone.setdefault(line.page, []).append(line)
        elif pages[line.id] != line.page:
            message = f"{line.id} was published on {line.page} and now stands on {pages[line.id]}."
            remedy = f"Move it back, or lead readers on: `{line.id} {line.page} -> {line.id}`."
            problems.append(Problem(line.place, ProblemKind.LOST_ID, message, remedy))
    known = {line.id for line in lock}
    new = {identifier: entry for identifier, entry in entries.items() if identifier not in known}
    return [*(_lost_ids_problem(lines, new, pages) for lines in gone.values()), *problems]


def _lost_ids_problem(lines: list[LockLine], new: Mapping[str, Entry], pages: Mapping[str, str]) -> Problem:
    """Return the problem of published ids that are gone from a page.

    It is told where an entry stands that is new on the page and has a similar id, if there is one.
    """
    first, ids = lines[0], tuple(line.id for line in lines)
    redirect = f"`{first.id} {first.page} -> other-id`"
    if len(ids) == 1:
        message = f"The id {first.id} was published on {first.page} and is gone."
        remedy = f"Bring it back, or redirect it: {redirect}. If it was never published, delete this line."
    else:
        named = ", ".join(ids[:NAMED]) + (f" and {len(ids) - NAMED} more" if len(ids) > NAMED else "")
        message = f"{len(ids)} ids were published on {first.page} and are gone: {named}."
        remedy = f"Bring them back, or redirect each: {redirect}. If one was never published, delete its line."
    here = [identifier for identifier in new if pages.get(identifier) == first.page]
    if not (renamed := nearest_words(first.id, here)[:1]):
        return Problem(first.place, ProblemKind.LOST_ID, message, remedy, ids)
    remedy = f"Is it {renamed[0]!r} now? Write {first.id!r} again, or redirect it in {LOCK}: {redirect}."
    return Problem(new[renamed[0]].place, ProblemKind.LOST_ID, message, remedy, ids)


def lost_ids(problems: Iterable[Problem]) -> frozenset[str]:
    """Return the published ids that problems tell to be gone."""
    causes = (problem for problem in problems if problem.kind is ProblemKind.LOST_ID)
    return frozenset(identifier for cause in causes for identifier in cause.absent)


def fold_consequences(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems without those that others have because ids are gone; what is gone is told first, and of how many.

    A gap that a lost id leaves in a series is such a consequence, too.
    """
    all_problems = [*problems]
    causes = [problem for problem in all_problems if problem.kind is ProblemKind.LOST_ID and problem.absent]
    lost = lost_ids(causes)
    others = [problem for problem in all_problems if problem not in causes]
    folded = [problem for problem in others if problem.absent and lost.issuperset(problem.absent)]
    return [
        *(
            _with_consequences(cause, [each for each in folded if set(each.absent) & {*cause.absent}])
            for cause in causes
        ),
        *(problem for problem in others if problem not in folded),
    ]


def _with_consequences(cause: Problem, consequences: list[Problem]) -> Problem:
    places = sorted({each.place for each in consequences})
    if not places:
        return cause
    subject = "It is" if len(cause.absent) == 1 else "They are"
    where = f"{places[0]}" if len(places) == 1 else f"{len(places)} places, first in {places[0]}"
    return replace(cause, message=f"{cause.message} {subject} named in {where}.")


def _lost_commentary(lock: tuple[LockLine, ...], pages: Mapping[str, str]) -> dict[str, list[LockLine]]:
    """Return the lines of lost paragraphs of commentary by the id of their entry."""
    lost: dict[str, list[LockLine]] = {}
    known = {*pages, *(line.id for line in lock)}
    for line in lock:
        match = COMMENTARY_ID.fullmatch(line.id)
        if match and line.to is None and line.id not in pages and match["of"] in known:
            lost.setdefault(match["of"], []).append(line)
    return lost


def _lost_paragraphs_problem(lines: list[LockLine], annotation: Annotation | None) -> Problem:
    """Return the problem of lost paragraphs, at the place where they were written.

    Whoever removed one may never have heard of the lock.
    """
    ids = [line.id for line in lines]
    subject = f"The id {ids[0]} was" if len(ids) == 1 else f"The ids {', '.join(ids[:-1])} and {ids[-1]} were"
    message = f"{subject} published, and {'is' if len(ids) == 1 else 'are'} gone:"
    line = lines[0]
    lead = f"Maintainers can lead its readers on instead, in {line.place.path}: `{line.id} {line.page} -> other-id`."
    if annotation is None:
        message += " there is no annotation with commentary any more."
        return Problem(line.place, ProblemKind.LOST_ID, message, f"Put the annotation back. {lead}")
    count = len(annotation.prose)
    had = count + len(ids)
    message += f" the commentary had {had} paragraphs, and has {count or 'none'}."
    body = annotation.body
    row = len(body.text.rstrip("\n").split("\n")) - 1
    place = replace(body.place, line=body.place.line + row, column=1) if count else annotation.place
    back = "Put back the paragraph that was taken away" if len(ids) == 1 else "Put back the paragraphs"
    return Problem(place, ProblemKind.LOST_ID, message, f"{back}: readers cite them by number. {lead}")


def redirects_by_target(lock: tuple[LockLine, ...]) -> dict[str, tuple[LockLine, ...]]:
    """Return the lines of redirected ids by the id that replaced them."""
    by_target: dict[str, list[LockLine]] = {}
    for line in lock:
        if line.to is not None:
            by_target.setdefault(line.to, []).append(line)
    return {target: tuple(lines) for target, lines in by_target.items()}


def format_lock(lock: tuple[LockLine, ...], pages: Mapping[str, str]) -> str:
    """Return the text of the lock, with the ids of `pages` (id to page) added."""
    lines = {(line.id, line.page): f" -> {line.to}" if line.to else "" for line in lock}
    for identifier, page in pages.items():
        lines.setdefault((identifier, page), "")
    ordered = sorted(lines, key=lambda key: (natural(key[0]), key[1]))
    return HEADER + "".join(f"{identifier} {page}{lines[identifier, page]}\n" for identifier, page in ordered)
