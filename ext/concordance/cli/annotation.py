"""Write a new annotation to fill in: `concordance annotation ID`.

Everything in it but the id of its entry is a comment. The comments include links that might be made, with the evidence.
"""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING

from concordance.authoring.new_annotation import SuggestedLink, annotation_path, draft_annotation, usual_predicate
from concordance.cli.arguments import (
    EntryIdError,
    add_id_argument,
    command_parser,
    edition_folder,
    find_entry,
    id_usage,
)
from concordance.cli.edition import open_edition
from concordance.cli.suggest import evidence
from concordance.graph.similarity import suggestions
from concordance.i18n.words import _
from concordance.model.layout import ANNOTATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from concordance.cli.edition import OpenedEdition
    from concordance.model.entries import Entry

# More would bury the rest of what is to be filled in; `suggest` prints them all.
MAX_SUGGESTIONS = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("annotation", __doc__)
    add_id_argument(parser, "the entry to annotate")
    options = parser.parse_args(arguments)
    root = edition_folder(options)
    if root is None:
        return 2
    edition = open_edition(root)
    try:
        entry = find_entry(options.id, edition.concordance.entries, "annotation")
    except EntryIdError as error:
        print(error, file=sys.stderr)
        return 2
    if entry is None:
        print(id_usage("annotation", edition.concordance.entries), file=sys.stderr)
        return 2
    existing = edition.corpus.annotations.get(entry.id)
    path = root / (existing.place.path if existing else f"{ANNOTATIONS}/{annotation_path(entry.id, entry.docname)}")
    if path.exists():
        print(f"{path.relative_to(root)} already exists; nothing was written.", file=sys.stderr)
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_draft(entry, edition), encoding="utf-8", newline="\n")
    print(f"Wrote {path.relative_to(root)}. Fill it in, then run `concordance check`.")
    return 0


def _draft(entry: Entry, edition: OpenedEdition) -> str:
    return draft_annotation(
        entry.id,
        edition.corpus.vocabulary,
        _,
        linked=True,
        prose=True,
        example=usual_predicate(edition.concordance, edition.corpus.vocabulary, entry.kind),
        existing=_existing_links(entry, edition),
        suggested=_suggested_links(entry, edition),
    )


def _existing_links(entry: Entry, edition: OpenedEdition) -> Iterator[str]:
    """Yield a line for each kind of link that an entry has already, made in other files."""
    connections = sorted(edition.concordance.connections.get(entry.id, ()), key=lambda connection: connection.says)
    for says, same_kind in groupby(connections, key=lambda connection: connection.says):
        yield f"{says} {', '.join(connection.other for connection in same_kind)}"


def _suggested_links(entry: Entry, edition: OpenedEdition) -> Iterator[SuggestedLink]:
    concordance = edition.concordance
    for pair in suggestions(concordance, edition.corpus.considered, entry.id)[:MAX_SUGGESTIONS]:
        other = concordance.entries[pair.second]
        key = usual_predicate(concordance, edition.corpus.vocabulary, entry.kind, other.kind)
        yield SuggestedLink(key, other.id, f"{other.label}, {other.title}: {'; '.join(evidence(pair))}")
