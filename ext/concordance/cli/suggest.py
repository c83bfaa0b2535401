"""Print links that might be made, with the evidence: `concordance suggest [ID]`.

Nothing is written. First come overlaps of eight words or more between texts that are neither linked nor listed in
considered.yaml; then pairs of provisions that share phrases, rare words or rarely named entries. With an ID, pairs that
have less in common are printed as well.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from concordance.cli.arguments import EntryIdError, add_id_argument, command_parser, edition_folder, find_entry
from concordance.cli.edition import open_edition, report_problem_count
from concordance.graph.similarity import NEAR, Suggestion, overlaps, suggestions, unaccounted_overlaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command_parser("suggest", __doc__)
    add_id_argument(parser, "the entry to suggest links for (default: all provisions)")
    options = parser.parse_args(arguments)
    root = edition_folder(options)
    if root is None:
        return 2
    edition = open_edition(root)
    concordance, considered = edition.concordance, edition.corpus.considered
    try:
        entry = find_entry(options.id, concordance.entries, "suggest")
    except EntryIdError as error:
        print(error, file=sys.stderr)
        return 2
    identifier = entry.id if entry else None
    unaccounted = [
        overlap
        for overlap in unaccounted_overlaps(overlaps(concordance.entries), concordance, considered)
        if identifier in {None, overlap.first, overlap.second}
    ]
    print(f"{len(unaccounted)} overlaps are neither linked nor listed in considered.yaml.")
    for overlap in unaccounted:
        print(f"\n{overlap.first} ~ {overlap.second}")
        print("\n".join(f"    “{' '.join(phrase)}” ({len(phrase)} words)" for phrase in overlap.phrases))
    pairs = suggestions(concordance, considered, identifier)
    print(f"\n{len(pairs)} pairs have something in common and are not linked.")
    for pair in pairs:
        print("\n    ".join([f"\n{pair.first} ~ {pair.second}", *evidence(pair)]))
    return report_problem_count(edition)


def evidence(pair: Suggestion) -> Iterator[str]:
    """Yield what two entries have in common, as lines for editors."""
    yield from (f"both say “{' '.join(phrase)}” ({len(phrase)} words)" for phrase in pair.phrases)
    if pair.names:
        yield f"both name {', '.join(pair.names)}"
    if pair.similarity >= NEAR:
        yield f"similar words: {pair.similarity:.2f}, where 1 is the same"
