"""Which of its connections an entry shows first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from concordance.graph.closeness import Closeness, Strength
from concordance.graph.concordance import build
from concordance.model.corpus import EMPTY_CORPUS, Annotation, Line
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY, Grade, Predicate
from kinds import ARTICLE, BODY, INSTRUMENT

PLACE = Place("annotations/rules/1.md", 4)
ENTRIES = [
    Entry("rules-1", PROVISION, "rules/1", "rule 1", "Pilots are not to be fined", PLACE, content="Spare pilots."),
    Entry("rules-1-a", PROVISION, "rules/1", "rule 1 (a)", "Pilots on leave", PLACE, content="Those on leave."),
    Entry("rules-2", PROVISION, "rules/2", "rule 2", "Lights at night", PLACE, content="Burn a light."),
    Entry("old-1", PROVISION, "old", "old rule 1", "Mercy for pilots", PLACE, content="Do not fine pilots."),
    Entry("pact", INSTRUMENT, "pacts", "Pact", "Pact on pilots and fines", PLACE),
    Entry("pact-art-1", ARTICLE, "pacts", "Pact, art. 1", "Savings", PLACE, about="Other law remains."),
    Entry("pact-art-2", ARTICLE, "pacts", "Pact, art. 2", "No fines for pilots", PLACE),
    Entry("board", BODY, "bodies", "Board", "Board of pilots", PLACE),
]
VOCABULARY = replace(
    EMPTY_VOCABULARY,
    predicates={
        name: Predicate(name, f"{name}-by", name, f"is {name} by", "", graded=name == "echoes", text=name == "names")
        for name in ("echoes", "needs", "names")
    },
    grades={"near": Grade("near", ""), "far": Grade("far", "")},
)


def note(identifier: str, discusses: Sequence[str]) -> Annotation:
    empty = Annotation(identifier, PLACE, "", None, None, (), (), (), (), (), None, Line("", PLACE))
    return replace(empty, discusses=tuple(discusses))


def order(
    *links: tuple[str, str, str | None],
    discusses: Sequence[str] = (),
    of_other: Sequence[str] = (),
    subject: str = "rules-1",
) -> list[tuple[str, Strength]]:
    """Return what `subject` is tied to; rule 1 and article 1 have a commentary."""
    written = [
        Link(subject, name, other, "Because.", Provenance.TEXT if name == "names" else Provenance.EDITOR, grade, PLACE)
        for name, other, grade in links
    ]
    notes = {"rules-1": note("rules-1", discusses), "pact-art-1": note("pact-art-1", of_other)}
    corpus = replace(EMPTY_CORPUS, vocabulary=VOCABULARY, annotations=notes)
    concordance, problems = build(ENTRIES, written, corpus, [])
    assert problems == []
    connections = concordance.connections[subject]
    return [(tie.other, tie.strength) for tie in Closeness(concordance.entries, corpus).ties(subject, connections)]


def test_much_the_same_words_come_before_parts_and_these_before_wholes() -> None:
    assert order(("needs", "board", None), ("needs", "pact-art-1", None), ("echoes", "old-1", "near")) == [
        ("old-1", Strength.CLOSE),
        ("pact-art-1", Strength.RELATED),
        ("board", Strength.LOOSE),
    ]


def test_an_article_on_point_comes_before_another() -> None:
    assert [other for other, _ in order(("needs", "pact-art-1", None), ("needs", "pact-art-2", None))] == [
        "pact-art-2",
        "pact-art-1",
    ]


def test_what_the_commentary_discusses_is_close_and_comes_first() -> None:
    links = ("needs", "pact-art-1", None), ("needs", "pact-art-2", None)
    assert order(*links, discusses=["pact-art-1"]) == [
        ("pact-art-1", Strength.CLOSE),
        ("pact-art-2", Strength.RELATED),
    ]
    assert order(*links, of_other=["rules-1"])[0] == ("pact-art-1", Strength.CLOSE)


def test_what_the_commentary_on_a_paragraph_discusses_is_close_to_its_items() -> None:
    links = ("needs", "pact-art-1", None), ("needs", "pact-art-2", None)
    assert order(*links, discusses=["pact-art-1"], subject="rules-1-a") == [
        ("pact-art-1", Strength.CLOSE),
        ("pact-art-2", Strength.RELATED),
    ]


def test_what_discusses_a_whole_paragraph_is_not_close_to_each_of_its_items() -> None:
    assert order(("needs", "pact-art-1", None), of_other=["rules-1"], subject="rules-1-a") == [
        ("pact-art-1", Strength.RELATED)
    ]


def test_the_loosest_grade_is_not_close_and_still_before_what_has_none() -> None:
    assert order(("needs", "pact-art-2", None), ("echoes", "old-1", "far")) == [
        ("old-1", Strength.RELATED),
        ("pact-art-2", Strength.RELATED),
    ]


def test_what_only_the_text_names_is_no_tie() -> None:
    assert order(("names", "pact", None), ("needs", "rules-2", None)) == [("rules-2", Strength.RELATED)]


def test_weights_of_words_are_kept_until_a_description_changes(tmp_path: Path) -> None:
    kept = tmp_path / "closeness.pickle"
    entries = {entry.id: entry for entry in ENTRIES}

    def nearness(closeness: Closeness) -> float:
        return closeness._nearness("rules-1", "old-1")

    anew = nearness(Closeness(entries, EMPTY_CORPUS))
    assert nearness(Closeness(entries, EMPTY_CORPUS, kept)) == anew
    stored = kept.read_bytes()
    assert nearness(Closeness(entries, EMPTY_CORPUS, kept)) == anew
    assert kept.read_bytes() == stored
    entries["board"] = replace(entries["board"], title="Board of mercy for pilots")
    assert nearness(Closeness(entries, EMPTY_CORPUS, kept)) == nearness(Closeness(entries, EMPTY_CORPUS)) != anew


def test_weights_that_are_spoilt_are_found_anew(tmp_path: Path) -> None:
    kept = tmp_path / "closeness.pickle"
    kept.write_bytes(b"spoilt")
    entries = {entry.id: entry for entry in ENTRIES}
    nearness = Closeness(entries, EMPTY_CORPUS, kept)._nearness("rules-1", "old-1")
    assert nearness == Closeness(entries, EMPTY_CORPUS)._nearness("rules-1", "old-1")
