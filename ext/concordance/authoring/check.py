"""Everything that can be checked of an edition without building a page. Pure; no Sphinx.

What a build finds when it joins pages is found here from what a quick scan knows of them, and told in the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.citations.short_addresses import check_short_addresses, scheme_of, short_addresses
from concordance.graph.labels import check_labels
from concordance.graph.references import check_references
from concordance.graph.synonyms import check_asked
from concordance.model.problems import Problem, ProblemKind, nearest
from concordance.reading.lock import check_lock, pending_ids
from concordance.reading.pages import address_of
from concordance.reading.quotes import check_quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus, LockLine
    from concordance.reading.scan import Scanned


def check(scanned: Scanned, concordance: Concordance, corpus: Corpus, locked: tuple[LockLine, ...]) -> list[Problem]:
    """Return what is wrong with quotes, with what running text links to and pages ask for, with lock and addresses."""
    published = _published(scanned, concordance, corpus, locked)
    problems = [*_quotes(scanned, corpus), *_names(scanned, concordance, corpus, published)]
    problems += check_references(scanned.asked, concordance.entries)
    problems += check_labels(scanned.labels, concordance.entries, published)
    problems += check_asked(corpus, scanned.docnames)
    problems += check_lock(locked, published, corpus.annotations)
    entries = concordance.entries.values()
    scheme = scheme_of(corpus.vocabulary, entries)
    # Where a text has its page is known only from the whole tree of pages.
    found = short_addresses(entries, locked, published, {}, scheme)
    return problems + check_short_addresses(found, map(address_of, scanned.docnames))


def _published(
    scanned: Scanned, concordance: Concordance, corpus: Corpus, locked: tuple[LockLine, ...]
) -> dict[str, str]:
    """Return the page address of every id of the edition."""
    pages = {identifier: address_of(docname) for identifier, docname in scanned.anchors.items()}
    for entry in concordance.entries.values():
        pages[entry.id] = address_of(entry.docname)
        annotation = corpus.annotations.get(entry.id)
        paragraphs = len(annotation.prose) if annotation else 0
        pages.update((f"{entry.id}-c{number}", address_of(entry.docname)) for number in range(1, paragraphs + 1))
    pages.update((line.id, pages[line.to]) for line in locked if line.to in pages and line.id not in pages)
    return {**pending_ids(locked, corpus, concordance.entries), **pages}


def _quotes(scanned: Scanned, corpus: Corpus) -> Iterator[Problem]:
    for annotation in corpus.annotations.values():
        words = scanned.own.get(annotation.annotates)
        for note in annotation.notes if words is not None else ():
            if words is not None and note.quote is not None:
                yield from check_quote(note, words.count(note.quote), annotation.annotates)


def _names(
    scanned: Scanned, concordance: Concordance, corpus: Corpus, published: Mapping[str, str]
) -> Iterator[Problem]:
    """Tell of ids that running text links to and that do not exist."""
    # What an annotation of nothing says is on no page; that it is one is told of.
    shown = (one for one in corpus.annotations.values() if one.annotates in concordance.entries)
    labels = {label.text for label in scanned.labels}
    for name in (*scanned.named, *(name for annotation in shown for name in annotation.names)):
        if name.text not in published and name.text not in labels:
            message = f"There is no entry {name.text!r} to link to."
            yield Problem(name.place, ProblemKind.UNKNOWN_ID, message, nearest(name.text, concordance.entries))
