"""An entry as other pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short import shortened, text_of
from concordance.model.kinds import Role
from concordance.model.pickling import cached_repr

if TYPE_CHECKING:
    from concordance.model.entries import Entry
    from concordance.model.kinds import Kind
    from concordance.model.vocabulary import PartIdentity, Vocabulary


@dataclass(frozen=True, slots=True, repr=False)
class Reference:
    """An entry as other pages show it."""

    id: str
    kind: Kind
    docname: str
    """Page on which it stands; empty for an entry of another edition."""
    label: str
    """What pages call it."""
    title: str
    """Its name or, for a provision, its editorial title or first words."""
    text: str
    """Name of the text that a provision belongs to, empty for other kinds."""
    sign: str = ""
    """Sign of the part of a text that it stands in, empty where editors gave it none."""
    hue: str = ""
    """Colour of that part, empty without one."""
    several: str = ""
    """The pattern of what pages call it and others of its series: "Paragraphs {number}"; empty without one."""
    address: str = ""
    """Absolute address of an entry of another edition, which is on no page here; empty for all others."""

    @property
    def title_of_symbol(self) -> str:
        """The title of a document whose label, such as A/RES/55/67, means little to most; empty for all else."""
        # What is added in parentheses, such as "(revised draft)", says what it is.
        is_symbol = "/" in self.label and " (" not in self.label and self.kind.has_role(Role.DOCUMENT)
        return self.title if is_symbol and self.title != self.label else ""

    def name_within(self, most: int) -> str:
        """Return its label, and if that is a symbol, its title before it, of at most about `most` characters."""
        title = self.title_of_symbol
        return f"{shortened(title, most)} ({self.label})" if title else self.label

    def __repr__(self) -> str:
        shown = self.label, self.title, self.text, self.sign, self.hue, self.several, self.address
        return cached_repr(self.id, self.kind.id, self.docname, *shown)


def make_reference(entry: Entry, vocabulary: Vocabulary, part: PartIdentity | None) -> Reference:
    """Return an entry as other pages show it; `part` is the identity of the part of a text that it stands in."""
    text = text_of(entry.id, vocabulary.texts) if entry.kind.is_provision else None
    sign, hue = (part.sign, part.hue) if part else ("", "")
    name = text.name if text else ""
    return Reference(entry.id, entry.kind, entry.docname, entry.name, entry.title, name, sign, hue, entry.several)
