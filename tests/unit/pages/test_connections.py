"""What the panel of connections holds: cards for what editors judged, one list for what the texts name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from concordance.graph.concordance import build
from concordance.model.corpus import EMPTY_CORPUS
from concordance.model.entries import Entry, Link, Provenance, text_link
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY, Predicate
from concordance.pages.connections import ConnectionPanel, LazyMapping, PanelMaker, stands_alone
from concordance.pages.reference import make_reference
from kinds import INSTRUMENT

PLACE = Place("source/rules/1.md", 3)
VOCABULARY = replace(
    EMPTY_VOCABULARY,
    predicates={
        "names": Predicate("names", "named-by", "names", "is named in", "", text=True),
        "needs": Predicate("needs", "needed-by", "needs", "is needed by", ""),
    },
)
ENTRIES = [
    *(
        Entry(f"rules-{number}", PROVISION, "rules", f"r. {number}", "Ships", PLACE, shown=f"Rule {number}")
        for number in (1, 2, 3)
    ),
    Entry("pact", INSTRUMENT, "pacts", "Pact", "Pact on Ships", PLACE),
]


def panels(*links: Link) -> Mapping[str, ConnectionPanel]:
    corpus = replace(EMPTY_CORPUS, vocabulary=VOCABULARY)
    concordance, problems = build(ENTRIES, links, corpus, [])
    assert problems == []
    references = {entry.id: make_reference(entry, VOCABULARY, None) for entry in ENTRIES}
    return PanelMaker(concordance.entries, corpus, references).panels(concordance)


def test_words_that_name_are_quoted_once_for_all_who_use_them() -> None:
    named = panels(
        text_link("rules-1", "names", "pact", "the Ships' Pact", PLACE),
        text_link("rules-2", "names", "pact", "the Ships' Pact", PLACE),
        text_link("rules-3", "names", "pact", "Pact on Ships", PLACE),
    )["pact"].named
    assert [(group.says, group.words, [other.label for other in group.entries]) for group in named] == [
        ("is named in", "the Ships' Pact", ["Rule 1", "Rule 2"]),
        ("is named in", "", ["Rule 3"]),
    ], "its own name is not quoted"


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("UNTOC", True),
        ("the Ships' Pact", True),
        ("its Optional", False),
        ("Protocols", False),
        ("182", False),
        ("25 of UNTOC", False),
        ("اتفاقية", True),
    ],
)
def test_only_words_that_are_a_name_by_themselves_are_quoted(words: str, quoted: bool) -> None:
    assert stands_alone(words) is quoted


def test_what_is_named_in_words_that_say_nothing_stands_beside_the_rest() -> None:
    (named,) = panels(
        text_link("rules-1", "names", "pact", "its Optional", PLACE),
        text_link("rules-2", "names", "pact", "Pact on Ships", PLACE),
    )["pact"].named
    assert (named.words, [other.label for other in named.entries]) == ("", ["Rule 1", "Rule 2"])


def test_what_is_named_is_the_subject_of_what_is_said() -> None:
    both = panels(text_link("rules-1", "names", "pact", "Pact", PLACE))
    assert [(identifier, both[identifier].named[0].name, both[identifier].named[0].says) for identifier in both] == [
        ("rules-1", "", "names"),
        ("pact", "Pact", "is named in"),
    ]


def test_an_entry_that_is_judged_and_named_counts_once() -> None:
    panel = panels(
        text_link("rules-1", "names", "pact", "Pact", PLACE),
        Link("rules-1", "needs", "pact", "It rests on it.", Provenance.EDITOR, None, PLACE),
    )["rules-1"]
    assert ([item.other.id for item in panel.items], panel.count) == (["pact"], 1)


def test_a_value_is_made_once_and_only_when_it_is_asked_for() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    values = LazyMapping(lambda: ["b", "a"], make)
    assert (list(values), len(values), "a" in values) == (["b", "a"], 2, True)
    assert made == []
    assert (values["a"], values["a"], values.get("b")) == ("A", "A", "B")
    assert made == ["a", "b"]


def test_nothing_is_made_for_other_keys() -> None:
    values = LazyMapping(lambda: ["a"], str.upper)
    assert "c" not in values and values.get("c") is None
    with pytest.raises(KeyError):
        values["c"]
