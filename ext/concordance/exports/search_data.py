"""`finding/`: what the search of the site needs beside Pagefind's index.

`citations.js` resolves citations and is loaded when a search field is first used; `records.json` tells what every
record is and by what it can be filtered; `words.js` holds all words, to help with spelling. Two are scripts, so that
they can be loaded from a disk as well.
"""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from itertools import takewhile
from typing import TYPE_CHECKING

from concordance.citations.spellings import home_of, names_of, shortened
from concordance.exports import pagefind_index as pagefind
from concordance.exports.files import write_if_changed
from concordance.exports.search_records import COMMENTARY, PART, filters, parts_of_texts, records
from concordance.graph.synonyms import WORD
from concordance.i18n.kind_names import COMMENTARY_LABEL, KIND_NAMES
from concordance.i18n.words import _
from concordance.model.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from sphinx.builders import Builder

    from concordance.exports.search_records import Filter, Record
    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus
    from concordance.pages.page_view import PageView

TEXT, PAGE = "text", "page"
FILTER_NAMES = {
    "kind": _("Kind"),
    PART: _("Part of the text"),
    "instrument": _("Instrument linked"),
    "goal": _("Goal linked"),
}
# Shorter words are guessed at too easily.
SPELT = 4
MOST_SHARED = 9
# Longer titles are shown in full by the index.
TITLE_LENGTH = 60

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write(
    folder: Path,
    concordance: Concordance,
    corpus: Corpus,
    views: Mapping[str, PageView],
    titles: Mapping[str, str],
    builder: Builder,
) -> None:
    """Write what the search needs below the output folder `folder`; an index whose records are the same is kept."""
    ancestors = {page: [step.docname for step in view.navigation.ancestors] for page, view in views.items()}
    parts = parts_of_texts(concordance, {page: above[-1] for page, above in ancestors.items() if above})
    found = records(concordance, corpus, parts, str(COMMENTARY_LABEL))
    offered = filters(concordance, corpus, found)
    own = folder / "finding"
    homes = {text: home_of(text, concordance.entries.values(), ancestors) for text in corpus.vocabulary.texts}
    write_if_changed(own / "words.js", _script("words", _words(found)))
    _write_index(folder, found, offered, corpus, titles, builder)
    citations = _citations(concordance, corpus, homes, titles, builder)
    citations["ahead"] = [f"pagefind/{name}" for name in pagefind.ahead(folder / "pagefind")]
    write_if_changed(own / "citations.js", _script("citations", citations))


def _write_index(
    folder: Path,
    found: Collection[Record],
    offered: Collection[Filter],
    corpus: Corpus,
    titles: Mapping[str, str],
    builder: Builder,
) -> None:
    digest = hashlib.sha256(repr((version("pagefind"), builder.config.language, found, offered)).encode()).hexdigest()
    index = folder / "finding" / "records.json"
    if index.is_file() and f'"{digest}"' in index.read_text(encoding="utf-8") and (folder / "pagefind").is_dir():
        return
    # Whatever is cut off from here on, the next build does not take the index for that of the old records.
    index.unlink(missing_ok=True)
    names = pagefind.write(folder / "pagefind", builder.config.language, found)
    write_if_changed(index, _records(digest, found, offered, names, corpus, titles))


def _citations(
    concordance: Concordance,
    corpus: Corpus,
    homes: Mapping[str, str],
    titles: Mapping[str, str],
    builder: Builder,
) -> dict[str, object]:
    entries = list(concordance.entries.values())
    texts = [text for text in corpus.vocabulary.texts.values() if homes[text.id]]
    led = {entry.docname for entry in entries if entry.leads} | {homes[text.id] for text in texts}
    others = [page for page in sorted(titles) if page not in led and page != builder.config.root_doc]
    pages = list(dict.fromkeys([*(entry.docname for entry in entries), *(homes[text.id] for text in texts), *others]))
    kinds = [*(str(kind) for kind in Kind), COMMENTARY, TEXT, PAGE]
    at = {page: index for index, page in enumerate(pages)}
    place = {identifier: index for index, identifier in enumerate([*concordance.entries, *(text.id for text in texts)])}
    return {
        "pages": [builder.get_target_uri(page) for page in pages],
        "kinds": [[kind, str(KIND_NAMES[kind])] for kind in kinds],
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
        "texts": [[name, place[text.id]] for text in texts for name in corpus.finding.names.get(text.id, ())],
        "series": corpus.finding.series,
        "skipped": corpus.finding.skipped,
        "synonyms": [[each.searched, each.phrases] for each in corpus.finding.synonyms],
    }


def _words(found: Iterable[Record]) -> str:
    """Return the words that are to be found, in order: how many letters each shares with the last, and its rest."""
    words = {
        word
        for record in found
        for said in (record.label, record.title, record.content, record.summary, record.hidden)
        for word in WORD.findall(said.casefold())
        if len(word) >= SPELT and word.isalpha()
    }
    told, last = [], ""
    for word in sorted(words):
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(last, word, strict=False))
        shared = min(sum(1 for _pair in alike), MOST_SHARED)
        told.append(f"{shared}{word[shared:]}")
        last = word
    return "".join(told)


def _records(
    digest: str,
    found: Iterable[Record],
    offered: Iterable[Filter],
    names: Mapping[str, str],
    corpus: Corpus,
    titles: Mapping[str, str],
) -> str:
    """Return the records, one on each line: those of entries hold their terms, those of commentary their entry."""
    numbers: dict[tuple[str, str], int] = {}
    told = []
    for each in offered:
        numbers |= {(each.name, term): len(numbers) + index for index, term in enumerate(each.terms)}
        shown = {"kind": KIND_NAMES, PART: titles}.get(each.name, each.terms)
        called = FILTER_NAMES.get(each.name) or corpus.finding.filters.get(each.name) or each.name.capitalize()
        # The label of an entry is told with its citations.
        terms = [[term] if each.name == Kind.INSTRUMENT else [term, str(shown[term])] for term in each.terms]
        told.append(_encode({"name": each.name, "label": str(called), "terms": terms}))
    rows: list[str] = []
    of: dict[str, int] = {}
    commentary: list[str] = []
    for record in found:
        if record.kind == COMMENTARY:
            commentary.append(_encode([names[record.anchor], of[record.of]]))
        else:
            of[record.of] = len(rows)
            has = [(name, term) for name, terms in record.filters.items() for term in terms]
            rows.append(_encode([names[record.anchor], *(numbers[each] for each in has if each in numbers)]))
    lists = {"filters": told, "entries": rows, "commentary": commentary}
    lines = ",\n".join(f'"{name}":[\n' + ",\n".join(rows) + "\n]" for name, rows in lists.items())
    # A script puts in what the label is of.
    label = COMMENTARY_LABEL % {"entry": "{label}", "number": "{number}"}
    return f'{{"digest":"{digest}",\n"commentaryLabel":{_encode(label)},\n{lines}\n}}\n'


def _script(name: str, data: object) -> str:
    return f"globalThis.finding ??= {{}};\nglobalThis.finding.{name} = {_encode(data)};\n"
