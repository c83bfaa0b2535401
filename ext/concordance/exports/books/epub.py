"""EPUB 3.3 (https://www.w3.org/TR/epub-33/) with the metadata of EPUB Accessibility 1.1.

Written here, as the libraries for it are under licences that would bind whoever ships the engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from concordance.exports.books.archive import archive
from concordance.exports.books.manuscript import Heading, Span
from concordance.exports.books.xhtml import ChapterWriter, page, serialize
from concordance.i18n.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from concordance.exports.books.manuscript import Book

FOLDER = "EPUB"
CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    f'<rootfile full-path="{FOLDER}/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)
# Which way the words run, only the pages say: style sheets of books may not.
STYLE = """body { margin: 0 5%; line-height: 1.5; }
h1, h2, h3, h4 { line-height: 1.25; text-align: start; break-after: avoid; }
h3 { font-size: 1em; }
.provision, .verbatim { border-inline-start: 0.25em solid #767676; padding-inline-start: 1em; }
.depth-1 { margin-inline-start: 1.5em; }
.depth-2 { margin-inline-start: 3em; }
.number { font-weight: bold; }
.label { font-weight: bold; margin-block-end: 0; break-after: avoid; }
.summary, .label, .signature, .notice { font-family: sans-serif; font-size: 0.9em; }
.signature { font-style: italic; }
.cover svg { height: 95vh; max-width: 100%; }
aside { font-size: 0.85em; }
"""
FEATURES = ("readingOrder", "structuralNavigation", "tableOfContents", "pageNavigation", "displayTransformability")
ACCESS = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    *(("schema:accessibilityFeature", feature) for feature in FEATURES),
    ("schema:accessibilityHazard", "none"),
    ("pageBreakSource", "none"),
)


def write_epub(book: Book) -> bytes:
    """Return a book as EPUB."""
    names = {chapter.id: f"chapter-{number}.xhtml" for number, chapter in enumerate(book.chapters, start=1)}
    places = {block.id: names[chapter.id] for chapter in book.chapters for block in chapter.blocks if block.id}
    places |= names

    def address(to: str) -> str:
        return f"{places[to[1:]]}{to}" if to.startswith("#") else to

    files = {
        "package.opf": _package(book, names.values()).encode(),
        "nav.xhtml": _navigation(book, names),
        "style.css": STYLE.encode(),
        "cover.svg": _cover(book).encode(),
        "cover.xhtml": _cover_page(book),
        "title.xhtml": _title_page(book),
        **{names[chapter.id]: ChapterWriter(book, address).write(chapter) for chapter in book.chapters},
    }
    inside = {f"{FOLDER}/{name}": content for name, content in files.items()}
    head = {"mimetype": b"application/epub+zip", "META-INF/container.xml": CONTAINER.encode()}
    return archive({**head, **inside}, book.date, stored=("mimetype",))


def _package(book: Book, chapters: Iterable[str]) -> str:
    identifier = uuid5(NAMESPACE_URL, f"{book.address}{book.name} {book.language} {book.title}")
    documents = {"cover": "cover.xhtml", "title": "title.xhtml", "nav": "nav.xhtml"}
    documents |= {name.removesuffix(".xhtml"): name for name in chapters}
    items = "".join(
        f'<item id="{name}" href="{file}" media-type="application/xhtml+xml"'
        + {"nav": ' properties="nav"', "cover": ' properties="svg"'}.get(name, "")
        + "/>"
        for name, file in documents.items()
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in documents)
    creator = f"<dc:creator>{escape(book.author)}</dc:creator>" if book.author else ""
    access = "".join(f'<meta property="{name}">{value}</meta>' for name, value in ACCESS)
    summary = _("Text only, with headings, a table of contents and a list of all paragraphs.")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        f'xml:lang="{book.language}" '
        f'dir="{book.direction}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier><dc:title>{escape(book.title)}</dc:title>'
        f"<dc:language>{book.language}</dc:language>{creator}<dc:date>{book.date.isoformat()}</dc:date>"
        f'<meta property="dcterms:modified">{book.date.isoformat()}T00:00:00Z</meta>{access}'
        f'<meta property="schema:accessibilitySummary">{escape(summary)}</meta></metadata>'
        f'<manifest>{items}<item id="style" href="style.css" media-type="text/css"/>'
        '<item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/></manifest>'
        f'<spine page-progression-direction="{book.direction}">{spine}</spine></package>\n'
    )


def _navigation(book: Book, names: dict[str, str]) -> bytes:
    root, body = page(_("Contents"), book)
    contents = ET.SubElement(body, "nav", {"epub:type": "toc", "role": "doc-toc", "id": "toc"})
    ET.SubElement(contents, "h1").text = _("Contents")
    chapters = ET.SubElement(contents, "ol")
    for chapter in book.chapters:
        item = _link(chapters, names[chapter.id], chapter.title)
        headings = [block for block in chapter.blocks if isinstance(block, Heading) and block.level == 2 and block.id]
        inner = ET.SubElement(item, "ol") if headings else item
        for heading in headings:
            _link(inner, f"{names[chapter.id]}#{heading.id}", heading.title)
    if printed := [*_find_printed_places(book, names)]:
        pages = ET.SubElement(body, "nav", {"epub:type": "page-list", "role": "doc-pagelist", "hidden": "hidden"})
        ET.SubElement(pages, "h2").text = _("Paragraphs")
        listed = ET.SubElement(pages, "ol")
        for href, label in printed:
            _link(listed, href, label)
    landmarks = ET.SubElement(body, "nav", {"epub:type": "landmarks", "hidden": "hidden"})
    ET.SubElement(landmarks, "h2").text = _("Landmarks")
    marks = ET.SubElement(landmarks, "ol")
    _link(marks, "nav.xhtml", _("Contents"), {"epub:type": "toc"})
    _link(marks, "cover.xhtml", _("Cover"), {"epub:type": "cover"})
    if names:
        _link(marks, next(iter(names.values())), _("Beginning"), {"epub:type": "bodymatter"})
    return serialize(root)


def _find_printed_places(book: Book, names: dict[str, str]) -> Iterable[tuple[str, str]]:
    for chapter in book.chapters:
        for block in chapter.blocks:
            if isinstance(block, Heading) and block.printed:
                yield f"{names[chapter.id]}#at-{block.id}", block.printed


def _link(parent: ET.Element, href: str, words: str, attributes: dict[str, str] | None = None) -> ET.Element:
    item = ET.SubElement(parent, "li")
    ET.SubElement(item, "a", {"href": href, **(attributes or {})}).text = words
    return item


def _cover(book: Book) -> str:
    lines = _wrap(book.title, 22)
    title = "".join(
        f'<text x="300" y="{260 + 62 * number}" font-size="46" text-anchor="middle">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 900" width="600" height="900" '
        f'role="img" aria-label="{escape(book.title, {chr(34): "&quot;"})}" font-family="serif">'
        '<rect width="600" height="900" fill="#14365d"/><rect x="60" y="160" width="480" height="6" fill="#f2c14e"/>'
        f'<g fill="#ffffff">{title}'
        f'<text x="300" y="800" font-size="26" text-anchor="middle">{escape(book.edition)}</text>'
        "</g></svg>\n"
    )


def _wrap(title: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in title.split():
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _cover_page(book: Book) -> bytes:
    root, body = page(_("Cover"), book)
    section = ET.SubElement(body, "section", {"epub:type": "cover", "class": "cover"})
    drawing = ET.fromstring(_cover(book))
    section.append(drawing)
    return serialize(root)


def _title_page(book: Book) -> bytes:
    root, body = page(book.title, book)
    section = ET.SubElement(body, "section", {"epub:type": "titlepage"})
    ET.SubElement(section, "h1").text = book.title
    writer = ChapterWriter(book, lambda to: to)
    for words in (book.author, book.edition, book.date.isoformat(), book.notice):
        if words:
            ET.SubElement(section, "p", {"class": "notice"}).text = words
    if book.address:
        writer.add_words(ET.SubElement(section, "p"), (Span(book.address, to=book.address),))
    return serialize(root)
