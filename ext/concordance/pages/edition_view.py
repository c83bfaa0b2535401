"""The whole edition, as pages and the generated parts of pages look at it."""

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
    from concordance.pages.navigation import Navigation
    from concordance.pages.parallels import Parallel
    from concordance.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class PageIndex:
    """What the pages hold: entries, linked targets, texts shown, what they ask for (`gathered`); titles and tree.

    `anchors` are the places that are no entries, with where a link to them leads and what it shows. `order` is that of
    reading. `passages` are the verbatim words, `guide` is the page that tells readers how to take part.
    """

    entries: Mapping[str, tuple[str, ...]]
    targets: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, tuple[str, ...]]
    gathered: Mapping[str, tuple[tuple[str, str], ...]]
    titles: Mapping[str, str]
    anchors: Mapping[str, str]
    children: Mapping[str, tuple[str, ...]]
    order: tuple[str, ...]
    navigation: Mapping[str, Navigation]
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    guide: str | None = None


@dataclass(frozen=True, slots=True)
class EditionView:
    """The whole edition, from which pages gather what they show of it.

    `references` are its entries, by id, and `parallels` the parallels of those that have any. `history` is as much of
    that as is at hand.
    """

    shelf: PageIndex
    concordance: Concordance
    corpus: Corpus
    references: Mapping[str, Reference]
    parallels: Mapping[str, tuple[Parallel, ...]]
    history: History = NO_HISTORY
