"""What a card over a link holds, and the files it comes from."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from concordance.exports import preview_sheets
from concordance.exports.built_edition import BuiltPage
from concordance.graph.concordance import Connection
from concordance.model.corpus import EMPTY_CORPUS, Annotation, Line
from concordance.model.entries import Entry, Kind, Provenance
from concordance.model.problems import Place
from concordance.model.vocabulary import Text
from concordance.pages.membership import PageMembership
from concordance.pages.navigation import Navigation, Step
from concordance.pages.page_content import PageContent
from concordance.pages.page_view import ConnectedEntry, ConnectionGroup, PageView
from concordance.pages.previews import PREVIEW_WORDS, STRUCK, Preview, PreviewSheet, preview_sheet
from concordance.pages.reference import Reference
from concordance.pages.site import Site

PLACE = Place("a.md", 1)
LAW = Text("law", "The law", {"": "para. {number}"}, "", None)
LABELS = {"office": "Office"}
TITLES = {"law/1": "Paragraph 1", "bodies": "Bodies", "guide": "Guide"}
WAYS = {
    "law/1": Navigation((Step("index", "Home"), Step("law/index", "Part I")), (), None, None),
    "bodies": Navigation((Step("index", "Home"),), (), None, None),
    "guide": Navigation((), (), None, None),
}
ENTRIES = [
    Entry("law-1", Kind.PROVISION, "law/1", "para. 1", "A register", PLACE, content="word " * 100, leads=True),
    Entry("law-1-a", Kind.PROVISION, "law/1", "para. 1 (a)", "keep all dues;", PLACE, content="keep all dues;"),
    Entry("office", Kind.BODY, "bodies", "Office", "Office", PLACE),
    Entry("board", Kind.BODY, "bodies", "Board", "Board of the harbour", PLACE),
]


def annotation(identifier: str, title: str | None, summary: str | None) -> Annotation:
    return Annotation(identifier, PLACE, "", title, summary, (), (), (), (), (), None, Line("", PLACE))


CORPUS = replace(
    EMPTY_CORPUS,
    vocabulary=replace(EMPTY_CORPUS.vocabulary, texts={"law": LAW}),
    annotations={
        "law-1": annotation("law-1", "A register", "Ships are written down."),
        "board": annotation("board", None, "It meets."),
    },
)


def content(docname: str) -> PageContent:
    own = PageContent(entries=[entry for entry in ENTRIES if entry.docname == docname])
    if docname == "law/1":
        own.anchors = {"law-1-c1": "para. 1, commentary para. 1", "law-0": "law/1"}
        own.words = {"law-1-c1": "As [](#office) and [](#gone) say.", "law-1-a": f"keep {STRUCK}all{STRUCK} dues;"}
    return own


def view(docname: str, panels: tuple[tuple[str, tuple[ConnectionGroup, ...]], ...] = ()) -> PageView:
    membership = PageMembership((), (), ())
    return PageView(panels, (), (), (), (), WAYS[docname], None, membership, (), False, (), None, None)


def page(docname: str) -> BuiltPage:
    site = Site("Harbour", "Rules of the Harbour", "index", "", "en", CORPUS.vocabulary)
    return BuiltPage(
        docname,
        f"{docname}.html",
        TITLES[docname],
        content(docname),
        view(docname),
        CORPUS,
        (),
        site,
        lambda _template, _context: "",
    )


def joined() -> dict[str, PreviewSheet]:
    return {name: preview_sheet(title, content(name), view(name), CORPUS, LABELS) for name, title in TITLES.items()}


def by_id(made: dict[str, PreviewSheet]) -> dict[str, Preview]:
    return {preview.id: preview for own in made.values() for preview in (*own.entries, *own.commentary)}


def test_a_provision_is_shown_by_its_title_and_its_first_words_and_never_by_those_of_editors() -> None:
    preview = by_id(joined())["law-1"]
    assert (preview.label, preview.title, preview.text) == ("para. 1", "A register", "The law")
    assert preview.words == (" ".join(["word"] * PREVIEW_WORDS) + " …",)
    assert preview.excerpt == ""


def test_first_words_that_stand_for_a_title_are_not_shown_twice() -> None:
    assert by_id(joined())["law-1-a"].title == ""


def test_struck_words_stand_apart() -> None:
    assert by_id(joined())["law-1-a"].words == ("keep ", "all", " dues;")


def test_it_tells_what_an_entry_stands_in() -> None:
    shown = by_id(joined())
    assert shown["law-1"].where == "Part I", "a page about one entry is no more than the entry"
    assert shown["law-1-a"].where == "Paragraph 1"
    assert shown["board"].where == "Bodies"


def test_a_registry_entry_is_shown_by_what_editors_say() -> None:
    shown = by_id(joined())
    assert (shown["board"].title, shown["board"].excerpt, shown["board"].words) == (
        "Board of the harbour",
        "It meets.",
        (),
    )
    assert shown["office"].title == "", "a title that is the label is said once"


def test_commentary_is_told_with_what_its_links_will_show() -> None:
    (preview,) = joined()["law/1"].commentary
    assert (preview.id, preview.kind, preview.label) == ("law-1-c1", "commentary", "para. 1, commentary para. 1")
    assert preview.excerpt == "As Office and gone say."


def test_connections_are_counted() -> None:
    office = Reference("office", Kind.BODY, "bodies", "Office", "Office", "")
    ties = (Connection("office", "needs", "Because.", Provenance.EDITOR, None),) * 3
    panels = (("law-1", (ConnectionGroup(Kind.BODY, "", (ConnectedEntry(office, ties),)),)),)
    entries = preview_sheet("", content("law/1"), view("law/1", panels), CORPUS, LABELS).entries
    assert {preview.id: preview.connections for preview in entries} == {"law-1": 3, "law-1-a": 0}


def test_a_page_leads_to_the_entry_it_is_about() -> None:
    made = joined()
    assert {docname: own.subject for docname, own in made.items()} == {"law/1": "law-1", "bodies": "", "guide": ""}


def test_every_page_has_a_file_and_commentary_one_of_its_own() -> None:
    made = {
        path: json.loads(str(text)) for name in TITLES for path, text in preview_sheets.make_files(page(name)).items()
    }
    assert sorted(made) == [
        "data/previews/bodies.json",
        "data/previews/guide.json",
        "data/previews/law/1.commentary.json",
        "data/previews/law/1.json",
    ]
    law = made["data/previews/law/1.json"]
    assert (law["leads"], law["commentary"]) == ("law-1", True)
    assert list(law["previews"]) == ["law-1", "law-1-a"]
    assert "said" not in law["previews"]["law-1"], "what is empty takes no room"
    assert made["data/previews/guide.json"]["previews"] == {}


@pytest.mark.parametrize("docname", TITLES)
def test_the_names_of_files_are_known_before_they_are_made(docname: str) -> None:
    assert list(preview_sheets.list_paths(page(docname))) == list(preview_sheets.make_files(page(docname)))
