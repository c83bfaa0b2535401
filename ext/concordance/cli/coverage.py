"""Print what each paragraph has and lacks, and which entries nothing links to: `concordance coverage`.

Nothing is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.authoring.coverage import measure_coverage, unlinked_entries
from concordance.cli.arguments import command_parser, edition_folder
from concordance.cli.edition import open_edition, report_problem_count
from concordance.i18n.kind_names import counted_kind
from concordance.i18n.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    root = edition_folder(command_parser("coverage", __doc__).parse_args(arguments))
    if root is None:
        return 2
    edition = open_edition(root)
    for text in edition.corpus.vocabulary.texts.values():
        states = measure_coverage(text.id, edition.concordance, edition.corpus)
        complete = sum(not state.missing for state in states)
        paragraphs = counted("%d paragraph", "%d paragraphs", len(states))
        print(f"{text.name}: {complete} of {paragraphs} complete")
        for state in states:
            links = ", ".join(counted_kind(kind, count) for kind, count in state.links)
            words = "word" if state.commentary == 1 else "words"
            lacks = f"lacks {', '.join(state.missing)}" if state.missing else "complete"
            print(f"  {state.id:12} {links}, {state.commentary} {words}: {lacks}")
    unlinked = unlinked_entries(edition.concordance)
    entries = counted("%d entry", "%d entries", len(unlinked))
    print(f"{entries} that nothing links to")
    for entry in unlinked:
        print(f"  {entry.id:12} {entry.kind}, {entry.place}: {entry.title}")
    return report_problem_count(edition)
