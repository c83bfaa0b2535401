"""What search fields know of citations and names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from built import CORPUS, TITLES, contents, harbour
from concordance.exports.built_edition import BuiltEdition
from concordance.exports.search_citations import citations_of
from concordance.model.corpus import SearchWords, Synonym
from concordance.model.problems import Place

WORDS = SearchWords(
    names={"rules": ("Harbour Rules", "HR")}, series={"": ("rule",)}, skipped=("of",), filters={}, synonyms=()
)
# The last words are alike in more letters than one digit can tell.
LONG = "Convention on the Tonnage of Ships of All Flags and Sizes and on its Measurement and Measurements"


def edition() -> BuiltEdition:
    pages = contents()
    (treaty,) = pages["treaties"].entries
    pages["treaties"].entries = [replace(treaty, title=LONG)]
    return harbour(pages=pages, corpus=replace(CORPUS, search_words=WORDS))


@pytest.fixture(scope="module")
def citations() -> dict[str, Any]:
    return citations_of(edition(), TITLES)


def test_an_entry_is_known_by_its_page_its_label_and_its_kind(citations: dict[str, Any]) -> None:
    rows = {row[0]: row for row in citations["entries"]}
    _, page, label, title, kind, anchored = rows["rules-1-a"]
    assert (citations["pages"][page], label, title) == ("rules/1.html", "rule 1 (a)", "of all vessels.")
    assert citations["kinds"][kind] == ["provision", "Paragraph", "provision", 1]
    assert anchored
    assert not rows["rules-1"][-1], "a page about one entry alone is shown from its top"
    assert set(rows) >= set(harbour().concordance.entries)


def test_a_long_title_is_cut_between_words(citations: dict[str, Any]) -> None:
    (title,) = [row[3] for row in citations["entries"] if row[0] == "tonnage"]
    assert title.endswith(" …")
    assert LONG.startswith(title.removesuffix(" …") + " ")


def test_a_text_is_found_by_its_names_and_leads_to_its_page(citations: dict[str, Any]) -> None:
    names = {name: citations["entries"][place] for name, place in citations["texts"]}
    assert set(names) == {"Harbour Rules", "HR"}
    identifier, page, label, *_ = names["HR"]
    assert (identifier, citations["pages"][page], label) == ("rules", "rules/index.html", "Harbour rules")


def test_other_names_lead_to_the_entry_that_has_them(citations: dict[str, Any]) -> None:
    aliases = {name: citations["entries"][place][0] for name, place in citations["aliases"]}
    assert aliases["TC"] == "tonnage"
    assert aliases["14.1"] == "sdg-14-1"


def test_words_that_find_one_entry_and_nothing_else_are_names_of_it() -> None:
    place = Place("synonyms.yaml", 1)
    synonyms = (
        Synonym(("7 UNTS 1",), (), ("tonnage",), place),
        Synonym(("tolls",), ("vessels",), ("tonnage",), place),
        Synonym(("treaties",), (), ("tonnage", "rules-1"), place),
    )
    words = replace(WORDS, synonyms=synonyms)
    data: Any = citations_of(harbour(pages=contents(), corpus=replace(CORPUS, search_words=words)), TITLES)
    aliases = {name: data["entries"][at][0] for name, at in data["aliases"]}
    assert aliases["7 UNTS 1"] == "tonnage"
    assert not aliases.keys() & {"tolls", "treaties"}


def test_pages_about_no_entry_are_called_by_their_titles(citations: dict[str, Any]) -> None:
    pages = {row[0]: (citations["pages"][row[1]], row[2]) for row in citations["entries"] if row[0].startswith("/")}
    assert pages["/guide"] == ("guide.html", "Guide")
    assert pages.keys().isdisjoint({"/index", "/rules/1", "/rules/index"}), "the first page, an entry's and a text's"
