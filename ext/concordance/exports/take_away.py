"""The list of all files to take away, for the page that has it: with their sizes, so it is made when they are.

The page has a place for the list, which is filled anew in every build. What does not exist is not listed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from concordance.i18n.words import N_, _, file_size
from concordance.pages.page_view import TAKE_AWAY, page_with_widget
from concordance.pages.widgets.take_away import BEGINNING, END

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from concordance.exports.built_edition import BuiltEdition, Files

LIST = re.compile(f"{BEGINNING}.*?{END}", re.DOTALL)
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
    return {path: fill((site / path).read_text(encoding="utf-8"), listed[0], listed[1], up, edition.site.language)}


def fill(page: str, books: Iterable[Offer], data: Iterable[Offer], up: str, language: str) -> str:
    """Return a page with the list in its place; `up` leads from the page to the root of the site."""
    tables = [_table(title, [*offers], up, language) for title, offers in ((_("Books"), books), (_("Data"), data))]
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
    name = offer.path.rpartition("/")[2]
    file = f'<a href="{escape(up + offer.path)}">{escape(name)}</a><br>{escape(_(use))}'
    return f"<tr><td>{escape(offer.title)}</td><td>{file}</td><td>{file_size(offer.size, language)}</td></tr>"
