"""Find the units of a text: from its paragraphs to articles, numbered paragraphs and items within each other.

The module knows how resolutions, treaties, reports and codes are built, and no particular text. A marker begins a unit
if it is the next of a series that is open, or the first of a new one; whatever else it might be is a doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concordance.cli.importer.block_doubts import note_outside, note_unended
from concordance.cli.importer.decisions import CONTINUES, PRINTED, TEXT, UNIT
from concordance.cli.importer.inline_items import split_items
from concordance.cli.importer.markers import NUMBERED, Style, find_marker, form_of, ordinal_of, series_of
from concordance.cli.importer.paragraphs import JOINING
from concordance.cli.importer.units import Unit, Words, concatenated, free_key
from concordance.cli.importer.word_roles import find_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from concordance.cli.importer.decisions import Decisions
    from concordance.cli.importer.markers import Marker
    from concordance.cli.importer.paragraphs import SourceParagraph
    from concordance.cli.importer.units import TextBlock, TextPlan
    from concordance.cli.importer.word_roles import WordRoles

OPENING = re.compile(r"[\"“]?(?:The|We|Nous|La|Le|L’|El|Los|Les)\b.{3,160},$|.{3,80}\bhereinafter\b.*,$")
OPERATIVE = re.compile(r"(?:Solemnly |Also |Further )?([A-Z][a-z]+(?:s|es))\b.*[.;]$")
# What comes between preamble and articles: “adopts this seventeenth day of June the following Convention”.
FORMULA = re.compile(r"(?:hereby |solemnly )?(?:adopts?|proclaims?|agrees?|declares?|decides?)\b.*[.:]$")
# A paragraph of a preamble ends in a comma, which the call of a footnote may follow.
UNENDED = re.compile(r"[,;](?:\s?\d{1,3})?$")
CLOSING = re.compile(
    r"(?:In witness|In faith|Done (?:at|in)|Adopted at|\d+(?:st|nd|rd|th) (?:plenary )?meeting)", re.IGNORECASE
)


def read_units(paragraphs: Sequence[SourceParagraph], plan: TextPlan, decisions: Decisions) -> list[TextBlock]:
    """Return the units of a text and the words between them, in its order."""
    roles = find_roles(paragraphs, plan.series)
    blocks = _UnitReader(plan, decisions, [*split_items(paragraphs, decisions)], roles).read()
    note_unended(blocks, decisions)
    note_outside(blocks, decisions)
    return blocks


@dataclass(slots=True)
class _UnitReader:
    plan: TextPlan
    decisions: Decisions
    paragraphs: Sequence[SourceParagraph]
    roles: WordRoles
    blocks: list[TextBlock] = field(default_factory=list)
    stack: list[Unit] = field(default_factory=list)
    """The units that are open, the outermost first."""
    opened: bool = False
    """Whether the opening line of a preamble has come."""
    begun: bool = False
    """Whether a numbered unit has come."""
    ended: bool = False
    last_top: int = 0
    level: int = 0
    """The level of the heading that the last of the outermost units was; 0 if it was none."""
    holder: Unit | None = None
    """The unit that has the last words."""

    def read(self) -> list[TextBlock]:
        for index, paragraph in enumerate(self.paragraphs):
            if paragraph.heading and not self.is_unit_heading(paragraph):
                self.add_heading(paragraph)
                continue
            marker = None if paragraph.table else find_marker(paragraph.text, self.plan.word)
            if marker is None or not self.add_unit(paragraph, marker, index):
                self.add_words(paragraph)
        return self.blocks

    def is_unit_heading(self, paragraph: SourceParagraph) -> bool:
        marker = find_marker(paragraph.text, self.plan.word)
        if marker is None or (marker.word and series_of(marker.word) in self.roles.divisions):
            return False
        return marker.styles[0] is self.plan.top or marker.styles[0] in {Style.ARTICLE, Style.DECIMAL}

    def add_heading(self, paragraph: SourceParagraph) -> None:
        """Add a heading: the title of a unit, one between its paragraphs, or one above the next units."""
        heading = Words(paragraph.line, paragraph.inline, paragraph.heading)
        top = self.stack[0] if self.stack else None
        if top and not top.parts and top.style in {Style.ARTICLE, Style.DECIMAL}:
            top.parts.append(heading)
        elif top and 0 < self.level < paragraph.heading:
            self.stack[-1].parts.append(heading)
        else:
            self.stack.clear()
            self.blocks.append(heading)

    def add_words(self, paragraph: SourceParagraph) -> None:
        words = Words(paragraph.line, paragraph.inline, 0, paragraph.table)
        if self.begun and (CLOSING.match(paragraph.text) or self.ended):
            self.ended = True
            self.stack.clear()
        if not self.stack and self.is_opening(paragraph):
            self.opened = True
            self.blocks.append(words)
        elif not self.begun and self.opened and self.plan.preamble:
            self.add_unnumbered(paragraph, words)
        elif self.stack and self.stack[0].style is not None:
            self.extend(paragraph, words)
        else:
            self.stack.clear()
            self.blocks.append(words)

    def is_opening(self, paragraph: SourceParagraph) -> bool:
        return self.plan.preamble and not self.opened and not self.begun and bool(OPENING.match(paragraph.text))

    def add_unnumbered(self, paragraph: SourceParagraph, words: Words) -> None:
        """Add a paragraph of a preamble, a resolution's paragraph without a number, or a formula."""
        text = paragraph.text
        operative = OPERATIVE.match(text)
        if self.stack and text[0].islower() and not FORMULA.match(text):
            self.extend(paragraph, words)
        elif UNENDED.search(JOINING.sub("", text)) and not operative:
            self.add_counted("pp", words)
        elif operative and self.plan.top is None:
            self.add_counted("op", words)
        elif text.endswith(":") and self.followed_by_items(paragraph):
            self.add_counted("pp", words)
        else:
            self.stack.clear()
            self.blocks.append(words)

    def add_counted(self, series: str, words: Words) -> None:
        number = sum(isinstance(block, Unit) and block.key.startswith(f"{series}-") for block in self.blocks) + 1
        self.open_top(Unit(None, "", f"{series}-{number}", "", words.line, number, [words]))

    def followed_by_items(self, paragraph: SourceParagraph) -> bool:
        index = next(index for index, each in enumerate(self.paragraphs) if each is paragraph)
        after = self.paragraphs[index + 1] if index + 1 < len(self.paragraphs) else None
        marker = find_marker(after.text) if after else None
        return marker is not None and marker.styles[0] not in {*NUMBERED}

    def open_top(self, unit: Unit) -> None:
        self.stack[:] = [unit]
        self.holder = unit
        self.blocks.append(unit)

    def extend(self, paragraph: SourceParagraph, words: Words) -> None:
        """Add a paragraph without a marker to the unit that it belongs to."""
        first = " ".join(paragraph.text.split()[:4])
        last = self.holder.parts[-1] if self.holder and self.holder.parts else None
        if not paragraph.table and paragraph.text[0].islower() and isinstance(last, Words):
            message = "A paragraph begins with a small letter."
            if self.decisions.decide(paragraph.line, first, message, TEXT, CONTINUES) == CONTINUES:
                last.inline = concatenated(last.inline, words.inline)
                return
        owner = next((unit for unit in reversed(self.stack) if unit.style in NUMBERED), self.stack[0])
        self.holder = owner if self.stack[-1].parts else self.stack[-1]
        self.holder.parts.append(words)

    def add_unit(self, paragraph: SourceParagraph, marker: Marker, index: int) -> bool:
        """Begin a unit if the marker does; return whether it does."""
        if marker.styles[0] is Style.DASH and not self.plan.dashes:
            return False
        if marker.word and self.stack and series_of(marker.word) in self.roles.inner:
            return self.add_within(self.stack[0], paragraph, marker, Style.ARTICLE)
        if paragraph.depth:
            self.stack[:] = [unit for unit in self.stack if unit.depth <= paragraph.depth]
        base = self.base_of(paragraph)
        if marker.styles[0] is self.plan.top and base == 1:
            return self.add_top(paragraph, marker)
        if not self.stack:
            return False
        if Style.DECIMAL in marker.styles:
            return self.add_decimal(paragraph, marker)
        for depth in self.depths_of(marker, base):
            unit = self.stack[depth]
            if unit.style is not None and self.is_next(unit, marker, index):
                del self.stack[depth:]
                return self.add_item(paragraph, marker, unit.style)
        for style in marker.styles:
            if ordinal_of(marker.number, style) == (0 if style is Style.DASH else 1):
                self.close_series(style, marker, base)
                return self.add_item(paragraph, marker, style)
        return self.add_odd(paragraph, marker)

    def add_decimal(self, paragraph: SourceParagraph, marker: Marker) -> bool:
        """Begin `2.1` within `2`; return whether that is what the number does."""
        whole = self.nested_in(marker)
        if whole is None:
            return self.add_odd(paragraph, marker)
        return self.add_within(whole, paragraph, marker, Style.DECIMAL)

    def add_within(self, whole: Unit, paragraph: SourceParagraph, marker: Marker, style: Style) -> bool:
        """Begin the next unit of those within an open one; return whether the marker is that of a unit."""
        number = ordinal_of(marker.number, style)
        due = 1 + max((part.ordinal for part in whole.parts if isinstance(part, Unit)), default=0)
        if number != due:
            message = f"{marker.printed} comes where the number {due} is due: one may be missing."
            if self.decisions.decide(paragraph.line, marker.printed, message, UNIT, TEXT) == TEXT:
                return False
        del self.stack[self.stack.index(whole) + 1 :]
        return self.add_item(paragraph, marker, style)

    def is_next(self, unit: Unit, marker: Marker, index: int) -> bool:
        """Return whether a marker follows that of `unit`; `(i)` after `(h)` does unless `(ii)` comes next."""
        assert unit.style is not None
        step = 0 if unit.style is Style.DASH or marker.compound else 1
        if ordinal_of(marker.number, unit.style) != unit.ordinal + step:
            return False
        if unit.style is Style.LETTER and marker.number == "i":
            for after in self.paragraphs[index + 1 :]:
                other = find_marker(after.text)
                if other is not None and other.number:
                    return other.number != "ii"
        return True

    def base_of(self, paragraph: SourceParagraph) -> int:
        """Return where units that a paragraph may follow are open at the outermost: within the list around its own."""
        depths = range(len(self.stack) - 1, -1, -1)
        return 1 + next((depth for depth in depths if 0 < self.stack[depth].depth < paragraph.depth), 0)

    def depths_of(self, marker: Marker, base: int) -> list[int]:
        """Return where items are open that a marker may follow: those printed as it is first, the innermost first."""
        depths = [
            depth for depth in range(len(self.stack) - 1, base - 1, -1) if self.stack[depth].style in marker.styles
        ]
        return sorted(depths, key=lambda depth: form_of(self.stack[depth].printed) != marker.form)

    def close_series(self, style: Style, marker: Marker, base: int) -> None:
        """A series that begins anew ends those at its level and below, of the unit that holds its words."""
        for depth in range(base, len(self.stack)):
            if self.stack[depth].style is style and form_of(self.stack[depth].printed) == marker.form:
                del self.stack[depth:]
                return

    def add_odd(self, paragraph: SourceParagraph, marker: Marker) -> bool:
        """Decide what a marker is that is neither the next of a series nor the first of one."""
        style = marker.styles[0]
        depth = next(iter(self.depths_of(marker, self.base_of(paragraph))), 0)
        likely = style in NUMBERED if not depth else ordinal_of(marker.number, style) > self.stack[depth].ordinal
        message = f"The marker {marker.printed} does not follow the one before it: something may be missing."
        choices = (UNIT, TEXT) if likely else (TEXT, UNIT)
        if self.decisions.decide(paragraph.line, marker.printed, message, *choices) == TEXT:
            return False
        if depth:
            style = self.stack[depth].style or style
            del self.stack[depth:]
        return self.add_item(paragraph, marker, style)

    def add_item(self, paragraph: SourceParagraph, marker: Marker, style: Style) -> bool:
        owner = self.stack[-1]
        number = ordinal_of(marker.number, style)
        if style is Style.DASH:
            number = sum(isinstance(part, Unit) for part in owner.parts) + 1
        due = marker.key or str(number)
        if (key := free_key(owner, due)) != due:
            message = f"The marker {marker.printed} stands twice in one unit."
            self.decisions.decide(paragraph.line, marker.printed, message, PRINTED)
        unit = Unit(style, marker.printed, key, "" if marker.derivable else marker.number, paragraph.line, number)
        unit.depth = paragraph.depth
        unit.fill(paragraph, marker)
        owner.parts.append(unit)
        self.stack.append(unit)
        self.holder = unit
        return True

    def add_top(self, paragraph: SourceParagraph, marker: Marker) -> bool:
        style = marker.styles[0]
        number = ordinal_of(marker.number, style)
        inner = self.nested_in(marker) if style is Style.DECIMAL else None
        if inner is not None:
            del self.stack[self.stack.index(inner) + 1 :]
            return self.add_item(paragraph, marker, style)
        if self.begun and number != self.last_top + 1 and not (number == self.last_top and not marker.derivable):
            message = f"{marker.printed} comes where {self.last_top + 1} is due: a number may be missing."
            likely = style is not Style.NUMBER or 0 < number - self.last_top < 20
            likely = likely and (style is not Style.ARTICLE or bool(paragraph.heading) or not self.level)
            choices = (UNIT, TEXT) if likely else (TEXT, UNIT)
            if self.decisions.decide(paragraph.line, marker.printed, message, *choices) == TEXT:
                return False
        elif paragraph.text.startswith(("Repealed", "Reserved", "Deleted", "Renumbered")):
            message = f"{marker.printed.split()[0]} stands before a number, which may be that of a unit."
            if self.decisions.decide(paragraph.line, marker.printed, message, UNIT, TEXT) == TEXT:
                return False
        self.begun, self.ended, self.last_top, self.level = True, False, number, paragraph.heading
        key = f"{self.plan.series}-{marker.key}" if self.plan.series else marker.key
        unit = Unit(style, marker.printed, key, "" if marker.derivable else marker.number, paragraph.line, number)
        unit.depth = paragraph.depth
        unit.fill(paragraph, marker)
        self.open_top(unit)
        return True

    def nested_in(self, marker: Marker) -> Unit | None:
        """Return the open unit whose number is the beginning of that of the marker."""
        for unit in reversed(self.stack):
            own = unit.key.removeprefix(f"{self.plan.series}-")
            if unit.style in NUMBERED and marker.key.startswith(f"{own}-"):
                return unit
        return None
