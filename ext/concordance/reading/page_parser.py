"""Read a page as a build reads it: with MyST's own parser and its rules for directives."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig, TopmatterReadError, read_topmatter
from myst_parser.parsers.mdit import create_md_parser

from concordance.model.corpus import Line
from concordance.model.problems import Place
from concordance.reading.code_spans import without_code
from concordance.reading.directive_forms import Content, directive_forms, edition_directives
from concordance.reading.directive_parts import parts_of
from concordance.reading.directive_text import label_of, read_directive
from concordance.reading.fences import (
    check_colons,
    check_indented,
    check_nesting,
    check_opening,
    excessive_nesting,
    fence_of,
    is_closed,
    unclosed_block,
    unknown_directive,
)
from concordance.reading.limits import NESTING
from concordance.reading.page import Directive, Page, PageAddress, PageBlock, PageLink
from concordance.reading.page_addresses import TITLED
from concordance.reading.page_blocks import BlockContent, blocks_of, duplicate_definitions, normalize_label
from concordance.reading.page_hints import page_hints
from concordance.reading.page_words import REPRODUCED
from concordance.reading.source_text import PlacedToken, SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from concordance.model.problems import Problem
    from concordance.reading.directive_forms import DirectiveForm
    from concordance.reading.fences import Fence
    from concordance.reading.settings import PageSettings

FENCES = frozenset({"fence", "colon_fence"})
BREAKS = frozenset({"softbreak", "hardbreak"})
WORDS = frozenset({"text", "code_inline", "myst_role"})
LINE_ENDS = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
# What Markdown with links, pictures, roles or HTML has, and plain words hardly ever have.
MARKED = re.compile(r"[\[<{]")
# The role of a word that a glossary explains; words of the page may come before it, as in a toctree.
TERM = "term"


def parse_page(text: str, path: str, settings: PageSettings) -> Page:
    """Return the content of the page in the file `path`, whose whole text is `text`."""
    parser, forms = _parser(settings.markdown), directive_forms(settings.kinds)
    # At these, MyST ends a line within a directive, and nothing else does: line numbers would be wrong.
    text = LINE_ENDS.sub(" ", text)
    reader = _PageReader(path, text.split("\n"), parser, forms, settings)
    content = reader.read(text, 0)
    return Page(
        content=content,
        footnotes=reader.footnotes,
        footnote_lines=tuple(reader.footnote_lines),
        labels=tuple(reader.labels),
        headings=tuple(reader.headings),
        pictures=tuple(reader.pictures),
        addresses=tuple(reader.addresses),
        roles=tuple(reader.roles),
        terms=tuple(reader.terms),
        term_references=tuple(reader.term_references),
        html=tuple(reader.html),
        orphan=_is_orphan(text),
        fatal_problems=_causes(reader.fence_problems, reader.head_problems),
        directive_problems=tuple(reader.directive_problems),
        hints=page_hints(reader.prose, reader.reproduced, SourceText(path, 1, tuple(reader.rows))),
    )


def _causes(fence_problems: list[Problem], head_problems: list[Problem]) -> tuple[Problem, ...]:
    """Return problems without those that follow from another: below a block that ends wrongly, all is misread."""
    first = sorted(fence_problems, key=lambda problem: problem.place)[:1]
    return (*(problem for problem in head_problems if not first or problem.place < first[0].place), *first)


def _is_orphan(text: str) -> bool:
    """Return whether the settings at the head of a page say that no table of contents lists it."""
    try:
        return "orphan" in (read_topmatter(text) or {})
    except TopmatterReadError:
        return False  # `page_rules` says what is wrong.


@cache
def _parser(markdown: tuple[str, ...]) -> MarkdownIt:
    parser = create_md_parser(MdParserConfig(enable_extensions=set(markdown)), RendererHTML)
    # Nothing uses the number of words on a page.
    return parser.disable("wordcount")


@dataclass(slots=True)
class _PageReader:
    """Reads one page: `rows` are the lines of its file. Rows count from 0, lines in places from 1."""

    path: str
    rows: Sequence[str]
    parser: MarkdownIt
    forms: Mapping[str, DirectiveForm]
    settings: PageSettings
    environment: dict[str, Any] = field(default_factory=dict)
    footnotes: dict[str, tuple[PageBlock, ...]] = field(default_factory=dict)
    footnote_lines: list[int] = field(default_factory=list)
    labels: list[Line] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    pictures: list[Line] = field(default_factory=list)
    addresses: list[PageAddress] = field(default_factory=list)
    roles: list[Line] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    term_references: list[Line] = field(default_factory=list)
    html: list[Line] = field(default_factory=list)
    fence_problems: list[Problem] = field(default_factory=list)
    head_problems: list[Problem] = field(default_factory=list)
    directive_problems: list[Problem] = field(default_factory=list)
    prose: list[PlacedToken] = field(default_factory=list)
    reproduced: list[PlacedToken] = field(default_factory=list)
    _row: int = 0
    _end: int = 0
    _behind: tuple[int, int] = (0, 0)

    def read(self, text: str, base: int, around: tuple[Fence, ...] = ()) -> tuple[PageBlock | Directive, ...]:
        """Return the content of a text whose first row is `base`; `around` are the fences that it is in."""
        content: list[PageBlock | Directive] = []
        before = len(self.environment.get("duplicate_refs", ()))
        for tokens in blocks_of(self.parser.parse(text, self.environment)):
            block = BlockContent()
            for token in tokens:
                self._read_token(token, base, around, block)
            parts = tuple(block.parts(facts=(first := tokens[0]).type == "field_list_open"))
            if first.type == "footnote_reference_open":
                self._footnote(first, base, parts)
                parts = tuple(block.within)
            elif first.type == "heading_open" and block.texts:
                self.headings.append(block.texts[0])
            content += parts
        self.directive_problems += duplicate_definitions(self.environment, before, self.path, base)
        return tuple(content)

    def _read_token(self, token: Token, base: int, around: tuple[Fence, ...], block: BlockContent) -> None:
        if token.map:
            self._row, self._end = base + token.map[0], base + token.map[1]
        place = Place(self.path, self._row + 1, 1)
        self._keep(token, around)
        if token.type in FENCES:
            self._read_fence(token, around, block)
        elif token.type == "code_block":
            block.texts.append(token.content)
            self.fence_problems += filter(None, [check_indented(token.content, place, self.forms)])
        elif token.type == "html_block":
            self.html.append(Line(token.content, place))
        elif token.type == "myst_target":
            self.labels.append(Line(normalize_label(token.content), place))
        elif token.type == "inline":
            self.fence_problems += filter(None, [check_colons(token.content, place, self.forms)])
            block.texts.append(self._read_words(token.children or (), block))

    def _keep(self, token: Token, around: tuple[Fence, ...]) -> None:
        """Keep a token and its children with their rows, to look for slips."""
        is_text = any(fence.directive.lower() in REPRODUCED for fence in around)
        kept, row = self.reproduced if is_text else self.prose, self._row
        kept.append(PlacedToken(token, row, self._end))
        for child in token.children or ():
            kept.append(PlacedToken(child, row, self._end))
            row += child.type in BREAKS

    def _read_fence(self, token: Token, around: tuple[Fence, ...], block: BlockContent) -> None:
        row, end = self._row, self._end
        fence = fence_of(token, Place(self.path, row + 1, 1))
        if not self._check_fence(fence, self.rows[end - 1] if end - 1 > row else "", around):
            return
        if fence.directive:
            block.within += self._read_directive(token, fence, end, around)
        elif fence.colons:
            block.within += self.read(token.content, row + 1, (*around, fence))
        else:
            block.texts.append(token.content)

    def _check_fence(self, fence: Fence, last_line: str, around: tuple[Fence, ...]) -> bool:
        """Collect the problems of where a block begins and ends; return whether it can be read."""
        problem = (check_nesting(around[-1], fence) if around else None) or check_opening(fence, self.forms)
        if problem is None and not is_closed(fence, last_line):
            problem = unclosed_block(fence)
        if len(around) >= NESTING:
            problem = excessive_nesting(fence)
        self.fence_problems += [problem] if problem else []
        return problem is None or (problem.place == fence.place and len(around) < NESTING)

    def _read_directive(
        self, token: Token, fence: Fence, end: int, around: tuple[Fence, ...]
    ) -> Iterator[PageBlock | Directive]:
        form, line = self.forms.get(name := fence.directive.lower()), fence.place.line
        if form is None:
            if self.settings.closed:
                self.head_problems.append(unknown_directive(fence, self.forms))
            return
        # A directive inside begins as options do: MyST distinguishes the two by an empty line before it.
        content = f"\n{token.content}" if fence.colons and token.content.startswith(":::") else token.content
        directive = read_directive(form, fence.argument, content, fence.place)
        self.head_problems += directive.fatal_problems
        self.directive_problems += directive.problems
        if label := label_of(form, fence.argument, directive.options):
            self.labels.append(Line(normalize_label(label), fence.place))
        if name not in edition_directives(self.settings.kinds):
            # Without arguments, what follows the name is the beginning of the content.
            titles = [fence.argument] if form.required + form.optional else []
            self._read_parameters([*titles, *directive.options.values()], line - 1)
        offset = directive.offset - (content != token.content)
        lines = line + 1 + offset, end if self._is_closed(fence, end) else end + 1
        within: tuple[PageBlock | Directive, ...] = ()
        if form.content in {Content.MARKDOWN, Content.TERMS}:
            parts = ((line + offset + part.row, "\n".join(part.rows)) for part in parts_of(form, directive.body))
            within = tuple(each for row, part in parts for each in self.read(f"{part}\n", row, (*around, fence)))
        if form.content is Content.TERMS:
            # What explains a term is indented.
            self.terms += [row.strip() for row in directive.body if row[:1].strip()]
        body = directive.body if form.content is Content.OTHER else ()
        yield Directive(name, fence.argument, directive.options, fence.place, lines, within, body, directive.misplaced)

    def _read_parameters(self, parameters: Iterable[str], row: int) -> None:
        """Read titles, captions and the like of a directive, which may hold Markdown, for what may act."""
        self._row = self._end = row
        for parameter in parameters:
            if MARKED.search(parameter):
                (inline,) = self.parser.parseInline(parameter, self.environment)
                self._read_words(inline.children or (), BlockContent())

    def _is_closed(self, fence: Fence, end: int) -> bool:
        return end > fence.place.line and is_closed(fence, self.rows[end - 1])

    def _footnote(self, token: Token, base: int, parts: Iterable[PageBlock | Directive]) -> None:
        self.footnote_lines += range(base + token.map[0] + 1, base + token.map[1] + 1) if token.map else ()
        # Of two footnotes with the same name, MyST takes the first.
        self.footnotes.setdefault(token.meta["label"], tuple(part for part in parts if isinstance(part, PageBlock)))

    def _read_words(self, tokens: Iterable[Token], block: BlockContent) -> str:
        """Return the plain words of a paragraph, a cell or the like, and collect its links, calls and pictures."""
        words, row = "", self._row
        link: tuple[str, int, Place] | None = None
        for token in tokens:
            if token.type == "myst_role":
                self._read_role(token, row)
            if token.type in BREAKS:
                words, row = f"{words}\n", row + 1
            elif token.type in WORDS:
                words += token.content
            elif token.type == "html_inline":
                self.html.append(Line(token.content, Place(self.path, row + 1, 1)))
            elif token.type == "footnote_ref":
                block.calls.append(token.meta["label"])
            elif token.type == "image":
                source = unquote(str(token.attrGet("src") or ""))
                self.pictures.append(Line(source, self._find(source, row)))
            elif token.type == "link_open":
                address = str(token.attrGet("href") or "")
                link = address, len(words), self._find(unquote(address), row)
            elif token.type == "link_close" and link:
                address, start, place = link
                linked = " ".join(words[start:].split())
                if address.startswith("#"):
                    block.links.append(PageLink(unquote(address[1:]), linked, place))
                else:
                    self.addresses.append(PageAddress(address, linked, place))
                link = None
        return words

    def _read_role(self, token: Token, row: int) -> None:
        place = self._find(f"{{{token.meta['name']}}}", row)
        self.roles.append(Line(token.meta["name"], place))
        if token.meta["name"] == TERM:
            titled = TITLED.fullmatch(token.content.strip())
            self.term_references.append(Line(titled["name"] if titled else token.content, place))

    def _find(self, address: str, row: int) -> Place:
        """Return the place of an address as it is written, from a row on; that of the row if it cannot be found."""
        for at in range(row, max(row + 1, min(self._end, len(self.rows)))):
            start = self._behind[1] if self._behind[0] == at else 0
            line = self.rows[at]
            # The guide has examples of links, as code, beside real links.
            if (column := (without_code(line) if "`" in line else line).find(address, start)) >= 0:
                self._behind = at, column + len(address)
                return Place(self.path, at + 1, column + 1 + address.startswith("#"))
        return Place(self.path, row + 1, 1)
