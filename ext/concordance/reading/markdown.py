"""Check the Markdown of editors.

Annotations come from many hands, so their Markdown may hold prose, lists, emphasis, links, quotes, tables, footnotes
and the edition's own roles, but nothing that reads a file, runs anything or puts HTML on a page. It is checked before
it is parsed for a page, and by the same parser: one with other extensions could take for code what another takes for
HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from concordance.model.corpus import Line
from concordance.model.problems import Problem, ProblemKind
from concordance.reading.characters import first_hidden
from concordance.reading.footnotes import check_footnotes
from concordance.reading.limits import BLOCK, BLOCK_LINES, BLOCKS, BRACKETS, CELLS, ITEMS, NESTING
from concordance.reading.markdown_hints import markdown_hints
from concordance.reading.source_text import PlacedToken
from concordance.reading.tables import check_tables
from concordance.reading.web_address import check_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from concordance.reading.source_text import SourceText

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
# What editors call tokens that are not allowed.
TOKEN_NAMES = {
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "an image",
    "fence": "a directive or a block of code",
    "colon_fence": "a directive",
    "code_block": "an indented block",
    "heading_open": "a heading",
    "myst_target": "a target",
    "myst_line_comment": "a comment",
    "myst_block_break": "a break",
    "hr": "a rule",
    "front_matter": "front matter",
}
REMEDY = "Annotations may hold prose, lists, emphasis, links, quotes, tables and footnotes."
TOO_DEEP = "Quotes, lists and emphasis stand too deep within each other here."
TAG = re.compile(r"<(?P<ends>/?)(?P<name>[a-zA-Z][\w-]*)")
# Lines without a blank one between them: a paragraph, or a table.
PARAGRAPH = re.compile(r"(?:[ \t]*[^ \t\n].*(?:\n|\Z))+")


@cache
def parser() -> MarkdownIt:
    """Return the parser of editors' Markdown, for checks and for pages."""
    # Where no file has changed, nothing is parsed.
    from markdown_it.renderer import RendererHTML  # noqa: PLC0415
    from myst_parser.config.main import MdParserConfig  # noqa: PLC0415
    from myst_parser.parsers.mdit import create_md_parser  # noqa: PLC0415

    configured = create_md_parser(MdParserConfig(enable_extensions={"colon_fence"}), RendererHTML)
    # Addresses are checked and reported here; otherwise, the parser would silently take a refused link for words.
    configured.validateLink = lambda url: True  # type: ignore[method-assign]
    # Marks links that take their addresses from a definition elsewhere in the text.
    configured.options["store_labels"] = True
    # Nobody asks how many words a text has.
    return configured.disable("wordcount")


@dataclass(frozen=True, slots=True)
class CheckedMarkdown:
    """The result of a check."""

    problems: tuple[Problem, ...]
    """What is not allowed in the text; none if it may be shown."""
    names: tuple[Line, ...]
    """The ids that the text links to."""


@lru_cache(maxsize=1)
def parse_markdown(text: str) -> tuple[Sequence[Token], dict[str, Any]]:
    """Return the tokens of editors' Markdown and what it defines for links; the last text is kept."""
    environment: dict[str, Any] = {}
    return parser().parse(text, environment), environment


def check_markdown(text: str, source: SourceText) -> CheckedMarkdown:
    """Check a text for what it may not hold; `source` is how it is written in its file, to find the places."""
    if excess := _check_size(text, source):
        return CheckedMarkdown((excess,), ())
    tokens, environment = parse_markdown(text)
    placed = [*place_tokens(tokens)]
    links = [link for link in placed if link.token.type == "link_open"]
    too_much = [
        *((link.row, f"There are more than {ITEMS} links here.", "Leave some out.") for link in links[ITEMS:]),
        *((row, TOO_DEEP, "Write it in prose.") for token, row, _ in placed if token.level > NESTING),
    ]
    for row, message, remedy in too_much[:1]:
        return CheckedMarkdown((Problem(source.place(row), ProblemKind.SIZE, message, remedy),), ())
    problems = [
        Problem(source.find(fault.needle, row, end), fault.kind, fault.message, fault.remedy)
        for token, row, end in _openings(placed)
        if (fault := _check_token(token))
    ]
    problems += [
        Problem(source.place(definition["map"][0]), ProblemKind.MARKUP, *address_fault)
        for definition in (*environment.get("references", {}).values(), *environment.get("duplicate_refs", ()))
        if (address_fault := check_address(definition["href"]))
    ]
    problems += [*check_footnotes(placed, source), *check_tables(placed, source), *markdown_hints(placed, source)]
    names = tuple(
        Line(address[1:], source.find(address, row, end))
        for token, row, end in links
        if (address := str(token.attrGet("href") or "")).startswith("#") and not check_address(address)
    )
    return CheckedMarkdown(tuple(problems), names)


