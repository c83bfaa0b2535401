"""The content of a page of an edition, as its Markdown has it: directives, words, links, labels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from concordance.model.corpus import Line
    from concordance.model.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to something in the edition."""

    target: str
    """The id that it leads to."""
    words: str
    """Its plain words."""
    place: Place
    """Where the id is written."""


@dataclass(frozen=True, slots=True)
class PageAddress:
    """A link of Markdown to somewhere else than an id."""

    address: str
    """As the parser returns it, with its letters encoded."""
    words: str
    """Its plain words."""
    place: Place
    """Where the address is written."""


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of words: a paragraph, a heading, a list, a table, a block of code."""

    texts: tuple[str, ...]
    """The plain words of each paragraph, item or cell in it, with line breaks."""
    links: tuple[PageLink, ...] = ()
    """Links in it that lead to ids."""
    calls: tuple[str, ...] = ()
    """The names of the footnotes whose marks are in it."""
    facts: bool = False
    """Whether it is a list of fields, `:name: value`."""


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive and its content."""

    name: str
    """The name as docutils takes it, in small letters."""
    argument: str
    """The rest of its line after the name."""
    options: Mapping[str, str]
    """What is written behind each option, by its name."""
    place: Place
    """Where the line that opens it begins."""
    lines: tuple[int, int]
    """The number of the first line of its content, and that of the line after the last; both count from 1."""
    content: tuple[PageBlock | Directive, ...] = ()
    """The blocks of its content and the directives within it; none if that is no Markdown."""
    body: tuple[str, ...] = ()
    """The lines of its content, if that is no Markdown."""
    misplaced: tuple[str, ...] = ()
    """The names of options that stand in its content, where they are none."""


@dataclass(frozen=True, slots=True)
class Page:
    """The content of a page, in its order there."""

    content: tuple[PageBlock | Directive, ...] = ()
    """A directive within a block, such as a list, comes right behind that block."""
    footnotes: Mapping[str, tuple[PageBlock, ...]] = field(default_factory=dict)
    """The blocks of each footnote, by its name."""
    footnote_lines: tuple[int, ...] = ()
    """The numbers of the lines of footnotes, counted from 1."""
    labels: tuple[Line, ...] = ()
    """The names that places on the page are given, by `(name)=` or by an option `:name:`."""
    headings: tuple[str, ...] = ()
    """The plain words of its headings."""
    pictures: tuple[Line, ...] = ()
    """The addresses of the pictures in its words."""
    addresses: tuple[PageAddress, ...] = ()
    """The links in its words that lead to no id."""
    roles: tuple[Line, ...] = ()
    """The names of the roles in its words."""
    terms: tuple[str, ...] = ()
    """The terms that its glossaries explain."""
    term_references: tuple[Line, ...] = ()
    """The terms in its words that lead to a glossary."""
    html: tuple[Line, ...] = ()
    """The pieces of HTML in its words."""
    orphan: bool = False
    """Whether its front matter says that no table of contents lists it."""
    fatal_problems: tuple[Problem, ...] = ()
    """Problems of where directives begin and end, and of their names: the rest of the content is not known."""
    directive_problems: tuple[Problem, ...] = ()
    """Problems of the arguments, options and content of directives."""
    hints: tuple[Problem, ...] = ()
    """Problems of Markdown in its words that does not do what it was meant to."""

    def directives(self) -> Iterator[Directive]:
        """Yield all directives in the order in which they begin."""
        yield from directives_in(self.content)

    def links(self) -> Iterator[PageLink]:
        """Yield all links, those of footnotes last."""
        yield from links_in(self.content)
        for blocks in self.footnotes.values():
            yield from links_in(blocks)


def directives_in(content: tuple[PageBlock | Directive, ...]) -> Iterator[Directive]:
    """Yield the directives in a content, each before those in it."""
    for part in content:
        if isinstance(part, Directive):
            yield part
            yield from directives_in(part.content)


def links_in(content: tuple[PageBlock | Directive, ...]) -> Iterator[PageLink]:
    """Yield the links in a content, with those in its directives."""
    for part in content:
        yield from part.links if isinstance(part, PageBlock) else links_in(part.content)
