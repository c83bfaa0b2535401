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

from concordance.citations.grammar import grammar_words
from concordance.citations.short import shortened
from concordance.citations.spellings import names_of
from concordance.exports.search_index import search_index
from concordance.exports.search_languages import by_script
from concordance.exports.search_pages import names_of_term, page_records, terms_of
from concordance.exports.search_phrasings import asked_phrasings, synonym_phrasings
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
from concordance.i18n.words import N_, _, counted
from concordance.model.kinds import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from concordance.exports.built_edition import BuiltEdition, Files
    from concordance.exports.search_records import Filter, SearchRecord
    from concordance.model.corpus import Corpus, Synonym

TEXT = "text"
# What is offered before all else; its label says what it is.
NOTICE = "notice"
FILTER_NAMES = {
    "kind": N_("Kind"),
    PART: N_("Part of the text"),
    EDITION: N_("Connected edition"),
}
# Longer titles are shown in full by the results.
TITLE_LENGTH = 60
# What is shown of records is fetched in pieces: a page of results needs some of them. These have at most so many bytes,
# unless one record alone has more: with the line around them, as much as most file systems keep in three blocks.
PIECE = 3 * 4_096 - 64
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
# The numbers from one to twenty, then the tens up to ninety, each with its ordinals behind it. Translators: the like in
# your language, with as many commas.
NUMBER_WORDS = N_(
    "one first, two second, three third, four fourth, five fifth, six sixth, seven seventh, eight eighth, nine ninth, "
    "ten tenth, eleven eleventh, twelve twelfth, thirteen thirteenth, fourteen fourteenth, fifteen fifteenth, "
    "sixteen sixteenth, seventeen seventeenth, eighteen eighteenth, nineteen nineteenth, twenty twentieth, "
    "thirty thirtieth, forty fortieth, fifty fiftieth, sixty sixtieth, seventy seventieth, eighty eightieth, "
    "ninety ninetieth"
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
    pieces = list(_pieces([_shown(record) for record in searched]))
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
        **_listed(searched, offered, corpus, titles, _order_of_pages(edition)),
    }
    return {
        "finding/citations.js": _script("citations", _citations(edition, titles)),
        "finding/index.js": _script("data", data),
        **_divided("words", "postings", _by_number(index.postings)),
        **_divided("places", "places", _by_number(list(_shared(index.places)))),
        **_divided("languages", "languages", by_script(phrasings[own:])),
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


def _shared(places: Sequence[str]) -> Iterator[Sequence[str]]:
    return (places[start : start + SHARED] for start in range(0, len(places), SHARED))


def _divided(file: str, name: str, data: Mapping[str, object]) -> dict[str, str]:
    """Return a script for each part of the data that is fetched when it is needed, by its name."""
    return {
        f"finding/{file}-{part}.js": f'(globalThis.finding.{name} ??= {{}})["{part}"] = {_encode(written)};\n'
        for part, written in data.items()
    }


def _shown(record: SearchRecord) -> str:
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


def _citations(edition: BuiltEdition, titles: Mapping[str, str]) -> dict[str, object]:
    corpus, homes = edition.corpus, edition.homes()
    entries = list(edition.concordance.entries.values())
    texts = [text for text in corpus.vocabulary.texts.values() if text.id in homes]
    led = {entry.docname for entry in entries if entry.leads} | {homes[text.id] for text in texts}
    others = [page for page in sorted(titles) if page not in led and page != edition.site.home]
    pages = _order_of_pages(edition)
    kind_names = names_of_kinds(corpus.vocabulary.kinds)
    kinds: list[str] = [*corpus.vocabulary.kinds, COMMENTARY, TEXT, PAGE, TERM]
    terms = [(docname, term) for docname in sorted(edition.pages) for term in terms_of(edition.pages[docname])]
    at = {page: index for index, page in enumerate(pages)}
    names = [*(entry.id for entry in entries), *(text.id for text in texts)]
    names += [*(f"/{page}" for page in others), *(term.id for _page, term in terms)]
    notices = [notice] if (notice := corpus.search_words.notice) and notice.page in at else []
    names += [notice.anchor for notice in notices]
    place = {name: index for index, name in enumerate(names)}
    synonyms = own_synonyms(corpus)
    titled = [(entry, shortened(entry.title, TITLE_LENGTH)) for entry in entries]
    return {
        "pages": [edition.address(page) for page in pages],
        "kinds": [*([kind, kind_names[kind], *_role_fields(kind, corpus)] for kind in kinds), [NOTICE, ""]],
        # A page that is about one entry alone is shown from its top.
        "entries": [
            [entry.id, at[entry.docname], entry.name, title, kinds.index(entry.kind.id), int(not entry.leads)]
            for entry, title in titled
        ]
        + [[text.id, at[homes[text.id]], text.name, text.name, kinds.index(TEXT), 0] for text in texts]
        # Pages about no entry can be called by their titles. No entry has a name with a slash.
        + [[f"/{page}", at[page], titles[page], titles[page], kinds.index(PAGE), 0] for page in others]
        + [[term.id, at[page], term.label, _paragraphs(term.count), kinds.index(TERM), 1] for page, term in terms]
        + [[notice.anchor, at[notice.page], notice.label, notice.label, len(kinds), 1] for notice in notices],
        "labels": [[entry.label, place[entry.id]] for entry in entries if entry.label != entry.name],
        "aliases": [[name, place[entry.id]] for entry in entries for name in names_of(entry)]
        + [[name, place[term.id]] for _page, term in terms for name in names_of_term(term, synonyms)]
        + [[name, place[entry]] for entry, names in _sole_names(synonyms) for name in names if entry in place],
        "notices": [[name, place[notice.anchor]] for notice in notices for name in notice.searched],
        "texts": [[name, place[text.id]] for text in texts for name in corpus.search_words.names.get(text.id, ())],
        "series": corpus.search_words.series,
        "skipped": corpus.search_words.skipped,
        "suggesting": _words_of_suggestions(),
        "numbers": _(NUMBER_WORDS),
        "grammar": grammar_words(corpus),
        "parts": [[place[text.id], place[text.facts.part_of]] for text in texts if text.facts.part_of in homes],
        "synonyms": [[each.searched, each.phrases] for each in synonyms if each.phrases],
    }


def _words_of_suggestions() -> dict[str, str]:
    """Return the words of the lists below all search fields: a page has none before somebody searches."""
    return {
        "suggestions": _("Suggestions"),
        "all": _("All results for “%s”"),
        "count": _("%s suggestions"),
        "spelling": _("Found instead:"),
        "partial": _("Nothing has all of these words."),
        "beyond": _("There is no “{asked}”; the last is {last}."),
    }


def _role_fields(name: str, corpus: Corpus) -> list[object]:
    """Return what the script knows of a kind of entries besides its name: its role, and whether it is of parts."""
    kind = corpus.vocabulary.kinds.get(name)
    return [kind.role, int(bool(kind.part_of))] if kind else []


def _sole_names(synonyms: Iterable[Synonym]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every entry that words find which find nothing else, and these words: they are names of it."""
    for synonym in synonyms:
        if len(synonym.entries) == 1 and not synonym.phrases and not synonym.terms:
            yield synonym.entries[0], synonym.searched


def _paragraphs(count: int) -> str:
    return counted("%d paragraph", "%d paragraphs", count)


def _order_of_pages(edition: BuiltEdition) -> list[str]:
    """Return all pages as data that name them by their places have them: those of entries first, in reading order."""
    return list(
        dict.fromkeys([*(entry.docname for entry in edition.concordance.entries.values()), *sorted(edition.pages)])
    )


def _listed(
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
