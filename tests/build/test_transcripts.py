"""The built site holds every word of the transcripts, in their order, and no other word as a word of the texts.

The transcripts are read here by other means than the importer's, so that one cannot hide the faults of the other.
"""

from __future__ import annotations

import re
from copy import copy
from typing import Any

from edition import Build
from soups import soup
from transcripts import transcript, words_of

PARTS = {"general": (1, 11), "part-1": (12, 24), "part-2": (25, 42), "part-3": (43, 49), "part-4": (50, 61)}


def verbatim(real: Build, *docnames: str) -> list[str]:
    """Return the words that the pages show as words of a text; left out are those of other pages that they repeat."""
    words: list[str] = []
    for docname in docnames:
        for node in soup(real, docname).select(".verbatim:not(.wording)"):
            if node.find_parent(class_=["verbatim", "whole"]) is None:
                words += words_of(node)
    return words


def test_the_text_of_2010(real: Build) -> None:
    pages = ["resolutions/r64", "annex/index", "annex/chapeau"]
    for part, (first, last) in PARTS.items():
        pages += [f"annex/{part}", *(f"annex/{number}" for number in range(first, last + 1))]
    expected, footnotes = transcript("a-64-l-64.txt", "Sixty-fourth session")
    assert footnotes == []
    assert verbatim(real, *pages) == expected


def test_the_text_of_2019(real: Build) -> None:
    expected, footnotes = transcript("a-c-3-74-rev-1.txt", "General Assembly")
    assert verbatim(real, "resolutions/r74") == expected
    shown = [copy(footnote) for footnote in soup(real, "resolutions/r74").select("aside.footnote")]
    labels = []
    for footnote in shown:
        label = footnote.select_one(".label")
        assert label is not None
        labels.append(label.get_text())
        label.decompose()
        for backlinks in footnote.select(".backrefs"):
            backlinks.decompose()
    assert labels == [f"[{number}]" for number in range(1, 24)]
    assert [words_of(footnote) for footnote in shown] == footnotes


def test_the_struck_word_is_struck_and_the_verbs_are_emphasized(real: Build) -> None:
    struck = soup(real, "annex/36").select_one(".provision s")
    assert struck is not None
    assert struck.get_text() == "–suitable"
    assert [verb.get_text() for verb in soup(real, "resolutions/r74").select("#r74-op-1 em")] == ["Urges"]
    whole = soup(real, "resolutions/r64").select_one("#r64-op-1 em")
    assert whole is not None
    assert whole.get_text().startswith("Adopts the present resolution")


def test_slips_are_marked_and_so_are_variants_of_the_adopted_text(real: Build) -> None:
    page = soup(real, "resolutions/r64")
    for provision, mark in (("r64-op-4", "[sic]"), ("r64-pp-2", "[variant]")):
        shown = page.select_one(f"#{provision} .note-mark")
        assert shown is not None
        assert shown.get_text() == mark
        note = page.select_one(f"[id='{str(shown['href'])[1:]}']")
        assert note is not None
        assert str(shown["aria-label"]).split("“")[1].rstrip("”") in note.get_text()


def test_the_data_has_the_same_words(graph: dict[str, Any]) -> None:
    content = {entry["id"]: entry["content"] for entry in graph["entries"] if entry["text"]}
    words, _ = transcript("a-64-l-64.txt", "Sixty-fourth session")
    text = " ".join(words)
    annex = [f"plan-{number}" for number in range(1, 62)]
    for identifier in [
        "plan-chapeau",
        *annex,
        *(f"r64-pp-{n}" for n in range(1, 17)),
        *(f"r64-op-{n}" for n in range(1, 8)),
    ]:
        assert content[identifier] in text, identifier
    words, _ = transcript("a-c-3-74-rev-1.txt", "General Assembly")
    text = re.sub(r"\[\d+\]", "", " ".join(words))
    for identifier in [*(f"r74-pp-{n}" for n in range(1, 41)), *(f"r74-op-{n}" for n in range(1, 27))]:
        assert content[identifier] in text, identifier


def test_editors_words_stand_in_no_text(real: Build) -> None:
    for number in (12, 38, 43):
        page = soup(real, f"annex/{number}")
        assert page.select(".apparatus")
        assert not page.select(".verbatim .apparatus, .apparatus .verbatim:not(.wording)")
