"""Write the pages of a text from a file as it was found, as a YAML recipe says.

`concordance import --propose FILE` reads plain text, Markdown, HTML, DOCX or PDF, writes a recipe for it into the
folder `imports`, with the words of the file beside it, and lists what is doubtful. Correct the recipe; then
`concordance import RECIPE` writes the pages, adds the texts to the vocabulary if it lacks them, and compares the words
of the file with those of the pages.

Pages that were edited by hand are left alone; the exit status is then 1. If the recipe or the file is wrong, or
something is doubtful that the recipe does not decide, nothing is written; it is then 2. `imported.sha256` has the sums
of the pages as they were written last, in the format of sha256sum: they tell edited pages from imported ones.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from concordance.cli.arguments import command_parser
from concordance.cli.importer.file_import import import_file, load_file_recipe
from concordance.cli.importer.file_pages import HOME
from concordance.cli.importer.pages import compose_pages
from concordance.cli.importer.recipe import ImportFailedError, load_recipe, read_file, read_recipe
from concordance.cli.importer.summary import add_to_edition, print_report, propose_recipe
from concordance.exports.files import write_if_changed
from concordance.model.layout import ANNOTATIONS, IMPORTED, SOURCE, VOCABULARY
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.import_ledger import fingerprint_page, parse_ledger

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping, Sequence

IMPORTS = "imports"
EDITED = 1
WRONG = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("import", __doc__)
    parser.add_argument("recipe", type=Path, nargs="?", help="the YAML recipe")
    parser.add_argument("--propose", type=Path, metavar="FILE", help="write a recipe for this file")
    parser.add_argument(
        "--stored-order", action="store_true", help="take a PDF in the order it is stored, not laid out"
    )
    parser.add_argument("--source", type=Path, help="the folder of the pages (default: that of the edition)")
    parser.add_argument("--overwrite", action="store_true", help="overwrite pages that were edited by hand, too")
    options = parser.parse_args(arguments)
    if (options.recipe is None) == (options.propose is None):
        parser.error("give a RECIPE, or --propose FILE")
    try:
        if options.propose is not None:
            return propose_recipe(options.propose, options.root / IMPORTS, layout=not options.stored_order)
        return _import(options.recipe, options)
    except ImportFailedError as error:
        _print_problems(error.problems)
        return WRONG


def _import(path: Path, options: argparse.Namespace) -> int:
    # There need not be an edition yet: this may be its first text.
    source: Path = options.source or options.root / SOURCE
    document = read_recipe(path)
    imported = None
    if isinstance(document.value, dict) and "resolution" in document.value:
        pages = compose_pages(load_recipe(document))
    else:
        imported = import_file(load_file_recipe(document))
        pages = imported.pages
    changed, kept = write_pages(source, pages, overwrite=options.overwrite)
    message, remedy = "The page was edited by hand and is left alone.", "Use --overwrite to replace it."
    _print_problems(Problem(Place(str(source / path), 1), ProblemKind.IMPORT, message, remedy) for path in kept)
    if imported is not None:
        print_report(imported)
        add_to_edition(imported, options.root / ANNOTATIONS / VOCABULARY, source / f"{HOME}.md")
    print(f"{len(pages)} pages: {len(changed)} written, {len(kept)} left alone")
    return EDITED if kept else 0


def _print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(f"{problem.place}: {problem}", file=sys.stderr)


def write_pages(source: Path, pages: Mapping[str, str], *, overwrite: bool = False) -> tuple[list[str], list[str]]:
    """Write pages, by path, into `source` and update the ledger; return the paths that changed and those left alone.

    A page is left alone if its bytes are neither those to be written nor those that were written last, by the ledger.
    Raises `ImportFailedError`, before anything is written, if the ledger cannot be read.
    """
    ledger = _read_ledger(source / IMPORTED)
    changed: list[str] = []
    kept: list[str] = []
    for path, text in sorted(pages.items()):
        target, fingerprint = source / path, fingerprint_page(text.encode())
        known = {fingerprint, ledger.get(path)}
        if target.exists() and not overwrite and fingerprint_page(target.read_bytes()) not in known:
            kept.append(path)
            continue
        if write_if_changed(target, text):
            changed.append(path)
        ledger[path] = fingerprint
    lines = (f"{fingerprint}  {path}\n" for path, fingerprint in sorted(ledger.items()))
    write_if_changed(source / IMPORTED, "".join(lines))
    return changed, kept


def _read_ledger(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    ledger, problems = parse_ledger(read_file(path)[0], str(path))
    if problems:
        raise ImportFailedError(problems)
    return ledger