def _check_size(text: str, source: SourceText) -> Problem | None:
    """Return the problem of the first paragraph or table that could keep the parser busy for long, before it does."""
    cells = 0
    for number, match in enumerate(PARAGRAPH.finditer(text), start=1):
        rows = match[0].rstrip("\n").split("\n")
        cells += len(rows) * max(row.count("|") for row in rows)
        measures = (
            (len(match[0]), BLOCK, "A paragraph or table here has more than {:,} characters."),
            (len(rows), BLOCK_LINES, "A paragraph or table here has more than {:,} lines."),
            (match[0].count("["), BRACKETS, "A paragraph or table here has more than {:,} brackets."),
            (cells, CELLS, "Up to here, tables have more than {:,} cells."),
            (number, BLOCKS, "More than {:,} paragraphs stand before this one."),
        )
        for measure, most, message in measures:
            if measure > most:
                place = source.place(text.count("\n", 0, match.start()))
                remedy = "Shorten it, or part it with blank lines."
                return Problem(place, ProblemKind.SIZE, message.format(most), remedy)
    return None


def place_tokens(tokens: Sequence[Token]) -> Iterator[PlacedToken]:
    """Yield every token, and each of its children, with the rows on which it can be."""
    row, end = 0, 1
    for token in tokens:
        if token.map:
            row, end = token.map
        yield PlacedToken(token, row, end)
        inside = row
        for child in token.children or ():
            yield PlacedToken(child, inside, end)
            inside += child.type in {"softbreak", "hardbreak"}


def _openings(placed: Iterable[PlacedToken]) -> Iterator[PlacedToken]:
    """Yield the tokens without those that close something, so that each thing is reported once."""
    tags: set[str] = set()
    for token, row, end in placed:
        if token.nesting < 0:
            continue
        if token.type in {"html_inline", "html_block"} and (tag := TAG.match(token.content)):
            if tag["ends"] and tag["name"].lower() in tags:
                continue
            tags.add(tag["name"].lower())
        yield PlacedToken(token, row, end)


class _TokenFault(NamedTuple):
    """What is wrong with a token."""

    message: str
    remedy: str
    needle: str = ""
    """What to look for to find its place in the source; empty if that is not known."""
    kind: ProblemKind = ProblemKind.MARKUP


def _check_token(token: Token) -> _TokenFault | None:
    if token.type == "myst_role":
        role = token.meta["name"]
        if role in ROLES:
            return None
        return _TokenFault(
            f"The role {{{role}}} is not allowed here.", f"The roles are {', '.join(sorted(ROLES))}.", f"{{{role}}}"
        )
    if token.type == "link_open":
        address = str(token.attrGet("href") or "")
        # An address in a definition is reported there.
        if "label" not in token.meta and (fault := check_address(address)):
            return _TokenFault(*fault, unquote(address.removeprefix("mailto:") if token.info == "auto" else address))
    if token.type not in ALLOWED:
        needle = {"image": "![", "html_inline": token.content.partition("\n")[0]}.get(token.type, "")
        return _TokenFault(
            f"There is {TOKEN_NAMES.get(token.type, token.type)} here, which is not allowed.", REMEDY, needle
        )
    # Literal characters were checked when the file was read; here, entities can name hidden ones as well.
    words = f"{token.attrGet('title') or ''}{token.content}" if token.type != "inline" else ""
    if character := first_hidden(words):
        message = f"There is a character here that nobody sees: {character}."
        return _TokenFault(message, "Remove it.", "&", ProblemKind.CHARACTER)
    return None
