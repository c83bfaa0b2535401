"""Open an edition for a command, without building it."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.authoring.check import check
from concordance.citations.numbering import check_citations
from concordance.cli.manifest import fingerprint_engine
from concordance.cli.settings_check import check_written_settings
from concordance.cli.workplace import comes_with_repository
from concordance.graph.checks import check_joined
from concordance.graph.concordance import build
from concordance.model.ids import prefix_of
from concordance.model.layout import SOURCE
from concordance.model.problems import ProblemKind, in_order
from concordance.pages.widgets.registry import check_widgets, widget_anchors
from concordance.reading.catalogues import check_catalogues
from concordance.reading.causes import is_vocabulary_wrong, tell_causes, without_consequences
from concordance.reading.corpus import load
from concordance.reading.import_ledger import check_imported_pages
from concordance.reading.lock import fold_consequences, read_lock
from concordance.reading.pages import docname_of
from concordance.reading.scan import scan
from concordance.reading.settings import check_settings

if TYPE_CHECKING:
    from pathlib import Path

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus
    from concordance.model.problems import Problem


@dataclass(frozen=True, slots=True)
class OpenedEdition:
    """An edition and its problems."""

    corpus: Corpus
    concordance: Concordance
    problems: tuple[Problem, ...]
    """In the order of their places."""
    cache: Path | None
    """The folder where this engine keeps what it has read of the files of the edition, or None."""


def open_edition(root: Path, *, cached: bool = False) -> OpenedEdition:
    """Read annotations, pages and the lock of the edition at `root`, and join them.

    If `cached`, what was read is kept in `build/check`, and files that have not changed are not read again.
    """
    cache = _cache_folder(root) if cached and not comes_with_repository(root) else None
    corpus, problems = load(root, cache / "annotations.pickle" if cache else None)
    locked, lock_problems = read_lock(root)
    problems += lock_problems
    scan_result = scan(root, SOURCE, corpus, cache / "pages.pickle" if cache else None)
    concordance, link_problems = build(scan_result.entries, scan_result.links, corpus, ())
    problems += [*scan_result.page_problems, *link_problems]
    problems += check_joined(concordance, corpus, scan_result.docnames)
    problems += check_citations(concordance, corpus.vocabulary)
    anchors = {name: docname_of(path, SOURCE) for name, path in widget_anchors(scan_result.directives, corpus).items()}
    problems += [
        *check(scan_result, concordance, corpus, locked, anchors),
        *check_imported_pages(root, SOURCE),
        *check_settings(root),
        *check_written_settings(root),
        *check_catalogues(root),
    ]
    problems = tell_causes(root, [*problems, *scan_result.unread_problems])
    # Without a vocabulary, every argument would be unknown.
    problems += check_widgets(scan_result.directives, corpus) if not is_vocabulary_wrong(problems) else ()
    # Where an id stands twice, it has mostly taken the place of another.
    stands_twice = any(problem.kind is ProblemKind.DUPLICATE_ENTRY for problem in problems)
    misread = scan_result.unread_problems or scan_result.incomplete
    if misread or stands_twice or _is_any_text_unknown(concordance, corpus):
        problems = without_consequences(problems)
    problems = fold_consequences(problems)
    # The tags at both ends of a piece of HTML are one mistake.
    return OpenedEdition(corpus, concordance, tuple(dict.fromkeys(in_order(problems))), cache)


def report_problem_count(edition: OpenedEdition) -> int:
    """Print to standard error how many problems an edition has, if any; return the exit status: 1 if any, otherwise 0.

    For commands that print something else, such as a list of links that might be made.
    """
    # What they have printed comes first, also where both streams go to one file.
    print(end="", flush=True)
    if not edition.problems:
        return 0
    print(f"Problems with the edition: {len(edition.problems)}. `concordance check` lists them.", file=sys.stderr)
    return 1


def _is_any_text_unknown(concordance: Concordance, corpus: Corpus) -> bool:
    """Whether the id of any provision begins with that of no text, and so is misspelt."""
    provisions = (entry.id for entry in concordance.entries.values() if entry.kind.is_provision)
    return bool(corpus.vocabulary.fingerprint) and any(
        prefix_of(identifier) not in corpus.vocabulary.texts for identifier in provisions
    )


def _cache_folder(root: Path) -> Path:
    """Return the folder for what this very engine has read; what another one has read is removed."""
    folder = root / "build" / "check"
    own = folder / fingerprint_engine(root)[:16]
    if folder.is_dir():
        for other in folder.iterdir():
            if other != own:
                shutil.rmtree(other, ignore_errors=True)
    return own
