"""The words of a paragraph: from the transcript's marks to Markdown, with links where entries are named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from concordance.cli.importer.recipe import OverrideModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from concordance.cli.importer.recipe import Recipe
    from concordance.model.problems import Problem
    from concordance.reading.strict_yaml import Location

SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
DIGITS = str.maketrans(SUPERSCRIPT, "0123456789")
INLINE = re.compile(rf"\*|~~(?P<struck>.+?)~~|\[(?P<stub>[^\]]+)\]\(#\)|(?P<call>[{SUPERSCRIPT}]+)")
# Markdown's own signs, escaped wherever they stand. "<" and "&" are harmless unless a tag or an entity follows, and
# "!" unless a link does.
SPECIAL = re.compile(r"[\\`*_\[\]~{}$]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|!$")
# What would open a block, a comment, an option or a target, but only at the start of a line.
LINE_START = re.compile(r"(\d*)((?<!\d)[-+#>:%=|]|(?<!\d)\((?=[^)]*\)=)|(?<=\d)[.)](?=\s|$))")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of plain words: `emphasis`, `struck`, `stub` (an empty link), `link` (to `target`) or `call`."""

    start: int
    end: int
    kind: str
    target: str = ""

    def holds(self, other: Span) -> bool:
        """Return whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Inline:
    """A paragraph's plain words and the spans over them; a footnote call has no words, its `target` is the number."""

    text: str
    spans: tuple[Span, ...]


class Phrase(NamedTuple):
    """Words that name an entry, and where the recipe says so."""

    words: str
    target: str
    location: Location


def parse_inline(raw: str) -> Inline:
    """Part a paragraph of the transcript into its plain words and its markup; unpaired asterisks are dropped."""
    text, at = "", 0
    spans: list[Span] = []
    opened: int | None = None
    for match in INLINE.finditer(raw):
        text += raw[at : match.start()]
        at = match.end()
        if call := match["call"]:
            spans.append(Span(len(text), len(text), "call", str(int(call.translate(DIGITS)))))
        elif words := match["struck"] or match["stub"]:
            spans.append(Span(len(text), len(text) + len(words), "struck" if match["struck"] else "stub"))
            text += words
        elif opened is not None and opened < len(text) and not text[-1].isspace():
            spans.append(Span(opened, len(text), "emphasis"))
            opened = None
        elif raw[at : at + 1].strip():
            opened = len(text)
    return Inline(text + raw[at:], tuple(spans))


def calls(raw: str) -> list[int]:
    """Return the numbers of the footnotes that a paragraph of the transcript calls."""
    return [int(span.target) for span in parse_inline(raw).spans if span.kind == "call"]


def to_markdown(inline: Inline, links: Sequence[Span] = ()) -> str:
    """Write a paragraph as Markdown that renders to exactly its words.

    Raises `ValueError` where two spans overlap without one holding the other, or a footnote is called inside a link.
    """
    spans = [span for span in inline.spans if span.kind != "stub"]
    # A call belongs to the word before it, so it comes before any span that starts where it stands.
    order = sorted([*spans, *links], key=lambda span: (span.start, span.kind != "call", -span.end, span.kind))
    text = _weave(inline.text, order, 0, len(inline.text))
    return LINE_START.sub(r"\1\\\2", text, count=1) if LINE_START.match(text) else text


def _weave(text: str, spans: Sequence[Span], start: int, end: int) -> str:
    out: list[str] = []
    at, index = start, 0
    while index < len(spans):
        span = spans[index]
        inside = [other for other in spans[index + 1 :] if other.start < span.end]
        index += 1 + len(inside)
        words = text[span.start : span.end]
        if any(not span.holds(other) or (span.kind == "link" and other.kind in {"call", "link"}) for other in inside):
            msg = f"The {span.kind} “{words}” crosses other markup."
            raise ValueError(msg)
        out += [_escaped(text[at : span.start]), _marked(span, words, _weave(text, inside, span.start, span.end))]
        at = span.end
    return "".join([*out, _escaped(text[at:end])])


def _marked(span: Span, words: str, inner: str) -> str:
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


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", text)


class Linker:
    """Finds the names of entries in one paragraph after another, and remembers which it has met."""

    def __init__(self, recipe: Recipe, problems: list[Problem]) -> None:
        self.recipe = recipe
        self.problems = problems
        self._names = _longest_first(
            Phrase(words, target, ("names", target, index))
            for target, phrases in recipe.model.names.items()
            for index, words in enumerate(phrases)
        )
        self._own = {
            scope: _longest_first(
                Phrase(words, target, ("overrides", scope, "links", words)) for words, target in override.links.items()
            )
            for scope, override in recipe.model.overrides.items()
        }
        self._met: set[Location] = set()
        self._scopes: set[str] = set()

    def markdown(self, scope: str, raw: str, line: int) -> str:
        """Turn a paragraph of the transcript into Markdown with its links; `scope` is what overrides call it.

        What is wrong with its line is added to `problems`.
        """
        inline = parse_inline(raw)
        links = self._links(scope, inline.text)
        for span in inline.spans:
            if span.kind == "stub" and not any(link.holds(span) for link in links):
                words = inline.text[span.start : span.end]
                message, mend = f"The link “{words}” names no entry.", f"Add “{words}” to `names` in the recipe."
                self.problems.append(self.recipe.wrong_text(line, message, mend))
        try:
            return to_markdown(inline, links)
        except ValueError as error:
            mend = "Choose a phrase that keeps to one side of it."
            self.problems.append(self.recipe.wrong_text(line, str(error), mend))
            return ""

    def _links(self, scope: str, text: str) -> list[Span]:
        """Claim the longest phrases first, so that no phrase is found inside another; then keep each first naming."""
        self._scopes.add(scope)
        claimed: list[Span] = []
        for phrase in (*self._own.get(scope, ()), *self._names):
            for start, end in _found(phrase.words, text):
                if all(end <= span.start or span.end <= start for span in claimed):
                    claimed.append(Span(start, end, "link", phrase.target))
                    self._met.add(phrase.location)
        override = self.recipe.model.overrides.get(scope, OverrideModel())
        first: dict[str, Span] = {}
        for span in sorted(claimed, key=lambda span: span.start):
            if span.target not in override.without and (override.only is None or span.target in override.only):
                first.setdefault(span.target, span)
        return list(first.values())

    def unused(self) -> Iterator[Problem]:
        """Yield a problem for every phrase that named nothing and every override of a provision that is not there."""
        mend = "Copy the words exactly as they stand, or take the line out."
        for phrase in self._names:
            if phrase.location not in self._met:
                message = f"“{phrase.words}” never occurs outside a longer phrase."
                yield self.recipe.wrong(phrase.location, message, mend)
        for scope, phrases in self._own.items():
            if scope not in self._scopes:
                message = f"There is no provision {scope}."
                yield self.recipe.wrong(("overrides", scope), message, "Take its id from its page.")
                continue
            for phrase in phrases:
                if phrase.location not in self._met:
                    yield self.recipe.wrong(phrase.location, f"“{phrase.words}” does not occur in {scope}.", mend)


def _longest_first(phrases: Iterable[Phrase]) -> list[Phrase]:
    return sorted(phrases, key=lambda phrase: (-len(phrase.words), phrase.words))


def _found(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Find whole words only: `1/5` is not named by `61/5`, nor `A/71/53` by `71/53`."""
    for match in re.finditer(rf"(?<![\w/]){re.escape(words)}(?![\w/])", text):
        yield match.span()
