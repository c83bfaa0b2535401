"""The provisions of a page, for a list of contents that leads to each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.nodes import provision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.model.entries import Entry


@dataclass(frozen=True, slots=True)
class Numbered:
    """A provision as a list of contents shows it: by its number; `told` is what it is called in full."""

    anchor: str
    number: str
    told: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page that has provisions in it."""

    anchor: str
    title: str
    provisions: tuple[Numbered, ...]


def numbered(doctree: nodes.document, entries: Mapping[str, Entry]) -> list[Section]:
    """Return the sections of a page with the provisions in each; none for a page that is about one provision alone."""
    found = []
    for section in doctree.findall(nodes.section):
        held = [child["entry"] for child in section.children if isinstance(child, provision)]
        if held and not entries[held[0]].leads:
            title = section[0].astext()
            found.append(Section(section["ids"][0], title, tuple(_numbered(entries[each]) for each in held)))
    return found


def _numbered(entry: Entry) -> Numbered:
    # A paragraph of a preamble has no printed number; its id has one.
    number = entry.number.strip("().") or entry.id.rpartition("-")[2]
    told = entry.label if entry.title.endswith("…") else f"{entry.label}: {entry.title}"
    return Numbered(entry.id, number, told)
