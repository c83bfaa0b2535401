"""What the search of the site knows, read back as the site's scripts read it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from built import CORPUS, TITLES, contents, harbour
from concordance.exports import search_data
from concordance.exports.built_edition import BuiltEdition, Files
from concordance.model.corpus import SearchWords, Synonym
from concordance.model.problems import Place

WORDS = SearchWords(
    names={"rules": ("Harbour Rules", "HR")}, series={"": ("rule",)}, skipped=("of",), filters={}, synonyms=()
)
# The last words are alike in more letters than one digit can tell.
LONG = "Convention on the Tonnage of Ships of All Flags and Sizes and on its Measurement and Measurements"


def edition(language: str = "en") -> BuiltEdition:
    pages = contents()
    (treaty,) = pages["treaties"].entries
    pages["treaties"].entries = [replace(treaty, title=LONG)]
    # A second part of the text, as its page is not about one rule alone.
    (rule,) = pages["rules/2"].entries
    pages["rules/2"].entries = [replace(rule, leads=False)]
    return harbour(pages=pages, corpus=replace(CORPUS, search_words=WORDS), language=language)


@pytest.fixture(scope="module")
def files() -> Files:
    return search_data.make_files(edition())


@pytest.fixture(scope="module")
def citations(files: Files) -> dict[str, Any]:
    data: dict[str, Any] = script(files, "citations")
    return data


def script(files: Files, name: str, file: str = "") -> Any:
    """Return what a script gives to the search."""
    head = f"globalThis.finding ??= {{}};\nglobalThis.finding.{name} = "
    text = str(files[f"finding/{file or name}.js"])
    assert text.startswith(head) and text.endswith(";\n")
    return json.loads(text.removeprefix(head).removesuffix(";\n"))


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
    named = harbour(pages=contents(), corpus=replace(CORPUS, search_words=words))
    data = script(search_data.make_files(named), "citations")
    aliases = {name: data["entries"][at][0] for name, at in data["aliases"]}
    assert aliases["7 UNTS 1"] == "tonnage"
    assert not aliases.keys() & {"tolls", "treaties"}


def test_pages_about_no_entry_are_called_by_their_titles(citations: dict[str, Any]) -> None:
    pages = {row[0]: (citations["pages"][row[1]], row[2]) for row in citations["entries"] if row[0].startswith("/")}
    assert pages["/guide"] == ("guide.html", "Guide")
    assert pages.keys().isdisjoint({"/index", "/rules/1", "/rules/index"}), "the first page, an entry's and a text's"


def test_question_words_are_not_searched_for_but_known(files: Files) -> None:
    data = script(files, "data", "index")
    assert {"who", "what", "the"} <= set(data["questionWords"].split())
    assert not any(line[1:] == "the" for line in "\n".join(data["words"]).split("\n"))


def test_what_is_shown_of_records_stands_in_few_files(files: Files) -> None:
    data = script(files, "data", "index")
    texts = [str(files[f"finding/text-{number}.js"]) for number in range(len(data["pieces"]))]
    counts = [text.count("\n") - 2 for text in texts]
    assert counts == data["pieces"]
    assert sum(counts) == len(data["merits"]) == len(data["lengths"])


def test_records_are_filtered_by_the_terms_they_have(files: Files) -> None:
    data = script(files, "data", "index")
    filters = {each["name"]: each for each in data["filters"]}
    assert filters["kind"]["label"] == "Kind"
    assert ["provision", "Paragraph"] in filters["kind"]["terms"]
    assert [row[0] for row in filters["part"]["terms"]] == ["rules/index", "rules/2"]
    assert [row[1] for row in filters["part"]["terms"]] == [TITLES["rules/index"], TITLES["rules/2"]]
    terms = [(each["name"], row[0]) for each in data["filters"] for row in each["terms"]]
    entries = [*harbour().concordance.entries]
    has = {entry: {terms[number] for number in row} for entry, row in zip(entries, data["entries"], strict=True)}
    assert has["office"] == {("kind", "body")}
    assert has["rules-2"] == {("kind", "provision"), ("part", "rules/2")}
    assert ("part", "rules/index") in has["rules-1-a"], "the page of its rule is about that alone"


def test_commentary_tells_which_entry_it_is_on(files: Files) -> None:
    data = script(files, "data", "index")
    entries = [*harbour().concordance.entries]
    assert [entries[place] for place in data["commentary"]] == ["rules-1", "rules-1"]
    assert data["commentaryLabel"] == "{label}, commentary para. {number}"
