"""What can be copied of a page, and the files of its citations."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from built import ADDRESS, CORPUS, RULES, VOCABULARY, harbour
from concordance.exports import citation_files
from concordance.exports.built_edition import BuiltPage


def page(docname: str, address: str = ADDRESS) -> BuiltPage:
    return harbour(address=address).pages[docname]


def works(own: BuiltPage) -> dict[str, dict[str, Any]]:
    """Return the items of CSL-JSON of a page, by their ids."""
    return {item["id"]: item for item in json.loads(str(citation_files.make_files(own)[f"cite/{own.docname}.json"]))}


def copied(own: BuiltPage) -> dict[str, dict[str, Any]]:
    return {identifier: item["custom"] for identifier, item in works(own).items()}


@pytest.mark.parametrize("docname", harbour().pages)
def test_the_names_of_files_are_known_before_they_are_made(docname: str) -> None:
    assert list(citation_files.list_paths(page(docname))) == list(citation_files.make_files(page(docname)))


def test_provisions_and_the_commentary_on_them_can_be_copied() -> None:
    assert list(copied(page("rules/1"))) == ["rules-1", "rules-1-a", "rules-1-c1", "rules-1-c2"]


def test_a_page_without_anything_to_cite_has_no_files() -> None:
    assert citation_files.make_files(page("bodies")) == {}, "nobody cites a body"
    assert citation_files.make_files(page("guide")) == {}


def test_the_words_of_a_provision_leave_room_for_its_items() -> None:
    entry = copied(page("rules/1"))["rules-1"]
    assert entry["words"] == [["A register of < 100 ships is kept:"], "rules-1-a"]
    assert (entry["label"], entry["title"], entry["number"]) == ("rule 1", "Who may look & when", "1.")


def test_what_is_empty_takes_no_room() -> None:
    entry = copied(page("rules/1"))["rules-1-a"]
    assert "title" not in entry
    assert entry["of"] == "rules-1"


def test_links_without_words_show_labels_of_entries_on_other_pages() -> None:
    entry = copied(page("rules/1"))["rules-1-c1"]
    assert entry["words"] == [["As Office and gone say."]]
    assert entry["of"] == "rules-1"


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ({"": "rule {number}"}, "commentary on Harbour rules, rule 1,"),
        ({}, "commentary on Harbour rules, rule 1,"),
        ({"": "para. {number}"}, "commentary on rule 1,"),
    ],
    ids=["a place", "no other place", "more than a place"],
)
def test_commentary_is_cited_with_its_text_where_the_citation_of_its_provision_is_but_a_place(
    place: dict[str, str], named: str
) -> None:
    rules = replace(RULES, place=place)
    corpus = replace(CORPUS, vocabulary=replace(VOCABULARY, texts={"rules": rules}))
    cited = copied(harbour(corpus=corpus).pages["rules/1"])["rules-1-c2"]["cited"]
    assert named in cited["un"]


def test_an_article_is_cited_by_its_treaty_on_another_page() -> None:
    entry = copied(page("articles"))["tonnage-art-6"]
    assert entry["of"] == "tonnage"
    assert all("Tonnage Convention" in citation for citation in entry["cited"].values())


def test_citations_for_programs_give_the_address_where_it_is_known() -> None:
    address = f"{ADDRESS}rules/1.html#rules-1"
    assert f"url = {{{address}}}" in str(citation_files.make_files(page("rules/1"))["cite/rules/1.bib"])
    assert "url" not in str(citation_files.make_files(page("rules/1", address=""))["cite/rules/1.bib"])
    assert works(page("rules/1"))["rules-1"]["URL"] == address


def test_a_citation_of_commentary_says_when_it_was_reviewed() -> None:
    assert works(page("rules/1"))["rules-1-c1"]["issued"] == {"date-parts": [[2026, 3, 5]]}


def test_a_file_has_a_record_of_each_work_known_by_its_id() -> None:
    files = citation_files.make_files(page("rules/1"))
    names = list(works(page("rules/1")))
    assert re.findall(r"^@misc\{(.+),$", str(files["cite/rules/1.bib"]), re.MULTILINE) == names
    assert re.findall(r"^ID  - (.+)\r$", str(files["cite/rules/1.ris"]), re.MULTILINE) == names
