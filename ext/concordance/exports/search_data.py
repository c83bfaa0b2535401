"""`finding/` and `pagefind/`: the data for the search of the site.

`citations.js` resolves citations and is loaded when a search field is first used; `records.json` says what every record
is and by what it can be filtered; `words.js` has all words, to help with spelling. Two are scripts, so that they can be
loaded from a disk as well.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from itertools import takewhile
from typing import TYPE_CHECKING

from concordance.citations.short import shortened
from concordance.citations.spellings import names_of
from concordance.exports import pagefind_index
from concordance.exports.export import Export
from concordance.exports.search_records import COMMENTARY, PART, make_filters, make_records, parts_of_texts
from concordance.graph.synonyms import PLAIN_WORD
from concordance.i18n.kind_names import COMMENTARY_LABEL, KIND_NAMES
from concordance.i18n.words import N_, _
from concordance.model.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from concordance.exports.built_edition import BuiltEdition, Files
    from concordance.exports.search_records import Filter, SearchRecord
    from concordance.model.corpus import Corpus

TEXT, PAGE = "text", "page"
FILTER_NAMES = {
    "kind": N_("Kind"),
    PART: N_("Part of the text"),
    "instrument": N_("Instrument linked"),
    "goal": N_("Goal linked"),
}
# Shorter words would be suggested too easily.
MIN_SPELT_LENGTH = 4
# The number of shared letters is written with one digit.
MAX_SHARED = 9
# Longer titles are shortened here: Pagefind's index has them in full.
TITLE_LENGTH = 60

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def export(edition: BuiltEdition) -> Export:
    """Return the export of the search, which depends on the records and on what leads to them."""
    ways = {docname: page.view.navigation.ancestors for docname, page in edition.pages.items()}
    parents = {docname: way[-1].docname for docname, way in ways.items() if way}
    parts = parts_of_texts(edition.concordance, parents)
    entries = make_records(edition.concordance, edition.corpus, parts, _(COMMENTARY_LABEL))
    offered = make_filters(edition.concordance, edition.corpus, entries)
    titles = {docname: page.title for docname, page in edition.pages.items()}
    citations = _citations(edition, titles)
    language = edition.site.language_tag
    read = (version("pagefind"), language, entries, offered, edition.corpus.search_words.filters, titles, citations)
    return Export("search", read, lambda: _make_files(language, entries, offered, edition.corpus, titles, citations))


def _make_files(
    language: str,
    entries: Collection[SearchRecord],
    offered: Collection[Filter],
    corpus: Corpus,
    titles: Mapping[str, str],
    citations: Mapping[str, object],
) -> Files:
    index = pagefind_index.build_index(language, entries)
    ahead = [f"pagefind/{name}" for name in pagefind_index.preloaded_files(index.files)]
    return {
        **{f"pagefind/{name}": content for name, content in index.files.items()},
        "finding/words.js": _script("words", _words(entries)),
        "finding/records.json": _records(entries, offered, index.names, corpus, titles),
        "finding/citations.js": _script("citations", {**citations, "ahead": ahead}),
    }


def _citations(edition: BuiltEdition, titles: Mapping[str, str]) -> dict[str, object]:
    corpus, homes = edition.corpus, edition.homes()
    entries = list(edition.concordance.entries.values())
    texts = [text for text in corpus.vocabulary.texts.values() if text.id in homes]
    led_pages = {entry.docname for entry in entries if entry.leads} | {homes[text.id] for text in texts}
    others = [page for page in sorted(titles) if page not in led_pages and page != edition.site.home]
    pages = list(dict.fromkeys([*(entry.docname for entry in entries), *(homes[text.id] for text in texts), *others]))
    kinds = [*(str(kind) for kind in Kind), COMMENTARY, TEXT, PAGE]
    at = {page: index for index, page in enumerate(pages)}
    names = [*(entry.id for entry in entries), *(text.id for text in texts)]
    place = {name: index for index, name in enumerate(names)}
    return {
        "pages": [edition.address(page) for page in pages],
        "kinds": [[kind, _(KIND_NAMES[kind])] for kind in kinds],
        # A page that is about one entry alone is shown from its top.
        "entries": [
            [
                entry.id,
                at[entry.docname],
                entry.label,
                shortened(entry.title, TITLE_LENGTH),
                kinds.index(entry.kind),
                int(not entry.leads),
            ]
            for entry in entries
        ]
        + [[text.id, at[homes[text.id]], text.name, text.name, kinds.index(TEXT), 0] for text in texts]
        # Pages about no entry can be called by their titles. No entry has a name with a slash.
        + [[f"/{page}", at[page], titles[page], titles[page], kinds.index(PAGE), 0] for page in others],
        "aliases": [[name, place[entry.id]] for entry in entries for name in names_of(entry)],
        "texts": [[name, place[text.id]] for text in texts for name in corpus.search_words.names.get(text.id, ())],
        "series": corpus.search_words.series,
        "skipped": corpus.search_words.skipped,
        "synonyms": [[synonym.searched, synonym.phrases] for synonym in corpus.search_words.synonyms],
    }


def _words(entries: Iterable[SearchRecord]) -> str:
    """Return all words in order, each as the number of letters it shares with the word before, and the rest of it."""
    words = {
        word
        for record in entries
        for text in (record.label, record.title, record.content, record.summary, record.hidden)
        for word in PLAIN_WORD.findall(text.casefold())
        if len(word) >= MIN_SPELT_LENGTH and word.isalpha()
    }
    cut, last = [], ""
    for word in sorted(words):
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(last, word, strict=False))
        shared = min(sum(1 for _pair in alike), MAX_SHARED)
        cut.append(f"{shared}{word[shared:]}")
        last = word
    return "".join(cut)


def _records(
    entries: Iterable[SearchRecord],
    offered: Iterable[Filter],
    names: Mapping[str, str],
    corpus: Corpus,
    titles: Mapping[str, str],
) -> str:
    """Return the records as JSON, one on each line.

    The row of an entry has the numbers of its terms, that of commentary the number of its entry.
    """
    numbers: dict[tuple[str, str], int] = {}
    filter_rows = []
    for offer in offered:
        numbers |= {(offer.name, term): len(numbers) + index for index, term in enumerate(offer.terms)}
        filter_rows.append(_encode(_filter_fields(offer, corpus, titles)))
    rows: list[str] = []
    of: dict[str, int] = {}
    commentary: list[str] = []
    for record in entries:
        if record.kind == COMMENTARY:
            commentary.append(_encode([names[record.anchor], of[record.of]]))
        else:
            of[record.of] = len(rows)
            terms = [(name, term) for name, terms in record.filters.items() for term in terms]
            rows.append(_encode([names[record.anchor], *(numbers[term] for term in terms if term in numbers)]))
    lists = {"filters": filter_rows, "entries": rows, "commentary": commentary}
    lines = ",\n".join(f'"{name}":[\n' + ",\n".join(rows) + "\n]" for name, rows in lists.items())
    # A script fills in the entry and the number.
    label = _(COMMENTARY_LABEL) % {"entry": "{label}", "number": "{number}"}
    return f'{{"commentaryLabel":{_encode(label)},\n{lines}\n}}\n'


def _filter_fields(offer: Filter, corpus: Corpus, titles: Mapping[str, str]) -> dict[str, object]:
    labels = {"kind": {kind: _(name) for kind, name in KIND_NAMES.items()}, PART: titles}.get(offer.name, offer.terms)
    label = corpus.search_words.filters.get(offer.name) or offer.name.capitalize()
    if offer.name in FILTER_NAMES:
        label = _(FILTER_NAMES[offer.name])
    # The label of an instrument comes with its citations.
    terms = [[term] if offer.name == Kind.INSTRUMENT else [term, str(labels[term])] for term in offer.terms]
    return {"name": offer.name, "label": label, "terms": terms}


def _script(name: str, data: object) -> str:
    return f"globalThis.finding ??= {{}};\nglobalThis.finding.{name} = {_encode(data)};\n"
