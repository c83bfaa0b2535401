"""Verbatim words as the inline elements of Akoma Ntoso."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from concordance.model.entries import Run

INLINE = {"emphasis": "i", "strong": "b", "struck": "del"}


@dataclass(slots=True)
class WordWriter:
    """Writes the words of one document."""

    address: Callable[[str], str]
    """Returns where a link to an entry leads, by the id of the entry; empty if there is no such entry."""
    notes: int = 0
    """How many footnotes were written."""

    def add(self, parent: ET.Element, runs: Iterable[Run], footnotes: Mapping[str, tuple[Run, ...]]) -> None:
        """Add words to an element, with the footnotes that they call (by id) where they call them.

        What editors put into the words is left out.
        """
        for run in runs:
            if "note" in run.marks:
                continue
            if "call" in run.marks:
                self._add_footnote(parent, run, footnotes)
            else:
                self._add_words(parent, run)

    def _add_words(self, parent: ET.Element, run: Run) -> None:
        for mark in run.marks:
            parent = ET.SubElement(parent, INLINE[mark])
        if run.to and (address := self.address(run.to)):
            parent = ET.SubElement(parent, "ref", {"href": address})
        _append(parent, run.words)

    def _add_footnote(self, parent: ET.Element, run: Run, footnotes: Mapping[str, tuple[Run, ...]]) -> None:
        self.notes += 1
        attributes = {"eId": f"fn_{self.notes}", "marker": run.words, "placement": "bottom"}
        self.add(ET.SubElement(ET.SubElement(parent, "authorialNote", attributes), "p"), footnotes.get(run.to, ()), {})


def _append(element: ET.Element, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words
