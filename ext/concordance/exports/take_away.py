"""The list of all files to take away, for the page that has it: with their sizes, so it is made when they are.

The page has a place for the list, which is filled anew in every build. What does not exist is not listed, and what the
page says of books is hidden where there are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from concordance.i18n.words import N_, _, file_size
from concordance.model.ids import prefix_of
from concordance.pages.page_view import TAKE_AWAY, page_with_widget
from concordance.pages.site import DOWNLOADS
from concordance.pages.widgets.take_away import BEGINNING, END

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from concordance.exports.built_edition import BuiltEdition, BuiltPage, Files

# The end of the row of actions of the entry that a page is about.
ROW_END = '<span class="short-address'
# What can be done with any other entry.
TOOLS = re.compile(r'(<p class="entry-tools[^>]*>.*?\?p=([a-z0-9-]+)">[^<]*</a>)</p>')
PLACE_IN_BOOK = re.compile(r' ?<a class="in-book" .*?</a>')
LIST = re.compile(f"{BEGINNING}.*?{END}", re.DOTALL)
# What the page says only where books exist, or only where none do: containers that its editors mark by these classes.
OF_BOOKS = re.compile(r'(<div class="(with|without)-books\b[^>"]*")(?: hidden)?>')
# What each format is good for, by the end of the file's name.
USES: Mapping[str, str] = {
    "epub": N_("EPUB: read on a phone, a tablet or an e-reader, with your own type size"),
    "-letter.pdf": N_("PDF, Letter: print, or read with a screen reader"),
    "pdf": N_("PDF, A4: print, or read with a screen reader"),
    "docx": N_("DOCX: edit, in Word or LibreOffice"),
    "pptx": N_("Slides: show, with notes for the trainer"),
    "site.zip": N_("ZIP: the whole site, to read without a connection"),
    "data.zip": N_("ZIP: all data"),
    "xml": N_("Akoma Ntoso: XML for programs that work with legal texts"),
    "ttl": N_("Turtle: linked data"),
    "jsonld": N_("JSON-LD: linked data"),
    "json": N_("JSON: for programs"),
    "csv": N_("CSV: open in a spreadsheet"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that readers can take away."""

    path: str
    """Its path below the root of the site."""
    title: str
    size: int = 0
    """In bytes."""


def data_offers(texts: Mapping[str, str]) -> list[Offer]:
    """Return the data of an edition; `texts` has the titles of its texts by id."""
    return [
        *(Offer(f"data/akn/{name}.xml", title) for name, title in texts.items()),
        Offer("data/entries.csv", _("Entries")),
        Offer("data/links.csv", _("Links")),
        Offer("data/terms.csv", _("Terms")),
        Offer("data/csv-metadata.json", _("What the columns of the tables mean")),
        Offer("data/graph.json", _("Everything")),
        Offer("data/edition.ttl", _("Everything")),
        Offer("data/annotations.jsonld", _("What the editors say, as Web Annotations")),
        Offer("data/shapes.ttl", _("What linked data are like, in SHACL")),
        Offer("data/context.jsonld", _("What the names in JSON stand for")),
    ]


def take_away_page(edition: BuiltEdition, site: Path, books: Iterable[Offer] = ()) -> Files:
    """Return the page that lists the files in the folder of a site, if there is one, with its list.

    `books` are those files that are not made in every build.
    """
    docname = page_with_widget(TAKE_AWAY, {name: page.content.widgets for name, page in edition.pages.items()})
    if docname is None:
        return {}
    path, texts = edition.address(docname), edition.corpus.vocabulary.texts
    data = data_offers({name: texts[name].facts.title or texts[name].name for name in edition.homes()})
    listed = [
        [replace(offer, size=(site / offer.path).stat().st_size) for offer in offers if (site / offer.path).is_file()]
        for offers in (books, data)
    ]
    up = "../" * path.count("/")
    return {path: fill_page((site / path).read_text(encoding="utf-8"), listed[0], listed[1], up, edition.site.language)}


def pages_with_books(edition: BuiltEdition, site: Path, books: Iterable[str]) -> Files:
    """Return the pages of provisions in the folder of a site, each provision with a link to its place in a PDF.

    `books` are the paths of those that exist. A PDF with what editors say goes before one of the words alone.
    """
    existing = {*books}
    names = {text: (f"{DOWNLOADS}/{text}.pdf", f"{DOWNLOADS}/{text}-text.pdf") for text in edition.homes()}
    book_of = {text: next(filter(existing.__contains__, paths), "") for text, paths in names.items()}
    changed = {}
    for page in edition.pages.values():
        if any(book_of.get(prefix_of(entry.id)) for entry in page.content.entries):
            markup = (site / page.address).read_text(encoding="utf-8")
            changed[page.address] = _with_books(page, markup, book_of)
    return changed


def forget_books(site: Path) -> None:
    """Take out of all pages in the folder of a site what leads to books."""
    for path in site.rglob("*.html"):
        before = path.read_text(encoding="utf-8")
        if (after := PLACE_IN_BOOK.sub("", before)) != before:
            path.write_text(after, encoding="utf-8")


def _with_books(page: BuiltPage, markup: str, book_of: Mapping[str, str]) -> str:
    up = "../" * page.address.count("/")
    names = {entry.id: entry.name for entry in page.content.entries}

    def place(identifier: str) -> str:
        address = escape(f"{up}{book_of[prefix_of(identifier)]}#{identifier}")
        label = escape(f"PDF: {names[identifier]}")
        return f'<a class="in-book" href="{address}" aria-label="{label}">PDF</a>'

    lead = next((entry.id for entry in page.content.entries if entry.leads), "")
    if book_of.get(prefix_of(lead)):
        markup = markup.replace(ROW_END, f"{place(lead)}{ROW_END}", 1)
    return TOOLS.sub(
        lambda tools: f"{tools[1]} {place(tools[2])}</p>" if book_of.get(prefix_of(tools[2])) else tools[0], markup
    )


def fill_page(page: str, books: Iterable[Offer], data: Iterable[Offer], up: str, language: str) -> str:
    """Return a page with the list in its place; `up` leads from the page to the root of the site."""
    books = [*books]
    state = "with" if books else "without"
    tables = [_table(title, [*offers], up, language) for title, offers in ((_("Books"), books), (_("Data"), data))]
    page = OF_BOOKS.sub(lambda match: f"{match[1]}{'' if match[2] == state else ' hidden'}>", page)
    return LIST.sub(lambda _match: f"{BEGINNING}{''.join(tables)}{END}", page)


def _table(title: str, offers: list[Offer], up: str, language: str) -> str:
    if not offers:
        return ""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in (title, _("File"), _("Size")))
    rows = "".join(_row(offer, up, language) for offer in offers)
    table = f'<table class="docutils"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return f'<div class="table-wrapper docutils container">{table}</div>'


def _row(offer: Offer, up: str, language: str) -> str:
    use = next((words for end, words in USES.items() if offer.path.endswith(end)), "")
    # On a narrow screen, a name may go on below at its ending.
    stem, dot, ending = offer.path.rpartition("/")[2].rpartition(".")
    name = f"{escape(stem)}<wbr>{dot}{escape(ending)}"
    file = f'<a href="{escape(up + offer.path)}">{name}</a><br>{escape(_(use))}'
    return f"<tr><td>{escape(offer.title)}</td><td>{file}</td><td>{file_size(offer.size, language)}</td></tr>"
