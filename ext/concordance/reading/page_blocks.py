"""The blocks of a page, while it is read: paragraphs, lists, tables, headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.page import Directive, PageBlock, PageLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from markdown_it.token import Token


@dataclass(slots=True)
class BlockContent:
    """The content of a block of a page, while it is read."""

    texts: list[str] = field(default_factory=list)
    """The plain words of each paragraph, item or cell so far."""
    links: list[PageLink] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    """The names of the footnotes whose marks were found."""
    within: list[PageBlock | Directive] = field(default_factory=list)
    """Directives in the block, and what blocks of colons without a name have in them."""

    def parts(self, *, facts: bool) -> Iterator[PageBlock | Directive]:
        """Yield a block with the words, if any, and then the directives in it; `facts` is as in `PageBlock`."""
        if self.texts:
            yield PageBlock(tuple(self.texts), tuple(self.links), tuple(self.calls), facts)
        yield from self.within


def blocks_of(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each block of a text, without front matter."""
    block: list[Token] = []
    for token in tokens:
        block.append(token)
        if token.level == 0 and token.nesting <= 0:
            if token.type != "front_matter":
                yield block
            block = []


def normalize_label(name: str) -> str:
    """Return a name of a place as docutils normalizes it (`docutils.nodes.fully_normalize_name`)."""
    return " ".join(name.lower().split())


def duplicate_definitions(environment: Mapping[str, Any], skipped: int, path: str, base: int) -> list[Problem]:
    """Return a problem for each second definition of an address in a text whose first row is `base`.

    `environment` is that of the parser, which keeps those of all texts of the page; the first ones are `skipped`.
    """
    message, remedy = "The address of a link is defined here a second time.", "Keep one of the two definitions."
    return [
        Problem(Place(path, base + definition["map"][0] + 1), ProblemKind.MARKUP, message, remedy)
        for definition in environment.get("duplicate_refs", ())[skipped:]
    ]
