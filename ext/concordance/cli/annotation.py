"""Write a new annotation to fill in: `concordance annotation ID`.

Everything in it but the id of its entry is a comment. Links that might be made stand among these, with the evidence.
"""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING

from concordance.authoring.new_annotation import SuggestedLink, annotation_path, draft_annotation, usual_predicate
from concordance.cli.arguments import (
    NotOneEntryError,
    add_id,
    command_parser,
    edition_folder,
    entry_given,
    how_to_give_id,
)
from concordance.cli.edition import open_edition
from concordance.cli.suggest import evidence
from concordance.graph.similarity import suggestions
from concordance.i18n.words import _
from concordance.model.layout import ANNOTATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from concordance.cli.edition import Opened
    from concordance.model.entries import Entry

# More would bury what else there is to fill in; `suggest` prints them all.
SUGGESTED = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("annotation", __doc__)
    add_id(parser, "the entry to annotate")
    given = parser.parse_args(arguments)
    root = edition_folder(given)
    if root is None:
        return 2
    edition = open_edition(root)
    try:
        entry = entry_given(given.id, edition.concordance.entries, "annotation")
    except NotOneEntryError as error:
        print(error, file=sys.stderr)
        return 2
    if entry is None:
        print(how_to_give_id("annotation", edition.concordance.entries), file=sys.stderr)
        return 2
    standing = edition.corpus.annotations.get(entry.id)
    path = root / (standing.place.path if standing else f"{ANNOTATIONS}/{annotation_path(entry.id, entry.docname)}")
    if path.exists():
        print(f"{path.relative_to(root)} stands there already; nothing was written.", file=sys.stderr)
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_begun(entry, edition), encoding="utf-8", newline="\n")
    print(f"Wrote {path.relative_to(root)}. Fill it in, then run `make check`.")
    return 0


def _begun(entry: Entry, edition: Opened) -> str:
    return draft_annotation(
        entry.id,
        edition.corpus.vocabulary,
        _,
        linked=True,
        prose=True,
        example=usual_predicate(edition.concordance, edition.corpus.vocabulary, entry.kind),
        existing=_standing(entry, edition),
        suggested=_suggested(entry, edition),
    )


def _standing(entry: Entry, edition: Opened) -> Iterator[str]:
    """Yield the links that an entry has from elsewhere, those of a kind in one line."""
    found = sorted(edition.concordance.connections.get(entry.id, ()), key=lambda connection: connection.says)
    for says, connections in groupby(found, key=lambda connection: connection.says):
        yield f"{says} {', '.join(connection.other for connection in connections)}"


def _suggested(entry: Entry, edition: Opened) -> Iterator[SuggestedLink]:
    concordance = edition.concordance
    for pair in suggestions(concordance, edition.corpus.considered, entry.id)[:SUGGESTED]:
        other = concordance.entries[pair.second]
        key = usual_predicate(concordance, edition.corpus.vocabulary, entry.kind, other.kind)
        yield SuggestedLink(key, other.id, f"{other.label}, {other.title}: {'; '.join(evidence(pair))}")
