"""The concordance seen from both ends, and what it refuses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

import pytest
from concordance.graph.concordance import Concordance, build, natural, whole_of
from concordance.model.corpus import NOTHING_CONSIDERED, Annotation, Corpus, Line
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION, Kind
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.model.vocabulary import Grade, Predicate, Text, Vocabulary
from kinds import ARTICLE, BODY, GOAL, INSTRUMENT, KINDS, TARGET

VOCABULARY = Vocabulary(
    texts=MappingProxyType(
        {"plan": Text("plan", "Plan", {}, "", None), "res": Text("res", "Resolution", {}, "", None)}
    ),
    predicates=MappingProxyType(
        {
            "cites": Predicate("cites", "cited-by", "cites", "is cited by", "", text=True),
            "restates": Predicate("restates", "restated-by", "restates", "is restated by", "", graded=True),
            "needs": Predicate("needs", "needed-by", "needs", "is needed by", ""),
        }
    ),
    grades=MappingProxyType({"close": Grade("nearly the same", "")}),
    facets=MappingProxyType({}),
    fingerprint="",
    kinds=KINDS,
)


def entry(identifier: str, kind: Kind = PROVISION, line: int = 1) -> Entry:
    return Entry(identifier, kind, f"pages/{identifier}", identifier, identifier, Place("page.md", line))


def link(subject: str, predicate: str, target: str, provenance: Provenance = Provenance.EDITOR, line: int = 1) -> Link:
    return Link(subject, predicate, target, "Because.", provenance, None, Place(f"{subject}.md", line))


ENTRIES = [
    entry("plan-1"),
    entry("plan-2"),
    entry("plan-2-a"),
    entry("res-1"),
    entry("treaty", INSTRUMENT),
    entry("treaty-art-1", ARTICLE),
    entry("treaty-art-12", ARTICLE),
    entry("sdg-1", GOAL),
    entry("sdg-1-2", TARGET),
    entry("office", BODY),
]


def corpus(links: Iterable[Link]) -> Corpus:
    by_subject: dict[str, list[Link]] = {}
    for written in links:
        by_subject.setdefault(written.subject, []).append(written)
    place = Place("x.md", 1)
    return Corpus(
        VOCABULARY,
        {
            subject: Annotation(subject, place, "", None, None, (), tuple(written), (), (), (), None, Line("", place))
            for subject, written in by_subject.items()
        },
        NOTHING_CONSIDERED,
    )


def join(
    *links: Link, text: Iterable[Link] = (), entries: Iterable[Entry] = ENTRIES
) -> tuple[Concordance, list[Problem]]:
    return build(entries, text, corpus(links), [f"pages/{name}" for name in ("plan-9", "plan-12", "res-1")])


def kinds(problems: Iterable[Problem]) -> list[ProblemKind]:
    return [problem.kind for problem in problems]


def test_a_link_is_seen_from_both_ends_whichever_end_it_is_written_from() -> None:
    forward, _ = join(link("res-1", "restates", "plan-1"))
    backward, _ = join(link("plan-1", "restated-by", "res-1"))
    for concordance in (forward, backward):
        (at_plan,) = concordance.connections["plan-1"]
        (at_resolution,) = concordance.connections["res-1"]
        assert (at_plan.says, at_plan.other) == ("is restated by", "res-1")
        assert (at_resolution.says, at_resolution.other) == ("restates", "plan-1")
    assert (backward.links[0].subject, backward.links[0].predicate) == ("plan-1", "restated-by")


@pytest.mark.parametrize(
    "second",
    [
        link("plan-1", "needs", "plan-2", line=2),
        link("plan-2", "needed-by", "plan-1"),
        link("plan-2", "needs", "plan-1"),
    ],
)
def test_the_same_pair_is_linked_once_by_a_predicate(second: Link) -> None:
    concordance, problems = join(link("plan-1", "needs", "plan-2"), second)
    assert kinds(problems) == [ProblemKind.DUPLICATE_LINK]
    assert len(concordance.links) == 1


def test_another_predicate_may_link_the_same_pair() -> None:
    concordance, problems = join(link("plan-1", "needs", "plan-2"), link("plan-1", "restates", "plan-2"))
    assert (len(concordance.links), problems) == (2, [])


def test_what_a_text_names_twice_is_linked_once_without_a_word() -> None:
    named = [link("plan-1", "cites", "treaty", Provenance.TEXT, line) for line in (1, 2)]
    back = link("treaty", "cites", "plan-1", Provenance.TEXT)
    concordance, problems = join(text=[*named, back])
    assert [(each.subject, each.object) for each in concordance.links] == [("plan-1", "treaty"), ("treaty", "plan-1")]
    assert problems == []


@pytest.mark.parametrize(
    ("vague", "precise"),
    [
        (link("plan-1", "needs", "treaty"), link("plan-1", "needs", "treaty-art-1")),
        (link("plan-1", "needs", "treaty"), link("plan-1", "restates", "treaty-art-12")),
        (link("plan-1", "needs", "sdg-1"), link("sdg-1-2", "needed-by", "plan-1")),
        (link("plan-1", "needs", "plan-2"), link("plan-1", "needs", "plan-2-a")),
        (link("plan-2", "needs", "office"), link("plan-2-a", "needs", "office")),
    ],
)
def test_a_link_to_the_whole_is_refused_beside_one_to_its_part(vague: Link, precise: Link) -> None:
    concordance, problems = join(vague, precise)
    assert kinds(problems) == [ProblemKind.VAGUE_LINK]
    assert concordance.links == (precise,)


def test_what_the_text_names_may_be_vaguer_than_what_an_editor_adds() -> None:
    _, problems = join(
        link("plan-1", "needs", "treaty-art-1"), text=[link("plan-1", "cites", "treaty", Provenance.TEXT)]
    )
    assert problems == []


def test_two_parts_of_one_whole_may_both_be_linked() -> None:
    _, problems = join(link("plan-1", "needs", "treaty-art-1"), link("plan-1", "needs", "treaty-art-12"))
    assert problems == []


def test_a_part_is_found_by_its_id_and_its_kind() -> None:
    known = {each.id: each for each in [*ENTRIES, entry("office-art-1", ARTICLE)]}
    assert whole_of(known["treaty-art-12"], known) == "treaty"
    assert whole_of(known["sdg-1-2"], known) == "sdg-1"
    assert whole_of(known["plan-2-a"], known) == "plan-2"
    assert whole_of(known["office-art-1"], known) is None


def test_gaps_doubles_and_orphans() -> None:
    entries = [entry("plan-1"), entry("plan-3"), entry("plan-3", line=9), entry("lone-art-1", ARTICLE)]
    _, problems = join(entries=entries)
    assert kinds(problems) == [ProblemKind.DUPLICATE_ENTRY, ProblemKind.ORPHAN_ENTRY, ProblemKind.MISSING_ENTRY]
    assert "plan-2 is missing before plan-3" in problems[2].message


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (1, "lone-art-1 belongs to no instrument."),
        (2, "lone-art-1 belongs to no instrument, nor does one other on this page."),
        (3, "lone-art-1 belongs to no instrument, nor do 2 others on this page."),
    ],
)
def test_parts_without_their_whole_are_one_problem_on_a_page(parts: int, message: str) -> None:
    on_one_page = [replace(entry(f"lone-art-{number}", ARTICLE), docname="lone") for number in range(1, parts + 1)]
    _, (problem,) = join(entries=on_one_page)
    assert problem.message == message


def test_one_wrong_number_is_one_problem() -> None:
    _, (problem,) = join(entries=[entry("plan-1"), entry("plan-2"), entry("plan-5000")])
    assert problem.kind is ProblemKind.MISSING_ENTRY
    assert problem.message == "plan-3 to plan-4999 are missing before plan-5000."
    assert problem.remedy.startswith("Restore their pages, or correct the id plan-5000.")


def test_each_gap_is_told_where_it_ends() -> None:
    _, problems = join(entries=[entry("plan-2"), entry("plan-3"), entry("plan-5"), entry("plan-8")])
    assert [problem.message for problem in problems] == [
        "plan-1 is missing before plan-2.",
        "plan-4 is missing before plan-5.",
        "plan-6 to plan-7 are missing before plan-8.",
    ]


def test_a_link_to_nothing_near_says_that_an_entry_can_be_written() -> None:
    _, problems = join(link("plan-1", "needs", "unicorn"))
    assert [problem.remedy for problem in problems] == [
        "Nothing known comes close to it. Correct it, or write an entry that has this id on a page of `source`."
    ]


@pytest.mark.parametrize("target", ["²", "plan-1²", "plan-①-1", "plan-٣"])
def test_a_link_to_what_only_looks_like_a_number_is_an_unknown_one(target: str) -> None:
    _, problems = join(link("plan-1", "needs", target))
    assert kinds(problems) == [ProblemKind.UNKNOWN_ID]


def test_entries_come_by_kind_and_as_a_reader_meets_them() -> None:
    shuffled = [entry("res-1"), entry("office", BODY), entry("plan-12"), entry("plan-9")]
    concordance, _ = join(entries=shuffled)
    assert list(concordance.entries) == ["plan-9", "plan-12", "res-1", "office"]


def test_natural_order() -> None:
    assert sorted(["plan-12", "plan-9", "plan-9-b", "plan"], key=natural) == ["plan", "plan-9", "plan-9-b", "plan-12"]
