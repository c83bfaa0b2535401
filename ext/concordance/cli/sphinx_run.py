"""Run Sphinx on an edition, in a folder where it goes on from its last run."""

from __future__ import annotations

import logging
import shutil
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from concordance.cli.manifest import fingerprint_engine
from concordance.cli.refusals import RefusalFilter
from concordance.cli.settings_check import check_written_settings
from concordance.model.layout import SOURCE
from concordance.model.problems import in_order
from concordance.reading.catalogues import check_catalogues
from concordance.reading.settings import check_settings
from concordance.sphinx_ext.events import UnreadablePagesError
from concordance.sphinx_ext.garbage import garbage_left_by_pages
from concordance.sphinx_ext.private_imports import loading_what_is_needed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path
    from typing import TextIO

    from concordance.model.problems import Problem

# What is in the folder where Sphinx works; the last has the fingerprint of the engine that finished its work there.
SITE, DOCTREES, FINISHED = "html", "doctrees", "finished-by"


def run_sphinx(
    root: Path,
    work: Path,
    jobs: int,
    problems: TextIO,
    prepare: Callable[[Sphinx], object] = lambda _app: None,
    on_refused: Callable[[Collection[Problem]], object] = lambda _problems: None,
) -> Sphinx | None:
    """Build the edition at `root` in the folder `work`, with `jobs` processes.

    Return the application that built it, or None if there were warnings, or anything wrong with the settings; they are
    written to `problems`. `prepare` is called with the application before it builds. `on_refused` is called with those
    that keep all pages from being read, after they were written: nothing else has been looked at then. Raises
    `sphinx.errors.SphinxError` if the build cannot go on, and `OSError` if the system refuses what any build needs,
    such as room on the disk.
    """
    # Sphinx would name no line of these.
    if wrong := in_order([*check_settings(root), *check_written_settings(root), *check_catalogues(root)]):
        print(*map(warning_line, wrong), sep="\n", file=problems)
        on_refused(wrong)
        return None
    engine = fingerprint_engine(root)
    _begin_work(work, engine)
    refusals = RefusalFilter(problems)
    try:
        app = _run(root, work, jobs, refusals, prepare)
    except SphinxError as error:
        refusals.raise_refusal(error)
        if isinstance(error, UnreadablePagesError):
            on_refused(error.problems)
        raise
    refusals.raise_refusal()
    if app.statuscode:
        return None
    (work / FINISHED).write_text(engine)
    return app


def _begin_work(work: Path, engine: str) -> None:
    """Make the folder `work` one in which the engine of that fingerprint can go on, or begin anew.

    An earlier build is continued only if this very engine finished it. Sphinx warns of a page only when it reads or
    writes the page, so a build that failed or was cut off cannot be continued: its warnings would be lost.
    """
    finished = work / FINISHED
    continued = finished.is_file() and finished.read_text() == engine
    # First, so that work that is only half deleted is never taken for finished.
    finished.unlink(missing_ok=True)
    if work.exists() and not continued:
        shutil.rmtree(work)
    work.mkdir(parents=True, exist_ok=True)


def warning_line(problem: Problem) -> str:
    """Return the line in which Sphinx would warn of a problem."""
    return f"{problem.place}: WARNING: {problem} [concordance.{problem.kind.value}]"


@contextmanager
def wording_only_problems() -> Iterator[None]:
    """Keep Sphinx, within this context, from wording what is no problem, of which nobody is told.

    While it is set up alone, it describes some eight hundred steps to those who mend it.
    """
    disabled = logging.root.manager.disable
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(disabled)


def _run(root: Path, work: Path, jobs: int, problems: RefusalFilter, prepare: Callable[[Sphinx], object]) -> Sphinx:
    with (
        patch_docutils(root),
        docutils_namespace(),
        warnings.catch_warnings(),
        garbage_left_by_pages(),
        wording_only_problems(),
    ):
        # What one library tells the developers of another is no reason to stop, wherever Python is told to (-W error).
        warnings.simplefilter("ignore", PendingDeprecationWarning)
        warnings.simplefilter("ignore", DeprecationWarning)
        with loading_what_is_needed():
            app = Sphinx(
                root / SOURCE,
                root,
                work / SITE,
                work / DOCTREES,
                "html",
                status=None,
                warning=cast("TextIO", problems),
                warningiserror=True,
                parallel=jobs,
            )
        prepare(app)
        app.build()
    return app
