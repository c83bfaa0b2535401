"""Build an edition whenever asked, in one process that stays: `python -m concordance.tools.live_builder`.

A new process would need a second before it had loaded all that a build needs. It is asked with lines on its standard
input, and answers with lines of JSON on its standard output; `concordance.tools.live` starts it. What was asked for
more than once meanwhile is built once.
"""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import select
import shutil
import signal
import sys
import time
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING

from sphinx._cli.util.colour import disable_colour
from sphinx.errors import SphinxError

from concordance.tools.build import DOCTREES, FINISHED, SITE, engine_of, make
from concordance.tools.edition import command
from concordance.tools.live_server import GOOD
from concordance.tools.mirror import mirror

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import TextIO

# Below `build/`: where Sphinx works.
WORK = "live/work"
# So often, in seconds, it is looked whether another build is asked for, while data files are made.
GLANCE = 0.05
ASKED = 0


class _WrongError(SphinxError):
    """Ends a build of which nothing will be shown."""


class _AskedAgain(BaseException):
    """Ends a build whose pages are shown, and whose data files nobody waits for: another is asked for."""


def build(root: Path, jobs: int, show: Callable[[bool], object]) -> str:
    """Build the edition at `root`; return what is wrong with it, or nothing.

    `show` is called when all pages stand in the site that is shown, with whether any changed; the search and the data
    files are made after that. A build that fails leaves the site as it was, and the next goes on from the last that did
    not.
    """
    work, good = root / "build" / WORK, root / "build" / GOOD
    problems, wrong = io.StringIO(), ""

    def on_written() -> None:
        if problems.getvalue():
            raise _WrongError
        show(mirror(work / SITE, good / SITE))
        # Data files are made anew by every build, so the next can go on from here.
        (work / FINISHED).write_text(engine_of(root))
        _copy(work, good)
        signal.setitimer(signal.ITIMER_REAL, GLANCE, GLANCE)

    if not (work / FINISHED).exists():
        _copy(good, work)
    try:
        made = make(root, work, jobs, problems, on_written) is not None
    except _WrongError:
        made = False
    except SphinxError as error:
        made, wrong = False, f"{error.category}: {error}\n"
    except Exception:
        # Whatever happens, it is told, and the next build may be asked for.
        made, wrong = False, traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if made:
        _copy(work, good)
        return ""
    if (work / FINISHED).exists():
        # Something is wrong with the data files, and nobody can tell since when.
        (work / FINISHED).unlink()
        (good / FINISHED).unlink()
    _copy(good, work)
    return problems.getvalue() + wrong


def _glance(_signal: int, _frame: object) -> None:
    if select.select([ASKED], [], [], 0)[0]:
        signal.setitimer(signal.ITIMER_REAL, 0)
        raise _AskedAgain


def _copy(original: Path, copy: Path) -> None:
    """Copy finished work; what is cut off meanwhile is not taken for finished."""
    if (original / FINISHED).exists():
        (copy / FINISHED).unlink(missing_ok=True)
        for part in (SITE, DOCTREES):
            mirror(original / part, copy / part)
        shutil.copyfile(original / FINISHED, copy / FINISHED)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    root = command("live_builder", __doc__).parse_args(arguments).root.resolve()
    disable_colour()
    signal.signal(signal.SIGALRM, _glance)
    # Nothing that prints may come between the answers.
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8") as answers:
        sys.stdout = sys.stderr
        while os.read(ASKED, 4096):
            _build_and_answer(root, answers)
    return 0


def _build_and_answer(root: Path, answers: TextIO) -> None:
    began = time.monotonic()

    def answer(name: str, told: object) -> None:
        print(json.dumps({name: told, "seconds": time.monotonic() - began}), file=answers, flush=True)

    with suppress(_AskedAgain):
        problems = build(root, multiprocessing.cpu_count(), lambda changed: answer("shown", changed))
        answer("done", problems)


if __name__ == "__main__":
    sys.exit(main())
