"""Build the site with books, documents and slides to take away, and publish it: `concordance downloads`.

The files are dated by the last review of an annotation, or by SOURCE_DATE_EPOCH if that is set
(https://reproducible-builds.org/specs/source-date-epoch/). A later `concordance build` that changes anything publishes
the site without them, as they would be out of date.
"""

from __future__ import annotations

import datetime
import importlib.util
import multiprocessing
import os
import signal
import sys
import tempfile
from typing import TYPE_CHECKING

from concordance.cli.build import EPOCH, Extras, run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from concordance.exports.books.collection import Download
    from concordance.exports.built_edition import BuiltEdition

# Loading what writes books takes longer than finding out that there is nothing to do.
# ruff: noqa: PLC0415

MODULES = ("docx", "pptx", "typst")
MISSING = "What writes books is not installed: {}. Install it: pip install 'concordance-edition[downloads]'"
# What is made, where the processes that make it find it: they are copies of this one.
_downloads: list[Download] = []


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    return run("downloads", __doc__, arguments, books)


def books() -> Extras | None:
    """Return what this command adds to a site; print what it lacks, and return None, if it cannot."""
    missing = [name for name in MODULES if importlib.util.find_spec(name) is None]
    if missing:
        print(MISSING.format(", ".join(missing)), file=sys.stderr)
        return None
    return Extras(f"downloads {os.environ.get(EPOCH, '')}", "downloads", add_downloads)


def add_downloads(edition: BuiltEdition, site: Path, jobs: int) -> None:
    """Write the files of an edition into the folder of its site, with `jobs` processes."""
    from concordance.cli.sphinx_run import DOCTREES
    from concordance.exports.books.archive import data_archive, site_archive
    from concordance.exports.books.collection import Download, downloads
    from concordance.exports.files import write_files
    from concordance.exports.take_away import Offer, pages_with_books, take_away_page
    from concordance.pages.site import DOWNLOADS

    date = _date_of_files(edition)
    (site / DOWNLOADS).mkdir(exist_ok=True)
    _downloads[:] = [
        *downloads(edition, date),
        Download(f"{DOWNLOADS}/site.zip", edition.site.title, lambda: site_archive(site, date)),
        Download(f"{DOWNLOADS}/data.zip", edition.site.title, lambda: data_archive(site, date)),
    ]
    fork = multiprocessing.get_context("fork")
    # The next build empties this folder, whatever ends this one.
    with (
        tempfile.TemporaryDirectory(dir=site.parent / DOCTREES) as temporary,
        fork.Pool(jobs, _begin, (temporary,)) as pool,
    ):
        for path, data in pool.imap_unordered(_make, range(len(_downloads))):
            (site / path).write_bytes(data)
    # What has everything comes first, the rest as it was made.
    listed = sorted(_downloads, key=lambda download: not download.path.startswith(f"{DOWNLOADS}/edition."))
    offers = [Offer(download.path, download.title) for download in listed]
    write_files(site, take_away_page(edition, site, offers))
    write_files(site, pages_with_books(edition, site, (offer.path for offer in offers)))


def _begin(temporary: str) -> None:
    """Have a process of ours leave what it needs for a while where it is removed, and its end to us."""
    tempfile.tempdir = temporary
    # What is made bears its date already. Python 3.14 would put this one into the archives of libraries, and can
    # make none of a year before 1980.
    os.environ.pop(EPOCH, None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _date_of_files(edition: BuiltEdition) -> datetime.date:
    """Return the day that the files bear."""
    if epoch := os.environ.get(EPOCH):
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    dates = [page.view.edition_date for page in edition.pages.values() if page.view.edition_date]
    return max(dates, default=datetime.date(1980, 1, 1))


def _make(place: int) -> tuple[str, bytes]:
    return _downloads[place].path, _downloads[place].make()
