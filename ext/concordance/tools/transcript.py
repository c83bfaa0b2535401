"""Take the transcript of a United Nations resolution apart: bytes of a text file in, provisions and footnotes out.

The module knows how such texts are built: a masthead, the organ's name as an opening line, unnumbered preambular
paragraphs that end in a comma, numbered operative paragraphs, lettered or dashed sub-items, an annex of numbered
paragraphs under headings, footnote calls in superscript digits and footnote lines that begin with them. It mends what
copying broke. It knows no particular text: everything particular comes in through `Layout`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
DIGITS = str.maketrans(SUPERSCRIPT, "0123456789")
FOOTNOTE = re.compile(rf"([{SUPERSCRIPT}]+)\s*(.+)")
NUMBER = re.compile(r"((\d+)\.)\s+(.+)")
LETTER = re.compile(r"(?:[-\u2013]\s+)?(\(([a-z])\)|([a-z])\.)\s+(.+)")
DASH = re.compile(r"([-\u2013])\s+(.+)")
# What may follow the comma or full stop that ends a paragraph: closing marks, footnote calls, leftover asterisks.
ENDED = re.compile(rf"[,;:.][\s*\"'\u201d\u2019)\]{SUPERSCRIPT}]*$")
PREAMBLE_END = re.compile(rf",[\s*{SUPERSCRIPT}]*$")
INLINE = re.compile(rf"\*|~~(?P<struck>.+?)~~|\[(?P<stub>[^\]]+)\]\(#\)|(?P<call>[{SUPERSCRIPT}]+)")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: the file, the line where there is one, what is wrong and how to mend it."""

    path: str
    line: int | None
    what: str
    mend: str

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.what}; {self.mend}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the transcript, stripped, with its number counted from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Provision:
    """A citable unit; `text` is still in the transcript's own markup."""

    id: str
    marker: str | None
    text: str
    line: int
    items: tuple[Provision, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The numbered paragraphs of an annex that stand under one heading; the first part may have none."""

    heading: Line | None
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """The annex of a resolution."""

    heading: Line
    chapeau: tuple[Provision, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """A whole transcript, taken apart."""

    masthead: tuple[Line, ...]
    opening: Line
    preamble: tuple[Provision, ...]
    operative: tuple[Provision, ...]
    annex: Annex | None
    footnotes: Mapping[int, Line]


@dataclass(frozen=True, slots=True)
class AnnexLayout:
    """What has to be told about an annex: its id, its heading, the headings of its parts, its odd markers."""

    id: str
    heading: str
    parts: tuple[str | None, ...]
    markers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """What has to be told about a resolution: its id, its first line, its opening line, its odd markers, its annex."""

    id: str
    start: str
    opening: str
    markers: Mapping[str, int]
    annex: AnnexLayout | None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of plain words with a meaning: `emphasis`, `struck`, `stub` (an empty link) or `link` (to `target`)."""

    start: int
    end: int
    kind: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Inline:
    """A paragraph's plain words, the spans over them, and the footnote calls as (offset, number)."""

    text: str
    spans: tuple[Span, ...]
    calls: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Draft:
    """A provision that may still grow."""

    id: str
    marker: str | None
    text: str
    line: int
    items: list[_Draft] = field(default_factory=list)

    def done(self) -> Provision:
        return Provision(self.id, self.marker, self.text, self.line, tuple(item.done() for item in self.items))


@dataclass(slots=True)
class _Reader:
    """Reads one transcript and notes every problem on the way, so that one run shows them all."""

    path: str
    problems: list[Problem]

    def wrong(self, line: int | None, what: str, mend: str) -> None:
        self.problems.append(Problem(self.path, line, what, mend))

    def cut(self, lines: Sequence[Line], heading: str, role: str) -> tuple[Sequence[Line], Line | None, Sequence[Line]]:
        """Return what stands before the line `heading`, the line itself and what follows it."""
        for index, line in enumerate(lines):
            if line.text == heading:
                return lines[:index], line, lines[index + 1 :]
        self.wrong(None, f"no line reads “{heading}” ({role})", "copy the line into the recipe exactly as it stands")
        return lines, None, ()

    def footnotes(self, lines: Iterable[Line]) -> tuple[list[Line], dict[int, Line]]:
        """Part the running text from the footnote lines that page breaks dropped into it."""
        body: list[Line] = []
        notes: dict[int, Line] = {}
        last = 0
        for line in lines:
            if match := FOOTNOTE.match(line.text):
                number = int(match[1].translate(DIGITS))
                if number != last + 1:
                    self.wrong(line.number, f"footnote {number} follows footnote {last}", "make them run 1, 2, 3 …")
                last = number
                notes[number] = Line(line.number, match[2])
            else:
                body.append(line)
        return body, notes

    def preamble(self, lines: Iterable[Line], prefix: str) -> tuple[Provision, ...]:
        """Collect the unnumbered paragraphs that end in a comma."""
        drafts: list[_Draft] = []
        for line in lines:
            if drafts and (self._item(line, drafts[-1]) or _joined(line, drafts[-1])):
                continue
            drafts.append(_Draft(f"{prefix}-{len(drafts) + 1}", None, line.text, line.number))
        for draft in drafts:
            last = draft.items[-1] if draft.items else draft
            if not PREAMBLE_END.search(last.text):
                self.wrong(
                    last.line,
                    "this preambular paragraph does not end in a comma",
                    "look for a line that is lost or that belongs elsewhere",
                )
        return tuple(draft.done() for draft in drafts)

    def numbered(self, lines: Iterable[Line], prefix: str, marker: _Marker) -> tuple[Provision, ...]:
        """Collect the paragraphs that run 1, 2, 3 …, with their sub-items."""
        drafts: list[_Draft] = []
        last = 0
        for line in lines:
            if found := marker(line.text):
                printed, number, text = found
                if number != last + 1:
                    self.wrong(
                        line.number,
                        f"paragraph {number} follows paragraph {last}",
                        "make the numbers run 1, 2, 3 …, or name an odd marker under `markers` in the recipe",
                    )
                last = number
                drafts.append(_Draft(f"{prefix}-{number}", printed, text, line.number))
            elif not drafts or not (self._item(line, drafts[-1]) or _joined(line, drafts[-1])):
                self.wrong(
                    line.number,
                    f"“{line.text[:40]}” has no number and continues no paragraph",
                    "name its marker under `markers`, or the line as a heading, in the recipe",
                )
        return tuple(draft.done() for draft in drafts)

    def _item(self, line: Line, parent: _Draft) -> bool:
        """Add `line` to `parent` if it is a lettered or dashed sub-item; say whether it was one."""
        if match := LETTER.match(line.text):
            letter, marker, text = match[2] or match[3], match[1], match[4]
            expected = chr(ord("a") + len(parent.items))
            if letter != expected:
                self.wrong(
                    line.number, f"sub-item {marker} stands where ({expected}) is due", "make them run a, b, c …"
                )
        elif match := DASH.match(line.text):
            letter, marker, text = str(len(parent.items) + 1), match[1], match[2]
        else:
            return False
        parent.items.append(_Draft(f"{parent.id}-{letter}", marker, text, line.number))
        return True

    def annex(self, heading: Line, lines: Sequence[Line], layout: AnnexLayout) -> Annex:
        """Part an annex into its chapeau and its parts; the numbers run through all the parts."""
        marker = _marker(layout.markers)
        first = next((i for i, line in enumerate(lines) if marker(line.text) or line.text in layout.parts), len(lines))
        chapeau: list[_Draft] = []
        for line in lines[:first]:
            if not (chapeau and _joined(line, chapeau[-1])):
                chapeau.append(_Draft(f"{layout.id}-chapeau", None, line.text, line.number))
        for extra in chapeau[1:]:
            self.wrong(extra.line, "a second paragraph stands before paragraph 1", "an annex has one chapeau")
        found = {line.text: line for line in lines[first:] if line.text in layout.parts}
        for title in layout.parts:
            if title is not None and title not in found:
                self.wrong(
                    None, f"no line reads “{title}” (heading of a part)", "copy the line into the recipe exactly"
                )
        rest = [line for line in lines[first:] if line.text not in found]
        provisions = self.numbered(rest, layout.id, marker)
        parts = _parts(layout.parts, found, provisions)
        if len(found) == len(layout.parts) - layout.parts.count(None) and provisions != _flat(parts):
            self.wrong(
                heading.number, "the parts do not hold every paragraph once, in order", "see the order of `parts`"
            )
        return Annex(heading, tuple(draft.done() for draft in chapeau), parts)

    def strays(self, resolution: Resolution) -> None:
        """Note every footnote call without a footnote, and every footnote that is never called."""
        called: set[int] = set()
        for provision in walk(resolution):
            for _, number in parse_inline(provision.text).calls:
                called.add(number)
                if number not in resolution.footnotes:
                    self.wrong(provision.line, f"footnote {number} is called but never given", "restore its line")
        for number in sorted(resolution.footnotes.keys() - called):
            line = resolution.footnotes[number].number
            self.wrong(line, f"footnote {number} is given but never called", "restore its call in the text")


def read_transcript(text: str, layout: Layout, path: str) -> tuple[Resolution | None, list[Problem]]:
    """Take a transcript apart.

    `text` is the whole transcript, `layout` what its recipe tells, `path` the name used in messages. Returns the
    resolution, or None where it could not be read at all, and every problem found; with a problem, use nothing.
    """
    reader = _Reader(path, [])
    # A blank line or a lone dash carries no word. Neither ends a paragraph: page breaks leave both inside one.
    lines = [
        Line(number, line.strip())
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() not in {"", "-", "\N{EN DASH}"}
    ]
    _, first, lines_after = reader.cut(lines, layout.start, "where the reproduced text starts")
    if first is None:
        return None, reader.problems
    body, notes = reader.footnotes([first, *lines_after])
    masthead, opening, rest = reader.cut(body, layout.opening, "the opening line")
    if opening is None:
        return None, reader.problems
    annex = None
    if layout.annex is not None:
        rest, heading, annex_lines = reader.cut(rest, layout.annex.heading, "heading of the annex")
        if heading is not None:
            annex = reader.annex(heading, annex_lines, layout.annex)
    marker = _marker(layout.markers)
    first_op = next((i for i, line in enumerate(rest) if marker(line.text)), len(rest))
    preamble = reader.preamble(rest[:first_op], f"{layout.id}-pp")
    operative = reader.numbered(rest[first_op:], f"{layout.id}-op", marker)
    if not operative:
        reader.wrong(opening.number, "no numbered operative paragraph follows", "see that the transcript is whole")
    resolution = Resolution(tuple(masthead), opening, preamble, operative, annex, notes)
    reader.strays(resolution)
    return resolution, reader.problems


def walk(resolution: Resolution) -> Iterable[Provision]:
    """Yield every provision in the order of the text, each before its sub-items."""
    roots = [*resolution.preamble, *resolution.operative]
    if resolution.annex is not None:
        roots += [*resolution.annex.chapeau, *_flat(resolution.annex.parts)]
    for root in roots:
        yield root
        yield from root.items


def _flat(parts: Iterable[Part]) -> tuple[Provision, ...]:
    return tuple(provision for part in parts for provision in part.provisions)


def _joined(line: Line, draft: _Draft) -> bool:
    """Join `line` to the paragraph it continues after a page break; say whether it did.

    A second half begins with a small letter, or its first half has not come to an end.
    """
    last = draft.items[-1] if draft.items else draft
    if not line.text[0].islower() and ENDED.search(last.text):
        return False
    last.text = f"{last.text} {line.text}"
    return True


_Marker = Callable[[str], tuple[str, int, str] | None]


def _marker(odd: Mapping[str, int]) -> _Marker:
    """Return a function that parts a line into printed marker, number and text, or gives None."""

    def find(line: str) -> tuple[str, int, str] | None:
        for printed, number in odd.items():
            if line.startswith(f"{printed} "):
                return printed, number, line[len(printed) :].strip()
        match = NUMBER.match(line)
        return (match[1], int(match[2]), match[3]) if match else None

    return find


def _parts(
    titles: Sequence[str | None], found: Mapping[str, Line], provisions: Sequence[Provision]
) -> tuple[Part, ...]:
    """Deal the paragraphs out to the parts by the lines on which the headings stand."""
    headings = [None if title is None else found.get(title) for title in titles]
    starts = [0 if heading is None else heading.number for heading in headings]
    ends = [*starts[1:], float("inf")]
    return tuple(
        Part(heading, tuple(p for p in provisions if start <= p.line < end))
        for heading, start, end in zip(headings, starts, ends, strict=True)
    )


def parse_inline(raw: str) -> Inline:
    """Part a paragraph of the transcript into its plain words and its markup; unpaired asterisks are dropped."""
    text, at = "", 0
    spans: list[Span] = []
    calls: list[tuple[int, int]] = []
    opened: int | None = None
    for match in INLINE.finditer(raw):
        text += raw[at : match.start()]
        at = match.end()
        if call := match["call"]:
            calls.append((len(text), int(call.translate(DIGITS))))
        elif words := match["struck"] or match["stub"]:
            spans.append(Span(len(text), len(text) + len(words), "struck" if match["struck"] else "stub"))
            text += words
        elif opened is not None and opened < len(text) and not text[-1].isspace():
            spans.append(Span(opened, len(text), "emphasis"))
            opened = None
        elif raw[at : at + 1].strip():
            opened = len(text)
    return Inline(text + raw[at:], tuple(spans), tuple(calls))
