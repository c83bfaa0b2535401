"""Build an edition whenever asked, in one process that stays: `python -m concordance.tools.live_builder`.

A new process would need a second before it had loaded all that a build needs. It is asked with a line on its standard
input and answers with lines of JSON on its standard output; `concordance.tools.live` starts it.
"""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import shutil
import sys
import traceback
from typing import TYPE_CHECKING

from sphinx._cli.util.colour import disable_colour
from sphinx.errors import SphinxError

from concordance.tools.build import DOCTREES, FINISHED, SITE, make
from concordance.tools.edition import command
from concordance.tools.mirror import mirror

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

# Below `build/`: where Sphinx works, and how that looked when a build last succeeded. The site in it is shown.
WORK, GOOD = "live/work", "live/good"


class _WrongError(SphinxError):
    """Ends a build of which nothing will be shown."""


def build(root: Path, jobs: int, when_shown: Callable[[], object]) -> str:
    """Build the edition at `root`; return what is wrong with it, or nothing.

    `when_shown` is called when pages that changed are to be seen, before the search and the data files are made. A
    build that fails leaves the site as it was, and the next goes on from the last that did not.
    """
    work, good = root / "build" / WORK, root / "build" / GOOD
    problems = io.StringIO()

    def show() -> None:
        if problems.getvalue():
            raise _WrongError
        # Until all is there, a later build cannot go on from this.
        (good / FINISHED).unlink(missing_ok=True)
        if mirror(work / SITE, good / SITE):
            when_shown()

    if not (work / FINISHED).exists():
        _copy(good, work)
    wrong = ""
    try:
        if make(root, work, jobs, problems, show):
            _copy(work, good)
            return ""
    except _WrongError:
        pass
    except SphinxError as error:
        wrong = f"{error.category}: {error}\n"
    except Exception:
        # Whatever happens, it is told, and the next build may be asked for.
        wrong = traceback.format_exc()
    _copy(good, work)
    return problems.getvalue() + wrong


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
    # Nothing that prints may come between the answers.
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8") as answers:
        sys.stdout = sys.stderr

        def answer(**told: object) -> None:
            print(json.dumps(told), file=answers, flush=True)

        for _asked in sys.stdin:
            problems = build(root, multiprocessing.cpu_count(), lambda: answer(shown=True))
            answer(done=True, problems=problems)
    return 0


if __name__ == "__main__":
    sys.exit(main())
