"""What is checked once all is joined."""

from __future__ import annotations

from dataclasses import replace

from built import CORPUS, ENTRIES, PLACE
from concordance.graph.checks import check_joined
from concordance.graph.concordance import build
from concordance.model.corpus import Considered, Line
from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place, ProblemKind
from concordance.model.vocabulary import CitationRules, PartIdentity


def test_a_provision_without_words_is_told_where_it_stands() -> None:
    empty = Entry("rules-3", PROVISION, "rules/3", "rule 3", "", PLACE, number="3.", content=" ")
    concordance, _problems = build([*ENTRIES, empty], [], CORPUS, [])
    (problem,) = check_joined(concordance, CORPUS, [])
    assert (str(problem.place), problem.message) == ("source/rules/1.md:3", "The provision rules-3 has no words.")


def test_what_the_vocabulary_names_and_there_is_not_is_told_by_where_it_stands() -> None:
    rules = CORPUS.vocabulary.texts["rules"]
    vocabulary = replace(
        CORPUS.vocabulary,
        texts={"rules": replace(rules, official="tonage", facts=replace(rules.facts, part_of="ruls"))},
        citing=CitationRules(untitled=("rules-1", "rules-9"), within={"goal": "tonage"}),
        parts={"rules/1": PartIdentity("I", "teal", "One"), "rules/9": PartIdentity("II", "plum", "Two")},
    )
    corpus = replace(CORPUS, vocabulary=vocabulary)
    concordance, _problems = build(ENTRIES, [], corpus, [])
    messages = {problem.rests_on: problem.message for problem in check_joined(concordance, corpus, ["rules/1"])}
    assert messages == {
        ("texts", "rules", "official"): "There is no entry 'tonage'.",
        ("texts", "rules", "facts", "part-of"): "There is no text 'ruls'.",
        ("citing", "untitled", "rules-9"): "There is no entry 'rules-9'.",
        ("citing", "within", "goal"): "There is no entry 'tonage'.",
        ("parts", "rules/9"): "There is no page 'rules/9'.",
    }


def phrase_problems(phrase: str) -> list[str]:
    considered = Considered({phrase: Line("A set phrase.", Place("considered.yaml", 2, 3))}, {}, {})
    corpus = replace(CORPUS, considered=considered)
    concordance, _problems = build(ENTRIES, [], corpus, [])
    problems = check_joined(concordance, corpus, [])
    return [f"{problem.place}: {problem.message}" for problem in problems if problem.kind is ProblemKind.QUOTE]


def test_a_set_phrase_that_stands_nowhere_is_told_at_its_line() -> None:
    assert phrase_problems("a register of cargo") == ["considered.yaml:2: No provision says “a register of cargo”."]
    assert phrase_problems("A register of") == []


def test_a_part_of_a_word_is_no_set_phrase() -> None:
    assert phrase_problems("register o") == ["considered.yaml:2: No provision says “register o”."]
