"""Build an edition on request, in one process that stays.

A new process would need a second to load all that a build needs. `concordance live` starts this one. Each line on its
standard input requests a build: a list, as JSON, of the addresses of pages that somebody looks at. It answers with
lines of JSON on its standard output. Requests that arrive during a build are met by one build after it.
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
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from sphinx.errors import SphinxError
from sphinx.util.console import nocolor

from concordance.cli.arguments import command_parser, edition_folder
from concordance.cli.check import format_problems
from concordance.cli.edition import open_edition
from concordance.cli.faults import fault_line, settings_line
from concordance.cli.folders import sync_folder
from concordance.cli.live.server import GOOD, WORK
from concordance.cli.manifest import fingerprint_engine
from concordance.cli.sphinx_run import DOCTREES, FINISHED, SITE, run_sphinx
from concordance.sphinx_ext.live_build import ProblemsFoundError, show_soon

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import TextIO

    from sphinx.application import Sphinx

# The file descriptor of the standard input, through which builds are requested, and the most that is read of them.
STDIN, REQUESTS = 0, 1 << 16
# Sends an answer: its name, and what it says.
Answer: TypeAlias = Callable[[str, object], object]


class _HandedToChild(BaseException):
    """Ends a build in this process: a child, whose process id is the argument, makes the data files."""


@dataclass(frozen=True, slots=True)
class _Build:
    """A build of the edition at `root` in the folder `work`; its pages are copied to `good` when all are written."""

    root: Path
    work: Path
    good: Path
    answer: Answer
    problems: io.StringIO
    """The warnings of Sphinx."""
    seen: Sequence[str]
    """The addresses of pages that somebody looks at."""

    def prepare(self, app: Sphinx) -> None:
        """Let a build show pages as soon as they are written."""
        show_soon(app, self.seen, self._show_early, self._show)

    def _show_early(self, pages: list[str]) -> None:
        if not self.problems.getvalue():
            self.answer("early", pages)

    def _show(self) -> None:
        if self.problems.getvalue():
            # Nothing of it will be shown.
            raise ProblemsFoundError
        self.answer("shown", sync_folder(self.work / SITE, self.good / SITE))
        # Data files are made anew by every build, so the next can go on from here.
        (self.work / FINISHED).write_text(fingerprint_engine(self.root))
        _copy_finished(self.work, self.good)
        # Nobody waits for data files, so nobody who edits has to wait until they are made.
        if child := os.fork():
            raise _HandedToChild(child)


def build(root: Path, jobs: int, answer: Answer, seen: Sequence[str] = ()) -> str:
    """Build the edition at `root` with `jobs` processes; return its problems as text, empty if there are none.

    Pages that are `seen`, by their addresses, are written first, then those that had to be read anew: these are what an
    editor looks at. They are listed in the answer `early`. When all pages are in the site that is shown, the answer
    `shown` says whether any has changed; the search and the data files are made after that. A build that fails leaves
    the site as it was, and the next goes on from the last that did not.
    """
    work, good = root / "build" / WORK, root / "build" / GOOD
    problems = io.StringIO()
    if not (work / FINISHED).exists():
        _copy_finished(good, work)
    failure = _attempt(root, work, jobs, problems, _Build(root, work, good, answer, problems, seen).prepare)
    if failure is None:
        sync_folder(work / SITE, good / SITE)
        return ""
    _restore(work, good)
    # Editors read the same words as from the check. Problems that only a build finds are in Sphinx's words.
    return format_problems(root, open_edition(root, cached=True).problems) or problems.getvalue() + failure


def _attempt(root: Path, work: Path, jobs: int, problems: TextIO, prepare: Callable[[Sphinx], object]) -> str | None:
    """Build; return None if all went well, otherwise an error that is not among the `problems` or an empty string."""
    try:
        return "" if run_sphinx(root, work, jobs, problems, prepare) is None else None
    except ProblemsFoundError:
        return ""
    except SphinxError as error:
        return f"{error.category}: {settings_line(str(error))}\n"
    except OSError as error:
        return f"The build cannot go on: {error.strerror or error}.\n"
    except Exception as error:
        # Whatever happens is reported, and the next build may be requested.
        return f"{fault_line(error)}\n"


def _restore(work: Path, good: Path) -> None:
    """Make the folder `work` what it was when a build last succeeded."""
    if (work / FINISHED).exists():
        # Something is wrong with the data files, and nobody knows since when.
        (work / FINISHED).unlink()
        (good / FINISHED).unlink(missing_ok=True)
    _copy_finished(good, work)


def _copy_finished(original: Path, copy: Path) -> None:
    """Copy finished work, so that a copy that is cut off is not taken for finished."""
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
    # Nothing that is printed may come between the answers.
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8") as answers:
        sys.stdout = sys.stderr
        child = 0
        while requests := os.read(STDIN, REQUESTS):
            if child:
                # If the child is done, this does nothing; if not, this build makes the data files anew.
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
            child = _build_and_answer(root, answers, json.loads(requests.splitlines()[-1]))
    return 0


def _build_and_answer(root: Path, answers: TextIO, seen: Sequence[str]) -> int:
    """Build, first the pages that are seen, and return the id of the child that makes the data files, or 0."""
    began, parent = time.monotonic(), os.getpid()

    def answer(name: str, content: object) -> None:
        print(json.dumps({name: content, "seconds": time.monotonic() - began}), file=answers, flush=True)

    answer("building", True)
    try:
        # One of the processes only hands out work to the others.
        answer("done", build(root, multiprocessing.cpu_count() + 1, answer, seen))
    except _HandedToChild as handover:
        child: int = handover.args[0]
        return child
    if os.getpid() != parent:
        os._exit(0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
