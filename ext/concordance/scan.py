"""Find the entries of an edition and what its texts name without building a page. Pure; no Sphinx.

A check has to be quick, so it reads the directives of the pages by line. What it finds is what a build finds; a test
holds the one against the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from concordance.cite import citation, opening, text_of
from concordance.model import Entry, Kind, Link, Provenance
from concordance.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from concordance.model import Corpus

CITES = "cites"
OPENED = re.compile(r"(?P<fence>:{3,})\{(?P<kind>\w+)\}\s*(?P<id>\S*)")
CLOSED = re.compile(r":{3,}")
OPTION = re.compile(r':(?P<name>\w+): "?(?P<value>.*?)"?')
FACT = re.compile(r":[^:]+: ")
FOOTNOTE = re.compile(r"\[\^(?P<name>[^\]]+)\]: (?P<text>.*)")
CALL = re.compile(r"\[\^([^\]]+)\]")
LINK = re.compile(r"\[(?P<words>[^\]]*)\]\(#(?P<target>[^)]+)\)")
STRUCK = re.compile(r"\{struck\}`([^`]*)`")
EMPHASIS = re.compile(r"(?<!\\)\*")
ESCAPED = re.compile(r"\\([^\w\s])")


@dataclass(slots=True)
class _Block:
    """A directive and what stands in it: lines of its own, and blocks."""

    kind: str
    id: str
    fence: int
    line: int
    options: dict[str, str] = field(default_factory=dict)
    inside: list[str | _Block] = field(default_factory=list)

    def text(self) -> str:
        """Return the Markdown of the block; sub-items stand in it with their numbers."""
        return " ".join(
            part if isinstance(part, str) else f"{part.options.get('number', '')} {part.text()}" for part in self.inside
        )

    def own(self) -> str:
        """Return the Markdown of the block without its sub-items."""
        return " ".join(part for part in self.inside if isinstance(part, str))


def scan(root: Path, source: str, corpus: Corpus) -> tuple[list[Entry], list[Link]]:
    """Return the entries of all pages below `root/source`, and the links that their texts make."""
    entries: list[Entry] = []
    links: list[Link] = []
    for path in sorted((root / source).rglob("*.md")):
        shown = path.relative_to(root).as_posix()
        docname = path.relative_to(root / source).with_suffix("").as_posix()
        blocks, footnotes = _blocks(path.read_text(encoding="utf-8").splitlines())
        for block in blocks:
            place = Place(shown, block.line)
            entries.append(_entry(block, docname, place, corpus))
            if block.kind == Kind.PROVISION:
                links += _names(block, footnotes, place)
    return entries, links


def plain(markdown: str) -> str:
    """Return the words of verbatim Markdown."""
    text = STRUCK.sub(r"\1", LINK.sub(r"\g<words>", CALL.sub("", markdown)))
    return " ".join(ESCAPED.sub(r"\1", EMPHASIS.sub("", text)).split())


def names_in_list(written: str) -> tuple[str, ...]:
    """Return the names of a list that is separated by semicolons."""
    return tuple(name.strip() for name in written.split(";") if name.strip())


def _description(block: _Block) -> str:
    """Return how a registry describes an entry: all that it says before the list of facts."""
    told = takewhile(lambda line: not FACT.match(line), (line for line in block.inside if isinstance(line, str)))
    return plain(" ".join(line.removeprefix("- ") for line in told))


def _blocks(lines: list[str]) -> tuple[list[_Block], dict[str, str]]:
    found: list[_Block] = []
    opened: list[_Block] = []
    footnotes: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if match := OPENED.fullmatch(line):
            block = _Block(match["kind"], match["id"], len(match["fence"]), number)
            if opened:
                opened[-1].inside.append(block)
            opened.append(block)
        elif opened and CLOSED.fullmatch(line) and len(line) == opened[-1].fence:
            closed = opened.pop()
            found += [closed] if closed.kind in set(Kind) else []
        elif opened and not opened[-1].inside and (option := OPTION.fullmatch(line)):
            opened[-1].options[option["name"]] = option["value"]
        elif opened:
            opened[-1].inside.append(line)
        elif match := FOOTNOTE.fullmatch(line):
            footnotes[match["name"]] = match["text"]
    return found, footnotes


def _entry(block: _Block, docname: str, place: Place, corpus: Corpus) -> Entry:
    kind = Kind(block.kind)
    if kind is not Kind.PROVISION:
        label = block.options.get("label", block.id)
        return Entry(
            id=block.id,
            kind=kind,
            docname=docname,
            label=label,
            title=block.options.get("title", label),
            place=place,
            type=block.options.get("type", ""),
            date=block.options.get("date", ""),
            aliases=names_in_list(block.options.get("aliases", "")),
            about=_description(block),
        )
    text = text_of(block.id, corpus.vocabulary.texts)
    content = plain(block.text())
    annotation = corpus.annotations.get(block.id)
    return Entry(
        id=block.id,
        kind=kind,
        docname=docname,
        label=(citation(block.id, text.cite) if text else None) or block.id,
        title=(annotation.title if annotation else None) or opening(content),
        place=place,
        number=block.options.get("number", ""),
        content=content,
    )


def _names(block: _Block, footnotes: dict[str, str], place: Place) -> Iterator[Link]:
    markdown = block.own()
    spoken = [markdown, *(footnotes.get(call, "") for call in CALL.findall(markdown))]
    for text in spoken:
        for match in LINK.finditer(text):
            reason = f"The text names it: “{plain(match['words'])}”."
            yield Link(block.id, CITES, match["target"], reason, Provenance.TEXT, None, place)
