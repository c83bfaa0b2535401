"""Read a page as a build reads it: with MyST's own parser, and its rules for what a directive is given. No Sphinx."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig, TopmatterReadError, merge_file_level, read_topmatter
from myst_parser.parsers.mdit import create_md_parser

from concordance.model.corpus import Line
from concordance.model.problems import Place
from concordance.reading.code_spans import without_code
from concordance.reading.directive_forms import Content, directive_forms
from concordance.reading.directive_text import read_directive
from concordance.reading.fences import (
    closed_too_late,
    fence_of,
    is_closed,
    misspelt,
    too_deep,
    too_few_colons,
    unclosed,
    unknown,
)
from concordance.reading.limits import NESTING
from concordance.reading.page import Block, Directive, Page, PageLink

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
# How a place is given a name, as an option of a directive.
NAME = "name"


def parse_page(text: str, path: str, settings: PageSettings) -> Page:
    """Return what the page in the file `path` holds; `text` is all of the file."""
    parser, head = _parser(text, settings)
    forms = directive_forms()
    # At these, MyST ends a line within a directive, and nobody else does: lines would no longer be those of the file.
    text = LINE_ENDS.sub(" ", text)
    reader = _Reader(path, text.split("\n"), parser, forms, settings.closed)
    content = reader.read(text, 0)
    return Page(
        content=content,
        footnotes=reader.footnotes,
        footnote_lines=tuple(reader.footnote_lines),
        labels=tuple(reader.labels),
        headings=tuple(reader.headings),
        pictures=tuple(reader.pictures),
        html=tuple(reader.html),
        orphan="orphan" in head,
        broken=_causes(reader.misplaced, reader.misnamed),
        wrong=tuple(reader.wrong),
    )


def _causes(misplaced: list[Problem], misnamed: list[Problem]) -> tuple[Problem, ...]:
    """Return problems without those that follow from one: where a block ends wrongly, all below it is read wrongly."""
    first = sorted(misplaced, key=lambda problem: problem.place)[:1]
    return (*(problem for problem in misnamed if not first or problem.place < first[0].place), *first)


def _parser(text: str, settings: PageSettings) -> tuple[MarkdownIt, Mapping[str, Any]]:
    """Return the parser for a page, and the fields at its head, which may change what it knows."""
    if not text.startswith("---"):
        return _general_parser(settings.markdown), {}
    try:
        head = read_topmatter(text) or {}
    except TopmatterReadError:
        # The build says so.
        head = {}
    if "myst" not in head:
        return _general_parser(settings.markdown), head
    config = merge_file_level(_general(settings.markdown), head, lambda *_: None)
    return create_md_parser(config, RendererHTML), head


@cache
def _general(markdown: tuple[str, ...]) -> MdParserConfig:
    return MdParserConfig(enable_extensions=set(markdown))


@cache
def _general_parser(markdown: tuple[str, ...]) -> MarkdownIt:
    parser = create_md_parser(_general(markdown), RendererHTML)
    # Nobody asks how many words a page has.
    return parser.disable("wordcount")


@dataclass(slots=True)
class _Group:
    """What a block of a page holds."""

    texts: list[str] = field(default_factory=list)
    links: list[PageLink] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    within: list[Block | Directive] = field(default_factory=list)

    def parts(self, *, facts: bool) -> Iterator[Block | Directive]:
        """Yield the words of the block, if there are any, and then the directives in it."""
        if self.texts:
            yield Block(tuple(self.texts), tuple(self.links), tuple(self.calls), facts)
        yield from self.within


@dataclass(slots=True)
class _Reader:
    """Reads one page: `rows` are the lines of its file. Rows count from 0, lines of places from 1."""

    path: str
    rows: Sequence[str]
    parser: MarkdownIt
    forms: Mapping[str, DirectiveForm]
    closed: bool
    environment: dict[str, Any] = field(default_factory=dict)
    footnotes: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    footnote_lines: list[int] = field(default_factory=list)
    labels: list[Line] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    pictures: list[Line] = field(default_factory=list)
    html: list[Line] = field(default_factory=list)
    misplaced: list[Problem] = field(default_factory=list)
    misnamed: list[Problem] = field(default_factory=list)
    wrong: list[Problem] = field(default_factory=list)
    _row: int = 0
    _end: int = 0
    _behind: tuple[int, int] = (0, 0)

    def read(self, text: str, base: int, around: tuple[Fence, ...] = ()) -> tuple[Block | Directive, ...]:
        """Return what a text holds whose first row is `base`, in the blocks that are `around` it."""
        content: list[Block | Directive] = []
        for tokens in _blocks(self.parser.parse(text, self.environment)):
            group = _Group()
            for token in tokens:
                self._read_token(token, base, around, group)
            first = tokens[0]
            parts = tuple(group.parts(facts=first.type == "field_list_open"))
            if first.type == "footnote_reference_open":
                self._footnote(first, base, parts)
                parts = tuple(group.within)
            elif first.type == "heading_open" and group.texts:
                self.headings.append(group.texts[0])
            content += parts
        return tuple(content)

    def _read_token(self, token: Token, base: int, around: tuple[Fence, ...], group: _Group) -> None:
        if token.map:
            self._row, self._end = base + token.map[0], base + token.map[1]
        if token.type in FENCES:
            self._read_fence(token, around, group)
        elif token.type == "code_block":
            group.texts.append(token.content)
        elif token.type == "html_block":
            self.html.append(Line(token.content, Place(self.path, self._row + 1, 1)))
        elif token.type == "myst_target":
            self.labels.append(Line(_label(token.content), Place(self.path, self._row + 1, 1)))
        elif token.type == "inline":
            place = Place(self.path, self._row + 1, 1)
            if problem := too_few_colons(token.content, place, self.forms):
                self.misplaced.append(problem)
            group.texts.append(self._read_words(token.children or (), group))

    def _read_fence(self, token: Token, around: tuple[Fence, ...], group: _Group) -> None:
        row, end = self._row, self._end
        fence = fence_of(token, Place(self.path, row + 1, 1))
        if not self._check_fence(fence, self.rows[end - 1] if end - 1 > row else "", around):
            return
        if fence.directive:
            group.within += self._read_directive(token, fence, end, around)
        elif fence.colons:
            group.within += self.read(token.content, row + 1, (*around, fence))
        else:
            group.texts.append(token.content)

    def _check_fence(self, fence: Fence, last_line: str, around: tuple[Fence, ...]) -> bool:
        """Tell what is wrong with where a block begins and ends; return whether it can be read."""
        late = closed_too_late(around[-1], fence) if around else None
        problem = late or misspelt(fence, self.forms) or (None if is_closed(fence, last_line) else unclosed(fence))
        if len(around) >= NESTING:
            problem = too_deep(fence)
        self.misplaced += [problem] if problem else []
        return problem is None or (problem.place == fence.place and len(around) < NESTING)

    def _read_directive(
        self, token: Token, fence: Fence, end: int, around: tuple[Fence, ...]
    ) -> Iterator[Block | Directive]:
        name, line = fence.directive.lower(), fence.place.line
        form = self.forms.get(name)
        if form is None:
            if self.closed and ":" not in name:
                self.misnamed.append(unknown(fence, self.forms))
            return
        # What stands inside is no option, though it begins as one: MyST tells the two apart so.
        content = f"\n{token.content}" if fence.colons and token.content.startswith(":::") else token.content
        given = read_directive(form, fence.argument, content, fence.place)
        self.misnamed += given.unreadable
        self.wrong += given.wrong
        if given.options.get(NAME) and NAME in form.options:
            self.labels.append(Line(_label(given.options[NAME]), fence.place))
        offset = given.offset - (content != token.content)
        lines = line + 1 + offset, end if self._is_closed(fence, end) else end + 1
        within: tuple[Block | Directive, ...] = ()
        if form.content in {Content.MARKDOWN, Content.TERMS}:
            body = (row.lstrip() for row in given.body) if form.content is Content.TERMS else given.body
            within = self.read("\n".join(body) + "\n", line + offset, (*around, fence))
        body = given.body if form.content is Content.OTHER else ()
        yield Directive(name, fence.argument, given.options, fence.place, lines, within, body)

    def _is_closed(self, fence: Fence, end: int) -> bool:
        return end > fence.place.line and is_closed(fence, self.rows[end - 1])

    def _footnote(self, token: Token, base: int, parts: Iterable[Block | Directive]) -> None:
        first, last = token.map or (0, 0)
        self.footnote_lines += range(base + first + 1, base + last + 1)
        # Of two with one name, MyST takes the first.
        self.footnotes.setdefault(token.meta["label"], tuple(part for part in parts if isinstance(part, Block)))

    def _read_words(self, tokens: Iterable[Token], group: _Group) -> str:
        """Return the plain words of a paragraph, a cell or the like, and note its links, footnotes and pictures."""
        words, row = "", self._row
        opened: tuple[str, int, Place] | None = None
        for token in tokens:
            if token.type in BREAKS:
                words, row = f"{words}\n", row + 1
            elif token.type in WORDS:
                words += token.content
            elif token.type == "html_inline":
                self.html.append(Line(token.content, Place(self.path, row + 1, 1)))
            elif token.type == "footnote_ref":
                group.calls.append(token.meta["label"])
            elif token.type == "image":
                source = unquote(str(token.attrGet("src") or ""))
                self.pictures.append(Line(source, self._find(source, row)))
            elif token.type == "link_open":
                address = unquote(str(token.attrGet("href") or ""))
                opened = (address[1:], len(words), self._find(address, row)) if address.startswith("#") else None
            elif token.type == "link_close" and opened:
                group.links.append(PageLink(opened[0], " ".join(words[opened[1] :].split()), opened[2]))
                opened = None
        return words

    def _find(self, address: str, row: int) -> Place:
        """Return where an address is written, from a row on; that of the row, if it is written otherwise."""
        for at in range(row, max(row + 1, min(self._end, len(self.rows)))):
            start = self._behind[1] if self._behind[0] == at else 0
            line = self.rows[at]
            # The guide shows how links are written, beside links.
            if (column := (without_code(line) if "`" in line else line).find(address, start)) >= 0:
                self._behind = at, column + len(address)
                return Place(self.path, at + 1, column + 1 + address.startswith("#"))
        return Place(self.path, row + 1, 1)


def _blocks(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each block of a text, without the head of a page."""
    block: list[Token] = []
    for token in tokens:
        block.append(token)
        if token.level == 0 and token.nesting <= 0:
            if token.type != "front_matter":
                yield block
            block = []


def _label(written: str) -> str:
    """Return what docutils calls a place that is given a name."""
    return " ".join(written.lower().split())
