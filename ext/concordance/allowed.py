"""What Markdown an editor may write. Pure; no Sphinx.

Annotations come from many hands, so their Markdown is prose, lists, emphasis, links, quotes, tables, footnotes and the
edition's own roles, and nothing else: nothing that reads a file, runs anything or puts HTML on a page. It is checked
before it is parsed for a page, with the parser that will parse it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from concordance.problems import Place, Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

ROLES = frozenset({"struck"})
PAIRED = (
    "paragraph bullet_list ordered_list list_item blockquote table thead tbody tr th td em strong link "
    "footnote_block footnote footnote_reference"
)
ALLOWED = frozenset(
    {
        *(f"{name}_{end}" for name in PAIRED.split() for end in ("open", "close")),
        *("inline", "text", "softbreak", "hardbreak", "code_inline", "footnote_ref", "footnote_anchor"),
    }
)
NAMES = {
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "an image",
    "fence": "a directive or a block of code",
    "colon_fence": "a directive",
    "code_block": "an indented block",
    "heading_open": "a heading",
    "myst_target": "a target",
    "myst_line_comment": "a comment",
    "hr": "a rule",
}
MEND = "Annotations may hold prose, lists, emphasis, links, quotes, tables and footnotes."


def forbidden(markdown: str, place: Place) -> list[Problem]:
    """Return what in a text that begins at `place` an editor may not write."""
    problems = []
    for token, line in _walk(parser().parse(markdown), place.line):
        if told := _told(token):
            message, mend = told
            problems.append(Problem(Place(place.path, line), ProblemKind.MARKUP, message, mend))
    return problems


@cache
def parser() -> MarkdownIt:
    """Return the parser that will parse what editors write."""
    return create_md_parser(MdParserConfig(enable_extensions={"colon_fence"}), RendererHTML)


def _walk(tokens: list[Token], first_line: int) -> Iterator[tuple[Token, int]]:
    line = first_line
    for token in tokens:
        if token.map:
            line = first_line + token.map[0]
        yield token, line
        inside = line
        for child in token.children or ():
            yield child, inside
            inside += child.type in {"softbreak", "hardbreak"}


def _told(token: Token) -> tuple[str, str] | None:
    if token.type == "myst_role":
        role = token.meta["name"]
        if role in ROLES:
            return None
        return f"The role {{{role}}} is not allowed here.", f"The roles are {', '.join(sorted(ROLES))}."
    if token.type == "link_open":
        target = str(token.attrGet("href") or "")
        if target.startswith(("#", "https://")):
            return None
        return f"A link to {target!r} is not allowed here.", "Link to an entry, `#id`, or to an `https://` address."
    if token.type in ALLOWED:
        return None
    return f"There is {NAMES.get(token.type, token.type)} here, which is not allowed.", MEND
