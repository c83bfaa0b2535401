"""Write the pages of a text from its transcript, as a YAML recipe says: `concordance import RECIPE`.

The exit status is 0 when every page stands as the transcript has it, 1 when pages that were edited by hand were left
alone, 2 when the recipe or the transcript is wrong; in that case nothing is written. What was written last is kept in
`imported.sha256`, in the format of sha256sum: by that, an edited page is known from an imported one.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from concordance.cli.arguments import command_parser
from concordance.cli.importer.pages import compose_pages
from concordance.cli.importer.recipe import ImportFailedError, load_recipe, read
from concordance.exports.files import write_if_changed
from concordance.model.layout import SOURCE
from concordance.model.problems import Place, Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LEDGER = "imported.sha256"
LEDGER_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
EDITED = 1
WRONG = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("import", __doc__)
    parser.add_argument("recipe", type=Path, help="the YAML recipe that stands beside the transcript")
    parser.add_argument("--source", type=Path, help="the folder of the pages (default: that of the edition)")
    parser.add_argument("--overwrite", action="store_true", help="overwrite pages that were edited by hand, too")
    options = parser.parse_args(arguments)
    # No edition need stand there yet: this may be the first text of one.
    source: Path = options.source or options.root / SOURCE
    try:
        pages = compose_pages(load_recipe(options.recipe))
        changed, kept = write_pages(source, pages, overwrite=options.overwrite)
    except ImportFailedError as error:
        _print_problems(error.problems)
        return WRONG
    message, remedy = "The page was edited by hand and is left alone.", "Use --overwrite to replace it."
    _print_problems(Problem(Place(str(source / path), 1), ProblemKind.IMPORT, message, remedy) for path in kept)
    print(f"{len(pages)} pages: {len(changed)} written, {len(kept)} left alone")
    return EDITED if kept else 0


def _print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(f"{problem.place}: {problem}", file=sys.stderr)


def write_pages(source: Path, pages: Mapping[str, str], *, overwrite: bool = False) -> tuple[list[str], list[str]]:
    """Write pages into `source` and keep the ledger; return the paths that changed and those left alone.

    A page is left alone when its bytes are neither those to be written nor those the ledger says were written last.
    Raises `ImportFailedError` before anything is written where the ledger cannot be understood.
    """
    ledger = _read_ledger(source / LEDGER)
    changed: list[str] = []
    kept: list[str] = []
    for path, text in sorted(pages.items()):
        target, digest = source / path, _digest(text.encode())
        if target.exists() and not overwrite and _digest(target.read_bytes()) not in {digest, ledger.get(path)}:
            kept.append(path)
            continue
        if write_if_changed(target, text):
            changed.append(path)
        ledger[path] = digest
    write_if_changed(source / LEDGER, "".join(f"{digest}  {path}\n" for path, digest in sorted(ledger.items())))
    return changed, kept


def _read_ledger(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    ledger: dict[str, str] = {}
    problems: list[Problem] = []
    for number, line in enumerate(read(path)[0].splitlines(), start=1):
        if match := LEDGER_LINE.fullmatch(line):
            ledger[match[2]] = match[1]
        else:
            place = Place(str(path), number)
            problems.append(Problem(place, ProblemKind.IMPORT, "This is no line of sha256sum.", "Restore the file."))
    if problems:
        raise ImportFailedError(problems)
    return ledger


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
