"""Tell what changes in the edition since a branch or another revision: `concordance changes [BASE]`.

It compares the files as they stand, saved or not yet committed, with those at the point where the work left BASE. The
answer is Markdown on standard output. What is wrong with either state is told on standard error. Files that cannot be
read, or not whole, are named in the answer and not compared.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from concordance.cli.arguments import command_parser, edition_folder
from concordance.cli.edition import open_edition
from concordance.history.changes import compare_versions
from concordance.history.changes_markdown import render_changes
from concordance.history.revision import RevisionError, checkout, merge_base
from concordance.history.versions import Version
from concordance.model.layout import SOURCE
from concordance.reading.scan import docname_of, read_pages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("changes", __doc__)
    parser.add_argument("base", nargs="?", default="main", help="what to compare with (default: main)")
    given = parser.parse_args(arguments)
    root = edition_folder(given)
    if root is None:
        return 2
    try:
        commit = merge_base(root, given.base)
        with checkout(root, commit) as folder:
            before = version_of(folder, f"At {given.base}")
        after = version_of(root, "Here")
    except RevisionError as error:
        print(error, file=sys.stderr)
        return 2
    print(render_changes(compare_versions(before, after), commit[:10]), end="")
    return 0


def version_of(root: Path, where: str) -> Version:
    """Return the edition at `root` as it stands; what is wrong with it is told on standard error, after `where`."""
    edition = open_edition(root)
    if edition.problems:
        print(f"{where}, not all can be read; what can be is compared.", file=sys.stderr)
    for problem in edition.problems:
        print(f"  {problem.place}: {problem} [{problem.kind.value}]", file=sys.stderr)
    texts, unread = read_pages(root, SOURCE)
    pages = {docname_of(path, SOURCE): text for path, text in texts.items()}
    paths = {problem.place.path for problem in unread}
    return Version(edition.concordance, edition.corpus, pages, {docname_of(path, SOURCE): path for path in paths})
