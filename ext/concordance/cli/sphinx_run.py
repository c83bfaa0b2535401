"""Run Sphinx on an edition, in a folder in which it goes on from its last run."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from concordance.cli.manifest import engine_of
from concordance.model.layout import SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TextIO

# What stands in the folder in which Sphinx works; the last names the engine that finished its work there.
SITE, DOCTREES, FINISHED = "html", "doctrees", "finished-by"


def make(
    root: Path, work: Path, jobs: int, problems: TextIO, prepare: Callable[[Sphinx], object] = lambda _app: None
) -> Sphinx | None:
    """Build the edition at `root` in the folder `work`, with `jobs` processes.

    Return what built it, None if anything was wrong: that is written to `problems`. `prepare` is given what is to build
    before it does.
    """
    # The work of an earlier build is continued if that was finished by this very engine. Sphinx tells of a page's
    # warnings only when it reads or writes the page, so neither a failed build may be continued nor one cut off.
    finished, engine = work / FINISHED, engine_of(root)
    continued = finished.is_file() and finished.read_text() == engine
    # First, so that what is cut off while it is thrown away is not taken for finished.
    finished.unlink(missing_ok=True)
    if work.exists() and not continued:
        shutil.rmtree(work)
    work.mkdir(parents=True, exist_ok=True)
    with patch_docutils(root), docutils_namespace():
        app = Sphinx(
            root / SOURCE,
            root,
            work / SITE,
            work / DOCTREES,
            "html",
            status=None,
            warning=problems,
            warningiserror=True,
            parallel=jobs,
        )
        prepare(app)
        app.build()
    if app.statuscode:
        return None
    finished.write_text(engine)
    return app
