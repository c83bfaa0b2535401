"""Compose the pages of a text from its units, as a recipe says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concordance.cli.importer.markers import NUMBERED, Style
from concordance.cli.importer.markup import Inline, to_markdown
from concordance.cli.importer.units import Unit, Words, unit_id
from concordance.model.ids import prefix_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from concordance.cli.importer.file_recipe import TextRecipeModel
    from concordance.cli.importer.markup import Linker
    from concordance.cli.importer.paragraphs import SourceParagraph
    from concordance.cli.importer.units import TextBlock

CALL = re.compile(r"(?<!\\)\[\^(\d+)\]")
HOME = "index"
TITLE_LENGTH = 90


@dataclass(slots=True)
class _Section:
    """Units under one heading of a text."""

    title: str
    """Empty for the first, which may have no heading."""
    before: list[Words] = field(default_factory=list)
    """The heading and other words before its first unit."""
    pages: list[list[TextBlock]] = field(default_factory=list)
    """What stands on each page of its units: headings, a unit, and words behind it."""


@dataclass(slots=True)
class TextComposer:
    """Composes the pages of one text; problems are added to those of the linker."""

    model: TextRecipeModel
    """What the recipe says of the text."""
    footnotes: Mapping[int, SourceParagraph]
    """The footnotes of the whole file, by number."""
    linker: Linker
    pages: dict[str, str] = field(default_factory=dict)
    """The Markdown of each page that is composed, by its path below the folder of pages."""

    def compose(self, blocks: Sequence[TextBlock]) -> dict[str, str]:
        """Return the pages by path."""
        first = self._first_unit(blocks)
        if self.model.pages == "whole" or first is None:
            self._page(HOME, self.model.title, self._sections(blocks))
            return self.pages
        sections = _divide(blocks[first:])
        lead, *parts = sections
        numbers = [self._unit_page(page) for page in lead.pages]
        names = [f"part-{index}" for index in range(1, len(parts) + 1)]
        children = [*numbers, *names]
        shown = self._sections([*blocks[:first], *lead.before])
        self._page(HOME, self.model.title, shown, children, ":::{pages}\n:::")
        for name, part in zip(names, parts, strict=True):
            numbers = [self._unit_page(page) for page in part.pages]
            shown = map(self._block, self._group_words(part.before))
            contents = f":::{{part-text}} {self.model.id}\n:::" if numbers else ""
            self._page(name, part.title, shown, numbers, contents)
        return self.pages

    def _first_unit(self, blocks: Sequence[TextBlock]) -> int | None:
        """Return the index of the first numbered unit, or of the headings right before it if others follow it."""
        unit = next((index for index, block in enumerate(blocks) if isinstance(block, Unit) and block.style), None)
        later = {block.heading for block in blocks[unit or 0 :] if isinstance(block, Words)} - {0}
        first = unit
        while first and isinstance(before := blocks[first - 1], Words) and before.heading in later:
            first -= 1
        return first

    def _sections(self, blocks: Iterable[TextBlock]) -> Iterator[str]:
        """Yield blocks, with a heading before the first unit of each series, so that the page is about none alone."""
        seen: set[str] = set()
        for block in self._group_words(blocks):
            series = prefix_of(block.key) if isinstance(block, Unit) else ""
            series = series if series in self.model.cite else ""
            if isinstance(block, Unit) and series not in seen:
                seen.add(series)
                yield f"## {_escape(self.model.sections.get(series, self.model.name))}"
            yield self._block(block)

    def _unit_page(self, blocks: Sequence[TextBlock]) -> str:
        unit = next(block for block in blocks if isinstance(block, Unit))
        # A page named by its number alone would stand where the short address of the unit is.
        number = unit.key.removeprefix(f"{self.model.series}-")
        name = number if self.model.series or "-" in number else f"para-{number}"
        self._page(name, unit_title(unit), map(self._block, self._group_words(blocks)))
        return name

    def _group_words(self, blocks: Iterable[TextBlock]) -> Iterator[Unit | list[Words]]:
        """Yield units, and runs of other words together."""
        run: list[Words] = []
        for block in blocks:
            if isinstance(block, Words):
                run.append(block)
                continue
            if run:
                yield run
                run = []
            yield block
        if run:
            yield run

    def _page(
        self, name: str, title: str, blocks: Iterable[str], children: Sequence[str] = (), contents: str = ""
    ) -> None:
        shown = [*blocks]
        called = {int(number) for block in shown for number in CALL.findall(block)}
        notes = [self._footnote(number) for number in sorted(called & self.footnotes.keys())]
        tree = ["\n".join(["```{toctree}", ":hidden:", "", *children, "```"])] if children else []
        parts = [f"# {_escape(title)}", *shown, *notes, *filter(None, [contents]), *tree]
        self.pages[f"{self.model.folder}/{name}.md"] = "\n\n".join(parts) + "\n"

    def _footnote(self, number: int) -> str:
        note = self.footnotes[number]
        return f"[^{number}]: {self.linker.link(f'{self.model.id}-fn-{number}', note.inline, note.line)}"

    def _block(self, block: Unit | list[Words]) -> str:
        if isinstance(block, Unit):
            return self._unit(block, self.model.id)
        words = "\n\n".join(self._words(f"{self.model.id}-words", each) for each in block)
        return f":::{{verbatim}} {self.model.id}\n{words}\n:::"

    def _words(self, scope: str, words: Words) -> str:
        if words.table:
            return words.table
        text = self.linker.link(scope, words.inline, words.line) if not words.heading else _plain(words.inline)
        return f"**{text}**" if words.heading else text

    def _unit(self, unit: Unit, parent: str, whole: str = "") -> str:
        """Compose a unit; `whole` is the number that what it is a part of is cited by, if its id does not say that."""
        identifier = unit_id(parent, unit)
        fence = ":" * (3 + _height(unit))
        marker = unit.printed.replace("\\", "\\\\").replace('"', '\\"')
        options = [f':number: "{marker}"'] if marker else []
        nested = unit.number and parent != self.model.id and unit.style is not Style.DECIMAL
        cited = f"{whole or unit_number(parent)} ({unit.number})" if nested else unit.number
        options += [f':cited: "{cited}"'] if cited else []
        parts = [
            self._unit(part, identifier, cited) if isinstance(part, Unit) else self._words(identifier, part)
            for part in unit.parts
        ]
        head = "\n".join([f"{fence}{{provision}} {identifier}", *options])
        return "\n\n".join([head, *parts]) + f"\n{fence}"


def unit_number(identifier: str) -> str:
    """Return the number that an id says: "5 (2)" for `plan-art-5-2`."""
    first, *items = [part for part in identifier.split("-")[1:] if part[:1].isdigit() or len(part) == 1] or [""]
    return first + "".join(f" ({part})" for part in items)


def unit_title(unit: Unit) -> str:
    """Return the title of the page of a unit: what is printed before it, and its heading."""
    title = unit.parts[0] if unit.parts else None
    printed = unit.printed.strip('“"«.: ')
    name = f"Paragraph {printed}" if unit.style is Style.NUMBER else printed
    if isinstance(title, Words) and title.heading and len(title.inline.text) <= TITLE_LENGTH:
        return f"{name}. {title.inline.text}"
    return name


def _divide(blocks: Sequence[TextBlock]) -> list[_Section]:
    """Divide a text at its highest headings; the first section may be without one, and empty."""
    levels = [block.heading for block in blocks if isinstance(block, Words) and block.heading]
    highest = min(levels, default=0)
    sections = [_Section("")]
    waiting: list[TextBlock] = []
    for block in blocks:
        if isinstance(block, Unit):
            sections[-1].pages.append([*waiting, block])
            waiting = []
        elif block.heading == highest and block.heading:
            _settle(sections[-1], waiting)
            waiting = []
            sections.append(_Section(block.inline.text, [block]))
        elif block.heading or waiting:
            waiting.append(block)
        else:
            _settle(sections[-1], [block])
    _settle(sections[-1], waiting)
    return sections


def _settle(section: _Section, blocks: Sequence[TextBlock]) -> None:
    """Put words on the last page of a section, or before its pages if it has none."""
    if section.pages:
        section.pages[-1] += blocks
    else:
        section.before += [block for block in blocks if isinstance(block, Words)]


def _height(unit: Unit) -> int:
    return max((1 + _height(part) for part in unit.parts if isinstance(part, Unit)), default=0)


def _plain(inline: Inline) -> str:
    return to_markdown(Inline(inline.text, tuple(span for span in inline.spans if span.kind == "call")))


def _escape(title: str) -> str:
    return re.sub(r"[\\`*_\[\]<>{}$]", r"\\\g<0>", title)


def is_numbered(unit: Unit) -> bool:
    """Return whether a unit is cited by number, and is no item of a list."""
    return unit.style in NUMBERED
