"""The words of a paragraph: from the markup of a transcript to Markdown, with links where entries are named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from concordance.cli.importer.recipe import OverrideModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from concordance.cli.importer.recipe import RecipeFile
    from concordance.model.problems import Problem
    from concordance.reading.strict_yaml import Location

SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
DIGITS = str.maketrans(SUPERSCRIPT, "0123456789")
INLINE = re.compile(rf"\*|~~(?P<struck>.+?)~~|\[(?P<stub>[^\]]+)\]\(#\)|(?P<call>[{SUPERSCRIPT}]+)")
# Markup of Markdown, escaped wherever it stands. "<" and "&" are harmless unless a tag or an entity follows, and "!"
# unless a link does.
SPECIAL = re.compile(r"[\\`*_\[\]~{}$]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|!$")
# What would open a block, a comment, an option or a target, but only at the start of a line.
LINE_START = re.compile(r"(\d*)((?<!\d)[-+#>:%=|]|(?<!\d)\((?=[^)]*\)=)|(?<=\d)[.)](?=\s|$))")


@dataclass(frozen=True, slots=True)
class InlineSpan:
    """A stretch of plain words with a meaning."""

    start: int
    """The index of its first character."""
    end: int
    """The index past its last character."""
    kind: str
    """`emphasis`, `struck`, `stub` (an empty link), `link` or `call` (of a footnote, without words)."""
    target: str = ""
    """The id that a link leads to, or the number of the footnote that is called."""

    def contains(self, other: InlineSpan) -> bool:
        """Return whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Inline:
    """The plain words of a paragraph, and the spans over them."""

    text: str
    spans: tuple[InlineSpan, ...]

    def cut(self, start: int, end: int | None = None) -> Inline:
        """Return a stretch of the words, without space at its ends, with what lies in it of the spans."""
        stretch = self.text[start:end]
        start += len(stretch) - len(stretch.lstrip())
        stretch = stretch.strip()
        end = start + len(stretch)
        spans = (
            InlineSpan(max(span.start, start) - start, min(span.end, end) - start, span.kind, span.target)
            for span in self.spans
            if (span.start < end and span.end > start) or (span.kind == "call" and start < span.start <= end)
        )
        return Inline(stretch, tuple(spans))

    def calls(self) -> list[int]:
        """Return the numbers of the footnotes that are called, in their order."""
        return [int(span.target) for span in self.spans if span.kind == "call"]

    def with_call(self, start: int, end: int) -> Inline:
        """Return the same with the digits from `start` to `end` read as the call of a footnote."""
        number = int(self.text[start:end].translate(DIGITS))
        begin = len(self.text[:start].rstrip())
        cut = end - begin

        def move(at: int) -> int:
            return at if at <= begin else max(begin, at - cut)

        spans = [InlineSpan(move(span.start), move(span.end), span.kind, span.target) for span in self.spans]
        return Inline(self.text[:begin] + self.text[end:], (*spans, InlineSpan(begin, begin, "call", str(number))))


def superscript_calls(inline: Inline) -> Inline:
    """Read superscript digits as calls of footnotes."""
    while match := re.search(rf"[{SUPERSCRIPT}]+", inline.text):
        inline = inline.with_call(*match.span())
    return inline


@dataclass(slots=True)
class InlineBuilder:
    """Puts words and their marks together, with single spaces between words."""

    text: str = ""
    """The words so far."""
    spans: list[InlineSpan] = field(default_factory=list)
    """Marks that are closed, and calls of footnotes."""
    opened: list[tuple[str, int]] = field(default_factory=list)
    """Kinds of marks that are open, and where they began."""

    def add(self, words: str) -> None:
        """Add words; white space of any kind becomes one space."""
        words = re.sub(r"\s+", " ", words)
        self.text += words.lstrip() if not self.text or self.text.endswith(" ") else words

    def open(self, kind: str) -> None:
        """Open a mark."""
        self.opened.append((kind, len(self.text)))

    def close(self, kind: str) -> None:
        """Close the mark that was opened last, if it is of this kind and within no other mark of the kind."""
        for index in range(len(self.opened) - 1, -1, -1):
            if self.opened[index][0] == kind:
                _, start = self.opened.pop(index)
                start += len(self.text[start:]) - len(self.text[start:].lstrip())
                end = len(self.text.rstrip())
                outer = any(other == kind for other, _ in self.opened)
                if start < end and not outer:
                    self.spans.append(InlineSpan(start, end, kind))
                return

    def call(self, number: int) -> None:
        """Add the call of a footnote."""
        self.text = self.text.rstrip()
        self.spans.append(InlineSpan(len(self.text), len(self.text), "call", str(number)))

    def finish(self) -> Inline:
        """Return the words and spans, and begin anew."""
        inline = Inline(self.text, tuple(self.spans)).cut(0)
        self.text, self.spans, self.opened = "", [], [(kind, 0) for kind, _ in self.opened]
        return inline


class Phrase(NamedTuple):
    """Words that name an entry."""

    words: str
    target: str
    """The id of the entry."""
    location: Location
    """Where the recipe says so."""


def parse_inline(raw: str) -> Inline:
    """Return the plain words and the spans of a paragraph of the transcript; unpaired asterisks are dropped."""
    text, at = "", 0
    spans: list[InlineSpan] = []
    opened: int | None = None
    for match in INLINE.finditer(raw):
        text += raw[at : match.start()]
        at = match.end()
        if call := match["call"]:
            spans.append(InlineSpan(len(text), len(text), "call", str(int(call.translate(DIGITS)))))
        elif words := match["struck"] or match["stub"]:
            spans.append(InlineSpan(len(text), len(text) + len(words), "struck" if match["struck"] else "stub"))
            text += words
        elif opened is not None and opened < len(text) and not text[-1].isspace():
            spans.append(InlineSpan(opened, len(text), "emphasis"))
            opened = None
        elif raw[at : at + 1].strip():
            opened = len(text)
    return Inline(text + raw[at:], tuple(spans))


