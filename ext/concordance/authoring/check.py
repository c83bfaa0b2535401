"""Check all of an edition that can be checked without building a page.

The problems that a build finds when it joins pages are found here in a quick scan of them, and reported in the same
words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.citations.short_addresses import check_short_addresses, scheme_of, short_addresses
from concordance.graph.labels import check_labels
from concordance.graph.references import check_references
from concordance.model.problems import Problem, ProblemKind, nearest
from concordance.reading.lock import check_lock, pending_ids
from concordance.reading.pages import address_of
from concordance.reading.quotes import check_quote
from concordance.reading.session_questions import check_session_questions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus, LockLine
    from concordance.reading.scan import ScanResult


def check(
    scan_result: ScanResult,
    concordance: Concordance,
    corpus: Corpus,
    locked: tuple[LockLine, ...],
    anchors: Mapping[str, str],
) -> list[Problem]:
    """Return the problems of what joins files: quotes, questions, links, arguments, labels, the lock, short addresses.

    `anchors` are the docnames of pages by the ids that generated parts give to places there, such as those of terms.
    """
    published = _addresses_by_id(anchors, concordance, corpus, locked)
    problems = [*_quotes(scan_result, corpus), *_names(scan_result, concordance, corpus, published)]
    problems += check_references(scan_result.references, concordance.entries)
    problems += check_session_questions(scan_result.questions, corpus, concordance.entries)
    problems += check_labels(scan_result.labels, concordance.entries, published)
    problems += check_lock(locked, published, corpus.annotations, concordance.entries)
    entries = concordance.entries.values()
    scheme = scheme_of(corpus.vocabulary, entries)
    # Where a text has its page is known only from the whole tree of pages.
    addresses = short_addresses(entries, locked, published, {}, scheme)
    return problems + check_short_addresses(addresses, map(address_of, scan_result.docnames))


def _addresses_by_id(
    anchors: Mapping[str, str], concordance: Concordance, corpus: Corpus, locked: tuple[LockLine, ...]
) -> dict[str, str]:
    """Return the page address of every id of the edition."""
    pages = {identifier: address_of(docname) for identifier, docname in anchors.items()}
    for entry in concordance.entries.values():
        pages[entry.id] = address_of(entry.docname)
        annotation = corpus.annotations.get(entry.id)
        paragraphs = len(annotation.prose) if annotation else 0
        pages.update((f"{entry.id}-c{number}", address_of(entry.docname)) for number in range(1, paragraphs + 1))
    pages.update((line.id, pages[line.to]) for line in locked if line.to in pages and line.id not in pages)
    return {**pending_ids(locked, corpus, concordance.entries), **pages}


def _quotes(scan_result: ScanResult, corpus: Corpus) -> Iterator[Problem]:
    for annotation in corpus.annotations.values():
        words = scan_result.own_words.get(annotation.annotates)
        for note in annotation.notes if words is not None else ():
            if words is not None and note.quote is not None:
                yield from check_quote(note, words.count(note.quote), annotation.annotates)


def _names(
    scan_result: ScanResult, concordance: Concordance, corpus: Corpus, published: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield a problem for each id that prose links to and that does not exist."""
    # An annotation of no entry is on no page, and reported for that.
    annotations = (
        annotation for annotation in corpus.annotations.values() if annotation.annotates in concordance.entries
    )
    labels = {label.text for label in scan_result.labels}
    for name in (*scan_result.link_targets, *(name for annotation in annotations for name in annotation.names)):
        if name.text not in published and name.text not in labels:
            message = f"There is no entry {name.text!r} to link to."
            remedy = nearest(name.text, concordance.entries)
            yield Problem(name.place, ProblemKind.UNKNOWN_ID, message, remedy, (name.text,))
    for name in scan_result.button_targets:
        sought = name.text.lower()
        if sought not in published and sought not in labels:
            message = f"There is no page, entry or term {name.text!r} for this button to lead to."
            remedy = nearest(name.text, {*scan_result.docnames, *concordance.entries, *labels})
            yield Problem(name.place, ProblemKind.UNKNOWN_ID, message, remedy)
