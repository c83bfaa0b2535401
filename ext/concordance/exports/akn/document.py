"""`data/akn/`: each text as a document of Akoma Ntoso.

Only what the text says is in it; what editors say stands beside it, in the other data. The structure is that of AKN4UN:
recitals are containers of the preamble, operative paragraphs stand in the main body with their items in lists.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from concordance.citations.akn_ids import LIST, PREAMBULAR, eid_of
from concordance.exports.akn.metadata import add_metadata
from concordance.exports.akn.words import WordWriter
from concordance.exports.text_sections import text_sections, without_leading_space
from concordance.model.entries import Passage
from concordance.model.ids import prefix_of
from concordance.pages.site import AKN_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.exports.built_edition import BuiltEdition, Files
    from concordance.exports.text_sections import TextSection
    from concordance.model.entries import Run

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# Elements that hold words.
WORDS = frozenset({"p", "heading", "num", "listIntroduction", "listWrapUp"})


def make_files(edition: BuiltEdition) -> Files:
    """Return the texts that the vocabulary has an address of Akoma Ntoso for."""
    return {f"{AKN_FOLDER}/{text}.xml": _document_of(text, edition) for text in described_texts(edition)}


def _document_of(text: str, edition: BuiltEdition) -> str:
    return _Document(text, text_sections(text, edition), edition).write()


def described_texts(edition: BuiltEdition) -> list[str]:
    """Return the ids of the texts that become documents of Akoma Ntoso."""
    homes = edition.homes()
    return [name for name, text in edition.corpus.vocabulary.texts.items() if text.facts.akn and name in homes]


class _Document:
    """One text on its way into a document."""

    def __init__(self, text: str, sections: tuple[TextSection, ...], edition: BuiltEdition) -> None:
        self._text, self._sections, self._edition = text, sections, edition
        self._writer = WordWriter(self._address)
        self._parts = 0

    def write(self) -> str:
        root = ET.Element("akomaNtoso", {"xmlns": NAMESPACE})
        text = self._edition.corpus.vocabulary.texts[self._text]
        annexed = "!" in text.facts.akn
        name = re.sub(r"[^a-zA-Z]+", "", text.facts.type.title()) if not annexed else "annex"
        document = ET.SubElement(
            root,
            "doc" if annexed else "statement",
            {"name": name[:1].lower() + name[1:], "contains": "originalVersion"},
        )
        add_metadata(document, self._text, self._edition)
        self._add_content(document)
        self._add_attachments(document)
        _indent(root)
        return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'

    def _add_content(self, document: ET.Element) -> None:
        passages = [(section, passage) for section in self._sections for passage in section.passages]
        first = next((place for place, (_section, passage) in enumerate(passages) if passage.entry), len(passages))
        recitals = [pair for pair in passages[first:] if _series(pair[1]) == PREAMBULAR]
        before = passages[:first]
        # The words right before the first recital are those by which the organ speaks.
        formula = before.pop() if recitals and len(before) > 1 else None
        if before:
            preface = ET.SubElement(document, "preface")
            for section, passage in before:
                self._add_blocks(preface, section, passage)
        if formula or recitals:
            preamble = ET.SubElement(document, "preamble")
            if formula:
                self._add_blocks(ET.SubElement(preamble, "formula", {"name": "enactingFormula"}), *formula)
            for section, passage in recitals:
                self._add_recital(preamble, section, passage)
        body = ET.SubElement(document, "mainBody")
        self._add_body(body, [pair for pair in passages[first:] if pair not in recitals])

    def _add_body(self, body: ET.Element, passages: Iterable[tuple[TextSection, Passage]]) -> None:
        part, level = body, 0
        for section, passage in passages:
            if not passage.entry:
                # Words that are no provision are, within a text, the headings of its parts.
                self._parts += 1
                part, level = ET.SubElement(body, "part", {"eId": f"part_{self._parts}"}), section.level
                self._add_words(ET.SubElement(part, "heading"), section, _first_runs(passage))
                continue
            if section.level <= level:
                part = body
            self._add_paragraph(part, section, passage)

    def _add_paragraph(self, parent: ET.Element, section: TextSection, passage: Passage) -> None:
        paragraph = ET.SubElement(parent, "paragraph", {"eId": eid_of(passage.entry)})
        self._add_inside(paragraph, section, passage)

    def _add_inside(self, parent: ET.Element, section: TextSection, passage: Passage) -> None:
        """Add a number and words; with items, they are the introduction and the end of a list."""
        if passage.number:
            ET.SubElement(parent, "num").text = passage.number
        if not any(isinstance(part, Passage) for part in passage.inside):
            self._add_blocks(ET.SubElement(parent, "content"), section, passage)
            return
        items = ET.SubElement(parent, "list", {"eId": f"{eid_of(passage.entry)}__{LIST}"})
        for wrapper, block in _around_items(passage, ("intro", "wrapUp")):
            if isinstance(block, Passage):
                self._add_inside(ET.SubElement(items, "point", {"eId": eid_of(block.entry)}), section, block)
            else:
                self._add_words(ET.SubElement(ET.SubElement(items, wrapper), "p"), section, block)

    def _add_recital(self, preamble: ET.Element, section: TextSection, passage: Passage) -> None:
        first = re.match(r"\w+", "".join(run.words for run in _first_runs(passage)))
        name = first[0].lower() if first else "recital"
        container = ET.SubElement(preamble, "container", {"name": name, "eId": eid_of(passage.entry)})
        self._add_block_list(container, section, passage)

    def _add_block_list(self, parent: ET.Element, section: TextSection, passage: Passage) -> None:
        if not any(isinstance(part, Passage) for part in passage.inside):
            self._add_blocks(parent, section, passage)
            return
        items = ET.SubElement(parent, "blockList", {"eId": f"{eid_of(passage.entry)}__{LIST}"})
        for wrapper, block in _around_items(passage, ("listIntroduction", "listWrapUp")):
            if isinstance(block, Passage):
                item = ET.SubElement(items, "item", {"eId": eid_of(block.entry)})
                ET.SubElement(item, "num").text = block.number
                self._add_block_list(item, section, block)
            else:
                self._add_words(ET.SubElement(items, wrapper), section, block)

    def _add_blocks(self, parent: ET.Element, section: TextSection, passage: Passage) -> None:
        for block in passage.inside:
            if not isinstance(block, Passage):
                self._add_words(ET.SubElement(parent, "p"), section, block)

    def _add_words(self, parent: ET.Element, section: TextSection, runs: tuple[Run, ...]) -> None:
        self._writer.add(parent, without_leading_space(runs), section.page.content.footnotes)

    def _add_attachments(self, document: ET.Element) -> None:
        annexes = [
            (name, text)
            for name, text in self._edition.corpus.vocabulary.texts.items()
            if text.facts.part_of == self._text and text.facts.akn
        ]
        if annexes:
            attachments = ET.SubElement(document, "attachments")
            for number, (name, text) in enumerate(annexes, start=1):
                attachment = ET.SubElement(attachments, "attachment", {"eId": f"att_{number}"})
                ET.SubElement(
                    attachment,
                    "documentRef",
                    {"href": f"{name}.xml", "showAs": text.facts.title or text.name, "eId": f"att_{number}__docref_1"},
                )

    def _address(self, identifier: str) -> str:
        """Return where a link to an entry leads: within the document, to another, or to the page of the entry."""
        entry = self._edition.concordance.entries.get(identifier)
        if entry is None:
            return ""
        text = prefix_of(identifier)
        if entry.kind.is_provision and text in described_texts(self._edition):
            return f"{'' if text == self._text else f'{text}.xml'}#{eid_of(identifier)}"
        site, page = self._edition.site, self._edition.address(entry.docname)
        return site.absolute(page, identifier) if site.address else f"../../{page}#{identifier}"


def _series(passage: Passage) -> str:
    return passage.entry.split("-")[1] if passage.entry else ""


def _first_runs(passage: Passage) -> tuple[Run, ...]:
    return next((block for block in passage.inside if not isinstance(block, Passage)), ())


def _around_items(passage: Passage, wrappers: tuple[str, str]) -> Iterator[tuple[str, tuple[Run, ...] | Passage]]:
    """Yield what is in a passage, words with the element for those before or after its items."""
    before, after = wrappers
    wrapper = before
    for block in passage.inside:
        yield wrapper, block
        wrapper = after if isinstance(block, Passage) else wrapper


def _indent(element: ET.Element, depth: int = 0) -> None:
    """Put what holds no words of its own on lines of its own; among words, every space counts."""
    if element.tag in WORDS or not len(element):
        return
    element.text = "\n" + " " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = element.text
    element[-1].tail = "\n" + " " * depth
