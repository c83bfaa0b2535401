"""`data/citations/`, what the dialog for copying shows of each page, and `cite/`, a file for each entry and format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from concordance.citations.clipboard import ADDRESS, Commented, Copyable, copyable, copyable_commentary
from concordance.citations.formats import FORMATS
from concordance.citations.short import text_of
from concordance.citations.works import Edition
from concordance.exports.files import write_folder
from concordance.exports.sitemap import address, site_of
from concordance.i18n.words import _
from concordance.model.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sphinx.builders.html import StandaloneHTMLBuilder

    from concordance.model.entries import Entry
    from concordance.sphinx_ext.domain import ConcordanceDomain, Page

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write(out: Path, builder: StandaloneHTMLBuilder, domain: ConcordanceDomain) -> None:
    """Write all of it, leaving alone what did not change and removing what is gone."""
    sheets: dict[str, str] = {}
    files: dict[str, str] = {}
    base = builder.config.html_baseurl
    for docname in sorted(domain.views):
        if docname not in domain.pages:
            continue
        edition = Edition(builder.config.html_title, domain.views[docname].edition_date)
        found = list(_on_page(domain.pages[docname], domain, builder, edition))
        if not found:
            continue
        page = builder.get_target_uri(docname)
        told = {each.id: _told(each) for each in found}
        lines = ",\n".join(f"{_encode(name)}:{_encode(item)}" for name, item in told.items())
        head = f'"base":{_encode(base)},"page":{_encode(page)},"address":{_encode(ADDRESS)}'
        sheets[f"{docname}.json"] = f'{{{head},"entries":{{\n{lines}\n}}}}\n'
        for each in found:
            where = Edition(edition.name, edition.date, address(builder, docname, each.id) if base else "")
            files |= {f"{each.id}.{suffix}": make(each.work, where) for suffix, make in FORMATS.items()}
    write_folder(out / "data" / "citations", sheets)
    write_folder(out / "cite", files)


def _on_page(
    page: Page, domain: ConcordanceDomain, builder: StandaloneHTMLBuilder, edition: Edition
) -> Iterator[Copyable]:
    entries, corpus = domain.concordance.entries, domain.corpus
    own = [entry for entry in page.entries if entries.get(entry.id) == entry]
    yield from copyable(own, page.passages, entries, corpus, edition)
    author = site_of(builder.config, domain).author
    for entry in own:
        annotation = corpus.annotations.get(entry.id)
        if annotation is None:
            continue
        paragraphs = [
            Commented(identifier, page.anchors[identifier], page.words[identifier])
            for identifier in _commentary(entry, page)
        ]
        title = _("Commentary on %s") % _named(entry, domain)
        yield from copyable_commentary(entry, paragraphs, annotation.reviewed, title, author, entries, edition)


def _commentary(entry: Entry, page: Page) -> Iterator[str]:
    number = 1
    while (identifier := f"{entry.id}-c{number}") in page.anchors and identifier in page.words:
        yield identifier
        number += 1


def _named(entry: Entry, domain: ConcordanceDomain) -> str:
    """Return what an entry is called away from its page: a short citation that is but a place needs its text."""
    text = text_of(entry.id, domain.corpus.vocabulary.texts) if entry.kind is Kind.PROVISION else None
    return f"{text.name}, {entry.label}" if text and (text.place or text.cite) == text.cite else entry.label


def _told(each: Copyable) -> dict[str, Any]:
    told = {
        "label": each.label,
        "title": each.title,
        "number": each.number,
        "of": each.of,
        "cited": each.citations,
        "words": [list(block.words) if block.words else block.entry for block in each.blocks],
    }
    return {name: value for name, value in told.items() if value}