def called_footnotes(raw: str) -> list[int]:
    """Return the numbers of the footnotes that a paragraph of the transcript calls."""
    return [int(span.target) for span in parse_inline(raw).spans if span.kind == "call"]


def to_markdown(inline: Inline, links: Sequence[InlineSpan] = ()) -> str:
    """Return a paragraph as Markdown that renders to exactly its words.

    Raises `ValueError` if two spans overlap without one containing the other, or a footnote is called inside a link.
    """
    spans = [span for span in inline.spans if span.kind != "stub"]
    # A call belongs to the word before it, so it comes before any span that starts where it stands.
    order = sorted([*spans, *links], key=lambda span: (span.start, span.kind != "call", -span.end, span.kind))
    text = _weave(inline.text, order, 0, len(inline.text))
    return LINE_START.sub(r"\1\\\2", text, count=1) if LINE_START.match(text) else text


def _weave(text: str, spans: Sequence[InlineSpan], start: int, end: int) -> str:
    out: list[str] = []
    at, index = start, 0
    while index < len(spans):
        span = spans[index]
        inside = [other for other in spans[index + 1 :] if other.start < span.end]
        index += 1 + len(inside)
        words = text[span.start : span.end]
        if any(
            not span.contains(other) or (span.kind == "link" and other.kind in {"call", "link"}) for other in inside
        ):
            msg = f"The {span.kind} “{words}” crosses other markup."
            raise ValueError(msg)
        out += [_escape(text[at : span.start]), _render_span(span, words, _weave(text, inside, span.start, span.end))]
        at = span.end
    return "".join([*out, _escape(text[at:end])])


def _render_span(span: InlineSpan, words: str, inner: str) -> str:
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


class Linker:
    """Makes links of the names of entries in the paragraphs of a text, and remembers which names it has met."""

    def __init__(self, recipe: RecipeFile, problems: list[Problem]) -> None:
        self.recipe = recipe
        self.problems = problems
        self._named_phrases = _longest_first(
            Phrase(words, target, ("names", target, index))
            for target, phrases in recipe.model.names.items()
            for index, words in enumerate(phrases)
        )
        self._own_phrases = {
            scope: _longest_first(
                Phrase(words, target, ("overrides", scope, "links", words)) for words, target in override.links.items()
            )
            for scope, override in recipe.model.overrides.items()
        }
        self._used_phrases: set[Location] = set()
        self._scopes: set[str] = set()

    def markdown(self, scope: str, raw: str, line: int) -> str:
        """Return a paragraph of the transcript as Markdown with links.

        `scope` is the id by which overrides of the recipe name the paragraph, `line` its number in the transcript.
        Problems are added to `problems`.
        """
        return self.link(scope, parse_inline(raw), line)

    def link(self, scope: str, inline: Inline, line: int) -> str:
        """Return words that are read already as Markdown with links; everything else is as for `markdown`."""
        links = self._find_links(scope, inline.text)
        for span in inline.spans:
            if span.kind == "stub" and not any(link.contains(span) for link in links):
                words = inline.text[span.start : span.end]
                message, remedy = f"The link “{words}” names no entry.", f"Add “{words}” to `names` in the recipe."
                self.problems.append(self.recipe.transcript_problem(line, message, remedy))
        try:
            return to_markdown(inline, links)
        except ValueError as error:
            remedy = "Choose a phrase that keeps to one side of it."
            self.problems.append(self.recipe.transcript_problem(line, str(error), remedy))
            return ""

    def _find_links(self, scope: str, text: str) -> list[InlineSpan]:
        """Claim the longest phrases first, so that no phrase is found inside another; then keep each first naming."""
        self._scopes.add(scope)
        claimed: list[InlineSpan] = []
        for phrase in (*self._own_phrases.get(scope, ()), *self._named_phrases):
            for start, end in _find_words(phrase.words, text):
                if all(end <= span.start or span.end <= start for span in claimed):
                    claimed.append(InlineSpan(start, end, "link", phrase.target))
                    self._used_phrases.add(phrase.location)
        override = self.recipe.model.overrides.get(scope, OverrideModel())
        first: dict[str, InlineSpan] = {}
        for span in sorted(claimed, key=lambda span: span.start):
            if span.target not in override.without and (override.only is None or span.target in override.only):
                first.setdefault(span.target, span)
        return list(first.values())

    def check_unused(self) -> Iterator[Problem]:
        """Yield a problem for every phrase that does not occur and every override of a missing provision."""
        remedy = "Copy the words exactly as they stand, or take the line out."
        for phrase in self._named_phrases:
            if phrase.location not in self._used_phrases:
                message = f"“{phrase.words}” never occurs outside a longer phrase."
                yield self.recipe.problem(phrase.location, message, remedy)
        for scope, phrases in self._own_phrases.items():
            if scope not in self._scopes:
                message = f"There is no provision {scope}."
                yield self.recipe.problem(("overrides", scope), message, "Take its id from its page.")
                continue
            for phrase in phrases:
                if phrase.location not in self._used_phrases:
                    yield self.recipe.problem(phrase.location, f"“{phrase.words}” does not occur in {scope}.", remedy)


def _longest_first(phrases: Iterable[Phrase]) -> list[Phrase]:
    return sorted(phrases, key=lambda phrase: (-len(phrase.words), phrase.words))


def _find_words(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where whole words stand in a text: `1/5` is not found in `61/5`, nor `71/53` in `A/71/53`."""
    for match in re.finditer(rf"(?<![\w/]){re.escape(words)}(?![\w/])", text):
        yield match.span()
