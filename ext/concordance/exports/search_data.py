"""`finding/` and `pagefind/`: what the search of the site needs.

`citations.js` resolves citations and is loaded when a search field is first used; `records.json` tells what every
record is and by what it can be filtered; `words.js` holds all words, to help with spelling. Two are scripts, so that
they can be loaded from a disk as well.
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
from concordance.exports.search_records import COMMENTARY, PART, filters, parts_of_texts, records
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
# Shorter words are guessed at too easily.
SPELT = 4
MOST_SHARED = 9
# Longer titles are shown in full by the index.
TITLE_LENGTH = 60

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def export(edition: BuiltEdition) -> Export:
    """Return what the search needs: it is made again when the records are others, or what leads to them."""
    ways = {docname: page.view.navigation.ancestors for docname, page in edition.pages.items()}
    parents = {docname: way[-1].docname for docname, way in ways.items() if way}
    parts = parts_of_texts(edition.concordance, parents)
    entries = records(edition.concordance, edition.corpus, parts, _(COMMENTARY_LABEL))
    offered = filters(edition.concordance, edition.corpus, entries)
    titles = {docname: page.title for docname, page in edition.pages.items()}
    citations = _citations(edition, titles)
    language = edition.site.language_tag
    read = (version("pagefind"), language, entries, offered, edition.corpus.search_words.filters, titles, citations)
    return Export("search", read, lambda: _files(language, entries, offered, edition.corpus, titles, citations))


def _files(
    language: str,
    entries: Collection[SearchRecord],
    offered: Collection[Filter],
    corpus: Corpus,
    titles: Mapping[str, str],
    citations: Mapping[str, object],
) -> Files:
    index = pagefind_index.index(language, entries)
    ahead = [f"pagefind/{name}" for name in pagefind_index.ahead(index.files)]
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
    led = {entry.docname for entry in entries if entry.leads} | {homes[text.id] for text in texts}
    others = [page for page in sorted(titles) if page not in led and page != edition.site.home]
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
        "synonyms": [[each.searched, each.phrases] for each in corpus.search_words.synonyms],
    }


def _words(entries: Iterable[SearchRecord]) -> str:
    """Return the words that are to be found, in order: how many letters each shares with the last, and its rest."""
    words = {
        word
        for record in entries
        for text in (record.label, record.title, record.content, record.summary, record.hidden)
        for word in PLAIN_WORD.findall(text.casefold())
        if len(word) >= SPELT and word.isalpha()
    }
    cut, last = [], ""
    for word in sorted(words):
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(last, word, strict=False))
        shared = min(sum(1 for _pair in alike), MOST_SHARED)
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
    """Return the records, one on each line: those of entries hold their terms, those of commentary their entry."""
    numbers: dict[tuple[str, str], int] = {}
    filter_rows = []
    for each in offered:
        numbers |= {(each.name, term): len(numbers) + index for index, term in enumerate(each.terms)}
        shown = {"kind": {kind: _(name) for kind, name in KIND_NAMES.items()}, PART: titles}.get(each.name, each.terms)
        label = corpus.search_words.filters.get(each.name) or each.name.capitalize()
        if each.name in FILTER_NAMES:
            label = _(FILTER_NAMES[each.name])
        # The label of an entry comes with its citations.
        terms = [[term] if each.name == Kind.INSTRUMENT else [term, str(shown[term])] for term in each.terms]
        filter_rows.append(_encode({"name": each.name, "label": label, "terms": terms}))
    rows: list[str] = []
    of: dict[str, int] = {}
    commentary: list[str] = []
    for record in entries:
        if record.kind == COMMENTARY:
            commentary.append(_encode([names[record.anchor], of[record.of]]))
        else:
            of[record.of] = len(rows)
            has = [(name, term) for name, terms in record.filters.items() for term in terms]
            rows.append(_encode([names[record.anchor], *(numbers[each] for each in has if each in numbers)]))
    lists = {"filters": filter_rows, "entries": rows, "commentary": commentary}
    lines = ",\n".join(f'"{name}":[\n' + ",\n".join(rows) + "\n]" for name, rows in lists.items())
    # A script puts in what the label is of.
    label = _(COMMENTARY_LABEL) % {"entry": "{label}", "number": "{number}"}
    return f'{{"commentaryLabel":{_encode(label)},\n{lines}\n}}\n'


def _script(name: str, data: object) -> str:
    return f"globalThis.finding ??= {{}};\nglobalThis.finding.{name} = {_encode(data)};\n"
