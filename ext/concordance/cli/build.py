"""Build the site and publish it: `concordance build`.

Sphinx works in `build/work`. Only a build without a warning is published to `build/html`, as a whole; until then the
site that stood there stands.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import shutil
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.console import color_terminal, nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils

import concordance
from concordance.cli.arguments import command_parser, edition_folder
from concordance.cli.folders import publish
from concordance.exports.files import write_if_changed
from concordance.model.layout import LOCK, SOURCE
from concordance.reading.lock import format_lock
from concordance.sphinx_ext.domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

# What stands in the folder in which Sphinx works; the last names the engine that finished its work there.
SITE, DOCTREES, FINISHED = "html", "doctrees", "finished-by"


def build(root: Path, out: Path, jobs: int) -> str | None:
    """Build the edition at `root` in `out/work` and publish it to `out/html`; return what was done, None if it failed.

    Problems are told on standard error. Ids that are published for the first time are added to the lock.
    """
    app = make(root, out / "work", jobs, sys.stderr)
    if app is None:
        return None
    domain = domain_of(app.env)
    write_if_changed(root / LOCK, format_lock(domain.locked, domain.published(app.builder)))
    publication = publish(out / "work" / SITE, out / "html")
    return f"{publication.total} files, {publication.changed} of them changed"


def make(
    root: Path, work: Path, jobs: int, problems: TextIO, prepare: Callable[[Sphinx], object] = lambda _app: None
) -> Sphinx | None:
    """Build the edition at `root` in the folder `work`; return what built it, None if anything was wrong.

    What is wrong is told on `problems`. `prepare` is given what is to build, before it does.
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


def engine_of(root: Path) -> str:
    """Return the SHA-256 of all that decides how pages are made and is no page, in hexadecimal.

    It is made of the settings, the engine, and the Python and packages that it runs on.
    """
    files = [root / "conf.py", *sorted(Path(concordance.__file__).parent.rglob("*"))]
    # A folder beside each package says its version.
    packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    digest = hashlib.sha256("\n".join([sys.version, *packages]).encode())
    for path in files:
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("build", __doc__)
    parser.add_argument("--jobs", type=int, default=multiprocessing.cpu_count(), help="how many processes to use")
    given = parser.parse_args(arguments)
    if not color_terminal():
        nocolor()
    root = edition_folder(given)
    if root is None:
        return 2
    out = root / "build"
    print("Reading texts and annotations, writing pages …", flush=True)
    try:
        done = build(root, out, given.jobs)
    except SphinxError as error:
        print(f"{error.category}: {error}", file=sys.stderr)
        done = None
    if done is None:
        print("The build failed, see above. Nothing was published: the site is as it was before.", file=sys.stderr)
        return 1
    print(f"The site is complete ({done}). Open {out / 'html' / 'index.html'}, or run `make serve`.")
    return 0
