"""Check that the pages of the texts are as they were written from their transcripts, or say who changed them and why.

`imported.sha256` has the sum of each such page, in the format of sha256sum; `edited.yaml`, if there is one, accounts
for pages that were changed by hand.
"""

from __future__ import annotations

import hashlib
import os
import re
from typing import TYPE_CHECKING

from concordance.model.layout import EDITED, IMPORTED
from concordance.model.problems import Place, Problem, ProblemKind, nearest
from concordance.reading import files
from concordance.reading.limits import PAGE_BYTES, YAML_BYTES
from concordance.reading.text_file import read_contributed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from concordance.reading.schema import EditedPageModel

LEDGER_LINE = re.compile(r"(?P<sum>[0-9a-f]{64}) [ *](?P<page>.+)")


def fingerprint_page(data: bytes) -> str:
    """Return the SHA-256 of a page, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def parse_ledger(text: str, path: str) -> tuple[dict[str, str], list[Problem]]:
    """Return the sums in the ledger at `path` by page, and a problem for the first line that is none of a page."""
    ledger: dict[str, str] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), start=1):
        match = LEDGER_LINE.fullmatch(line)
        # Of a file elsewhere, not even the sum is told.
        if match and ".." not in match["page"].split("/"):
            ledger[match["page"]] = match["sum"]
        elif not problems:
            message = f"{match['page']!r} is no page." if match else "This is no line of sha256sum."
            problems.append(Problem(Place(path, number), ProblemKind.IMPORT, message, "Restore the file."))
    return ledger, problems


def check_imported_pages(root: Path, source: str) -> list[Problem]:
    """Return the problems of the pages below `root/source` that were imported: their words are those of a text."""
    path = f"{source}/{IMPORTED}"
    if not os.path.lexists(root / path):
        ledger: dict[str, str] = {}
        problems: list[Problem] = []
        text = ""
    else:
        data, problems = files.read(root, path, YAML_BYTES)
        text, problems = ("", problems) if problems else read_contributed(data, path)
        ledger, faults = parse_ledger(text, path)
        problems += faults
    if problems:
        # What follows from it is nobody's mistake.
        return problems
    edited, problems = _read_edited(root, f"{source}/{EDITED}")
    edited_problems = [*problems]
    sums: dict[str, str] = {}
    for page in ledger:
        content, unread = files.read(root, f"{source}/{page}", PAGE_BYTES)
        if not unread:
            sums[page] = fingerprint_page(content)
        elif not os.path.lexists(root / source / page):
            number = next(number for number, line in enumerate(text.splitlines(), 1) if line.endswith(page))
            message, remedy = f"There is no page {page!r}.", "Put it back, correct its name, or remove this line."
            problems.append(Problem(Place(path, number), ProblemKind.IMPORT, message, remedy))
    accounted = {entry.page: entry.sha256 for entry, _place in edited}
    for page, is_now in sums.items():
        if is_now not in {ledger[page], accounted.get(page)} and not edited_problems:
            problems.append(_changed_page(f"{source}/{page}", is_now, f"{source}/{EDITED}"))
    return [*problems, *_check_entries(edited, ledger, sums)]


def _changed_page(path: str, is_now: str, edited: str) -> Problem:
    message = (
        "This page reproduces a text, and is no longer as the importer wrote it: its words were changed, or its markup."
    )
    remedy = (
        f"Put it back as it was: undo the change (`git checkout {path}`, if it is not committed), or import it again. "
        f"A change that is meant needs an entry in {edited} that says who changed what, and why, with "
        f"`sha256: {is_now}`."
    )
    return Problem(Place(path, 1), ProblemKind.EDITED_TEXT, message, remedy)


def _check_entries(
    edited: list[tuple[EditedPageModel, Place]], ledger: Mapping[str, str], sums: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield a problem for each entry that accounts for nothing."""
    for entry, place in edited:
        if entry.page not in ledger:
            message = f"{entry.page} is not among the pages that were written from a transcript."
            yield Problem(place, ProblemKind.EDITED_TEXT, message, nearest(entry.page, ledger))
        elif sums.get(entry.page) == ledger[entry.page]:
            message = f"{entry.page} is as it was written from its transcript."
            yield Problem(place, ProblemKind.EDITED_TEXT, message, "Remove this entry.")


def _read_edited(root: Path, path: str) -> tuple[list[tuple[EditedPageModel, Place]], list[Problem]]:
    if not os.path.lexists(root / path):
        return [], []
    # Hardly any edition has such a file, and what reads it takes long to load.
    from concordance.reading.vocabulary_file import read_edited_pages  # noqa: PLC0415

    data, problems = files.read(root, path, YAML_BYTES)
    return ([], problems) if problems else read_edited_pages(data, path)
