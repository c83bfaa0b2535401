"""Words of other languages that the texts of one language use, so that nobody hears them read out by its rules."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# By the codes of their languages. What has long become a word of all languages, such as "ad hoc", is not among them.
FOREIGN_WORDS = {
    "la": ("bona fide", "ex officio", "ibid.", "inter alia", "inter se", "mutatis mutandis", "prima facie"),
    "fr": ("travaux préparatoires",),
}
LANGUAGE_OF = {words: language for language, each in FOREIGN_WORDS.items() for words in each}
FOREIGN = re.compile(rf"\b(?:{'|'.join(map(re.escape, LANGUAGE_OF))})(?!\w)", re.IGNORECASE)
# To look for these takes a third of the time, and hardly any words have one.
TAILS = tuple(words[1:] for words in LANGUAGE_OF)


def split_foreign_words(words: str) -> Iterator[tuple[str, str]]:
    """Yield the stretches of some words, each with the code of its language; this is empty for the language of all."""
    end = 0
    for match in FOREIGN.finditer(words) if any(tail in words for tail in TAILS) else ():
        if match.start() > end:
            yield words[end : match.start()], ""
        yield match[0], LANGUAGE_OF[match[0].lower()]
        end = match.end()
    if end < len(words):
        yield words[end:], ""


def write_with_languages(words: str) -> str:
    """Return some words as HTML in which those of other languages say so."""
    return "".join(
        f'<span lang="{language}">{stretch}</span>' if language else escape(stretch, quote=False)
        for stretch, language in split_foreign_words(words)
    )
