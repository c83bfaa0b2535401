"""What one page holds, collected while the page is read."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from concordance.model.pickling import SlotPickle, fingerprint

if TYPE_CHECKING:
    from concordance.graph.references import DirectiveReference
    from concordance.model.entries import Entry, Link, Passage, Run
    from concordance.model.sessions import Session
    from concordance.pages.reading_record import Path

# In characters of a `repr`.
LONG = 200


@dataclass(frozen=True, slots=True)
class WidgetRequest:
    """A widget that a page asks for."""

    name: str
    """Name of its directive."""
    argument: str
    """Argument of the directive, empty without one."""


@dataclass(frozen=True, slots=True)
class PageSection(SlotPickle):
    """A stretch of a page below a heading of its own, or an explained term of a glossary."""

    anchor: str
    """Its id on the page; empty for the top of the page."""
    title: str
    """The words of the heading; of a term, the term itself and its synonyms, with commas between them."""
    text: str
    """The plain words of it, without those of sections in it."""


@dataclass(slots=True)
class PageContent(SlotPickle):
    """What one page holds; filled in while Sphinx reads the page."""

    entries: list[Entry] = field(default_factory=list)
    """Entries that it defines; one that stands within another comes before that."""
    links: list[Link] = field(default_factory=list)
    """Links that the verbatim words make."""
    passages: tuple[Passage, ...] = ()
    """Verbatim words."""
    footnotes: dict[str, tuple[Run, ...]] = field(default_factory=dict)
    """Footnotes of the verbatim words, by their ids on the page."""
    targets: tuple[str, ...] = ()
    """Ids and pages that the prose links to, sorted."""
    texts: tuple[str, ...] = ()
    """Ids of the texts of which the page shows words."""
    widgets: tuple[WidgetRequest, ...] = ()
    """Widgets in the order of the page."""
    references: list[DirectiveReference] = field(default_factory=list)
    """Entries that the arguments of widgets name."""
    anchors: dict[str, str] = field(default_factory=dict)
    """Labels of ids on the page that are no entries."""
    words: dict[str, str] = field(default_factory=dict)
    """Plain words, by id: of paragraphs of commentary, and of provisions in which words are struck out."""
    numbers: dict[str, str] = field(default_factory=dict)
    """The numbers by which its provisions are cited, by id; empty where the id says it."""
    sessions: tuple[Session, ...] = ()
    """Ready-made sessions of trainers."""
    sections: tuple[PageSection, ...] = ()
    """What stands on the page, if it holds no entries."""
    read: tuple[Path, ...] = ()
    """What was read for it besides its source, as paths in what all pages are read with."""
    fingerprint: str = ""
    """SHA-256 of its source and of all that, as it was then."""
    fingerprints: dict[str, str] = field(default_factory=dict)
    """SHA-256 of each of the fields above that is long, by its name, so that later builds need not look through it."""

    def note_fingerprints(self) -> None:
        """Compute the fingerprints of long fields, once all is collected."""
        shown = {each.name: repr(getattr(self, each.name)) for each in fields(self)}
        self.fingerprints = {name: fingerprint(text) for name, text in shown.items() if len(text) > LONG}
