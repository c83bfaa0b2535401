"""What the search of the site knows, read back as the site's scripts read it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from built import CORPUS, TITLES, contents, harbour
from concordance.exports import search_data
from concordance.exports.built_edition import BuiltEdition, Files
from concordance.model.corpus import SearchWords

WORDS = SearchWords(
    names={"rules": ("Harbour Rules", "HR")}, series={"": ("rule",)}, skipped=("of",), filters={}, synonyms=()
)


def edition(language: str = "en") -> BuiltEdition:
    pages = contents()
    # A second part of the text, as its page is not about one rule alone.
    (rule,) = pages["rules/2"].entries
    pages["rules/2"].entries = [replace(rule, leads=False)]
    return harbour(pages=pages, corpus=replace(CORPUS, search_words=WORDS), language=language)


@pytest.fixture(scope="module")
def files() -> Files:
    return search_data.make_files(edition())


def script(files: Files, name: str, file: str = "") -> Any:
    """Return what a script gives to the search."""
    head = f"globalThis.finding ??= {{}};\nglobalThis.finding.{name} = "
    text = str(files[f"finding/{file or name}.js"])
    assert text.startswith(head) and text.endswith(";\n")
    return json.loads(text.removeprefix(head).removesuffix(";\n"))


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
