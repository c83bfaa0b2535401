"""What the page on the design shows: things of the edition itself, one of each sort."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.pages.connections import ConnectionPanel
from concordance.pages.paragraph_map import Mapmaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.model.vocabulary import PartIdentity
    from concordance.pages.connections import ConnectedEntry
    from concordance.pages.edition_view import EditionView
    from concordance.pages.paragraph_map import ParagraphMap


@dataclass(frozen=True, slots=True)
class DesignSamples:
    """Samples of what pages are made of."""

    parts: tuple[PartIdentity, ...]
    """The identities of parts of texts, each once."""
    panel: ConnectionPanel
    """A connection of each strength, and one that words of a text make."""
    map: ParagraphMap | None
    """The first map that is drawn in two steps; None if no paragraph has one."""


def gather_design(_argument: str, _docname: str, edition: EditionView) -> DesignSamples:
    """Return the first sample of each sort in the edition."""
    panels = edition.panels.values()
    named = next((panel.named[:1] for panel in panels if panel.named and panel.named[0].words), ())
    identities = dict.fromkeys(edition.corpus.vocabulary.parts.values())
    panel = ConnectionPanel(tuple(_of_each_strength(panels)), named)
    return DesignSamples(tuple(identities), panel, _first_map(edition))


def _first_map(edition: EditionView) -> ParagraphMap | None:
    concordance = edition.concordance
    mapmaker = Mapmaker(concordance.entries, edition.references, edition.corpus.vocabulary.kinds, None)
    leading = (entry.id for entry in concordance.entries.values() if entry.leads)
    maps = (mapmaker.draw(identifier, concordance.connections) for identifier in leading)
    return next((drawn for drawn in maps if drawn and drawn.drawn_further), None)


def _of_each_strength(panels: Iterable[ConnectionPanel]) -> Iterator[ConnectedEntry]:
    items = [item for panel in panels for item in panel.items]
    for strength in sorted({item.strength for item in items}, reverse=True):
        yield next(item for item in items if item.strength is strength)
