"""What Markdown an editor may write. No Sphinx; docutils comes with MyST.

Annotations come from many hands, so their Markdown is prose, lists, emphasis, links, quotes, tables, footnotes and the
edition's own roles, and nothing else: nothing that reads a file, runs anything or puts HTML on a page. It is checked
before it is parsed for a page, with the parser that will parse it there: one that knew other extensions could take for
code what another takes for HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from concordance.model.corpus import Line
from concordance.model.problems import Problem, ProblemKind, visible
from concordance.reading.characters import first_hidden
from concordance.reading.limits import BLOCK, BLOCK_LINES, BLOCKS, BRACKETS, CELLS, ITEMS, NESTING
from concordance.reading.markdown_hints import slips
from concordance.reading.web_address import wrong_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from concordance.model.problems import Place
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
    "myst_block_break": "a break",
    "hr": "a rule",
}
MEND = "Annotations may hold prose, lists, emphasis, links, quotes, tables and footnotes."
TOO_DEEP = "Quotes, lists and emphasis stand too deep within each other here."
TAG = re.compile(r"<(?P<ends>/?)(?P<name>[a-zA-Z][\w-]*)")
PARTS = re.compile(r"(?:[ \t]*[^ \t\n].*(?:\n|\Z))+")


@cache
def parser() -> MarkdownIt:
    """Return the parser for what editors write, in checks and for pages."""
    made = create_md_parser(MdParserConfig(enable_extensions={"colon_fence"}), RendererHTML)
    # What is not let through is told of; by itself, the parser would take it for words.
    made.validateLink = lambda url: True  # type: ignore[method-assign]
    # A link that takes its address from elsewhere in the text says so.
    made.options["store_labels"] = True
    # Nobody asks how many words a text has.
    return made.disable("wordcount")


@dataclass(frozen=True, slots=True)
class CheckedMarkdown:
    """What a text holds that an editor may not write, and the ids that it links to, each at its place."""

    problems: tuple[Problem, ...]
    names: tuple[Line, ...]


@lru_cache(maxsize=1)
def parse_markdown(text: str) -> tuple[Sequence[Token], dict[str, Any]]:
    """Return the tokens of what editors write, and what they define for links; a text is checked and then read."""
    environment: dict[str, Any] = {}
    return parser().parse(text, environment), environment


def check_markdown(text: str, written: SourceText) -> CheckedMarkdown:
    """Read a text for what it may not hold; each thing is told at its place, as far as the parser tells that."""
    if busy := _busy(text, written):
        return CheckedMarkdown((busy,), ())
    tokens, environment = parse_markdown(text)
    walked = [*_walk(tokens)]
    links = [found for found in walked if found[0].type == "link_open"]
    too_much = [
        *((row, f"There are more than {ITEMS} links here.", "Leave some out.") for _, row, _ in links[ITEMS:]),
        *((row, TOO_DEEP, "Write it in prose.") for token, row, _ in walked if token.level > NESTING),
    ]
    for row, message, mend in too_much[:1]:
        return CheckedMarkdown((Problem(written.place(row), ProblemKind.SIZE, message, mend),), ())
    problems = [
        Problem(written.find(told.needle, row, end), told.kind, told.message, told.mend)
        for token, row, end in _once(walked)
        if (told := _told(token))
    ]
    problems += [
        Problem(written.place(given["map"][0]), ProblemKind.MARKUP, *wrong)
        for given in (*environment.get("references", {}).values(), *environment.get("duplicate_refs", ()))
        if (wrong := wrong_address(given["href"]))
    ]
    problems += [*_wrong_footnotes(walked, written), *slips(walked, written)]
    names = tuple(
        Line(address[1:], written.find(address, row, end))
        for token, row, end in links
        if (address := str(token.attrGet("href") or "")).startswith("#") and not wrong_address(address)
    )
    return CheckedMarkdown(tuple(problems), names)


def _busy(text: str, written: SourceText) -> Problem | None:
    """Return the first paragraph or table that could keep a parser busy for long; it is told before there is one."""
    cells = 0
    for number, match in enumerate(PARTS.finditer(text), start=1):
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
                place = written.place(text.count("\n", 0, match.start()))
                mend = "Shorten it, or part it with blank lines."
                return Problem(place, ProblemKind.SIZE, message.format(most), mend)
    return None


def _walk(tokens: Sequence[Token]) -> Iterator[tuple[Token, int, int]]:
    """Yield every token with the row on which it stands at the earliest, and that before which its block ends."""
    row, end = 0, 1
    for token in tokens:
        if token.map:
            row, end = token.map
        yield token, row, end
        inside = row
        for child in token.children or ():
            yield child, inside, end
            inside += child.type in {"softbreak", "hardbreak"}


def _once(walked: Iterable[tuple[Token, int, int]]) -> Iterator[tuple[Token, int, int]]:
    """Yield tokens, and of a pair that encloses something only the first."""
    tags: set[str] = set()
    for token, row, end in walked:
        if token.nesting < 0:
            continue
        if token.type in {"html_inline", "html_block"} and (tag := TAG.match(token.content)):
            if tag["ends"] and tag["name"].lower() in tags:
                continue
            tags.add(tag["name"].lower())
        yield token, row, end


class _Told(NamedTuple):
    """What is wrong with a token: `needle` is what to look for to find it in its text, if that is known."""

    message: str
    mend: str
    needle: str = ""
    kind: ProblemKind = ProblemKind.MARKUP


def _told(token: Token) -> _Told | None:
    if token.type == "myst_role":
        role = token.meta["name"]
        if role in ROLES:
            return None
        return _Told(
            f"The role {{{role}}} is not allowed here.", f"The roles are {', '.join(sorted(ROLES))}.", f"{{{role}}}"
        )
    if token.type == "link_open":
        address = str(token.attrGet("href") or "")
        # Where an address stands by itself, it is told of there.
        if "label" not in token.meta and (wrong := wrong_address(address)):
            return _Told(*wrong, unquote(address.removeprefix("mailto:") if token.info == "auto" else address))
    if token.type not in ALLOWED:
        needle = {"image": "![", "html_inline": token.content.partition("\n")[0]}.get(token.type, "")
        return _Told(f"There is {NAMES.get(token.type, token.type)} here, which is not allowed.", MEND, needle)
    # What is written out was looked through when the file was read; in Markdown, it can be named as well.
    words = f"{token.attrGet('title') or ''}{token.content}" if token.type != "inline" else ""
    if name := first_hidden(words):
        message = f"There is a character here that nobody sees: {name}."
        return _Told(message, "Remove it.", "&", ProblemKind.CHARACTER)
    return None


def _wrong_footnotes(walked: Iterable[tuple[Token, int, int]], written: SourceText) -> list[Problem]:
    """Return what is wrong with footnotes: each has one text, and a mark."""
    problems = []
    called: dict[str, Place] = {}
    given: dict[str, Place] = {}
    for token, row, end in walked:
        if token.type == "footnote_ref":
            label = token.meta["label"]
            called.setdefault(label, written.find(f"[^{label}]", row, end))
        elif token.type == "footnote_reference_open":
            label = token.meta["label"]
            place = written.find(f"[^{label}]:", row, end)
            if label in given:
                message = f"The footnote {label!r} stands twice; the first is on line {given[label].line}."
                problems.append(Problem(place, ProblemKind.MARKUP, message, "Give one of them another name."))
            given.setdefault(label, place)
    for label in sorted(called.keys() - given.keys()):
        message = f"The footnote {label!r} has a mark and no text."
        mend = f"Add it at the end, in a paragraph of its own: `[^{visible(label)}]: …`."
        problems.append(Problem(called[label], ProblemKind.MARKUP, message, mend))
    for label in sorted(given.keys() - called.keys()):
        message = f"The footnote {label!r} has a text and no mark."
        mend = f"Put `[^{visible(label)}]` where it belongs."
        problems.append(Problem(given[label], ProblemKind.MARKUP, message, mend))
    return problems
