"""An entry as other pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.pickling import cached_repr

if TYPE_CHECKING:
    from concordance.model.entries import Kind


@dataclass(frozen=True, slots=True, repr=False)
class Reference:
    """An entry as other pages show it."""

    id: str
    kind: Kind
    docname: str
    label: str
    title: str
    text: str
    """Name of the text that a provision belongs to, empty for other kinds."""

    def __repr__(self) -> str:
        return cached_repr(self.id, self.kind, self.docname, self.label, self.title, self.text)
