"""What a card over a link holds, and the files it comes from."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from built import CORPUS, TITLES, contents, harbour
from concordance.exports import preview_sheets
from concordance.exports.built_edition import BuiltEdition, BuiltPage
from concordance.model.entries import Link, Passage, Provenance, Run
from concordance.model.problems import Place
from concordance.pages.previews import PREVIEW_WORDS, STRUCK, Preview, preview_sheet


def edition() -> BuiltEdition:
    """Return an edition with a long rule, struck words, and an id that leads elsewhere."""
    pages = contents()
    rule = pages["rules/1"]
    rule.entries = [replace(entry, content="word " * 100) if entry.id == "rules-1" else entry for entry in rule.entries]
    rule.words["rules-1-a"] = f"of {STRUCK}all{STRUCK} vessels."
    rule.anchors["rules-0"] = "rules/1"
    return harbour(pages=pages)


def page(docname: str) -> BuiltPage:
    return edition().pages[docname]


def made() -> dict[str, dict[str, Any]]:
    files = [preview_sheets.make_files(page(name)) for name in TITLES]
    return {path: json.loads(str(text)) for each in files for path, text in each.items()}


def previews(docname: str) -> dict[str, Preview]:
    own = page(docname)
    sheet = preview_sheet(own.title, own.content, own.view, own.corpus, own.labels)
    return {preview.id: preview for preview in (*sheet.entries, *sheet.commentary)}


def test_a_provision_is_shown_by_its_title_and_its_first_words_and_never_by_those_of_editors() -> None:
    preview = previews("rules/1")["rules-1"]
    assert (preview.label, preview.title, preview.text) == ("rule 1", "Who may look & when", "Harbour rules")
    assert preview.words == (" ".join(["word"] * PREVIEW_WORDS) + " …",)
    assert preview.excerpt == ""


def test_first_words_that_stand_for_a_title_are_not_shown_twice() -> None:
    assert previews("rules/1")["rules-1-a"].title == ""


def test_struck_words_stand_apart() -> None:
    assert previews("rules/1")["rules-1-a"].words == ("of ", "all", " vessels.")


def test_it_tells_what_an_entry_stands_in() -> None:
    shown = previews("rules/1")
    assert shown["rules-1"].where == TITLES["rules/index"], "a page about one entry is no more than the entry"
    assert shown["rules-1-a"].where == "Rule 1"
    assert previews("bodies")["office"].where == "Bodies"


def test_a_registry_entry_is_shown_by_what_editors_say() -> None:
    office, treaty = previews("bodies")["office"], previews("treaties")["tonnage"]
    assert (office.excerpt, office.words) == ("It meets.", ())
    assert treaty.title == "Tonnage Convention"
    assert office.title == "", "a title that is the label is said once"


def test_commentary_is_told_with_what_its_links_will_show() -> None:
    preview = previews("rules/1")["rules-1-c1"]
    assert (preview.kind, preview.label) == ("commentary", "rule 1, commentary para. 1")
    assert preview.excerpt == "As Office and gone say.", "the label of an entry on another page"


def test_connections_are_counted() -> None:
    counts = {identifier: preview.connections for identifier, preview in previews("rules/1").items()}
    assert counts == {"rules-1": 2, "rules-1-a": 0, "rules-1-c1": 0, "rules-1-c2": 0}
    assert previews("bodies")["office"].connections == 1


def test_a_paragraph_is_counted_with_its_items_as_on_its_own_page() -> None:
    link = Link("rules-1-a", "needs", "tonnage", "It says what a vessel is.", Provenance.EDITOR, None, Place("a.md", 1))
    about = replace(CORPUS.annotations["rules-1-a"], links=(link,))
    own = harbour(corpus=replace(CORPUS, annotations={**CORPUS.annotations, "rules-1-a": about})).pages["rules/1"]
    sheet = preview_sheet(own.title, own.content, own.view, own.corpus, own.labels)
    assert {each.id: each.connections for each in sheet.entries} == {"rules-1": 3, "rules-1-a": 1}


def test_an_item_is_shown_with_what_leads_in_to_it() -> None:
    item = Passage("rules", "rules-1-a", "(a)", ((Run("of all vessels."),),))
    paragraph = Passage("rules", "rules-1", "1.", ((Run("Those "), Run("some", ("struck",)), Run(" may look:")), item))
    own = page("rules/1")
    sheet = preview_sheet(own.title, replace(own.content, passages=(paragraph,)), own.view, own.corpus, own.labels)
    assert {each.id: each.lead for each in sheet.entries} == {
        "rules-1": (),
        "rules-1-a": ("1. Those ", "some", " may look:"),
    }


def test_a_page_leads_to_the_entry_it_is_about() -> None:
    sheets = made()
    leads = {path: sheet["leads"] for path, sheet in sheets.items() if sheet["leads"]}
    assert leads == {"data/previews/rules/1.json": "rules-1", "data/previews/rules/2.json": "rules-2"}


def test_a_page_has_one_file_with_its_entries_and_their_commentary() -> None:
    rule = made()["data/previews/rules/1.json"]
    assert list(rule["previews"]) == ["rules-1", "rules-1-a", "rules-1-c1", "rules-1-c2"]
    assert "said" not in rule["previews"]["rules-1"], "what is empty takes no room"


def test_where_no_page_has_entries_there_are_no_files() -> None:
    pages = {*TITLES}.difference(page("guide").view.without_entries)
    assert "guide" not in pages and "rules/index" in pages
    assert made().keys() == {f"data/previews/{docname}.json" for docname in pages}


@pytest.mark.parametrize("docname", TITLES)
def test_the_names_of_files_are_known_before_they_are_made(docname: str) -> None:
    assert list(preview_sheets.list_paths(page(docname))) == list(preview_sheets.make_files(page(docname)))
