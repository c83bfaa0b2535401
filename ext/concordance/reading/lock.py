"""`ids.lock`: every id ever published, with its page. Pure; no Sphinx.

One line an id, `plan-12 annex/12.html`. An id that had to go keeps its line and says where its readers are led:
`plan-99 annex/99.html -> plan-12`.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from concordance.graph.concordance import natural
from concordance.model.corpus import LockLine
from concordance.model.layout import LOCK
from concordance.model.problems import Place, Problem, ProblemKind, nearest
from concordance.reading import files
from concordance.reading.limits import LOCK_BYTES
from concordance.reading.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from pathlib import Path

    from concordance.model.corpus import Annotation, Corpus

# A page is written where a redirected one stood: its path must not climb.
LINE = re.compile(r"(?P<id>[a-z0-9-]+) (?P<page>\w[\w.-]*(?:/\w[\w.-]*)*)(?: -> (?P<to>[a-z0-9-]+))?", re.ASCII)
COMMENTARY = re.compile(r"(?P<of>.+)-c[0-9]+")
HEADER = "# Every id ever published, with its page. The build adds ids; none is ever taken out. See README.md.\n"


def read_lock(root: Path) -> tuple[tuple[LockLine, ...], list[Problem]]:
    """Read the lock of the edition at `root`; a file that is not there locks nothing, nor does an empty one."""
    if not os.path.lexists(root / LOCK):
        return (), []
    data, problems = files.read(root, LOCK, LOCK_BYTES)
    if not problems and data.strip():
        text, problems = read_text(data, LOCK)
    if problems or not data.strip():
        return (), problems
    locked = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        place = Place(LOCK, number, 1)
        if (match := LINE.fullmatch(line)) is None:
            message = f"This line of the lock cannot be read: {line!r}."
            problems.append(Problem(place, ProblemKind.LOCK, message, "Write `id page` or `id page -> other-id`."))
            continue
        locked.append(LockLine(match["id"], match["page"], match["to"], place))
    return tuple(locked), problems


def awaited(locked: tuple[LockLine, ...], corpus: Corpus, entries: Container[str]) -> dict[str, str]:
    """Return the published ids that are missing only because of what is wrong in the file that gives them.

    They come with their pages. Which of the `entries` a file annotates that cannot be read at all, or that annotates
    nothing, is not known, so that of every entry without annotation it may be the one. Without a vocabulary there are
    no terms, and what else is missing cannot be told from them.
    """
    if not corpus.vocabulary.fingerprint:
        return {line.id: line.page for line in locked if line.to is None}
    astray = corpus.unsound or any(identifier not in entries for identifier in corpus.annotations)
    pages = {}
    for line in locked if astray else ():
        if line.to is None and (match := COMMENTARY.fullmatch(line.id)):
            annotation = corpus.annotations.get(match["of"])
            if annotation is None or annotation.place.path in corpus.unsound:
                pages[line.id] = line.page
    return pages


def check_lock(
    locked: tuple[LockLine, ...], pages: Mapping[str, str], annotations: Mapping[str, Annotation]
) -> list[Problem]:
    """Tell of every published id that `pages` (id to page) has lost, and of every redirect that leads nowhere.

    What was lost of the commentary on one entry is told at once, where its annotation is.
    """
    commentary = _lost_commentary(locked, pages)
    # Of an entry that is gone itself, that is what is to be told.
    problems = [_paragraphs_lost(lines, annotations.get(of)) for of, lines in commentary.items() if of in pages]
    told = {line.id for lines in commentary.values() for line in lines}
    for line in locked:
        if line.id in told:
            continue
        if line.to is not None:
            if line.to not in pages:
                message = f"{line.id} is redirected to {line.to}, which does not exist."
                problems.append(Problem(line.place, ProblemKind.LOST_ID, message, nearest(line.to, pages)))
        elif line.id not in pages:
            message = f"The id {line.id} was published on {line.page} and is gone."
            remedy = (
                f"Bring it back, or redirect it: `{line.id} {line.page} -> other-id`. "
                "If it was never published, delete this line."
            )
            problems.append(Problem(line.place, ProblemKind.LOST_ID, message, remedy))
        elif pages[line.id] != line.page:
            message = f"{line.id} was published on {line.page} and now stands on {pages[line.id]}."
            remedy = f"Move it back, or lead readers on: `{line.id} {line.page} -> {line.id}`."
            problems.append(Problem(line.place, ProblemKind.LOST_ID, message, remedy))
    return problems


def _lost_commentary(locked: tuple[LockLine, ...], pages: Mapping[str, str]) -> dict[str, list[LockLine]]:
    """Return the lines of lost paragraphs of commentary, by the entry that they are on."""
    lost: dict[str, list[LockLine]] = {}
    known = {*pages, *(line.id for line in locked)}
    for line in locked:
        match = COMMENTARY.fullmatch(line.id)
        if match and line.to is None and line.id not in pages and match["of"] in known:
            lost.setdefault(match["of"], []).append(line)
    return lost


def _paragraphs_lost(lines: list[LockLine], annotation: Annotation | None) -> Problem:
    """Tell of paragraphs where they were written: whoever takes one away may know of no lock."""
    ids = [line.id for line in lines]
    named = f"The id {ids[0]} was" if len(ids) == 1 else f"The ids {', '.join(ids[:-1])} and {ids[-1]} were"
    message = f"{named} published, and {'is' if len(ids) == 1 else 'are'} gone:"
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


def redirects(locked: tuple[LockLine, ...]) -> dict[str, tuple[LockLine, ...]]:
    """Return the redirected lines by the id that took over."""
    by_target: dict[str, list[LockLine]] = {}
    for line in locked:
        if line.to is not None:
            by_target.setdefault(line.to, []).append(line)
    return {target: tuple(lines) for target, lines in by_target.items()}


def written(locked: tuple[LockLine, ...], pages: Mapping[str, str]) -> str:
    """Return the text of the lock with the ids of `pages` added."""
    lines = {(line.id, line.page): f" -> {line.to}" if line.to else "" for line in locked}
    for identifier, page in pages.items():
        lines.setdefault((identifier, page), "")
    ordered = sorted(lines, key=lambda key: (natural(key[0]), key[1]))
    return HEADER + "".join(f"{identifier} {page}{lines[identifier, page]}\n" for identifier, page in ordered)
