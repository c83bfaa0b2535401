"""Find the entries of an edition and what its texts name without building a page. Pure; no Sphinx.

A check has to be quick, so it reads the directives of the pages by line. What it finds is what a build finds; a test
holds the one against the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from concordance.citations.short import citation, opening, text_of
from concordance.graph.references import REFERENCE_READERS, read_references
from concordance.model.corpus import Line
from concordance.model.dates import check_date
from concordance.model.entries import Entry, Kind, Link, text_link
from concordance.model.ids import check_id
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.model.vocabulary import term_id
from concordance.reading import files
from concordance.reading.code_spans import without_code
from concordance.reading.limits import PAGE_BYTES
from concordance.reading.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from concordance.graph.references import DirectiveReference
    from concordance.model.corpus import Corpus

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
ASKS = re.compile(rf":{{3,}}\{{(?P<by>{'|'.join(REFERENCE_READERS)})\}}(?P<argument>.*)")
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
    entries, `pages` the docnames, `named` the ids that texts and registries link to, each at its place, and `asked` the
    entries that pages ask for. `unread` tells of pages that cannot be read, `incomplete` of entries that lack
    something, or whose id is none: these are not among the entries.
    """

    entries: list[Entry] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    own: dict[str, str] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    named: list[Line] = field(default_factory=list)
    asked: list[DirectiveReference] = field(default_factory=list)
    unread: list[Problem] = field(default_factory=list)
    incomplete: list[Problem] = field(default_factory=list)


def scan(root: Path, source: str, corpus: Corpus) -> Scanned:
    """Return what all pages below `root/source` hold, and what keeps one from being read."""
    scanned = Scanned()
    texts, scanned.unread = read_pages(root, source)
    for shown, text in texts.items():
        docname = docname_of(shown, source)
        scanned.pages.append(docname)
        _scan_page(text.split("\n"), shown, docname, corpus, scanned)
    return scanned


def docname_of(path: str, source: str) -> str:
    """Return what Sphinx calls the page in the file `path` below the folder `source`."""
    return path.removeprefix(f"{source}/").removesuffix(".md")


def address_of(docname: str) -> str:
    """Return where a page stands on the site, for those who have none."""
    return f"{docname}.html"


def read_pages(root: Path, source: str) -> tuple[dict[str, str], list[Problem]]:
    """Return the text of every page below `root/source` by its path, and what keeps others from being read."""
    texts: dict[str, str] = {}
    unread: list[Problem] = []
    found = (path for path in (root / source).rglob("*.md") if not path.is_dir())
    for shown in sorted(path.relative_to(root).as_posix() for path in found):
        data, problems = files.read(root, shown, PAGE_BYTES)
        text, problems = ("", problems) if problems else read_text(data, shown)
        if not problems:
            texts[shown] = text
        unread += problems
    return texts, unread


def _scan_page(lines: list[str], shown: str, docname: str, corpus: Corpus, scanned: Scanned) -> None:
    blocks, footnotes = _blocks(lines)
    entries = [block for block in blocks if block.kind in set(Kind)]
    for block in entries:
        place = Place(shown, block.line, 1)
        if problem := check_id(block.id, place):
            scanned.incomplete.append(problem)
            continue
        scanned.entries.append(_entry(block, docname, place, corpus))
        scanned.incomplete += _incomplete(block, place)
        if block.kind == Kind.PROVISION:
            scanned.own[block.id] = plain(block.own())
            scanned.links += _names(block, footnotes, place, corpus.vocabulary.naming)
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
        if match := ASKS.fullmatch(line):
            scanned.asked += read_references(match["by"], match["argument"].strip(), Place(shown, number, 1))
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
    if (date := block.options.get("date")) and (wrong := check_date(date)):
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


def _names(block: _Block, footnotes: dict[str, str], place: Place, predicate: str) -> Iterator[Link]:
    markdown = block.own()
    spoken = [markdown, *(footnotes.get(call, "") for call in CALL.findall(markdown))]
    for text in spoken:
        for match in LINK.finditer(text):
            yield text_link(block.id, predicate, match["target"], plain(match["words"]), place)
