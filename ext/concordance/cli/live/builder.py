"""Build an edition whenever asked, in one process that stays.

A new process would need a second before it had loaded all that a build needs. It is asked with lines on its standard
input, and answers with lines of JSON on its standard output; `concordance live` starts it. What was asked for
more than once meanwhile is built once.
"""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import shutil
import signal
import sys
import time
import traceback
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError
from sphinx.util.console import nocolor

from concordance.cli.arguments import command_parser, edition_folder
from concordance.cli.check import told
from concordance.cli.edition import open_edition
from concordance.cli.folders import sync_folder
from concordance.cli.live.server import GOOD, WORK
from concordance.cli.manifest import engine_of
from concordance.cli.sphinx_run import DOCTREES, FINISHED, SITE, make

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence, Set
    from pathlib import Path
    from typing import TextIO

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

ASKED = 0


class _WrongError(SphinxError):
    """Ends a build of which nothing will be shown."""


class _LeftToChild(BaseException):
    """Ends a build in this process: a child, whose id it is given, makes the data files."""


def build(root: Path, jobs: int, answer: Callable[[str, object], object]) -> str:
    """Build the edition at `root`; return what is wrong with it, or nothing.

    Pages that had to be read anew are written first, and answered as `early`: these are what an editor looks at. When
    all pages stand in the site that is shown, it is answered whether any is `shown` that changed; the search and the
    data files are made after that. A build that fails leaves the site as it was, and the next goes on from the last
    that did not.
    """
    work, good = root / "build" / WORK, root / "build" / GOOD
    problems = io.StringIO()

    def on_written(_app: Sphinx, exception: Exception | None) -> None:
        if exception is not None:
            return
        if problems.getvalue():
            raise _WrongError
        answer("shown", sync_folder(work / SITE, good / SITE))
        # Data files are made anew by every build, so the next can go on from here.
        (work / FINISHED).write_text(engine_of(root))
        _copy(work, good)
        # Nobody waits for data files, so nobody who edits has to wait until they are made.
        if child := os.fork():
            raise _LeftToChild(child)

    def prepare(app: Sphinx) -> None:
        # Before the data files are made.
        app.connect("build-finished", on_written, priority=400)

        def on_early(pages: list[str]) -> None:
            if not problems.getvalue():
                answer("early", pages)

        _write_read_first(app, on_early)

    if not (work / FINISHED).exists():
        _copy(good, work)
    wrong = _attempt(root, work, jobs, problems, prepare)
    if wrong is None:
        sync_folder(work / SITE, good / SITE)
        return ""
    _go_back(work, good)
    # Editors are told as by the check. What only a build finds is told in Sphinx's words.
    return told(root, open_edition(root).problems) or problems.getvalue() + wrong


def _attempt(root: Path, work: Path, jobs: int, problems: TextIO, prepare: Callable[[Sphinx], object]) -> str | None:
    """Build; return None if all went well, and otherwise what is wrong besides the problems that were told."""
    try:
        return "" if make(root, work, jobs, problems, prepare) is None else None
    except _WrongError:
        return ""
    except SphinxError as error:
        return f"{error.category}: {error}\n"
    except Exception:
        # Whatever happens, it is told, and the next build may be asked for.
        return traceback.format_exc()


def _go_back(work: Path, good: Path) -> None:
    """Make the work what it was when a build last succeeded."""
    if (work / FINISHED).exists():
        # Something is wrong with the data files, and nobody can tell since when.
        (work / FINISHED).unlink()
        (good / FINISHED).unlink(missing_ok=True)
    _copy(good, work)


def _write_read_first(app: Sphinx, when_written: Callable[[list[str]], object]) -> None:
    """Let the pages that were read anew be written before those that only show something of them."""
    read: set[str] = set()
    write = app.builder.write_documents

    def note(_app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
        read.update(docnames)

    def write_documents(docnames: Set[str]) -> None:
        first = docnames & read
        if first and first != docnames:
            write(first)
            when_written([app.builder.get_target_uri(docname) for docname in sorted(first)])
        write(docnames - first or docnames)

    app.connect("env-before-read-docs", note)
    # Sphinx offers this method to be overridden.
    app.builder.write_documents = write_documents  # type: ignore[method-assign]


def _copy(original: Path, copy: Path) -> None:
    """Copy finished work; what is cut off meanwhile is not taken for finished."""
    if (original / FINISHED).exists():
        (copy / FINISHED).unlink(missing_ok=True)
        for part in (SITE, DOCTREES):
            sync_folder(original / part, copy / part)
        shutil.copyfile(original / FINISHED, copy / FINISHED)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    root = edition_folder(command_parser("live", __doc__).parse_args(arguments))
    if root is None:
        return 2
    nocolor()
    # Nothing that prints may come between the answers.
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8") as answers:
        sys.stdout = sys.stderr
        child = 0
        while os.read(ASKED, 4096):
            if child:
                # If it is done, this does nothing; if not, this build makes the data files anew.
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
            child = _build_and_answer(root, answers)
    return 0


def _build_and_answer(root: Path, answers: TextIO) -> int:
    """Build, and return the id of the child that makes the data files, if there is one."""
    began, parent = time.monotonic(), os.getpid()

    def answer(name: str, told: object) -> None:
        print(json.dumps({name: told, "seconds": time.monotonic() - began}), file=answers, flush=True)

    try:
        # One of them only hands out work to the others.
        answer("done", build(root, multiprocessing.cpu_count() + 1, answer))
    except _LeftToChild as left:
        child: int = left.args[0]
        return child
    if os.getpid() != parent:
        os._exit(0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
