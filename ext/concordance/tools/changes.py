"""Tell what changes in the edition since a branch or another revision: `python -m concordance.tools.changes [BASE]`.

It compares the files as they stand, saved or not yet committed, with those at the point where the work left BASE. The
answer is Markdown on standard output. What is wrong with either state is told on standard error; what could be read of
it is compared.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from concordance.changing.changes import Version, changes
from concordance.changing.changes_markdown import told
from concordance.tools.edition import SOURCE, command, edition_folder, open_edition
from concordance.tools.revision import RevisionError, branched_from, checked_out

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command("changes", __doc__)
    parser.add_argument("base", nargs="?", default="main", help="what to compare with (default: main)")
    given = parser.parse_args(arguments)
    root = edition_folder(given)
    if root is None:
        return 2
    try:
        commit = branched_from(root, given.base)
        with checked_out(root, commit) as folder:
            before = _version(folder, f"At {given.base}")
        after = _version(root, "Here")
    except RevisionError as error:
        print(error, file=sys.stderr)
        return 2
    except UnicodeDecodeError as error:
        print(f"A page is not UTF-8, so nothing can be compared: {error}. `make check` names it.", file=sys.stderr)
        return 2
    print(told(changes(before, after), commit[:10]), end="")
    return 0


def _version(root: Path, where: str) -> Version:
    edition = open_edition(root)
    if edition.problems:
        print(f"{where}, not all can be read; what can be is compared.", file=sys.stderr)
    for problem in edition.problems:
        print(f"  {problem.place}: {problem} [{problem.kind.value}]", file=sys.stderr)
    source = root / SOURCE
    pages = {
        path.relative_to(source).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(source.rglob("*.md"))
    }
    return Version(edition.concordance, edition.corpus, pages)


if __name__ == "__main__":
    sys.exit(main())
