"""A whole text in reading order, with how much editors say of each provision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.entries import Passage, Run
from concordance.pages.navigation import path_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from concordance.pages.edition_view import EditionView
    from concordance.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class Margin:
    """What the margin says of a provision."""

    connections: int
    """How many entries it is connected to; of a paragraph with a page of its own, together with its items."""
    commentary: str
    """Id of the first paragraph of its commentary, empty without one."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """Paragraphs in a row: of one provision up to its first sub-item, or of no provision."""

    entry: Reference | None
    """None for words that are no provision."""
    number: str
    """The marker printed before the provision; empty without one."""
    depth: int
    """0 for a paragraph, 1 for its sub-items."""
    continued: bool
    """Whether it continues a provision after its sub-items."""
    paragraphs: tuple[tuple[Run, ...], ...]
    """Each as the runs of its words."""
    margin: Margin
    """What stands beside the provision; empty for what continues one, and for other words."""


@dataclass(frozen=True, slots=True)
class WholeTextSection:
    """What one page holds of the text."""

    docname: str
    title: str
    level: int
    """Level of its heading, 0 where it has none."""
    rows: tuple[TextRow, ...]
    """None for a page that only leads to others."""


@dataclass(frozen=True, slots=True)
class WholeText:
    """A text and what its words link to."""

    sections: tuple[WholeTextSection, ...]
    targets: tuple[Reference, ...]
    """Entries that its words link to."""


EMPTY_MARGIN = Margin(0, "")


def gather_whole_text(text: str, _docname: str, edition: EditionView) -> WholeText:
    """Return a text as its pages show it, page by page."""
    return _collect(text, edition.index.order, _levels(text, edition), edition)


def gather_part_text(text: str, docname: str, edition: EditionView) -> WholeText:
    """Return what the pages that `docname` leads into show of a text, each below a heading."""
    pages = edition.index.children.get(docname, ())
    return _collect(text, pages, dict.fromkeys(pages, 2), edition)


def _collect(text: str, pages: Iterable[str], levels: Mapping[str, int], edition: EditionView) -> WholeText:
    index = edition.index
    sections = []
    for docname in pages:
        passages = [passage for passage in index.passages.get(docname, ()) if passage.text == text]
        if passages or docname in levels:
            rows = tuple(row for passage in passages for row in _rows(passage, 0, edition))
            sections.append(WholeTextSection(docname, index.titles[docname], levels.get(docname, 0), rows))
    linked = {run.to for section in sections for row in section.rows for runs in row.paragraphs for run in runs}
    targets = tuple(edition.references[target] for target in sorted(linked) if target in edition.references)
    return WholeText(tuple(sections), targets)


def _levels(text: str, edition: EditionView) -> dict[str, int]:
    """Return the heading level of every page that leads to passages of the text on other pages."""
    index = edition.index
    holders = {
        docname for docname, passages in index.passages.items() if any(passage.text == text for passage in passages)
    }
    parents = {child: parent for parent, children in index.children.items() for child in children}
    paths = {docname: path_to(docname, parents) for docname in index.order if docname in holders}
    leading = {ancestor for path in paths.values() for ancestor in path[:-1]}
    # The text begins at the lowest page that leads to all of it.
    shared = [docname for docname in leading if all(docname in path for path in paths.values())]
    start = max((path_to(docname, parents) for docname in shared), key=len, default=())
    return {
        docname: 2 + len(path_to(docname, parents)) - len(start) for docname in leading if docname not in start[:-1]
    }


def _rows(passage: Passage, depth: int, edition: EditionView) -> Iterator[TextRow]:
    entry = edition.references.get(passage.entry)
    paragraphs: list[tuple[Run, ...]] = []
    continued = False

    def row() -> TextRow:
        margin = _margin(passage, edition) if entry and not continued else EMPTY_MARGIN
        return TextRow(entry, passage.number, depth, continued, tuple(paragraphs), margin)

    for part in passage.inside:
        if not isinstance(part, Passage):
            paragraphs.append(part)
            continue
        if paragraphs or not continued:
            yield row()
        paragraphs, continued = [], True
        yield from _rows(part, depth + 1, edition)
    if paragraphs or not continued:
        yield row()


def _margin(passage: Passage, edition: EditionView) -> Margin:
    identifier = passage.entry
    annotation = edition.corpus.annotations.get(identifier)
    first_paragraph = f"{identifier}-c1"
    # Only commentary has paragraphs with numbers.
    has_commentary = annotation is not None and first_paragraph in edition.index.anchors
    counted = [identifier, *(_items(passage) if edition.concordance.entries[identifier].leads else ())]
    connections = sum(len(edition.concordance.connected(each)) for each in counted)
    return Margin(connections, first_paragraph if has_commentary else "")


def _items(passage: Passage) -> Iterator[str]:
    """Yield the ids of the items of a passage, and of theirs."""
    for part in passage.inside:
        if isinstance(part, Passage):
            yield part.entry
            yield from _items(part)
