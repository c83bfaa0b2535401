"""Mark words of other languages on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.i18n.foreign_words import TAILS, split_foreign_words

if TYPE_CHECKING:
    from docutils.nodes import Element

# Code, and what is no text of the page.
NO_PROSE = nodes.FixedTextElement | nodes.literal


def mark_foreign_words(page: Element) -> None:
    """Give words of other languages an element of their own on a page whose links are resolved; no letter changes."""
    texts = list(page.findall(nodes.Text))
    # Few pages have any, and the words of a whole page are looked through in a tenth of the time.
    words = "\n".join(texts)
    for text in texts if any(tail in words for tail in TAILS) else ():
        if any(tail in text for tail in TAILS) and not isinstance(text.parent, NO_PROSE):
            text.parent.replace(text, [_stretch(*each) for each in split_foreign_words(text)])


def _stretch(words: str, language: str) -> nodes.Node:
    # docutils writes such a class as the attribute `lang`.
    return nodes.inline("", words, classes=[f"language-{language}"]) if language else nodes.Text(words)
