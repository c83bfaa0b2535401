"""The edition as a whole, as pages and their widgets see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concordance.history.commits import NO_HISTORY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.graph.concordance import Concordance
    from concordance.history.commits import History
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Passage
    from concordance.pages.connections import ConnectionPanel
    from concordance.pages.navigation import Navigation
    from concordance.pages.page_content import WidgetRequest
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
