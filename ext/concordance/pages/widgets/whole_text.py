"""A whole text in reading order, with how much editors say of each provision. Pure; no Sphinx."""

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
class Said:
    """How much editors say of a provision; `commentary` is the id of the first paragraph of that, if there is any."""

    connections: int
    commentary: str


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs of one provision, or of no provision; what follows its sub-items stands in a row that `goes_on`.

    `depth` is 0 for a paragraph and 1 for its sub-items.
    """

    entry: Reference | None
    number: str
    depth: int
    goes_on: bool
    paragraphs: tuple[tuple[Run, ...], ...]
    said: Said


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one page holds of the text. `level` is that of the heading it begins with, 0 where it has none."""

    docname: str
    title: str
    level: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class WholeText:
    """The stretches of a text, and the entries that its words lead to."""

    stretches: tuple[Stretch, ...]
    targets: tuple[tuple[str, Reference], ...]


NOTHING_SAID = Said(0, "")


def gather_whole_text(text: str, _docname: str, whole: EditionView) -> WholeText:
    """Return a text as its pages show it, page by page."""
    return _collect(text, whole.shelf.order, _levels(text, whole), whole)


def gather_part_text(text: str, docname: str, whole: EditionView) -> WholeText:
    """Return what the pages that `docname` leads into show of a text, each below a heading."""
    pages = whole.shelf.children.get(docname, ())
    return _collect(text, pages, dict.fromkeys(pages, 2), whole)


def _collect(text: str, pages: Iterable[str], levels: Mapping[str, int], whole: EditionView) -> WholeText:
    shelf = whole.shelf
    stretches = []
    for docname in pages:
        passages = [passage for passage in shelf.passages.get(docname, ()) if passage.text == text]
        if passages or docname in levels:
            rows = tuple(row for passage in passages for row in _rows(passage, 0, whole))
            stretches.append(Stretch(docname, shelf.titles[docname], levels.get(docname, 0), rows))
    named = {run.to for stretch in stretches for row in stretch.rows for runs in row.paragraphs for run in runs}
    targets = tuple((target, whole.references[target]) for target in sorted(named) if target in whole.references)
    return WholeText(tuple(stretches), targets)


def _levels(text: str, whole: EditionView) -> dict[str, int]:
    """Return the level of the heading of every page that leads to passages of the text on other pages."""
    shelf = whole.shelf
    holding = {docname for docname, passages in shelf.passages.items() if any(one.text == text for one in passages)}
    above = {child: parent for parent, children in shelf.children.items() for child in children}
    paths = {docname: path_to(docname, above) for docname in shelf.order if docname in holding}
    leading = {ancestor for path in paths.values() for ancestor in path[:-1]}
    # The text begins at the first page that leads to all of it.
    shared = [docname for docname in leading if all(docname in path for path in paths.values())]
    start = max((path_to(docname, above) for docname in shared), key=len, default=())
    return {docname: 2 + len(path_to(docname, above)) - len(start) for docname in leading if docname not in start[:-1]}


def _rows(passage: Passage, depth: int, whole: EditionView) -> Iterator[Row]:
    entry = whole.references.get(passage.entry)
    own: list[tuple[Run, ...]] = []
    goes_on = False

    def row() -> Row:
        said = _said(passage.entry, whole) if entry and not goes_on else NOTHING_SAID
        return Row(entry, passage.number, depth, goes_on, tuple(own), said)

    for part in passage.inside:
        if not isinstance(part, Passage):
            own.append(part)
            continue
        if own or not goes_on:
            yield row()
        own, goes_on = [], True
        yield from _rows(part, depth + 1, whole)
    if own or not goes_on:
        yield row()


def _said(identifier: str, whole: EditionView) -> Said:
    annotation = whole.corpus.annotations.get(identifier)
    first = f"{identifier}-c1"
    commented = annotation is not None and annotation.body.text.strip() and first in whole.shelf.anchors
    tied = {connection.other for connection in whole.concordance.connections.get(identifier, ())}
    return Said(len(tied), first if commented else "")
