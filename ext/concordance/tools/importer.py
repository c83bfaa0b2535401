"""Turn the transcript of a resolution into the edition's MyST pages, as a YAML recipe says.

Run as ``python -m concordance.tools.importer RECIPE [--source source] [--overwrite]``. The exit code is 0 when every
page stands as the transcript has it, 1 when pages edited by hand were left alone, 2 when the recipe or the transcript
is wrong; in that case nothing is written. What was written last is kept in ``imported.sha256``, in the format of
sha256sum, which is how an edited page is told from an imported one.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import yaml

from concordance.tools.transcript import (
    Annex,
    AnnexLayout,
    Inline,
    Layout,
    Line,
    Problem,
    Provision,
    Resolution,
    Span,
    parse_inline,
    read_transcript,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LEDGER = "imported.sha256"
LEDGER_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
EDITED = 1
WRONG = 2
# Markdown's own signs, escaped wherever they stand. "<" and "&" are harmless unless a tag or an entity follows, and
# "!" unless a link does.
SPECIAL = re.compile(r"[\\`*_\[\]~{}$]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|!$")
# What would open a block, a comment, an option or a target, but only at the start of a line.
LINE_START = re.compile(r"(\d*)((?<!\d)[-+#>:%=|]|(?<!\d)\((?=[^)]*\)=)|(?<=\d)[.)](?=\s|$))")


class ImportFailedError(Exception):
    """Raised before anything is written; `problems` says all that is wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.path, problem.line or 0)))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name an entry, and the recipe's line that says so."""

    words: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Override:
    """What differs for one provision: phrases of its own, and ids that are not, or alone, linked in it."""

    line: int
    links: tuple[Phrase, ...]
    without: frozenset[str]
    only: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class PartPage:
    """The page of one part of the annex."""

    page: str
    title: str


@dataclass(frozen=True, slots=True)
class ResolutionPage:
    """The page of the resolution and the headings on it."""

    page: str
    title: str
    preamble: str
    operative: str


