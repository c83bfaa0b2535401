"""Print what has changed in the edition since a branch or another revision: `concordance changes [BASE]`.

The files as they are now, committed or not, are compared with those at the point where the work left BASE. With `--of`,
it is those of another revision, such as a proposal that was fetched; nothing of it is run. The list is Markdown on
standard output. Problems of either state go to standard error, and do not make the command fail. Files that cannot be
read, or only in part, are named in the list and not compared.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from concordance.cli.arguments import command_parser, edition_folder
from concordance.cli.edition import open_edition
from concordance.history.changes import compare_versions
from concordance.history.changes_markdown import render_changes
from concordance.history.other_files import other_changed_files
from concordance.history.revision import RevisionError, checkout, merge_base, resolve
from concordance.history.versions import Version
from concordance.model.layout import SOURCE
from concordance.reading.lock import read_lock
from concordance.reading.page_words import find_reproduced
from concordance.reading.pages import docname_of, read_pages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("changes", __doc__)
    parser.add_argument("base", nargs="?", default="main", help="what to compare with (default: main)")
    parser.add_argument("--of", metavar="REVISION", help="what to look at in place of the files as they are now")
    options = parser.parse_args(arguments)
    root = edition_folder(options)
    if root is None:
        return 2
    try:
        commit = merge_base(root, options.base, options.of or "HEAD")
        with checkout(root, commit) as folder:
            before = read_version(folder, f"At {options.base}")
        if options.of:
            with checkout(root, resolve(root, options.of)) as folder:
                after = read_version(folder, f"At {options.of}")
        else:
            after = read_version(root, "Here")
    except RevisionError as error:
        print(error, file=sys.stderr)
        return 2
    others = other_changed_files(root, commit, options.of)
    print(render_changes(compare_versions(before, after, others), commit[:10]), end="")
    return 0


def read_version(root: Path, where: str) -> Version:
    """Return the edition at `root` as it is now; print its problems to standard error, under a line with `where`."""
    edition = open_edition(root)
    if edition.problems:
        print(f"{where}, something is wrong; what can be read is compared.", file=sys.stderr)
    for problem in edition.problems:
        print(f"  {problem.place}: {problem} [{problem.kind.value}]", file=sys.stderr)
    locked, lock_problems = read_lock(root)
    page_files = read_pages(root, SOURCE, edition.corpus.vocabulary)
    paths = {problem.place.path for problem in page_files.unread_problems}
    return Version(
        edition.concordance,
        edition.corpus,
        {docname_of(path, SOURCE): text for path, text in page_files.texts.items()},
        {
            docname_of(path, SOURCE): find_reproduced(page, page_files.texts[path])
            for path, page in page_files.pages.items()
        },
        locked=None if lock_problems else locked,
        unread={docname_of(path, SOURCE): path for path in paths},
    )
