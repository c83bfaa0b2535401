"""A text as a reader meets it: page by page, with the levels of its headings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, BuiltPage
    from concordance.model.entries import Passage, Run


@dataclass(frozen=True, slots=True)
class TextSection:
    """What one page has of a text."""

    page: BuiltPage
    level: int
    """How many pages lead to it from that of the whole text, which has 0."""
    leads: bool
    """Whether other pages of the text stand below it."""
    passages: tuple[Passage, ...]
    """The words on it; none for a page that only leads to others."""


def text_sections(text: str, edition: BuiltEdition) -> tuple[TextSection, ...]:
    """Return the pages of the text with this id in reading order, and those that lead to them; none if it has none."""
    home = edition.homes().get(text)
    if home is None:
        return ()
    pages = edition.pages
    above = {docname: [step.docname for step in page.view.navigation.ancestors] for docname, page in pages.items()}
    own = {
        docname: tuple(passage for passage in page.content.passages if passage.text == text)
        for docname, page in pages.items()
        if docname == home or home in above[docname]
    }
    leading = {step for docname, passages in own.items() if passages for step in above[docname]} & own.keys()
    start = len(above[home])
    return tuple(
        TextSection(pages[docname], len(above[docname]) - start, docname in leading, passages)
        for docname, passages in own.items()
        if passages or docname in leading
    )


def without_leading_space(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the words of a paragraph without the space that stands on a page between a printed number and them."""
    if not runs:
        return runs
    return replace(runs[0], words=runs[0].words.lstrip()), *runs[1:]
