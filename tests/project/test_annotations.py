"""The editorial layer is complete, accounts for every overlap, and repeats itself nowhere."""

from __future__ import annotations

import re
from collections import defaultdict

from concordance.authoring.coverage import measure_coverage
from concordance.cli.edition import OpenedEdition
from concordance.graph.similarity import overlaps, unaccounted_overlaps
from concordance.model.entries import Provenance

SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n\n+")
MARKUP = re.compile(r"\]\([^)]*\)|[\[\]*_`>#-]")


def test_nothing_is_wrong(opened: OpenedEdition) -> None:
    assert [f"{problem.place}: {problem}" for problem in opened.problems] == []


def test_every_paragraph_of_the_plan_is_annotated_in_full(opened: OpenedEdition) -> None:
    states = measure_coverage("plan", opened.concordance, opened.corpus)
    assert len(states) == 62
    assert {state.id: state.missing for state in states if state.missing} == {}


def test_every_provision_of_the_resolutions_is_linked(opened: OpenedEdition) -> None:
    entries, connections = opened.concordance.entries, opened.concordance.connections
    lonely = [
        entry.id
        for entry in entries.values()
        if entry.kind.is_provision
        and entry.id.startswith(("r64-op", "r74"))
        and not any(identifier.startswith(entry.id) for identifier in connections)
    ]
    assert lonely == []


def test_commentaries_keep_to_their_measure(opened: OpenedEdition) -> None:
    measures = {
        annotation.annotates: len(annotation.body.text.split())
        for annotation in opened.corpus.annotations.values()
        if re.fullmatch(r"plan-(\d+|chapeau)", annotation.annotates)
    }
    assert {name: words for name, words in measures.items() if not 120 <= words <= 350} == {}


def test_every_paragraph_has_two_or_three_questions_and_names_its_sources(opened: OpenedEdition) -> None:
    states = measure_coverage("plan", opened.concordance, opened.corpus)
    assert [state.id for state in states if not 2 <= state.questions <= 3 or not state.sources] == []


def test_every_overlap_is_linked_or_was_considered(opened: OpenedEdition) -> None:
    left = unaccounted_overlaps(overlaps(opened.concordance.entries), opened.concordance, opened.corpus.considered)
    assert [(overlap.first, overlap.second, overlap.phrases) for overlap in left] == []


def test_no_reason_serves_twice(opened: OpenedEdition) -> None:
    links = [link for link in opened.concordance.links if link.provenance is not Provenance.TEXT]
    ends = defaultdict(list)
    for link in links:
        ends[link.reason].append((link.subject, link.object))
    assert {reason: pairs for reason, pairs in ends.items() if len(pairs) > 1} == {}


def test_no_sentence_of_twelve_words_stands_twice(opened: OpenedEdition) -> None:
    stands = defaultdict(list)
    for annotation in opened.corpus.annotations.values():
        texts = [annotation.summary or "", annotation.body.text, *(link.reason for link in annotation.links)]
        for sentence in (piece for text in texts for piece in SENTENCE.split(text)):
            words = MARKUP.sub("", sentence).lower().split()
            if len(words) >= 12:
                stands[" ".join(words)].append(annotation.annotates)
    assert {sentence: where for sentence, where in stands.items() if len(where) > 1} == {}
