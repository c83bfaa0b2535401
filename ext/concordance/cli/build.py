"""Build the site and publish it: `concordance build`.

Sphinx works in `build/work`. Only a build without a warning is published to `build/html`, as a whole; until then the
site of the build before stays there. Files there that no build published, such as a repository, are left alone.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from concordance.cli.arguments import command_parser, edition_folder
from concordance.cli.folders import open_folder, publish
from concordance.cli.manifest import Manifest
from concordance.cli.workplace import check_workplace, exclusive_lock
from concordance.history.commits import date_since_epoch
from concordance.model.layout import LOCK
from concordance.model.problems import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from sphinx.application import Sphinx

    from concordance.cli.folders import Stamp
    from concordance.exports.built_edition import BuiltEdition
    from concordance.model.problems import Problem

# The bill of materials, beside the site.
BOM = "bom.json"
EPOCH = "SOURCE_DATE_EPOCH"
UNPUBLISHED = "Nothing was published: the site is as it was before."
# Loading what a build needs takes longer than finding out that there is nothing to build.
# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True)
class Extras:
    """What a build makes beside the site itself."""

    sources: str
    """What they depend on, beside what the site depends on."""
    requirement: str
    """The extra of the engine that has the packages which make them."""
    add: Callable[[BuiltEdition, Path, int], None]
    """Writes them into the folder of a site, with so many processes."""


def build(root: Path, out: Path, jobs: int, extras: Extras | None = None) -> str | None:
    """Build the edition at `root` in `out/work` with `jobs` processes, and publish it to `out/html`.

    Return what was done, in words, or None if the build failed. Problems are printed to standard error. Ids that are
    published for the first time are added to the lock. Extras of an earlier build are not published again: they would
    be out of date.
    """
    manifest = Manifest(out / "manifest.json", out / "html")
    inputs = manifest.fingerprint(root)
    made = out / "extras.txt"
    if manifest.is_current(inputs) and (not extras or (made.is_file() and made.read_text() == extras.sources)):
        return "nothing has changed"
    untouched = manifest.untouched()
    manifest.discard()
    made.unlink(missing_ok=True)
    lock = _content(root / LOCK)
    # What is loaded now is kept for as long as the build goes on: there is no garbage to look for.
    gc.disable()
    from concordance.sphinx_ext.private_imports import import_later

    import_later()
    from sphinx.util.console import color_terminal, nocolor

    from concordance.cli.sphinx_run import SITE

    if not color_terminal():
        nocolor()
    if (finished := make_site(root, out / "work", jobs, extras)) is None:
        return None
    app, stamps = finished
    locked = _lock_ids(root, app, lock)
    publication = publish(out / "work" / SITE, stamps, out / "html", out / "published.json", untouched)
    manifest.save(manifest.fingerprint(root) if locked else inputs, publication.stamps)
    if extras:
        made.write_text(extras.sources)
    return f"{publication.total} files, {publication.changed} of them changed"


def _lock_ids(root: Path, app: Sphinx, before: bytes) -> bool:
    """Add the ids that are new to the lock, which had the content `before`; return whether it has changed by that."""
    from concordance.exports.files import write_if_changed
    from concordance.reading.lock import format_lock
    from concordance.sphinx_ext.domain import domain_of

    # Whoever has changed the lock meanwhile, such as git, is not to lose that: the next build adds what is new.
    if _content(root / LOCK) != before:
        return False
    domain = domain_of(app.env)
    return write_if_changed(root / LOCK, format_lock(domain.locked, domain.addresses_by_id(app.builder)))


def _content(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def make_site(
    root: Path, work: Path, jobs: int, extras: Extras | None = None
) -> tuple[Sphinx, Mapping[str, Stamp]] | None:
    """Build the edition at `root`; return the application that built it, and the stamps of its files by their paths.

    The site is in `work/html`, with what it was made with and the checksums of its files. Return None if it could not
    be built; problems are printed to standard error.
    """
    from concordance.cli.checksums import write_checksums
    from concordance.cli.sphinx_run import DOCTREES, SITE, run_sphinx
    from concordance.sphinx_ext.export_records import keep_edition

    def prepare(app: Sphinx) -> None:
        if extras:
            keep_edition(app, editions)

    editions: list[BuiltEdition] = []
    had_extras = _remove_extras(work / SITE)
    app = run_sphinx(root, work, jobs, sys.stderr, prepare, partial(_print_others, root))
    if app is None:
        return None
    # Whatever else would change it has the work begin anew.
    if extras or had_extras or not (work / SITE / BOM).exists():
        from concordance.cli.bill_of_materials import format_bill

        bill = format_bill(app.config.project, extras.requirement if extras else "")
        (work / SITE / BOM).write_text(bill, encoding="utf-8")
    sums = work / DOCTREES / "checksums.json"
    stamps = write_checksums(work / SITE, sums)
    if extras:
        gc.enable()
        # The archive among them is that of the site without them, and has its checksums.
        extras.add(editions[0], work / SITE, jobs)
        stamps = write_checksums(work / SITE, sums)
    return app, stamps


def _print_others(root: Path, problems: Collection[Problem]) -> None:
    """Print what is wrong with the edition besides some problems that have been printed."""
    from concordance.cli.edition import open_edition
    from concordance.cli.sphinx_run import warning_line

    for problem in open_edition(root).problems:
        if problem not in problems:
            print(warning_line(problem), file=sys.stderr)


def _remove_extras(site: Path) -> bool:
    """Remove what an earlier build made beside a site; return whether there was anything."""
    from concordance.exports.take_away import forget_books
    from concordance.pages.site import DOWNLOADS

    if not (site / DOWNLOADS).exists():
        return False
    shutil.rmtree(site / DOWNLOADS)
    forget_books(site)
    return True


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    return run("build", __doc__, arguments)


def run(
    name: str,
    description: str | None,
    arguments: Sequence[str] | None,
    find_extras: Callable[[], Extras | None] | None = None,
) -> int:
    """Run a command that builds; return its exit status.

    `find_extras` returns what the command adds to a site. If it cannot, it prints why and returns None.
    """
    parser = command_parser(name, description)
    parser.add_argument("--jobs", type=int, default=multiprocessing.cpu_count(), help="how many processes to use")
    options = parser.parse_args(arguments)
    root = edition_folder(options)
    if root is None:
        return 2
    out = root / "build"
    if unfit := check_workplace(root) or check_epoch():
        print(unfit, file=sys.stderr)
        return 2
    extras = find_extras() if find_extras else None
    if find_extras and extras is None:
        return 2
    try:
        open_folder(out)
        with exclusive_lock(out):
            outcome = _build(root, out, options.jobs, extras)
    except (KeyboardInterrupt, OSError) as error:
        # One line is all there is to say: nothing is wrong with the edition.
        print(f"{_explain_stop(error)} {UNPUBLISHED}", file=sys.stderr)
        return 1
    if outcome is None:
        print(f"The build failed, see above. {UNPUBLISHED}", file=sys.stderr)
        return 1
    home = out / "html" / "index.html"
    print(f"The site is complete ({outcome}). Open {home}, or run `concordance serve`.")
    return 0


def check_epoch() -> str | None:
    """Return what is wrong with the date that a build is to be of, and the remedy; None if that is one, or not said."""
    epoch = os.environ.get(EPOCH, "")
    if not epoch or date_since_epoch(epoch):
        return None
    return f"{EPOCH} is not a number of seconds: {printable(epoch)!r}. Leave it out, or give a whole number."


def _build(root: Path, out: Path, jobs: int, extras: Extras | None) -> str | None:
    """Build as `build` does; an error of Sphinx is printed, and one of the system is raised."""
    try:
        return build(root, out, jobs, extras)
    except (KeyboardInterrupt, OSError):
        raise
    except Exception as error:
        from sphinx.errors import ExtensionError, SphinxError

        # Sphinx wraps what its handlers raise.
        if isinstance(error, ExtensionError) and isinstance(error.orig_exc, OSError):
            raise error.orig_exc from error
        if not isinstance(error, SphinxError):
            raise
        from concordance.cli.faults import settings_line

        print(f"{error.category}: {settings_line(str(error))}", file=sys.stderr)
    return None


def _explain_stop(error: BaseException) -> str:
    """Return why a build could not go on."""
    if isinstance(error, OSError):
        where = f": {error.filename}" if error.filename else ""
        return f"The build cannot go on: {error.strerror or error}{where}."
    return "The build was stopped."
