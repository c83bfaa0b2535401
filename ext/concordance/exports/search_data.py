"""`finding/`: what the search of the site needs, as scripts, so that it works from a disk as well.

`citations.js` resolves citations and is loaded when a search field is first used; `index.js` has all words, and what
records can be filtered by; `words-….js` say which records have the words that begin with a letter; `languages-….js`
do so for words of other languages, by their letters; `places-….js` say where the words of several parts stand;
`text-….js` hold what is shown of the records, many in each.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

from concordance.exports.search_citations import citations_of, order_of_pages
from concordance.exports.search_index import search_index
from concordance.exports.search_pages import page_records
from concordance.exports.search_phrasings import asked_phrasings, by_script, synonym_phrasings
from concordance.exports.search_records import (
    COMMENTARY,
    EDITION,
    PAGE,
    PART,
    TERM,
    make_filters,
    make_records,
    own_synonyms,
    parts_of_texts,
    tied_kinds,
)
from concordance.exports.search_tokens import tokens
from concordance.i18n.kind_names import COMMENTARY_LABEL, kind_name, names_of_kinds
from concordance.i18n.words import N_, _
from concordance.model.kinds import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from concordance.exports.built_edition import BuiltEdition, Files
    from concordance.exports.search_records import Filter, SearchRecord
    from concordance.model.corpus import Corpus

FILTER_NAMES = {
    "kind": N_("Kind"),
    PART: N_("Part of the text"),
    EDITION: N_("Connected edition"),
}
# What is shown of records is fetched in pieces: a page of results needs some of them. These have at most so many bytes,
# unless one record alone has more: smaller ones are more files than hosts like, larger ones more than a search needs.
PIECE = 10_000
# The places of words are only fetched for words in quotation marks: those of so many parts share a file.
SHARED = 3
# Words of questions, which say nothing of what is asked for. Translators: the like in your language.
QUESTION_WORDS = N_(
    "a about all also am an and any anybody anyone anything are as at be been between but by can could deal dealing "
    "deals dealt did do does doing done ever exactly find finding first for found from gave get gets getting give "
    "given gives giving got had has have having he her here him his how i if in into is it its just kind like look "
    "looked looking looks made make makes making many may me mean means meant mention mentions might much must my "
    "need needed needs of on one or our out people please really s said same say saying says shall she should so some "
    "somebody someone something still tell telling tells than that the their them then there these they thing things "
    "this those to told under up us use used uses using very want wanted wants was we were what when where whether "
    "which who whom whose will with would you your"
)
# Words that are found in texts about anything. Translators: the like in your language.
FILLERS = N_(
    "add after again against ago allow almost already always answer anywhere apply around ask away back bad become "
    "before begin behind believe belong best better big bring call came case certain change come coming concern "
    "consider contain cover day decide difference different during each easy else end enough even every everybody "
    "everyone everything example exist expect explain fact far feel few follow full general go goes going gone good "
    "great happen hard help hold hope hour hours idea important include including instead involve join keep kept knew "
    "know known large later learn least leave left let life list little long lot main matter maybe meaning minute "
    "month months more most move name nearly never new next no nobody not nothing now number often old once only open "
    "order other own part particular perhaps person place play point possible present problem put question quickly "
    "quite rather real reason receive recently regard relate result right role see seem seen set several show side "
    "similar since small sometimes somewhere soon start stop such suddenly sure take taken talk think time today "
    "together tomorrow too took towards try turn type understand until usually various way week weeks well went "
    "whenever wherever while whole why within without word work world write wrong year yes yesterday yet"
)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def make_files(edition: BuiltEdition) -> Files:
    """Return what the search of the edition needs."""
    corpus, questions, fillers = edition.corpus, _(QUESTION_WORDS), _(FILLERS)
    searched = _records(edition)
    offered = make_filters(edition.concordance, corpus, searched)
    titles = {docname: page.title for docname, page in edition.pages.items()}
    kept = edition.kept / "words.pickle" if edition.kept else None
    asked = list(asked_phrasings(searched))
    phrasings = list(synonym_phrasings(searched, corpus.search_words.synonyms))
    own = len(own_synonyms(corpus))
    unsearched = frozenset(tokens(questions))
    index = search_index(searched, [*asked, *phrasings[:own]], unsearched, frozenset(tokens(fillers)), kept)
    pieces = list(_pieces([_result_line(record) for record in searched]))
    data = {
        "words": index.words,
        "sizes": index.sizes,
        "counts": index.counts,
        "parts": index.parts,
        "phrasings": index.phrasings,
        "lengths": index.lengths,
        "merits": "".join(chr(ord("0") + round(record.merit * 20)) for record in searched),
        "pieces": [len(piece) for piece in pieces],
        "shared": SHARED,
        "questionWords": questions,
        "fillers": fillers,
        **_list_records(searched, offered, corpus, titles, order_of_pages(edition)),
    }
    return {
        "finding/citations.js": _script("citations", citations_of(edition, titles)),
        "finding/index.js": _script("data", data),
        **_write_scripts("words", "postings", _by_number(index.postings)),
        **_write_scripts("places", "places", _by_number(list(_split_places(index.places)))),
        **_write_scripts("languages", "languages", by_script(phrasings[own:])),
        **{f"finding/text-{number}.js": _text_script(number, piece) for number, piece in enumerate(pieces)},
    }


def _records(edition: BuiltEdition) -> tuple[SearchRecord, ...]:
    ways = {docname: page.view.navigation.ancestors for docname, page in edition.pages.items()}
    parents = {docname: way[-1].docname for docname, way in ways.items() if way}
    parts = parts_of_texts(edition.concordance, parents)
    of_entries = make_records(edition.concordance, edition.corpus, parts, _(COMMENTARY_LABEL))
    return (*of_entries, *page_records(edition))


def _by_number(parts: Sequence[object]) -> dict[str, object]:
    return {str(number): part for number, part in enumerate(parts)}


def _split_places(places: Sequence[str]) -> Iterator[Sequence[str]]:
    return (places[start : start + SHARED] for start in range(0, len(places), SHARED))


def _write_scripts(file: str, name: str, data: Mapping[str, object]) -> dict[str, str]:
    """Return a script for each part of the data that is fetched when it is needed, by its name."""
    return {
        f"finding/{file}-{part}.js": f'(globalThis.finding.{name} ??= {{}})["{part}"] = {_encode(written)};\n'
        for part, written in data.items()
    }


def _result_line(record: SearchRecord) -> str:
    """Return what is shown of a record, as a line of a script."""
    return f"[{','.join(map(encode_basestring, record.shown))}],\n"


def _text_script(number: int, piece: Sequence[str]) -> str:
    return f"(globalThis.finding.texts ??= [])[{number}] = [\n{''.join(piece)}];\n"


def _pieces(shown: Sequence[str]) -> Iterator[Sequence[str]]:
    """Divide lines into pieces, each of neighbours."""
    start = length = 0
    for place, line in enumerate(shown):
        size = len(line) if line.isascii() else len(line.encode())
        if length and length + size > PIECE:
            yield shown[start:place]
            start, length = place, 0
        length += size
    yield shown[start:]


def _list_records(
    searched: Sequence[SearchRecord],
    offered: Collection[Filter],
    corpus: Corpus,
    titles: Mapping[str, str],
    pages: Sequence[str],
) -> dict[str, object]:
    """Return the records in their order: those of entries as their terms, those of commentary as their entry."""
    places = {page: place for place, page in enumerate(pages)}
    numbers: dict[tuple[str, str], int] = {}
    for offer in offered:
        numbers |= {(offer.name, term): len(numbers) + index for index, term in enumerate(offer.terms)}
    rows: list[list[int]] = []
    of: dict[str, int] = {}
    commentary: list[int] = []
    others: list[list[object]] = []
    for record in searched:
        if record.kind == COMMENTARY:
            commentary.append(of[record.of])
        elif record.kind == TERM:
            others.append([record.anchor])
        elif record.kind == PAGE:
            others.append([record.anchor, places[record.of], record.label, record.title])
        else:
            of[record.of] = len(rows)
            has = [(name, term) for name, terms in record.filters.items() for term in terms]
            rows.append([numbers[each] for each in has if each in numbers])
    # A script puts in what the label is of.
    label = _(COMMENTARY_LABEL) % {"entry": "{label}", "number": "{number}"}
    return {
        "commentaryLabel": label,
        "filters": [_filter_fields(offer, corpus, titles) for offer in offered],
        "entries": rows,
        "commentary": commentary,
        "others": others,
    }


def _filter_fields(offer: Filter, corpus: Corpus, titles: Mapping[str, str]) -> dict[str, object]:
    labels = {"kind": names_of_kinds(corpus.vocabulary.kinds), PART: titles}.get(offer.name, offer.terms)
    label = corpus.search_words.filters.get(offer.name) or offer.name.capitalize()
    tied = next((kind for kind in tied_kinds(corpus) if kind.id == offer.name), None)
    if tied is not None:
        label = _("Connected: %s") % kind_name(tied)
    elif offer.name in FILTER_NAMES:
        label = _(FILTER_NAMES[offer.name])
    # The label of a work comes with its citations.
    by_name = tied is not None and tied.role is Role.WORK
    terms = [[term] if by_name else [term, str(labels[term])] for term in offer.terms]
    return {"name": offer.name, "label": label, "terms": terms}


def _script(name: str, data: object) -> str:
    return f"globalThis.finding ??= {{}};\nglobalThis.finding.{name} = {_encode(data)};\n"
