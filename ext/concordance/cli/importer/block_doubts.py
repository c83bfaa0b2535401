"""What is doubtful in units that were found: sentences without an end, and numbers outside of all units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.cli.importer.decisions import PRINTED, TEXT
from concordance.cli.importer.markers import Style, find_marker
from concordance.cli.importer.paragraphs import ENDED, JOINING
from concordance.cli.importer.units import Unit, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from concordance.cli.importer.decisions import Decisions
    from concordance.cli.importer.units import TextBlock

# How many words a paragraph has at least that may be expected to end in a sign.
LONG = 4
# What one in so many paragraphs lacks is a slip, and no custom of the text.
RARE = 10


def note_unended(blocks: Sequence[TextBlock], decisions: Decisions) -> None:
    """Bring up paragraphs that end without a sign, in a text where hardly any does: their order may be lost."""
    units = [unit for block in blocks if isinstance(block, Unit) for unit in block.walk()]
    words = [part for unit in units for part in unit.parts if isinstance(part, Words) and not part.heading]
    long = [part for part in words if not part.table and len(part.inline.text.split()) >= LONG]
    unended = [part for part in long if not ENDED.search(JOINING.sub("", part.inline.text))]
    for part in unended if len(unended) * RARE <= len(long) else ():
        message = "A paragraph ends without a full stop, comma or semicolon: words may be lost, or in another order."
        decisions.decide(part.line, " ".join(part.inline.text.split()[-LONG:]), message, PRINTED)


def note_outside(blocks: Sequence[TextBlock], decisions: Decisions) -> None:
    """Bring up the first numbered paragraph that belongs to no unit, such as a recital before the first article."""
    words = (block for block in blocks if isinstance(block, Words) and not block.heading and not block.table)
    for block in words:
        marker = find_marker(block.inline.text)
        if marker is not None and marker.styles[0] in {Style.NUMBER, Style.DIGIT}:
            message = "A number stands outside of all units: its words are kept, without an id. Others may follow."
            decisions.decide(block.line, marker.printed, message, TEXT)
            return
