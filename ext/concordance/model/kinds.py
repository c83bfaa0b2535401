"""The kinds of entries: one is the engine's, the provisions of texts; all others are declared by the edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from concordance.model.pickling import SlotPickle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Role(StrEnum):
    """What the engine does with the entries of a kind."""

    PROVISION = "provision"
    """They are paragraphs of the texts of the edition."""
    WORK = "work"
    """They are cited by name, as treaties are."""
    DOCUMENT = "document"
    """They are cited by symbol, as resolutions are."""
    NUMBERED = "numbered"
    """They are cited by number, in a document that sets them all out, as principles are."""
    BODY = "body"
    """They act, and are not cited."""


@dataclass(frozen=True, slots=True)
class Kind(SlotPickle):
    """A kind of entries. Its names are empty where the interface has words for it."""

    id: str
    """Its key in the vocabulary, which is the name of its directive: "clause"."""
    role: Role = field(compare=False)
    """What the engine does with its entries. Parts have the role of their whole."""
    part_of: str = field(default="", compare=False)
    """The kind of the whole that its entries are parts of; which whole, their ids say: `untoc-art-24` is of `untoc`."""
    name: str = field(default="", compare=False)
    """What one is called: "Clause"."""
    plural: str = field(default="", compare=False)
    """What several are called within a sentence: "clauses"."""
    heading: str = field(default="", compare=False)
    """What a list of them is headed, if that is not their plural: "Clauses of standards"."""
    across: str = field(default="", compare=False)
    """What asks for them in a matrix: their plural as the vocabulary has it, in whatever language the edition is."""
    expected: bool = field(default=False, compare=False)
    """Whether each paragraph is expected to be linked to one, or a reason given why none fits."""

    def __str__(self) -> str:
        return self.id

    @property
    def is_provision(self) -> bool:
        """Whether they are the paragraphs of texts."""
        return self.role is Role.PROVISION

    @property
    def is_part(self) -> bool:
        """Whether they are parts of entries of another kind."""
        return bool(self.part_of) and not self.is_provision

    @property
    def is_section(self) -> bool:
        """Whether they are parts of works or documents, cited as places in these."""
        return self.is_part and self.role in {Role.WORK, Role.DOCUMENT}

    @property
    def is_cited(self) -> bool:
        """Whether they can be cited."""
        return self.role is not Role.BODY

    def has_role(self, *roles: Role) -> bool:
        """Return whether they have one of some roles, and are no parts."""
        return self.role in roles and not self.is_part


PROVISION = Kind("provision", Role.PROVISION, part_of="provision")
# The kinds of an edition that declares none.
USUAL_KINDS: Mapping[str, Kind] = {
    kind.id: kind
    for kind in (
        PROVISION,
        Kind("instrument", Role.WORK),
        Kind("article", Role.WORK, part_of="instrument"),
        Kind("document", Role.DOCUMENT),
        Kind("body", Role.BODY),
    )
}


def family_of(kind: Kind, kinds: Mapping[str, Kind]) -> tuple[Kind, ...]:
    """Return the kinds that a kind is a part of, directly or not, from the outermost on, and then itself."""
    family = [kind]
    while family[0].is_part:
        family.insert(0, kinds[family[0].part_of])
    return tuple(family)


def group_of(kind: Kind, kinds: Mapping[str, Kind]) -> Kind:
    """Return the kind whose entries are listed together with those of `kind`: the one that it is at last a part of."""
    return family_of(kind, kinds)[0]


def groups_of(kinds: Mapping[str, Kind]) -> Iterator[Kind]:
    """Yield the kinds that are parts of no other, in the order of the edition; their parts are listed with them."""
    return (kind for kind in kinds.values() if not kind.is_part)
