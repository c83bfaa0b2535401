"""Write a new annotation to fill in: `python -m concordance.tools.annotation ID`.

Everything in it but the id of its entry is a comment. Links that might be made stand among these, with the evidence.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from concordance.compare import suggestions
from concordance.editing.skeleton import file_of, skeleton
from concordance.load import ANNOTATIONS
from concordance.locale import _
from concordance.problems import nearest
from concordance.tools.edition import command, edition_folder, open_edition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from concordance.compare import Suggestion
    from concordance.tools.edition import Opened

# More would bury what else there is to fill in; `suggest` prints them all.
SUGGESTED = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command("annotation", __doc__)
    parser.add_argument("id", help="the entry to annotate, such as plan-44")
    given = parser.parse_args(arguments)
    root = edition_folder(given)
    if root is None:
        return 2
    edition = open_edition(root)
    entry = edition.concordance.entries.get(given.id)
    if entry is None:
        print(f"There is no entry {given.id!r}. {nearest(given.id, edition.concordance.entries)}", file=sys.stderr)
        return 2
    standing = edition.corpus.annotations.get(entry.id)
    path = root / (standing.place.path if standing else f"{ANNOTATIONS}/{file_of(entry.id, entry.docname)}")
    if path.exists():
        print(f"{path.relative_to(root)} stands there already; nothing was written.", file=sys.stderr)
        return 1
    text = skeleton(
        entry.id, edition.corpus.vocabulary, _, linked=True, prose=True, suggested=_suggested(entry.id, edition)
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"Wrote {path.relative_to(root)}. Fill it in, then run `make check`.")
    return 0


def _suggested(identifier: str, edition: Opened) -> Iterator[tuple[str, str]]:
    found = suggestions(edition.concordance, edition.corpus.considered)
    for pair in [pair for pair in found if identifier in {pair.one, pair.other}][:SUGGESTED]:
        other = pair.other if pair.one == identifier else pair.one
        entry = edition.concordance.entries[other]
        yield other, f"{entry.label}, {entry.title}: {'; '.join(_evidence(pair))}"


def _evidence(pair: Suggestion) -> Iterator[str]:
    yield from (f"both say “{' '.join(phrase)}”" for phrase in pair.phrases)
    if pair.names:
        yield f"both name {', '.join(pair.names)}"
    yield f"similarity {pair.similarity:.2f}"


if __name__ == "__main__":
    sys.exit(main())
