"""What citations may look like in sentences, and what a script is rows of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from concordance.citations.in_prose import CitableWork, PartGroup, ProseCitations, prose_citations, ranges
from concordance.exports.linker_script import as_rows
from concordance.graph.concordance import Concordance, build
from concordance.graph.synonyms import check_search_words
from concordance.model.corpus import EMPTY_CORPUS, NO_PROSE_WORDS, NO_SEARCH_WORDS, Corpus, SearchWords
from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import Text, Vocabulary
from kinds import ARTICLE, DOCUMENT, GOAL, INSTRUMENT, KINDS, TARGET

PLACE = Place("synonyms.yaml", 3)


TEXTS = {
    "rules": Text("rules", "Harbour rules", {"": "rule {number}"}, "", None),
    "act": Text("act", "Harbour act", {"pp": "pp {number}", "op": "op {number}"}, "", None),
}


SERIES = {"": ("rule", "¶"), "op": ("op",), "pp": ("pp",), "art": ("art",), "goal": ("goal", "target")}


PROSE = replace(
    NO_PROSE_WORDS,
    names={"goal": ("Harbour Goal",), "rules": ("Rules of the Harbour",)},
    vague=("Rules",),
    symbols={"H/": ("Harbour paper",)},
)


SEARCH_WORDS = replace(NO_SEARCH_WORDS, names={"rules": ("Rules",)}, series=SERIES, prose=PROSE)


def provision(identifier: str, page: str, *, leads: bool = False) -> Entry:
    return Entry(identifier, PROVISION, page, identifier, "", PLACE, content="Words.", leads=leads)


ENTRIES = [
    provision("rules-chapeau", "r/chapeau", leads=True),
    *(provision(f"rules-{number}", f"r/{number}", leads=True) for number in (1, 2, 3, 12)),
    provision("rules-12-b", "r/12"),
    provision("act-pp-1", "act"),
    provision("act-op-1", "act"),
    provision("act-op-2", "act"),
    Entry("tc", INSTRUMENT, "tc", "Tonnage (TC)", "Convention on Tonnage", PLACE, leads=True,
          aliases=("TC", "Pact")),
    Entry("tc-art-6", ARTICLE, "tc", "Tonnage Convention, art. 6", "Measures", PLACE),
    Entry("tc-annex-a", ARTICLE, "tc", "Tonnage Convention, annex A", "Forms", PLACE),
    Entry("fuel", INSTRUMENT, "fuel", "Fuel", "Fuel", PLACE, leads=True, aliases=("Pact",)),
    Entry("fuel-art-1", ARTICLE, "fuel", "Fuel, art. 1", "", PLACE),
    Entry("bare", INSTRUMENT, "bare", "Bare", "Nothing in it is numbered", PLACE, leads=True),
    Entry("goal-8", GOAL, "g/8", "Goal 8", "Ropes", PLACE, leads=True),
    Entry("goal-8-7", TARGET, "g/8", "Goal 8.7", "Knots", PLACE),
    Entry("h-12-add-1", DOCUMENT, "papers", "H/12/Add.1", "A paper", PLACE),
    Entry("the-paper", DOCUMENT, "papers", "H/13", "Its id does not tell its symbol", PLACE),
    Entry("summit", DOCUMENT, "papers", "2005 Summit", "It has no symbol", PLACE),
]  # fmt: skip


def corpus(search_words: SearchWords = SEARCH_WORDS) -> Corpus:
    return replace(EMPTY_CORPUS, vocabulary=Vocabulary(TEXTS, {}, {}, {}, "x", kinds=KINDS), search_words=search_words)


def joined() -> Concordance:
    return build(ENTRIES, [], corpus(), [])[0]


@pytest.fixture
def citations() -> ProseCitations:
    return prose_citations(joined(), corpus(), lambda docname: f"{docname}.html")


@pytest.fixture
def wholes(citations: ProseCitations) -> dict[str, CitableWork]:
    return {whole.id: whole for whole in citations.works}


def test_names_are_those_that_mean_one_thing_in_a_sentence(wholes: dict[str, CitableWork]) -> None:
    assert wholes["rules"].names == ("Rules of the Harbour", "Harbour rules"), "“Rules” may be any"
    assert wholes["tc"].names == ("Tonnage (TC)", "Tonnage", "Convention on Tonnage", "TC", "Tonnage Convention")
    assert "Pact" not in wholes["fuel"].names, "two instruments are called so"


def test_what_has_no_numbered_part_is_not_understood(wholes: dict[str, CitableWork]) -> None:
    assert set(wholes) == {"rules", "act", "tc", "fuel", "goal"}
    assert [parts.numbers for parts in wholes["tc"].parts] == [("6",)], "there is no word for the series of annexes"


def test_parts_tell_where_they_stand(wholes: dict[str, CitableWork]) -> None:
    assert wholes["rules"].parts == (
        PartGroup(("",), "rules-", "r/*.html", False, ("1", "2", "3", "12")),
        PartGroup(("",), "rules-", "r/*.html", True, ("12-b",)),
    )
    assert wholes["goal"].parts == (
        PartGroup(("goal",), "goal-", "g/*.html", False, ("8",)),
        PartGroup(("goal",), "goal-", "g/*.html", True, ("8.7",)),
    )


def test_a_number_of_a_text_without_plain_numbers_is_of_its_first_series(wholes: dict[str, CitableWork]) -> None:
    keys = {parts.prefix: parts.keys for whole in wholes.values() for parts in whole.parts}
    assert (keys["act-op-"], keys["act-pp-"]) == (("", "op"), ("pp",))
    assert keys["tc-art-"] == ("art",), "“Tonnage, ¶ 6” is no article"


def test_only_goals_need_no_word_for_a_number(wholes: dict[str, CitableWork]) -> None:
    assert {whole.id: whole.bare for whole in wholes.values() if whole.bare} == {"goal": "goal"}


def test_only_articles_have_items_that_are_no_parts(wholes: dict[str, CitableWork]) -> None:
    assert {whole.id for whole in wholes.values() if whole.exact} == {"rules", "act", "goal"}


def test_documents_are_understood_by_symbols_that_their_ids_tell(citations: ProseCitations) -> None:
    assert citations.documents == {"papers.html": ("H/12/Add.1",)}


@pytest.mark.parametrize(
    ("numbers", "short"),
    [
        (["1", "2", "3", "5"], "1:3 5"),
        (["1", "2"], "1:2"),
        (["8", "8-a", "9"], "8 8-a 9"),
        (["1.3", "1.4"], "1.3 1.4"),
        ([], ""),
    ],
)
def test_numbers_are_told_in_short(numbers: list[str], short: str) -> None:
    assert ranges(numbers) == short


def test_the_script_is_told_only_of_series_that_are_used(citations: ProseCitations) -> None:
    search_words = replace(SEARCH_WORDS, series={**SERIES, "chapeau": ("opening",)})
    known = as_rows(citations, search_words)
    assert known["series"] == [[key, *words] for key, words in SERIES.items()]


def test_names_of_nothing_are_told_of() -> None:
    search_words = replace(SEARCH_WORDS, places={"prose": {"gaol": PLACE}})
    (problem,) = check_search_words(joined(), corpus(search_words))
    assert "No id begins with 'gaol'" in problem.message
