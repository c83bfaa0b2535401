"""What one page holds, as it is gathered while the page is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concordance.graph.references import DirectiveReference
    from concordance.model.entries import Entry, Link, Passage


@dataclass(slots=True)
class PageContent:
    """What one page holds.

    `passages` are its verbatim words, `targets` what its prose links to, `texts` the texts it shows, `gathered` the
    names and arguments of what it shows of the whole edition, `asked` the entries that it asks for there, `anchors` ids
    on it that are no entries with what they are called, `words` those of commentary, and of provisions in which words
    are struck, `read_with` the fingerprint of all that its reading used.
    """

    entries: list[Entry] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    passages: tuple[Passage, ...] = ()
    targets: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    gathered: tuple[tuple[str, str], ...] = ()
    asked: list[DirectiveReference] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    read_with: str = ""