@dataclass(frozen=True, slots=True)
class AnnexPages:
    """The pages of an annex; `{number}` in the name and the title of a paragraph's page stands for its number."""

    page: str
    title: str
    paragraph_page: str
    paragraph_title: str
    parts: tuple[PartPage, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """A whole recipe, checked for form."""

    path: Path
    transcript: Path
    sha256: str
    layout: Layout
    resolution: ResolutionPage
    annex: AnnexPages | None
    names: tuple[Phrase, ...]
    overrides: Mapping[str, Override]


@dataclass(frozen=True, slots=True)
class _Table:
    """A mapping of the recipe that remembers its lines. Every scalar is text: `16.10` and `no` stay what they are."""

    path: Path
    name: str
    line: int
    nodes: Mapping[str, tuple[int, yaml.Node]]
    problems: list[Problem]
    # A table that is missing has been reported once; its keys are not reported again one by one.
    absent: bool = False

    @classmethod
    def of(cls, node: yaml.Node, path: Path, name: str, problems: list[Problem]) -> _Table:
        line = node.start_mark.line + 1
        nodes: dict[str, tuple[int, yaml.Node]] = {}
        if not isinstance(node, yaml.MappingNode):
            problems.append(Problem(str(path), line, f"{name} is not a table", "write it as `key: value` lines"))
            return cls(path, name, line, nodes, problems, absent=True)
        table = cls(path, name, line, nodes, problems)
        for key, value in node.value:
            at = key.start_mark.line + 1
            if key.value in nodes:
                table.wrong(at, f"`{key.value}` stands twice in {name}", "keep one of them")
            nodes[str(key.value)] = (at, value)
        return table

    def wrong(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(str(self.path), line, what, mend))

    def allow(self, *keys: str) -> None:
        for key, (line, _) in self.nodes.items():
            if key not in keys:
                self.wrong(line, f"{self.name} has no key `{key}`", f"use one of: {', '.join(keys)}")

    def text(self, key: str, default: str | None = None) -> str:
        if key not in self.nodes:
            if default is None and not self.absent:
                self.wrong(self.line, f"{self.name} lacks `{key}`", f"add `{key}: …`")
            return default or ""
        line, node = self.nodes[key]
        if not isinstance(node, yaml.ScalarNode) or not node.value:
            self.wrong(line, f"`{key}` in {self.name} is not a text", "write one text after the colon")
            return ""
        return str(node.value)

    def table(self, key: str, *, required: bool = False) -> _Table:
        if key not in self.nodes:
            if required:
                self.wrong(self.line, f"{self.name} lacks `{key}`", f"add `{key}:` with its lines")
            return _Table(self.path, f"`{key}`", self.line, {}, self.problems, absent=True)
        return _Table.of(self.nodes[key][1], self.path, f"`{key}`", self.problems)

    def items(self, key: str) -> list[yaml.Node]:
        if key not in self.nodes:
            return []
        line, node = self.nodes[key]
        if not isinstance(node, yaml.SequenceNode):
            self.wrong(line, f"`{key}` in {self.name} is not a list", "begin each of its lines with a dash")
            return []
        return list(node.value)

    def texts(self, key: str) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        for node in self.items(key):
            line = node.start_mark.line + 1
            if isinstance(node, yaml.ScalarNode) and node.value:
                found.append((line, str(node.value)))
            else:
                self.wrong(
                    line, f"an item of `{key}` is not a text", "put quotes around words that hold a colon or comma"
                )
        return found

    def markers(self) -> dict[str, int]:
        table = self.table("markers")
        for key, (line, node) in table.nodes.items():
            if not str(node.value).isdecimal():
                table.wrong(line, f"the marker “{key}” stands for no number", 'write it as `"OP6.": 6`')
        return {key: int(node.value) for key, (_, node) in table.nodes.items() if str(node.value).isdecimal()}


def load_recipe(path: Path) -> Recipe:
    """Read a recipe. Raises `ImportFailedError` with every fault of its form."""
    problems: list[Problem] = []
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise ImportFailedError([Problem(str(path), None, f"cannot be read ({error})", "see the path")]) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = f"not YAML: {getattr(error, 'problem', None) or error}"
        line = None if mark is None else mark.line + 1
        raise ImportFailedError([Problem(str(path), line, what, "see the indentation and the quotes")]) from error
    if node is None:
        raise ImportFailedError([Problem(str(path), None, "the recipe is empty", "copy another recipe")])
    table = _Table.of(node, path, "the recipe", problems)
    table.allow("transcript", "sha256", "start", "resolution", "annex", "names", "overrides")
    resolution = table.table("resolution", required=True)
    annex_layout, annex = _annex(table.table("annex")) if "annex" in table.nodes else (None, None)
    recipe = Recipe(
        path,
        path.parent / table.text("transcript"),
        table.text("sha256"),
        Layout(
            resolution.text("id"),
            table.text("start"),
            resolution.text("opening"),
            resolution.markers(),
            annex_layout,
        ),
        _resolution(resolution),
        annex,
        _names(table.table("names")),
        _overrides(table.table("overrides")),
    )
    if problems:
        raise ImportFailedError(problems)
    return recipe


def _resolution(table: _Table) -> ResolutionPage:
    table.allow("id", "page", "title", "opening", "preamble", "operative", "markers")
    return ResolutionPage(_page(table, "page"), table.text("title"), table.text("preamble"), table.text("operative"))


def _annex(table: _Table) -> tuple[AnnexLayout, AnnexPages]:
    table.allow("id", "start", "page", "title", "paragraph_page", "paragraph_title", "parts", "markers")
    parts = [_Table.of(node, table.path, "a part", table.problems) for node in table.items("parts")]
    for part in parts:
        part.allow("page", "title", "start")
    if not parts:
        table.wrong(table.line, "the annex has no `parts`", "list at least one, with `page` and `title`")
    starts = tuple(part.text("start", "") or None for part in parts)
    layout = AnnexLayout(table.text("id"), table.text("start"), starts, table.markers())
    pages = AnnexPages(
        _page(table, "page"),
        table.text("title"),
        _page(table, "paragraph_page"),
        table.text("paragraph_title"),
        tuple(PartPage(_page(part, "page"), part.text("title")) for part in parts),
    )
    return layout, pages


def _page(table: _Table, key: str) -> str:
    """Return the name of a page, and see that it stays inside the source folder."""
    text = table.text(key)
    if PurePosixPath(text).is_absolute() or ".." in PurePosixPath(text).parts:
        table.wrong(table.nodes[key][0], f"the page “{text}” leaves the source folder", "name it from that folder")
    return text


def _names(table: _Table) -> tuple[Phrase, ...]:
    seen: dict[str, str] = {}
    phrases: list[Phrase] = []
    for target in table.nodes:
        for line, words in table.texts(target):
            if words in seen:
                table.wrong(line, f"“{words}” already names {seen[words]}", "let one phrase name one entry")
            seen[words] = target
            phrases.append(Phrase(words, target, line))
    return tuple(phrases)


def _overrides(table: _Table) -> dict[str, Override]:
    overrides: dict[str, Override] = {}
    for key, (line, node) in table.nodes.items():
        own = _Table.of(node, table.path, f"the override of {key}", table.problems)
        own.allow("links", "without", "only")
        links = own.table("links")
        overrides[key] = Override(
            line,
            tuple(Phrase(words, links.text(words), at) for words, (at, _) in links.nodes.items()),
            frozenset(text for _, text in own.texts("without")),
            frozenset(text for _, text in own.texts("only")) if "only" in own.nodes else None,
        )
    return overrides


@dataclass(slots=True)
class _Linker:
    """Finds the names of entries in the words of one piece after the other, and remembers which it has met."""

    recipe: Recipe
    problems: list[Problem]
    met: set[tuple[str, int]] = field(default_factory=set)
    scopes: set[str] = field(default_factory=set)

    def markdown(self, scope: str, raw: str, line: int) -> str:
        """Turn a paragraph of the transcript into Markdown with its links; `scope` is what overrides call it."""
        inline = parse_inline(raw)
        links = self._links(scope, inline)
        for span in inline.spans:
            if span.kind == "stub" and not any(s.start <= span.start and span.end <= s.end for s in links):
                words = inline.text[span.start : span.end]
                self._wrong(line, f"the link “{words}” names no entry", f"add “{words}” to `names` in the recipe")
        try:
            return to_markdown(inline, links)
        except ValueError as error:
            self._wrong(line, str(error), "choose a phrase that keeps to one side of it")
            return ""

    def _wrong(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(str(self.recipe.transcript), line, what, mend))

    def _links(self, scope: str, inline: Inline) -> list[Span]:
        """Claim the longest phrases first, so that no phrase is found inside another; then keep each first naming."""
        override = self.recipe.overrides.get(scope, Override(0, (), frozenset(), None))
        self.scopes.add(scope)
        claimed: list[Span] = []
        for phrase in (*_longest_first(override.links), *_longest_first(self.recipe.names)):
            for match in _matches(phrase.words, inline.text):
                if all(match.end() <= span.start or span.end <= match.start() for span in claimed):
                    claimed.append(Span(match.start(), match.end(), "link", phrase.target))
                    self.met.add((phrase.words, phrase.line))
        first: dict[str, Span] = {}
        for span in sorted(claimed, key=lambda span: span.start):
            if span.target not in override.without and (override.only is None or span.target in override.only):
                first.setdefault(span.target, span)
        return list(first.values())

    def unused(self) -> Iterator[Problem]:
        """Yield a problem for every phrase that named nothing and every override of a provision that is not there."""
        path = str(self.recipe.path)
        mend = "copy the words exactly as they stand, or take the line out"
        for phrase in self.recipe.names:
            if (phrase.words, phrase.line) not in self.met:
                yield Problem(path, phrase.line, f"“{phrase.words}” never occurs outside a longer phrase", mend)
        for scope, override in self.recipe.overrides.items():
            if scope not in self.scopes:
                yield Problem(path, override.line, f"there is no provision {scope}", "see its id")
                continue
            for phrase in override.links:
                if (phrase.words, phrase.line) not in self.met:
                    yield Problem(path, phrase.line, f"“{phrase.words}” does not occur in {scope}", mend)


def _longest_first(phrases: Iterable[Phrase]) -> list[Phrase]:
    return sorted(phrases, key=lambda phrase: (-len(phrase.words), phrase.words))


def _matches(words: str, text: str) -> Iterator[re.Match[str]]:
    """Find whole words only: `1/5` is not named by `61/5`, nor `A/71/53` by `71/53`."""
    return re.finditer(rf"(?<![\w/]){re.escape(words)}(?![\w/])", text)


def to_markdown(inline: Inline, links: Sequence[Span]) -> str:
    """Write a paragraph as Markdown that renders to exactly its words.

    Raises `ValueError` where two spans overlap without one holding the other, or a footnote is called inside a link.
    """
    calls = (Span(at, at, "call", str(number)) for at, number in inline.calls)
    spans = [span for span in inline.spans if span.kind != "stub"]
    # A call belongs to the word before it, so it comes before any span that starts where it stands.
    order = sorted([*calls, *spans, *links], key=lambda s: (s.start, s.kind != "call", -s.end, s.kind))
    text = _weave(inline.text, order, 0, len(inline.text))
    return LINE_START.sub(r"\1\\\2", text, count=1) if LINE_START.match(text) else text


def _weave(text: str, spans: Sequence[Span], start: int, end: int) -> str:
    out: list[str] = []
    at, index = start, 0
    while index < len(spans):
        span = spans[index]
        inside = [s for s in spans[index + 1 :] if s.start < span.end]
        index += 1 + len(inside)
        words = text[span.start : span.end]
        if any(s.end > span.end or (span.kind == "link" and s.kind in {"call", "link"}) for s in inside):
            raise ValueError(f"the {span.kind} “{words}” crosses other markup")
        out.append(_escape(text[at : span.start]))
        inner = _weave(text, inside, span.start, span.end)
        out.append(_wrapped(span, inner, words))
        at = span.end
    out.append(_escape(text[at:end]))
    return "".join(out)


def _wrapped(span: Span, inner: str, words: str) -> str:
    match span.kind:
        case "call":
            return f"[^{span.target}]"
        case "link":
            return f"[{inner}](#{span.target})"
        case "struck":
            # A role takes its words literally, so nothing is escaped in it.
            return f"{{struck}}`{words}`"
        case _:
            return f"*{inner}*"


def _escape(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", text)


@dataclass(slots=True)
class _Composer:
    """Composes the pages of one resolution."""

    resolution: Resolution
    recipe: Recipe
    linker: _Linker
    pages: dict[str, str] = field(default_factory=dict)

    def compose(self) -> dict[str, str]:
        names, layout, text = self.recipe.resolution, self.recipe.layout, self.resolution
        masthead = [self.linker.markdown(f"{layout.id}-masthead", line.text, line.number) for line in text.masthead]
        self._page(
            names.page,
            names.title,
            _verbatim(*masthead),
            f"## {names.preamble}",
            self._heading(text.opening),
            *(self._provision(provision) for provision in text.preamble),
            f"## {names.operative}",
            *(self._provision(provision) for provision in text.operative),
        )
        if text.annex is not None and self.recipe.annex is not None:
            self._annex(text.annex, self.recipe.annex)
        return self.pages

    def _annex(self, annex: Annex, names: AnnexPages) -> None:
        toctree = _toctree(names.page, (part.page for part in names.parts))
        chapeau = [self._provision(provision) for provision in annex.chapeau]
        self._page(names.page, names.title, self._heading(annex.heading), *chapeau, end=toctree)
        for page, part in zip(names.parts, annex.parts, strict=True):
            children: list[str] = []
            for provision in part.provisions:
                number = provision.id.rpartition("-")[2]
                children.append(names.paragraph_page.replace("{number}", number))
                title = names.paragraph_title.replace("{number}", number)
                self._page(children[-1], title, self._provision(provision))
            heading = [] if part.heading is None else [self._heading(part.heading)]
            self._page(page.page, page.title, *heading, end=_toctree(page.page, children))

    def _heading(self, line: Line) -> str:
        # Headings and the opening line are words of the text but no provision, so nothing in them is linked.
        return _verbatim(to_markdown(parse_inline(line.text), ()))

    def _page(self, page: str, title: str, *blocks: str, end: str = "") -> None:
        path = f"{page}.md"
        if path in self.pages:
            what = f"two pieces go to the page {page}"
            self.linker.problems.append(Problem(str(self.recipe.path), None, what, "give each its own page"))
        called = {int(number) for block in blocks for number in re.findall(r"(?<!\\)\[\^(\d+)\]", block)}
        notes = [self._footnote(number) for number in sorted(called & self.resolution.footnotes.keys())]
        self.pages[path] = "\n\n".join([f"# {title}", *blocks, *notes, *([end] if end else [])]) + "\n"

    def _footnote(self, number: int) -> str:
        line = self.resolution.footnotes[number]
        return f"[^{number}]: {self.linker.markdown(f'{self.recipe.layout.id}-fn-{number}', line.text, line.number)}"

    def _provision(self, provision: Provision, fence: str = ":::") -> str:
        if provision.items:
            fence += ":"
        # A marker from the transcript may be any characters, so it is quoted as YAML wants it.
        marker = "" if provision.marker is None else provision.marker.replace("\\", "\\\\").replace('"', '\\"')
        option = f':number: "{marker}"\n\n' if marker else ""
        text = self.linker.markdown(provision.id, provision.text, provision.line)
        items = "".join(f"\n\n{self._provision(item)}" for item in provision.items)
        return f"{fence}{{provision}} {provision.id}\n{option}{text}{items}\n{fence}"


def _verbatim(*paragraphs: str) -> str:
    return ":::{verbatim}\n" + "\n\n".join(paragraphs) + "\n:::"


def _toctree(page: str, children: Iterable[str]) -> str:
    folder = PurePosixPath(page).parent
    entries = [
        str(path.relative_to(folder)) if path.is_relative_to(folder) else f"/{path}"
        for path in map(PurePosixPath, children)
    ]
    return "\n".join(["```{toctree}", ":hidden:", "", *entries, "```"])


def compose_pages(recipe: Recipe) -> dict[str, str]:
    """Return every page of a recipe, path to text. Raises `ImportFailedError` with every problem of the transcript."""
    path = recipe.transcript
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ImportFailedError([Problem(str(path), None, f"cannot be read ({error})", "see `transcript`")]) from error
    problems: list[Problem] = []
    digest = hashlib.sha256(data).hexdigest()
    if digest != recipe.sha256:
        mend = "restore the file; or, if the change is meant, write the new sum into the recipe"
        problems.append(Problem(str(path), None, f"its sha256 is {digest}, the recipe says {recipe.sha256}", mend))
    resolution, found = read_transcript(text, recipe.layout, str(path))
    problems += found
    pages: dict[str, str] = {}
    if resolution is not None:
        linker = _Linker(recipe, problems)
        pages = _Composer(resolution, recipe, linker).compose()
        # Without its annex the text is not whole, and what it lacks says nothing about the names.
        if resolution.annex is not None or recipe.annex is None:
            problems += linker.unused()
    if problems:
        raise ImportFailedError(problems)
    return pages


def write_pages(source: Path, pages: Mapping[str, str], *, overwrite: bool = False) -> tuple[list[str], list[str]]:
    """Write pages into `source` and keep the ledger; return the paths that changed and those left alone.

    A page is left alone when its bytes are neither those to be written nor those the ledger says were written last.
    Raises `ImportFailedError` before anything is written where the ledger cannot be understood.
    """
    ledger = _read_ledger(source / LEDGER)
    changed: list[str] = []
    kept: list[str] = []
    for path, text in sorted(pages.items()):
        data = text.encode()
        target = source / path
        if target.exists() and not overwrite:
            stands = target.read_bytes()
            if stands != data and _digest(stands) != ledger.get(path):
                kept.append(path)
                continue
        if _write(target, data):
            changed.append(path)
        ledger[path] = _digest(data)
    _write(source / LEDGER, "".join(f"{digest}  {path}\n" for path, digest in sorted(ledger.items())).encode())
    return changed, kept


def _read_ledger(path: Path) -> dict[str, str]:
    ledger: dict[str, str] = {}
    problems: list[Problem] = []
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for number, line in enumerate(lines, start=1):
        if match := LEDGER_LINE.fullmatch(line):
            ledger[match[2]] = match[1]
        else:
            problems.append(Problem(str(path), number, "not a line of sha256sum", "restore the file"))
    if problems:
        raise ImportFailedError(problems)
    return ledger


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write(path: Path, data: bytes) -> bool:
    """Write a file whole or not at all, and only if it changes; say whether it did."""
    if path.exists() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    # In the same folder, because a file is replaced in one step only on its own file system.
    temporary = path.with_name(f".{path.name}.new")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return True


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the importer with command-line arguments; return the exit code."""
    parser = argparse.ArgumentParser(prog="concordance.tools.importer", description="Import a UN text as MyST pages.")
    parser.add_argument("recipe", type=Path, help="the YAML recipe that stands beside the transcript")
    parser.add_argument("--source", type=Path, default=Path("source"), help="the folder of the pages (source)")
    parser.add_argument("--overwrite", action="store_true", help="overwrite pages that were edited by hand, too")
    options = parser.parse_args(arguments)
    try:
        pages = compose_pages(load_recipe(options.recipe))
        changed, kept = write_pages(options.source, pages, overwrite=options.overwrite)
    except ImportFailedError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return WRONG
    for path in kept:
        print(f"{options.source / path}: edited by hand, left alone; use --overwrite to replace it", file=sys.stderr)
    print(f"{len(pages)} pages: {len(changed)} written, {len(kept)} left alone")
    return EDITED if kept else 0


if __name__ == "__main__":
    raise SystemExit(main())
