"""Run Sphinx on an edition, in a folder where it goes on from its last run."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from concordance.cli.manifest import fingerprint_engine
from concordance.model.layout import SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TextIO

# What is in the folder where Sphinx works; the last has the fingerprint of the engine that finished its work there.
SITE, DOCTREES, FINISHED = "html", "doctrees", "finished-by"


def run_sphinx(
    root: Path, work: Path, jobs: int, problems: TextIO, prepare: Callable[[Sphinx], object] = lambda _app: None
) -> Sphinx | None:
    """Build the edition at `root` in the folder `work`, with `jobs` processes.

    Return the application that built it, or None if there were warnings; these are written to `problems`. `prepare` is
    called with the application before it builds. Raises `sphinx.errors.SphinxError` if the build cannot go on.
    """
    # An earlier build is continued only if this very engine finished it. Sphinx warns of a page only when it reads or
    # writes the page, so a build that failed or was cut off cannot be continued: its warnings would be lost.
    finished, engine = work / FINISHED, fingerprint_engine(root)
    continued = finished.is_file() and finished.read_text() == engine
    # First, so that work that is only half deleted is never taken for finished.
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
