"""What can be copied of a page, and the records of what can be cited."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
from built import ADDRESS, CORPUS, RULES, VOCABULARY, contents, harbour
from concordance.exports import citation_files, preview_sheets
from concordance.exports.built_edition import BuiltPage


def page(docname: str, address: str = ADDRESS) -> BuiltPage:
    return harbour(address=address).pages[docname]


def long_page(more: int = citation_files.MOST_COPIES, address: str = ADDRESS) -> BuiltPage:
    """Return the page of a rule with so many more items."""
    pages = contents()
    rule = pages["rules/1"]
    item = rule.entries[-1]
    rule.entries += [replace(item, id=f"rules-1-a-{number}") for number in range(more)]
    return harbour(pages=pages, address=address).pages["rules/1"]


def records(own: BuiltPage, suffix: str) -> str:
    """Return the records that a link of a page holds."""
    address, _name = citation_files.record_links(own)[suffix]
    head, _comma, data = address.partition(",")
    assert head.startswith("data:application/")
    return unquote(data)


def works(own: BuiltPage) -> dict[str, dict[str, Any]]:
    """Return the items of CSL-JSON of a page, by their ids."""
    return {item["id"]: item for item in json.loads(records(own, "json"))}


def written(own: BuiltPage) -> dict[str, dict[str, Any]]:
    """Return what can be copied of a page, as it is written."""
    (sheet,) = preview_sheets.make_files(own).values()
    copies: dict[str, dict[str, Any]] = json.loads(str(sheet))["copies"]
    return copies


def copied(own: BuiltPage) -> dict[str, dict[str, Any]]:
    """Return what can be copied of a page, with all citations, as copied-citations.js finds them."""
    copies = written(own)
    for entry in copies.values():
        if like := entry.get("like"):
            entry["cited"] = dict(copies[like]["cited"])
            for theirs, here in entry["places"]:
                entry["cited"] = {style: words.replace(theirs, here) for style, words in entry["cited"].items()}
    return copies


@pytest.mark.parametrize(
    "own", [page("rules/1"), page("bodies"), long_page(8), long_page()], ids=["short", "bodies", "longer", "long"]
)
def test_the_names_of_files_are_known_before_they_are_made(own: BuiltPage) -> None:
    assert list(citation_files.list_paths(own)) == list(citation_files.make_files(own))


def test_provisions_and_the_commentary_on_them_can_be_copied() -> None:
    assert list(copied(page("rules/1"))) == ["rules-1", "rules-1-a", "rules-1-c1", "rules-1-c2"]


@pytest.mark.parametrize("docname", ["bodies", "guide"])
def test_a_page_without_anything_to_cite_has_no_records(docname: str) -> None:
    assert citation_files.record_links(page(docname)) == {}, "nobody cites a body"
    assert "copies" not in str(preview_sheets.make_files(page(docname)))


def test_a_page_holds_its_records_itself_in_links_that_mean_nothing_else_in_html() -> None:
    links = citation_files.record_links(page("rules/1"))
    assert [name for _address, name in links.values()] == ["1.bib", "1.ris", "1.json"]
    assert not any(set("\"'<>&\n \\{") & set(address) for address, _name in links.values())
    assert citation_files.make_files(page("rules/1")) == {}
    assert citation_files.copies_path(page("rules/1")) == "data/previews/rules/1.json"


def test_a_page_with_some_more_works_leads_to_files_with_records_only() -> None:
    own = long_page(8)
    assert list(citation_files.make_files(own)) == ["cite/rules/1.bib", "cite/rules/1.ris", "cite/rules/1.json"]
    assert len(copied(own)) > citation_files.MOST_RECORDS


def test_a_page_with_very_many_works_leads_to_files() -> None:
    own = long_page()
    files, links = citation_files.make_files(own), citation_files.record_links(own)
    assert {suffix: address for suffix, (address, _name) in links.items()} == {
        suffix: f"../cite/rules/1.{suffix}" for suffix in ("bib", "ris", "json")
    }
    copies = json.loads(str(files[citation_files.copies_path(own)]))["copies"]
    recorded = [item["id"] for item in json.loads(str(files["cite/rules/1.json"]))]
    assert recorded == [*(name for name in copies if not name.startswith("rules-1-c")), "rules-1-commentary"]
    assert len(copies) > citation_files.MOST_COPIES
    assert "copies" not in str(preview_sheets.make_files(own))


def many_copied() -> dict[str, dict[str, Any]]:
    """Return what can be copied of a page with very many works, as it is written."""
    own = long_page()
    copies: dict[str, dict[str, Any]]
    copies = json.loads(str(citation_files.make_files(own)[citation_files.copies_path(own)]))["copies"]
    return copies


def test_a_page_that_may_be_cut_has_its_words_in_its_file_and_another_on_the_page_alone() -> None:
    assert many_copied()["rules-1"]["words"] == [["A register of < 100 ships is kept:"], "rules-1-a"]
    assert not any("words" in entry for entry in copied(page("rules/1")).values())


def test_an_entry_is_named_as_on_its_page() -> None:
    entry = copied(page("rules/1"))["rules-1"]
    assert (entry["label"], entry["title"], entry["number"]) == ("rule 1", "Who may look & when", "1.")


def test_what_is_empty_takes_no_room() -> None:
    entry = copied(page("rules/1"))["rules-1-a"]
    assert "title" not in entry
    assert entry["of"] == "rules-1"


def test_links_without_words_show_labels_of_entries_on_other_pages() -> None:
    entry = many_copied()["rules-1-c1"]
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


def test_paragraphs_of_a_commentary_are_cited_like_the_first_of_them() -> None:
    own = page("rules/1")
    assert "cited" in written(own)["rules-1-c1"]
    second = written(own)["rules-1-c2"]
    assert (second["like"], "cited" in second) == ("rules-1-c1", False)
    with_stops, without = second["places"]
    assert with_stops == ["commentary para. 1", "commentary para. 2"]
    assert without == ["commentary para 1", "commentary para 2"]
    first, second = (copied(own)[name]["cited"] for name in ("rules-1-c1", "rules-1-c2"))
    assert "commentary para. 2," in second["un"]
    assert "commentary para 2 <" in second["oscola"]
    assert first.keys() == second.keys()


def test_an_article_is_cited_by_its_treaty_on_another_page() -> None:
    entry = copied(page("articles"))["tonnage-art-6"]
    assert entry["of"] == "tonnage"
    assert all("Tonnage Convention" in citation for citation in entry["cited"].values())


def test_citations_for_programs_give_the_address_where_it_is_known() -> None:
    address = f"{ADDRESS}rules/1.html#rules-1"
    assert f"url = {{{address}}}" in records(page("rules/1"), "bib")
    assert "url" not in records(page("rules/1", address=""), "bib")
    assert works(page("rules/1"))["rules-1"]["URL"] == address


def test_a_citation_of_commentary_says_when_it_was_reviewed() -> None:
    assert works(page("rules/1"))["rules-1-commentary"]["issued"] == {"date-parts": [[2026, 3, 5]]}


def test_each_work_has_a_record_known_by_its_id() -> None:
    names = list(works(page("rules/1")))
    assert re.findall(r"^@misc\{(.+),$", records(page("rules/1"), "bib"), re.MULTILINE) == names
    assert re.findall(r"^ID  - (.+)\r$", records(page("rules/1"), "ris"), re.MULTILINE) == names
