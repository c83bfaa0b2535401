"""The whole edition as the generated parts of pages look at it, made from a few entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from concordance.graph.concordance import build
from concordance.history.commits import NO_HISTORY, History
from concordance.model.corpus import Corpus
from concordance.model.entries import Entry, Link
from concordance.pages.connections import PanelMaker
from concordance.pages.edition_view import EditionView, PageIndex
from concordance.pages.navigation import PageTree, build_tree, navigate
from concordance.pages.parallels import find_parallels
from concordance.pages.reference import make_reference


def view_of(
    entries: Sequence[Entry],
    links: Iterable[Link],
    corpus: Corpus,
    tree: Mapping[str, Sequence[str]],
    history: History = NO_HISTORY,
) -> EditionView:
    """Return a view of an edition whose pages stand in a tree below `index`.

    The title of a page is its name in capitals.
    """
    grown = build_tree("index", tree)
    concordance, problems = build(entries, links, corpus, grown.order)
    assert problems == []
    references = {entry.id: make_reference(entry, corpus.vocabulary, None) for entry in concordance.entries.values()}
    parallels = find_parallels(concordance, corpus.vocabulary, references)
    panels = PanelMaker(concordance.entries, corpus, references).panels(concordance)
    return EditionView(_index(entries, grown), concordance, corpus, references, parallels, panels, history)


def _index(entries: Sequence[Entry], tree: PageTree) -> PageIndex:
    titles = {name: name.upper() for name in tree.order}
    held = {name: tuple(entry.id for entry in entries if entry.docname == name) for name in tree.order}
    return PageIndex(
        entries={name: ids for name, ids in held.items() if ids},
        targets={},
        texts={},
        widgets={},
        titles=titles,
        anchors={},
        children={name: tuple(below) for name, below in tree.children.items()},
        order=tree.order,
        navigation=navigate(tree, titles),
    )
