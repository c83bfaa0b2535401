"""What can be cited of a page or copied: records for reference managers, and what the dialog for copying shows.

Both belong to the page itself: the records are in its links, the rest is in the file with its previews. A page with
many works would be too heavy then, and has its records in files, in `cite/`; and where a page has very many, such as a
whole resolution, what can be copied is in `data/copies/`, for cards over links are to come quickly. Such a page may be
cut into sheets, so its words are there too; those of any other stand on the page where the dialog opens.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from concordance.citations.clipboard import (
    ClipboardItem,
    CommentaryParagraph,
    clipboard_items,
    commentary_items,
)
from concordance.citations.formats import MEDIA_TYPES, write_records
from concordance.citations.short import text_of
from concordance.citations.styles import without_stops
from concordance.citations.works import Edition, WorkKind
from concordance.i18n.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from concordance.citations.works import Work
    from concordance.exports.built_edition import BuiltPage, Files
    from concordance.model.entries import Entry

RECORDS, COPIES = "cite", "data/copies"
# Of works in the links of a page, and of those that can be copied in the file with its previews.
MOST_RECORDS, MOST_COPIES = 9, 25
# What may stand in an address beside letters and digits (https://url.spec.whatwg.org/#url-code-points), but for `&`
# and quotation marks, which mean something in HTML.
URL_SIGNS = "!$()*+,-./:;=?@_~"

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def list_paths(page: BuiltPage) -> Iterator[str]:
    """Yield the paths of the files for citing a page that has many works."""
    yield from record_files(page).values()
    if _has_many(page):
        yield copies_path(page)


def record_files(page: BuiltPage) -> Mapping[str, str]:
    """Return the paths of the files with the records of a page, by their suffix; none if it has these itself."""
    return (
        {suffix: f"{RECORDS}/{page.docname}.{suffix}" for suffix in MEDIA_TYPES}
        if _count_works(page) > MOST_RECORDS
        else {}
    )


def make_files(page: BuiltPage) -> Files:
    """Return the files for citing a page that has many works."""
    if not (paths := record_files(page)):
        return {}
    records = {paths[suffix]: records for suffix, records in _write_records(page).items()}
    if not _has_many(page):
        return records
    return {**records, copies_path(page): f'{{"copies":{encode_copies(page)}}}\n'}


def copies_path(page: BuiltPage) -> str:
    """Return the path of the file with what can be copied of a page."""
    return f"{COPIES if _has_many(page) else 'data/previews'}/{page.docname}.json"


def copies_within(page: BuiltPage) -> str:
    """Return what can be copied of a page as JSON, for the file with its previews; empty if it stands elsewhere."""
    return "" if _has_many(page) else encode_copies(page)


def encode_copies(page: BuiltPage) -> str:
    """Return what can be copied of a page as JSON, by the ids of entries, one on each line; empty if nothing can be."""
    models: dict[tuple[str, str], ClipboardItem] = {}
    described = ((item, _fields(item, models, with_words=_has_many(page))) for item in _page_items(page))
    lines = ",\n".join(f"{_encode(item.id)}:{_encode(fields)}" for item, fields in described)
    return f"{{\n{lines}\n}}" if lines else ""


def record_links(page: BuiltPage) -> Mapping[str, tuple[str, str]]:
    """Return, by the suffix of each format, the address of the records of a page, and the name to save them by.

    Addresses of files are relative to the page.
    """
    if not _page_items(page):
        return {}
    name = PurePosixPath(page.docname).name
    if paths := record_files(page):
        up = "../" * page.docname.count("/")
        addresses = {suffix: f"{up}{path}" for suffix, path in paths.items()}
    else:
        addresses = {
            suffix: f"data:{MEDIA_TYPES[suffix]};charset=utf-8,{quote(records, safe=URL_SIGNS)}"
            for suffix, records in _write_records(page).items()
        }
    return {suffix: (address, f"{name}.{suffix}") for suffix, address in addresses.items()}


# How many there are is known without making anything of them.
def _has_many(page: BuiltPage) -> bool:
    paragraphs = sum(identifier in page.content.words for identifier in page.content.anchors)
    return paragraphs + _count_cited(page) > MOST_COPIES


def _count_works(page: BuiltPage) -> int:
    return _count_cited(page) + sum(f"{entry.id}-c1" in page.content.anchors for entry in page.content.entries)


def _count_cited(page: BuiltPage) -> int:
    return sum(entry.kind.is_cited for entry in page.content.entries)


def _write_records(page: BuiltPage) -> dict[str, str]:
    return write_records(
        (work, _edition(page, page.site.absolute(page.address, work.id) if page.site.address else ""))
        for work in _works(page)
    )


def _works(page: BuiltPage) -> Iterable[Work]:
    """Return what has a record: a commentary is one work, whose paragraphs reference managers take for places in it."""
    works: dict[str, Work] = {}
    for item in _page_items(page):
        work = item.work
        if work.kind is WorkKind.COMMENTARY:
            work = replace(work, id=f"{item.of}-commentary", place="")
        works.setdefault(work.id, work)
    return works.values()


def _edition(page: BuiltPage, address: str = "") -> Edition:
    return Edition(page.site.name, page.view.edition_date, address)


# The page and its files are made one after the other.
@lru_cache(maxsize=1)
def _page_items(page: BuiltPage) -> tuple[ClipboardItem, ...]:
    return tuple(_make_items(page))


def _make_items(page: BuiltPage) -> Iterator[ClipboardItem]:
    edition, known = _edition(page), page.citation_entries
    yield from clipboard_items(page.content.entries, page.content.passages, known, page.corpus, edition)
    for entry in page.content.entries:
        annotation = page.corpus.annotations.get(entry.id)
        if annotation is None:
            continue
        paragraphs = [
            CommentaryParagraph(identifier, page.content.anchors[identifier], page.content.words[identifier])
            for identifier in _commentary_ids(entry, page)
        ]
        title = _("Commentary on %s") % _text_and_label(entry, page)
        author = page.site.author
        yield from commentary_items(entry, paragraphs, annotation.reviewed, title, author, page.labels, edition)


def _commentary_ids(entry: Entry, page: BuiltPage) -> Iterator[str]:
    number = 1
    while (identifier := f"{entry.id}-c{number}") in page.content.anchors and identifier in page.content.words:
        yield identifier
        number += 1


def _text_and_label(entry: Entry, page: BuiltPage) -> str:
    """Return the name of an entry for use outside of its page: a citation of a mere place needs the text before it."""
    text = text_of(entry.id, page.site.vocabulary.texts) if entry.kind.is_provision else None
    return f"{text.name}, {entry.label}" if text and (text.place or text.cite) == text.cite else entry.label


def _fields(item: ClipboardItem, models: dict[tuple[str, str], ClipboardItem], *, with_words: bool) -> dict[str, Any]:
    """Return what the dialog shows of an item; `models` are those before it, one for all parts of the same."""
    fields = {
        "label": item.label,
        "title": item.title,
        "number": item.number,
        "of": item.of,
        **_citations(item, models.setdefault((item.of, item.work.kind), item)),
        "words": [list(block.words) if block.words else block.entry for block in item.blocks if with_words],
    }
    return {name: value for name, value in fields.items() if value}


def _citations(item: ClipboardItem, model: ClipboardItem) -> dict[str, Any]:
    """Return the citations of an item, or in which places they differ from those of another.

    The paragraphs of a commentary and the articles of a treaty are many, and are cited alike in every style.
    """
    theirs, own = model.work.place, item.work.place
    places = dict.fromkeys([(theirs, own), (without_stops(theirs), without_stops(own))])
    if (
        model is item
        or not theirs
        or any(_in_places(citation, places) != item.citations[style] for style, citation in model.citations.items())
    ):
        return {"cited": item.citations}
    return {"like": model.id, "places": [*places]}


def _in_places(citation: str, places: Iterable[tuple[str, str]]) -> str:
    for theirs, own in places:
        citation = citation.replace(theirs, own)
    return citation
