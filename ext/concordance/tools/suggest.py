"""Print links that might be made, with their evidence: `python -m concordance.tools.suggest [ID]`.

Nothing is written. First come overlaps of eight words or more between texts that are neither linked nor considered and
left out; then pairs of provisions that share phrases, rare words or rarely named entries.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from concordance.compare import Suggestion, overlaps, suggestions, unaccounted
from concordance.problems import nearest
from concordance.tools.edition import command, edition_folder, open_edition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from concordance.compare import Words


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = command("suggest", __doc__)
    parser.add_argument("id", nargs="?", help="the provision to suggest links for (default: all)")
    given = parser.parse_args(arguments)
    root = edition_folder(given)
    if root is None:
        return 2
    edition = open_edition(root)
    concordance, considered = edition.concordance, edition.corpus.considered
    if given.id and given.id not in concordance.entries:
        print(f"There is no entry {given.id!r}. {nearest(given.id, concordance.entries)}", file=sys.stderr)
        return 2

    def wanted(one: str, other: str) -> bool:
        return given.id in {None, one, other}

    open_ = [
        each
        for each in unaccounted(overlaps(concordance.entries), concordance, considered)
        if wanted(each.one, each.other)
    ]
    print(f"{len(open_)} overlaps are neither linked nor listed in considered.yaml.")
    for overlap in open_:
        print(f"\n{overlap.one} ~ {overlap.other}\n{_quoted(overlap.phrases)}")
    found = [each for each in suggestions(concordance, considered) if wanted(each.one, each.other)]
    print(f"\n{len(found)} pairs have something in common and are not linked.")
    for pair in found:
        print(_shown(pair))
    return 0


def _quoted(phrases: Sequence[Words]) -> str:
    return "\n".join(f"    “{' '.join(phrase)}” ({len(phrase)} words)" for phrase in phrases)


def _shown(pair: Suggestion) -> str:
    lines = [f"\n{pair.one} ~ {pair.other}: similarity {pair.similarity:.2f}"]
    if pair.phrases:
        lines.append(_quoted(pair.phrases))
    if pair.names:
        lines.append(f"    both name {', '.join(pair.names)}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
