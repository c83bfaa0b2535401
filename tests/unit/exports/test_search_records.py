"""What can be found, and by which words."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from concordance.citations.spellings import names_of, relative_citation, spell_out_series
from concordance.exports.search_records import COMMENTARY, SearchRecord, make_filters, make_records, parts_of_texts
from concordance.graph.concordance import Concordance, build
from concordance.graph.synonyms import SynonymIndex, check_search_words, spaced_words
from concordance.model.corpus import EMPTY_CORPUS, NO_SEARCH_WORDS, Annotation, Corpus, Line, SearchWords, Synonym
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place, ProblemKind
from concordance.model.vocabulary import Predicate, Term, Text, Vocabulary
from kinds import ARTICLE, DOCUMENT, INSTRUMENT, TARGET

PLACE = Place("synonyms.yaml", 3)


RULES = Text("rules", "Rules", {"": "rule {number}", "op": "op {number}"}, "", None)


VOCABULARY = Vocabulary(
    texts={"rules": RULES},
    predicates={"needs": Predicate("needs", "needed-by", "needs", "is needed by", "")},
    grades={},
    facets={"actors": {"crews": Term("Crews", ""), "owners": Term("Owners", "")}},
    fingerprint="x",
)


ENTRIES = [
    Entry("rules-1", PROVISION, "a/1", "rule 1", "Measured", PLACE, "1.", "Every vessel shall be measured.", True),
    Entry("rules-2", PROVISION, "a/2", "rule 2", "Register", PLACE, "2.", "The master shall: (a) keep a list.", True),
    Entry("rules-2-a", PROVISION, "a/2", "rule 2 (a)", "keep a list.", PLACE, "(a)", "keep a list."),
    Entry(
        "tonnage",
        INSTRUMENT,
        "t",
        "Tonnage",
        "Convention",
        PLACE,
        leads=True,
        aliases=("TC", "The old treaty on ships"),
    ),
    Entry("tonnage-art-6", ARTICLE, "t", "Tonnage, art. 6", "Measures", PLACE, about="How to measure."),
    Entry("doc", DOCUMENT, "d", "A/RES/64/293", "A resolution", PLACE),
]


LABEL = "%(entry)s, commentary para. %(number)s"


SYNONYMS = (
    Synonym(("boat", "ship"), ("vessel",), (), PLACE),
    Synonym(("harbourmaster",), (), ("rules-2",), PLACE),
)


def corpus(**changes: object) -> Corpus:
    link = Link("rules-1", "needs", "tonnage-art-6", "Because.", Provenance.EDITOR, None, PLACE)
    annotations = {
        "rules-1": Annotation(
            "rules-1", PLACE, "", None, "Ships are measured.", (("actors", ("crews",)),), (link,), (), (), (), None,
            Line("", PLACE), ("About a vessel.", "As [](#tonnage-art-6) says."),
        ),
        "rules-2": Annotation(
            "rules-2", PLACE, "", None, None, (("actors", ("owners",)),), (), (), (), (), None, Line("", PLACE)
        ),
    }  # fmt: skip
    search_words = SearchWords({}, {"": ("rule", "¶"), "art": ("art", "article")}, (), {"actors": "Who acts"}, SYNONYMS)
    base = replace(
        EMPTY_CORPUS, vocabulary=VOCABULARY, annotations=MappingProxyType(annotations), search_words=search_words
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def joined(made: Corpus) -> Concordance:
    return build(ENTRIES, [], made, [])[0]


@pytest.fixture
def records() -> dict[str, SearchRecord]:
    made = corpus()
    concordance = joined(made)
    parts = parts_of_texts(concordance, {"a/1": "a/index", "a/2": "a/index"})
    return {record.anchor: record for record in make_records(concordance, made, parts, LABEL)}


def test_every_entry_and_every_paragraph_of_commentary_is_a_record(records: dict[str, SearchRecord]) -> None:
    assert list(records) == [*(entry.id for entry in ENTRIES if entry.kind.is_provision),
                           "tonnage", "tonnage-art-6", "doc", "rules-1-c1", "rules-1-c2"]  # fmt: skip
    commentary = records["rules-1-c2"]
    assert (commentary.of, commentary.kind) == ("rules-1", COMMENTARY)
    assert commentary.label == "rule 1, commentary para. 2"
    assert commentary.content == "As Tonnage, art. 6 says.", "a link without words shows what it leads to"


def test_a_record_shows_what_there_is_of_its_entry(records: dict[str, SearchRecord]) -> None:
    assert records["rules-1"].content == "Every vessel shall be measured."
    assert records["rules-1"].summary == "Ships are measured."
    assert records["tonnage"].content == "TC · The old treaty on ships"
    assert records["tonnage-art-6"].content == "How to measure."
    assert records["doc"].content == "A resolution"


def test_hidden_words_are_written_out_numbers_and_short_names_of_the_whole(records: dict[str, SearchRecord]) -> None:
    assert records["rules-1"].hidden == "rule 1"
    assert records["tonnage-art-6"].hidden == "art 6 · article 6 · TC"


def test_filters_of_a_record(records: dict[str, SearchRecord]) -> None:
    assert records["rules-1"].filters == {
        "kind": ("provision",),
        "part": ("a/index",),
        "actors": ("crews",),
        "instrument": ("tonnage",),
    }
    assert records["rules-2-a"].filters["actors"] == ("owners",), "what is said of a whole holds of its items"
    assert records["rules-2-a"].filters["part"] == ("a/index",), "the page of its whole is about that alone"
    assert records["tonnage-art-6"].filters["instrument"] == ("tonnage",)
    assert records["rules-1-c1"].filters["kind"] == (COMMENTARY,)
    assert records["rules-1-c1"].filters["actors"] == ("crews",)


def test_filters_are_offered_if_they_divide_the_records(records: dict[str, SearchRecord]) -> None:
    made = corpus()
    offered = {each.name: dict(each.terms) for each in make_filters(joined(made), made, records.values())}
    assert offered["actors"] == {"crews": "Crews", "owners": "Owners"}
    assert "part" not in offered, "all provisions stand in one part"
    assert list(offered["kind"]) == ["provision", "instrument", "article", "document", COMMENTARY]


@pytest.mark.parametrize(
    ("identifier", "cited"),
    [("rules-1", "1"), ("rules-2-a", "2 a"), ("tonnage-art-6", "art 6"), ("tonnage", ""), ("doc", "")],
)
def test_how_a_part_is_cited_within_its_whole(identifier: str, cited: str) -> None:
    concordance = joined(corpus())
    assert relative_citation(concordance.entries[identifier], concordance, corpus()) == cited


def test_numbers_are_written_out_in_the_words_that_editors_gave() -> None:
    series = {"": ("para", "paragraph", "¶"), "op": ("op",)}
    assert list(spell_out_series("43 b", series)) == ["para 43 b", "paragraph 43 b"]
    assert list(spell_out_series("op 16", series)) == ["op 16"]
    assert list(spell_out_series("chapeau", series)) == []
    assert list(spell_out_series("", series)) == []


def test_the_number_of_a_document_names_it() -> None:
    assert names_of(ENTRIES[-1]) == ("64/293",)
    assert names_of(replace(ENTRIES[-1], kind=TARGET, label="SDG 8.7")) == ("8.7",)
    assert names_of(replace(ENTRIES[-1], kind=TARGET, label="SDG 5.c")) == ("5.c",)


def test_phrases_are_found_as_whole_words_whatever_stands_between() -> None:
    assert spaced_words("Birth-registration, (free)") == " birth registration free "
    assert SynonymIndex(SYNONYMS).said_in(["All vessels"]) == set()
    assert SynonymIndex(SYNONYMS).said_in(["A VESSEL."]) == {0}


@pytest.mark.parametrize(
    ("synonym", "kind", "message"),
    [
        (Synonym(("boat",), ("steamer",), (), PLACE), ProblemKind.QUOTE, "says “steamer”"),
        (Synonym(("boat",), (), ("rules-9",), PLACE), ProblemKind.UNKNOWN_ID, "no entry 'rules-9'"),
        (Synonym(("boat",), (), (), PLACE), ProblemKind.SCHEMA, "`boat` finds nothing"),
    ],
)
def test_a_synonym_that_finds_nothing_is_told_of(synonym: Synonym, kind: ProblemKind, message: str) -> None:
    made = corpus(search_words=replace(NO_SEARCH_WORDS, synonyms=(synonym,)))
    (problem,) = check_search_words(joined(made), made)
    assert (problem.kind, problem.place) == (kind, PLACE)
    assert message in problem.message


def test_names_of_texts_and_facets_that_do_not_exist_are_told_of() -> None:
    places = {"names": {"ruels": PLACE}, "filters": {"actor": PLACE}, "series": {"": PLACE, "pra": PLACE}}
    made = corpus(search_words=replace(NO_SEARCH_WORDS, places=places))
    messages = [str(problem) for problem in check_search_words(joined(made), made)]
    assert "no text 'ruels'" in messages[0] and "'rules'" in messages[0]
    assert "no facet 'actor'" in messages[1] and "'actors'" in messages[1]
    assert "No id has 'pra' before a number" in messages[2]
