"""What a card over a link holds, and the files it comes from."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from concordance.exports import preview_sheets as previews
from concordance.graph.concordance import Concordance, build
from concordance.model.corpus import EMPTY_CORPUS, Annotation, Corpus, Line
from concordance.model.entries import Entry, Kind, Link, Provenance
from concordance.model.problems import Place
from concordance.model.vocabulary import Text
from concordance.pages.navigation import Navigation, Step
from concordance.pages.previews import PREVIEW_WORDS, STRUCK, Preview, Sheet, Shown, sheets

PLACE = Place("a.md", 1)
LAW = Text("law", "The law", {"": "para. {number}"}, "", None)
PAGES = {
    "law/1": Shown(
        "Paragraph 1",
        Navigation((Step("index", "Home"), Step("law/index", "Part I")), (), None, None),
        {"law-1-c1": "para. 1, commentary para. 1", "law-0": "law/1"},
        {"law-1-c1": "As [](#office) and [](#gone) say.", "law-1-a": f"keep {STRUCK}all{STRUCK} dues;"},
    ),
    "bodies": Shown("Bodies", Navigation((Step("index", "Home"),), (), None, None), {}, {}),
    "guide": Shown("Guide", Navigation((), (), None, None), {}, {}),
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


def joined(corpus: Corpus = CORPUS) -> dict[str, Sheet]:
    concordance, problems = build(ENTRIES, [], corpus, [])
    assert problems == []
    return sheets(PAGES, concordance, corpus)


def by_id(made: dict[str, Sheet]) -> dict[str, Preview]:
    return {preview.id: preview for sheet in made.values() for preview in (*sheet.entries, *sheet.commentary)}


def test_a_provision_is_shown_by_its_title_and_its_first_words_and_never_by_those_of_editors() -> None:
    preview = by_id(joined())["law-1"]
    assert (preview.label, preview.title, preview.text) == ("para. 1", "A register", "The law")
    assert preview.words == (" ".join(["word"] * PREVIEW_WORDS) + " …",)
    assert preview.said == ""


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
    assert (shown["board"].title, shown["board"].said, shown["board"].words) == (
        "Board of the harbour",
        "It meets.",
        (),
    )
    assert shown["office"].title == "", "a title that is the label is said once"


def test_commentary_is_told_with_what_its_links_will_show() -> None:
    (preview,) = joined()["law/1"].commentary
    assert (preview.id, preview.kind, preview.label) == ("law-1-c1", "commentary", "para. 1, commentary para. 1")
    assert preview.said == "As Office and gone say."


def test_connections_are_counted() -> None:
    link = Link("law-1", "needs", "office", "Because.", Provenance.EDITOR, None, PLACE)
    linked = Concordance({entry.id: entry for entry in ENTRIES}, (link,), {"law-1": (None,) * 3})  # type: ignore[dict-item]
    shown = by_id(sheets(PAGES, linked, CORPUS))
    assert (shown["law-1"].connections, shown["office"].connections) == (3, 0)


def test_a_page_leads_to_the_entry_it_is_about() -> None:
    made = joined()
    assert {docname: sheet.leads for docname, sheet in made.items()} == {"law/1": "law-1", "bodies": "", "guide": ""}


def test_every_page_has_a_file_and_commentary_one_of_its_own(tmp_path: Path) -> None:
    previews.write(tmp_path, joined())
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.json")} == {
        "bodies.json",
        "guide.json",
        "law/1.commentary.json",
        "law/1.json",
    }
    law = json.loads((tmp_path / "law/1.json").read_text(encoding="utf-8"))
    assert (law["leads"], law["commentary"]) == ("law-1", True)
    assert list(law["previews"]) == ["law-1", "law-1-a"]
    assert "said" not in law["previews"]["law-1"], "what is empty takes no room"
    assert json.loads((tmp_path / "guide.json").read_text(encoding="utf-8"))["previews"] == {}


def test_files_of_pages_that_are_gone_are_removed_and_others_left_alone(tmp_path: Path) -> None:
    made = joined()
    previews.write(tmp_path, made)
    before = (tmp_path / "bodies.json").stat().st_mtime_ns
    del made["law/1"]
    previews.write(tmp_path, made)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["bodies.json", "guide.json"]
    assert (tmp_path / "bodies.json").stat().st_mtime_ns == before
