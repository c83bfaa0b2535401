"""Build the site once more, from nothing, and compare it with one that was published: `concordance verify [FOLDER]`.

FOLDER has the files of that site, by default `build/html`. It has to be built with the same settings (SITE_URL and the
like), the same Python and the same packages, from the same commit. If it has books to take away, these are made once
more, too. Nothing is published and nothing is written.
"""

from __future__ import annotations

import multiprocessing
import sys
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from concordance.cli.arguments import command_parser, edition_folder
from concordance.cli.build import check_epoch, make_site
from concordance.cli.checksums import checksums
from concordance.cli.downloads import books
from concordance.cli.workplace import BUILD, LOCK, exclusive_lock
from concordance.pages.site import DOWNLOADS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What hosts and repositories keep beside a site.
OTHERS = frozenset({".git", ".nojekyll", "CNAME"})
# So many files of a kind are named.
NAMED = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("verify", __doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="the site to compare with (default: build/html)")
    parser.add_argument("--jobs", type=int, default=multiprocessing.cpu_count(), help="how many processes to use")
    options = parser.parse_args(arguments)
    root = edition_folder(options)
    if root is None:
        return 2
    folder: Path = options.folder or root / BUILD / "html"
    if not (folder / "index.html").is_file():
        print(f"There is no site in {folder}. Build it first, or say where one is.", file=sys.stderr)
        return 2
    if wrong := check_epoch():
        print(wrong, file=sys.stderr)
        return 2
    # A build would change what is compared. What others have built needs no lock.
    is_built_here = folder.resolve().parent == (root / BUILD).resolve() and (root / BUILD / LOCK).is_file()
    with exclusive_lock(root / BUILD) if is_built_here else nullcontext():
        return _verify(root, folder, options.jobs)


def _verify(root: Path, folder: Path, jobs: int) -> int:
    with_books = (folder / DOWNLOADS).is_dir()
    extras = books() if with_books else None
    if with_books and extras is None:
        return 2
    with TemporaryDirectory(prefix="concordance-") as work:
        work_folder = Path(work) / "work"
        if make_site(root, work_folder, jobs, extras) is None:
            print("The site cannot be built, see above: there is nothing to compare with.", file=sys.stderr)
            return 1
        rebuilt = checksums(work_folder / "html")
    return compare(rebuilt, folder)


def compare(rebuilt: Mapping[str, str], folder: Path) -> int:
    """Print how the site in a folder differs from one with these checksums; return 0 if it does not, otherwise 1."""
    published = {name: checksum for name, checksum in checksums(folder).items() if name.partition("/")[0] not in OTHERS}
    kinds = {
        "differ": [name for name in rebuilt if published.get(name, rebuilt[name]) != rebuilt[name]],
        "are missing": [name for name in rebuilt if name not in published],
        "are not of this edition": [name for name in published if name not in rebuilt],
    }
    if not any(kinds.values()):
        print(f"All {len(rebuilt)} files in {folder} are what this edition builds.")
        return 0
    for kind, names in kinds.items():
        for name in sorted(names)[:NAMED]:
            print(f"  {name}", file=sys.stderr)
        if names:
            print(f"{len(names)} files in {folder} {kind}.", file=sys.stderr)
    return 1
