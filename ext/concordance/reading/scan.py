"""Find the entries of an edition and what its texts name without building a page. No Sphinx.

Pages are read with the parser and the rules of the build; a test compares what is found with what a build registers.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concordance.citations.short import citation, opening, text_of
from concordance.graph.references import read_references
from concordance.model.corpus import Line
from concordance.model.dates import check_date
from concordance.model.entries import Entry, Kind, Link, text_link
from concordance.model.ids import check_id
from concordance.model.problems import Problem, ProblemKind
from concordance.model.vocabulary import term_id
from concordance.reading.page import Block, Directive
from concordance.reading.page_html import html_on_page
from concordance.reading.page_words import own_blocks, plain_words, words_of
from concordance.reading.pages import docname_of, read_pages
from concordance.reading.shown_files import missing_files, missing_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from concordance.graph.references import DirectiveReference
    from concordance.model.corpus import Corpus
    from concordance.reading.page import Page, PageLink

# The directive that lists everything of a term under an id of its own.
LISTS_TERMS = "browse"
NO_WORD = re.compile(r"[^a-z0-9]+")
NO_START = re.compile(r"^[-0-9]+|-+$")


@dataclass(slots=True)
class Scanned:
    """What the pages of an edition hold."""

    entries: list[Entry] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    """What the words of the texts name."""
    own: dict[str, str] = field(default_factory=dict)
    """The words of each provision without those of its sub-items."""
    labels: list[Line] = field(default_factory=list)
    """The names that places on pages are given."""
    anchors: dict[str, str] = field(default_factory=dict)
    """The docname of the page on which each term is listed, by the id of the term there."""
    docnames: list[str] = field(default_factory=list)
    named: list[Line] = field(default_factory=list)
    """The ids that pages link to, each at its place, but for those of the page's own headings and labels."""
    asked: list[DirectiveReference] = field(default_factory=list)
    """The entries that directives ask for."""
    directives: list[Directive] = field(default_factory=list)
    unread: tuple[Problem, ...] = ()
    """What keeps pages from being read."""
    incomplete: list[Problem] = field(default_factory=list)
    """What directives lack, or have and should not, and which files and pages are not there that pages show."""


def scan(root: Path, source: str, corpus: Corpus) -> Scanned:
    """Return what all pages below `root/source` hold, and what keeps one from being read."""
    read = read_pages(root, source)
    scanned = Scanned(unread=read.unread)
    for path, page in read.pages.items():
        docname = docname_of(path, source)
        scanned.docnames.append(docname)
        _scan_page(page, docname, corpus, scanned)
        scanned.incomplete += missing_files(page, root, source, path)
    for path, page in read.pages.items():
        scanned.incomplete += missing_pages(page, docname_of(path, source), scanned.docnames)
    return scanned


def _scan_page(page: Page, docname: str, corpus: Corpus, scanned: Scanned) -> None:
    for directive in page.directives():
        scanned.directives.append(directive)
        scanned.asked += read_references(directive.name, directive.argument, directive.place)
        if directive.name in set(Kind):
            _scan_entry(directive, page, docname, corpus, scanned)
        elif directive.name == LISTS_TERMS:
            terms = corpus.vocabulary.facets.get(directive.argument, ())
            scanned.anchors.update((term_id(directive.argument, term), docname) for term in terms)
    scanned.labels += page.labels
    scanned.incomplete += [*page.wrong, *html_on_page(page)]
    # Places of the page itself can be linked to as well: headings by their words.
    places = {*map(_heading_id, page.headings), *(label.text for label in page.labels)}
    scanned.named += [Line(link.target, link.place) for link in page.links() if link.target not in places]


def _scan_entry(directive: Directive, page: Page, docname: str, corpus: Corpus, scanned: Scanned) -> None:
    if problem := check_id(directive.argument, directive.place):
        scanned.incomplete.append(problem)
        return
    if directive.name != Kind.PROVISION:
        scanned.entries.append(_registered(directive, docname))
        scanned.incomplete += _incomplete(directive)
        return
    scanned.entries.append(_provision(directive, docname, corpus))
    scanned.own[directive.argument] = "".join(text for block in own_blocks(directive) for text in block.texts)
    labels = {label.text for label in page.labels}
    scanned.links += [
        text_link(directive.argument, corpus.vocabulary.naming, link.target, link.words, directive.place)
        for link in _names(directive, page)
        if link.target not in labels
    ]


def _incomplete(directive: Directive) -> Iterator[Problem]:
    """Yield what an entry of a registry lacks."""
    for option in ("label", "title"):
        if option not in directive.options:
            message = f"{directive.name} {directive.argument} has no :{option}:."
            yield Problem(directive.place, ProblemKind.SCHEMA, message, f"Add a line `:{option}: …`.")
    if (date := directive.options.get("date")) and (wrong := check_date(date)):
        message = f"{directive.name} {directive.argument}: {wrong}"
        yield Problem(directive.place, ProblemKind.SCHEMA, message, "Mend `:date:`.")


def names_in_list(written: str) -> tuple[str, ...]:
    """Return the names of a list that is separated by semicolons."""
    return tuple(name.strip() for name in written.split(";") if name.strip())


def _heading_id(words: str) -> str:
    """Return the id that docutils gives a heading (`docutils.nodes.make_id`)."""
    letters = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode("ascii")
    return NO_START.sub("", NO_WORD.sub("-", letters))


def _registered(directive: Directive, docname: str) -> Entry:
    label = directive.options.get("label", directive.argument)
    described = (part for part in directive.content if not (isinstance(part, Block) and part.facts))
    return Entry(
        id=directive.argument,
        kind=Kind(directive.name),
        docname=docname,
        label=label,
        title=directive.options.get("title", label),
        place=directive.place,
        type=directive.options.get("type", ""),
        date=directive.options.get("date", ""),
        aliases=names_in_list(directive.options.get("aliases", "")),
        about=plain_words(described),
    )


def _provision(directive: Directive, docname: str, corpus: Corpus) -> Entry:
    identifier = directive.argument
    text = text_of(identifier, corpus.vocabulary.texts)
    content = words_of(directive)
    annotation = corpus.annotations.get(identifier)
    return Entry(
        id=identifier,
        kind=Kind.PROVISION,
        docname=docname,
        label=(citation(identifier, text.cite) if text else None) or identifier,
        title=(annotation.title if annotation else None) or opening(content),
        place=directive.place,
        number=directive.options.get("number", ""),
        content=content,
    )


def _names(directive: Directive, page: Page) -> Iterator[PageLink]:
    """Yield the links in the own words of a provision, and in the footnotes that these call."""
    blocks = [*own_blocks(directive)]
    spoken = (page.footnotes.get(call, ()) for block in blocks for call in block.calls)
    for block in (*blocks, *(block for footnote in spoken for block in footnote)):
        yield from block.links
