"""Print links that might be made, with their evidence: `concordance suggest [ID]`.

Nothing is written. First come overlaps of eight words or more between texts that are neither linked nor considered and
left out; then pairs of provisions that share phrases, rare words or rarely named entries. For one entry, those are
printed too that have less in common with it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from concordance.cli.arguments import NotOneEntryError, add_id, command_parser, edition_folder, entry_given
from concordance.cli.edition import open_edition
from concordance.graph.similarity import NEAR, Suggestion, overlaps, suggestions, unaccounted_overlaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("suggest", __doc__)
    add_id(parser, "the entry to suggest links for (default: all provisions)")
    given = parser.parse_args(arguments)
    root = edition_folder(given)
    if root is None:
        return 2
    edition = open_edition(root)
    concordance, considered = edition.concordance, edition.corpus.considered
    try:
        entry = entry_given(given.id, concordance.entries, "suggest")
    except NotOneEntryError as error:
        print(error, file=sys.stderr)
        return 2
    one = entry.id if entry else None
    found = unaccounted_overlaps(overlaps(concordance.entries), concordance, considered)
    open_ = [each for each in found if one in {None, each.first, each.second}]
    print(f"{len(open_)} overlaps are neither linked nor listed in considered.yaml.")
    for overlap in open_:
        print(f"\n{overlap.first} ~ {overlap.second}")
        print("\n".join(f"    “{' '.join(phrase)}” ({len(phrase)} words)" for phrase in overlap.phrases))
    pairs = suggestions(concordance, considered, one)
    print(f"\n{len(pairs)} pairs have something in common and are not linked.")
    for pair in pairs:
        print("\n    ".join([f"\n{pair.first} ~ {pair.second}", *evidence(pair)]))
    return 0


def evidence(pair: Suggestion) -> Iterator[str]:
    """Yield what two entries have in common."""
    yield from (f"both say “{' '.join(phrase)}” ({len(phrase)} words)" for phrase in pair.phrases)
    if pair.names:
        yield f"both name {', '.join(pair.names)}"
    if pair.similarity >= NEAR:
        yield f"similar words: {pair.similarity:.2f}, where 1 is the same"
