"""What the matrix and the timeline show of the concordance, before they are drawn."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest
from concordance.graph.concordance import build
from concordance.model.corpus import NOTHING_CONSIDERED, Corpus
from concordance.model.entries import Entry, Link, Provenance, text_link
from concordance.model.kinds import PROVISION, Kind
from concordance.model.problems import Place
from concordance.model.vocabulary import Predicate, Text, Vocabulary
from concordance.pages.edition_view import EditionView
from concordance.pages.navigation import Navigation, Step
from concordance.pages.reference import Reference
from concordance.pages.widgets import matrix
from concordance.pages.widgets.matrix import check_matrix, gather_matrix
from concordance.pages.widgets.matrix_records import MatrixTable
from concordance.pages.widgets.series import in_one_line
from concordance.pages.widgets.timeline import check_timeline, gather_timeline
from kinds import ARTICLE, DOCUMENT, GOAL, INSTRUMENT, KINDS, TARGET

CORPUS = Corpus(
    vocabulary=Vocabulary(
        texts={"plan": Text("plan", "Plan", {}, "", "res-2")},
        kinds=KINDS,
        predicates={
            "cites": Predicate("cites", "cited-by", "names", "is named in", "", text=True),
            "needs": Predicate("needs", "needed-by", "needs", "is needed by", ""),
        },
        grades={},
        facets={},
        fingerprint="",
    ),
    annotations={},
    considered=NOTHING_CONSIDERED,
)


def entry(identifier: str, kind: Kind, label: str, *, type: str = "", date: str = "", page: str = "") -> Entry:
    docname = page or f"pages/{identifier}"
    leads = kind is PROVISION and not page
    return Entry(identifier, kind, docname, label, label, Place("p.md", 1), leads=leads, type=type, date=date)


ENTRIES = (
    entry("plan-1", PROVISION, "para. 1"),
    entry("plan-2", PROVISION, "para. 2"),
    entry("plan-2-a", PROVISION, "para. 2 (a)", page="pages/plan-2"),
    entry("plan-3", PROVISION, "para. 3"),
    entry("treaty", INSTRUMENT, "Treaty", type="treaty", date="2000-11-15"),
    entry("treaty-art-6", ARTICLE, "Treaty, art. 6"),
    entry("custom", INSTRUMENT, "Custom", type="habit"),
    entry("res-2", DOCUMENT, "Res. 2", type="regional resolution", date="2000-12"),
    entry("res-1", DOCUMENT, "Res. 1", type="resolution", date="2000"),
    entry("sdg-1", GOAL, "SDG 1"),
    entry("sdg-1-1", TARGET, "SDG 1.1"),
    entry("sdg-2", GOAL, "SDG 2"),
)


TIES = (
    ("plan-1", "needs", "treaty-art-6", Provenance.EDITOR),
    ("plan-1", "cites", "treaty", Provenance.TEXT),
    ("plan-2-a", "needs", "treaty", Provenance.EDITOR),
    ("plan-2", "needs", "sdg-2", Provenance.EDITOR),
    ("plan-2", "needs", "sdg-1-1", Provenance.EDITOR),
    ("res-1", "needed-by", "plan-1", Provenance.EDITOR),
)


@pytest.fixture
def whole() -> EditionView:
    return view("plan-1 treaty")


def view(named: str) -> EditionView:
    """Return the edition, where the link that the text makes has the reason `named`."""
    place = Place("a.md", 1)
    reasons = {Provenance.TEXT: named}
    links = [
        Link(subject, how, target, reasons.get(provenance, f"{subject} {target}"), provenance, None, place)
        for subject, how, target, provenance in TIES
    ]
    order = [entry.docname for entry in ENTRIES]
    concordance, problems = build(ENTRIES, links, CORPUS, order)
    assert problems == []
    above = Navigation((Step("index", "Home"), Step("part", "Part I")), (), None, None)
    return cast(
        EditionView,
        SimpleNamespace(
            index=SimpleNamespace(
                titles={"part": "Part I", **{entry.docname: entry.label for entry in ENTRIES}},
                navigation=dict.fromkeys(order, above),
            ),
            concordance=concordance,
            corpus=CORPUS,
            references={
                entry.id: Reference(entry.id, entry.kind, entry.docname, entry.label, entry.title, "")
                for entry in ENTRIES
            },
        ),
    )


def test_a_matrix_counts_articles_under_their_instrument_and_items_under_their_paragraph(whole: EditionView) -> None:
    drawn = gather_matrix("plan instruments", "page", whole)
    (table,) = drawn.tables
    (part,), columns = table.parts, table.columns
    assert part.title == "Part I"
    assert [column.entry.id for column in columns] == ["treaty"]
    assert [(row.short, [len(cell.connections) for cell in row.cells]) for row in part.rows] == [("1", [2]), ("2", [1])]
    assert [
        (connection.says, connection.short, connection.provision.id)
        for row in part.rows
        for connection in row.cells[0].connections
    ] == [
        ("names", "", "plan-1"),
        ("needs", "art. 6", "plan-1"),
        ("needs", "", "plan-2-a"),
    ]
    (text,) = drawn.texts
    assert [paragraph.id for paragraph in text.without] == ["plan-3"]
    assert (text.connected, text.columns, text.links) == (2, 1, 3)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Secretary General", "The text names it: “Secretary General”."),
        ("its Optional", "The text names it."),
    ],
)
def test_words_of_the_text_are_quoted_only_if_they_are_a_name(words: str, reason: str) -> None:
    link = text_link("plan-1", "cites", "treaty", words, Place("a.md", 1))
    (table,) = gather_matrix("plan instruments", "page", view(link.reason)).tables
    assert table.rows[0].cells[0].connections[0].reason == reason


def test_a_table_counts_the_connections_of_all_its_parts(whole: EditionView) -> None:
    (table,) = gather_matrix("plan instruments", "page", whole).tables
    (part,) = table.parts
    assert table.count == 3
    assert MatrixTable(table.columns, (part, part)).count == 6


def test_parts_that_are_too_many_for_one_table_make_several(
    whole: EditionView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matrix, "MOST_ROWS", 1)
    first, second = gather_matrix("plan instruments", "page", whole).tables
    assert [row.paragraph.id for row in (*first.rows, *second.rows)] == ["plan-1", "plan-2"]


def test_targets_stand_with_their_goal_in_the_order_of_the_goals(whole: EditionView) -> None:
    (table,) = gather_matrix("plan targets", "page", whole).tables
    assert [(column.entry.id, column.group) for column in table.columns] == [("sdg-1-1", "sdg-1"), ("sdg-2", "sdg-2")]


def test_columns_are_of_the_kind_that_is_asked_for_and_have_what_is_part_of_it(whole: EditionView) -> None:
    shown = gather_matrix("plan goals", "page", whole)
    assert [column.entry.id for column in shown.tables[0].columns] == ["sdg-1", "sdg-2"]
    assert (shown.heads, shown.ends) == ((GOAL,), (GOAL, TARGET))


def test_a_kind_may_be_called_by_several_words(whole: EditionView) -> None:
    kinds = {**KINDS, "target": replace(TARGET, across="SDG targets")}
    corpus = replace(CORPUS, vocabulary=replace(CORPUS.vocabulary, kinds=kinds))
    assert check_matrix("plan SDG targets", corpus) is None
    renamed = cast("EditionView", SimpleNamespace(**{**vars(whole), "corpus": corpus}))
    assert gather_matrix("plan SDG targets", "page", renamed).across == "SDG-targets"


def test_a_reason_that_changes_changes_the_fingerprint(whole: EditionView) -> None:
    fingerprinted = repr(gather_matrix("plan instruments", "page", whole))
    assert "plan-2-a treaty" in fingerprinted


@pytest.mark.parametrize(
    ("argument", "wrong"),
    [
        ("plan instruments", None),
        ("plan", "`plan instruments`"),
        ("plam targets", "'plan'"),
        ("plan target", "'targets'"),
    ],
)
def test_what_a_matrix_is_of_has_to_exist(argument: str, wrong: str | None) -> None:
    fault = check_matrix(argument, CORPUS)
    assert fault is None if wrong is None else fault and wrong in " ".join(fault)


def test_events_stand_in_lanes_by_their_dates_and_those_without_a_date_apart(whole: EditionView) -> None:
    timeline = gather_timeline("Treaties: treaty; Regional: regional", "page", whole)
    assert [(lane.name, [event.entry.id for event in lane.events]) for lane in timeline.lanes] == [
        ("Treaties", ["treaty"]),
        ("Regional", ["res-2"]),
        ("", ["res-1"]),
    ]
    assert [event.entry.id for event in timeline.events] == ["treaty", "res-2", "res-1"], "which has no day"
    assert [event.entry.id for event in timeline.undated] == ["custom"]
    tied = {event.entry.id: [paragraph.id for paragraph in event.paragraphs] for event in timeline.events}
    assert tied == {"treaty": ["plan-1", "plan-2"], "res-1": ["plan-1"], "res-2": []}
    assert {event.entry.id for event in timeline.events if event.texts} == {"res-2"}


@pytest.mark.parametrize(
    ("argument", "wrong"),
    [("", None), ("A: x, y; B: z", None), ("A", "not a lane"), ("A: x; B: x", "two lanes"), ("A: x;", "not a lane")],
)
def test_lanes_have_a_name_and_types_of_their_own(argument: str, wrong: str | None) -> None:
    fault = check_timeline(argument, CORPUS)
    assert fault is None if wrong is None else fault and wrong in " ".join(fault)


def test_citations_are_told_together(whole: EditionView) -> None:
    references = [whole.references[identifier] for identifier in ("plan-1", "plan-3", "sdg-1-1")]
    assert in_one_line(references) == "para. 1, 3; SDG 1.1"
