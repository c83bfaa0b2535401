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
from concordance.dates import wrong_date
from concordance.editing import files
from concordance.editing.code_spans import without_code
from concordance.editing.limits import PAGE_BYTES
from concordance.editing.text_file import read_text
from concordance.model import Entry, Kind, Line, Link, Provenance
from concordance.problems import Place, Problem, ProblemKind
from concordance.vocabulary import term_id

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
LINK = re.compile(r"\[(?P<words>[^\]]*)\]\(#(?P<target>[^)\s]+)[^)]*\)")
# The directive that lists everything of a term under an id of its own, and how a place in a page is given one.
LISTS_TERMS = "browse"
ANCHOR = re.compile(r"\((?P<id>[^)]+)\)=")
NO_WORD = re.compile(r"[^a-z0-9]+")
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


@dataclass(slots=True)
class Scanned:
    """What the pages of an edition hold.

    `own` are the words of each provision without those of its sub-items, `anchors` the pages of ids that are no
    entries, `pages` the docnames, and `named` the ids that texts and registries link to, each at its place. `unread`
    tells of pages that cannot be read, `incomplete` of entries that lack something.
    """

    entries: list[Entry] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    own: dict[str, str] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    named: list[Line] = field(default_factory=list)
    unread: list[Problem] = field(default_factory=list)
    incomplete: list[Problem] = field(default_factory=list)


def scan(root: Path, source: str, corpus: Corpus) -> Scanned:
    """Return what all pages below `root/source` hold, and what keeps one from being read."""
    scanned = Scanned()
    for shown in _pages(root, source):
        text, problems = _read_page(root, shown)
        scanned.unread += problems
        docname = shown.removeprefix(f"{source}/").removesuffix(".md")
        scanned.pages.append(docname)
        _scan_page(text.split("\n"), shown, docname, corpus, scanned)
    return scanned


def address_of(docname: str) -> str:
    """Return where a page stands on the site, for those who have none."""
    return f"{docname}.html"


def unreadable(root: Path, source: str) -> list[Problem]:
    """Return what keeps pages below `root/source` from being read."""
    return [problem for shown in _pages(root, source) for problem in _read_page(root, shown)[1]]


def _pages(root: Path, source: str) -> list[str]:
    found = (path for path in (root / source).rglob("*.md") if not path.is_dir())
    return sorted(path.relative_to(root).as_posix() for path in found)


def _read_page(root: Path, shown: str) -> tuple[str, list[Problem]]:
    """Return the text of a page, and what keeps it from being read (the text is then empty)."""
    data, problems = files.read(root, shown, PAGE_BYTES)
    return ("", problems) if problems else read_text(data, shown)


def _scan_page(lines: list[str], shown: str, docname: str, corpus: Corpus, scanned: Scanned) -> None:
    blocks, footnotes = _blocks(lines)
    entries = [block for block in blocks if block.kind in set(Kind)]
    for block in entries:
        place = Place(shown, block.line, 1)
        scanned.entries.append(_entry(block, docname, place, corpus))
        scanned.incomplete += _incomplete(block, place)
        if block.kind == Kind.PROVISION:
            scanned.own[block.id] = plain(block.own())
            scanned.links += _names(block, footnotes, place)
    for block in blocks:
        if block.kind == LISTS_TERMS:
            terms = corpus.vocabulary.facets.get(block.id, ())
            scanned.anchors.update((term_id(block.id, term), docname) for term in terms)
    # The guide shows how links are written.
    words = without_code("\n".join(lines)).split("\n")
    # Headings of the page itself can be linked to as well, by their words.
    headings = {NO_WORD.sub("-", line.lower()).strip("-") for line in words if line.startswith("#")}
    for number, line in enumerate(words, start=1):
        if match := ANCHOR.fullmatch(line):
            scanned.anchors[match["id"]] = docname
        for match in LINK.finditer(line):
            if match["target"] in headings:
                continue
            scanned.named.append(Line(match["target"], Place(shown, number, match.start("target") + 1)))


def _incomplete(block: _Block, place: Place) -> Iterator[Problem]:
    """Yield what an entry of a registry lacks."""
    if block.kind == Kind.PROVISION:
        return
    for option in ("label", "title"):
        if option not in block.options:
            message = f"{block.kind} {block.id} has no :{option}:."
            yield Problem(place, ProblemKind.SCHEMA, message, f"Add a line `:{option}: …`.")
    if (date := block.options.get("date")) and (wrong := wrong_date(date)):
        yield Problem(place, ProblemKind.SCHEMA, f"{block.kind} {block.id}: {wrong}", "Mend `:date:`.")


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
            found.append(closed)
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
