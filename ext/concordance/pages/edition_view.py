"""The edition as a whole, as pages and their widgets see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concordance.history.commits import NO_HISTORY
from concordance.model.pickling import fingerprint
from concordance.pages.navigation import navigate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from concordance.graph.concordance import Concordance
    from concordance.history.commits import History
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry, Passage
    from concordance.pages.connections import ConnectionPanel
    from concordance.pages.navigation import Navigation, PageTree
    from concordance.pages.page_content import PageContent, WidgetRequest
    from concordance.pages.parallels import Parallel
    from concordance.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class PageIndex:
    """What all pages hold, mostly by docname."""

    entries: Mapping[str, tuple[str, ...]]
    """Ids of the entries on each page."""
    targets: Mapping[str, tuple[str, ...]]
    """Ids and pages that the prose of each page links to."""
    texts: Mapping[str, tuple[str, ...]]
    """Ids of the texts of which each page shows words."""
    widgets: Mapping[str, tuple[WidgetRequest, ...]]
    """Widgets that each page asks for, in the order of the page."""
    titles: Mapping[str, str]
    """Title of each page that has one."""
    anchors: Mapping[str, str]
    """Places that are no entries, by id: where a link to one leads, and the words it shows."""
    children: Mapping[str, tuple[str, ...]]
    """Pages that each page leads into, as its toctrees have them."""
    order: tuple[str, ...]
    """Docnames in reading order."""
    navigation: Mapping[str, Navigation]
    """Way to each page, and its neighbours."""
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    """Verbatim words on each page."""
    guide: str | None = None
    """Docname of the page that tells readers how to contribute, None where there is none."""
    fingerprints: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """SHA-256 of what fields were made of, by their names; empty where not known."""


@dataclass(frozen=True, slots=True)
class EditionView:
    """The edition as a whole, from which pages take what they show of each other."""

    index: PageIndex
    """What all pages hold."""
    concordance: Concordance
    corpus: Corpus
    references: Mapping[str, Reference]
    """Every entry, by its id, as other pages show it."""
    parallels: Mapping[str, tuple[Parallel, ...]]
    """Parallels of every provision that has any, by its id, the closest first."""
    panels: Mapping[str, ConnectionPanel]
    """Connections of every entry that has any, by its id."""
    history: History = NO_HISTORY
    """Changes to the edition, as far as the repository at hand records them."""


def index_pages(
    pages: Mapping[str, PageContent],
    entries: Iterable[Entry],
    tree: PageTree,
    titles: Mapping[str, str],
    anchors: Mapping[str, str],
    guide: str | None,
) -> PageIndex:
    """Return the index of pages, from what each holds, by docname, and from the entries in their order.

    The rest is as in the index. A page that was read again stands behind the others in `pages`, and where it was before
    in the index.
    """
    by_page: dict[str, list[str]] = {}
    for entry in entries:
        by_page.setdefault(entry.docname, []).append(entry.id)
    sorted_pages = sorted(pages.items())
    return PageIndex(
        entries={docname: tuple(ids) for docname, ids in by_page.items()},
        targets={docname: page.targets for docname, page in sorted_pages},
        texts={docname: page.texts for docname, page in sorted_pages},
        widgets={docname: page.widgets for docname, page in sorted_pages},
        titles=titles,
        anchors=anchors,
        children={docname: tuple(children) for docname, children in tree.children.items()},
        order=tree.order,
        navigation=navigate(tree, titles),
        passages={docname: page.passages for docname, page in sorted_pages},
        guide=guide,
        fingerprints={"navigation": fingerprint(repr((tree.root, tree.order, tree.children, titles)))},
    )
