"""A manuscript in the markup of Typst (https://typst.app/docs/), from which a tagged PDF is made.

All words are written as strings of Typst, so nothing in them can be taken for markup.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from concordance.exports.books.manuscript import Heading, Paragraph, ParagraphRole
from concordance.i18n.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.exports.books.manuscript import Book, Span

MARKS = {"emphasis": "emph", "strong": "strong", "struck": "strike"}
# What a paragraph looks like, by its role: `body` stands for its words.
LOOKS = {
    ParagraphRole.PROSE: "par(body)",
    ParagraphRole.PROVISION: "verbatim(body)",
    ParagraphRole.VERBATIM: "verbatim(body)",
    ParagraphRole.LABEL: (
        "block(above: 1.2em, below: 0.6em, sticky: true, text(font: sans, size: 0.85em, weight: 700, body))"
    ),
    ParagraphRole.SUMMARY: "block(text(font: sans, size: 0.92em, body))",
    ParagraphRole.SIGNATURE: 'block(text(size: 0.88em, style: "italic", body))',
    ParagraphRole.NOTICE: "block(text(font: sans, size: 0.88em, body))",
}
# Fonts for languages whose signs those that Typst brings lack, or have for programs only. The first that the machine
# has is taken.
MACHINE_FONTS = {
    "ar": ("Noto Naskh Arabic", "Amiri", "Scheherazade New", "Geeza Pro", "Traditional Arabic", "Arial"),
    "zh": ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", "Noto Sans CJK SC", "Microsoft YaHei"),
}
SETTINGS = """
#let sans = ({fonts}"DejaVu Sans",)
#set page(paper: "{paper}", margin: (inside: 2.8cm, outside: 2.3cm, y: 2.4cm), numbering: "i")
#set text(font: ("Libertinus Serif", {fonts}"DejaVu Sans"), size: 10.5pt, hyphenate: true)
#set text(lang: {language}, dir: {direction})
#set par(justify: false, leading: 0.68em, spacing: 1.05em)
#set heading(numbering: none)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): it => { pagebreak(weak: true); block(below: 1.2em, text(size: 1.15em, it)) }
#show heading.where(level: 2): it => block(above: 1.8em, below: 0.9em, sticky: true, it)
#show heading.where(outlined: false): it => text(size: 10.5pt, it.body)
#show link: set text(fill: rgb("#14365d"))
#show footnote.entry: set text(size: 0.85em)
#let verbatim(body) = block(stroke: ({side}: 2pt + rgb("#8a6d1d")), inset: ({side}: 0.8em, y: 0.15em), body)
#let indented(by, body) = pad({side}: by, body)
"""


def write_typst(book: Book, paper: str) -> str:
    """Return a book as the source of a document on a size of paper ("a4" or "us-letter")."""
    day = book.date
    settings = SETTINGS.replace("{paper}", paper)
    settings = settings.replace("{language}", _string(book.language_code))
    fonts = MACHINE_FONTS.get(book.language_code, ())
    settings = settings.replace("{fonts}", "".join(f"{_string(font)}, " for font in fonts))
    settings = settings.replace("{direction}", book.direction)
    settings = settings.replace("{side}", "left" if book.direction == "ltr" else "right")
    dated = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    about = (
        f"#set document(title: {_string(book.title)}, author: {_string(book.author or book.edition)}, date: {dated})"
    )
    return "\n".join([about, settings, *_title_page(book), *_chapters(book)]) + "\n"


def _title_page(book: Book) -> Iterator[str]:
    yield f"#v(25%)\n#title({_string(book.title)})"
    for words in (book.author, book.edition, book.date.isoformat()):
        if words:
            yield f"#par({_string(words)})"
    yield f"#v(1fr)\n#par({_string(book.notice)})"
    if book.address:
        yield f"#par(link({_string(book.address)}))"
    contents = _string(_("Contents"))
    yield f"#pagebreak()\n#outline(title: {contents}, depth: 2)"
    yield '#set page(numbering: "1")\n#counter(page).update(1)'


def _chapters(book: Book) -> Iterator[str]:
    for chapter in book.chapters:
        yield f"#heading(level: 1, {_string(chapter.title)}) <{chapter.id}>"
        # Levels may not be skipped: below the chapter itself, the first is 2.
        level = 1
        for block in chapter.blocks:
            if isinstance(block, Heading):
                level = min(block.level, level + 1)
                yield f"#heading(level: {level}, {_string(block.title)})" + (f" <{block.id}>" if block.id else "")
            else:
                yield _paragraph(block, level)


def _paragraph(block: Paragraph, level: int) -> str:
    body = "[" + "".join(_spans(block.spans)) + "]"
    if block.role is ParagraphRole.ITEM:
        numbered = block.number.rstrip(".").isdecimal()
        item = f"enum.item({block.number.rstrip('.')}, {body})" if numbered else f"list.item({body})"
        return f"#{item}"
    if block.role is ParagraphRole.QUOTATION:
        return f"#quote(block: true, {body})"
    if block.id:
        body = f"{_place(block, level)} + {body}"
    elif block.number:
        body = f"strong({_string(block.number)}) + [ ] + {body}"
    inset = f"indented({1.4 * block.depth}em, {LOOKS[block.role]})" if block.depth else LOOKS[block.role]
    return f"#{{ let body = {body}; {inset} }}"


def _place(block: Paragraph, level: int) -> str:
    """Return the number of a provision as a heading that can be led to; it stands in the line of its words."""
    below = min(level + 1 + block.depth, level + 1)
    words = block.number or "§"
    return f"[#heading(level: {below}, outlined: false, bookmarked: false, {_string(words)}) <{block.id}>] + [ ]"


def _spans(spans: Iterable[Span]) -> Iterator[str]:
    for span in spans:
        if span.note:
            yield f"#footnote[{''.join(_spans(span.note))}]"
            continue
        words = f"#{_string(span.words)}"
        for mark in span.marks:
            words = f"#{MARKS[mark]}[{words}]"
        if span.to:
            target = f"<{span.to[1:]}>" if span.to.startswith("#") else _string(span.to)
            words = f"#link({target})[{words}]"
        yield words


def _string(words: str) -> str:
    """Return words as a string of Typst, whose escapes are among those of JSON."""
    return json.dumps(words, ensure_ascii=False)
