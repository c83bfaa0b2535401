"""Words of readers: what is refused of synonyms that find terms, and of what people ask."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from concordance.graph.concordance import Concordance
from concordance.graph.synonyms import check_asked, check_search_words
from concordance.model.corpus import EMPTY_CORPUS, NO_SEARCH_WORDS, Annotation, Corpus, Line, SearchNotice, Synonym
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.model.vocabulary import Term, Vocabulary

PLACE = Place("words.yaml", 3)


VOCABULARY = Vocabulary({}, {}, {}, {"persons": {"crews": Term("Crews", "")}}, "x")


def found_wrong(*terms: tuple[str, tuple[str, ...]]) -> list[Problem]:
    synonym = Synonym(("équipage",), (), (), PLACE, terms)
    made = replace(EMPTY_CORPUS, vocabulary=VOCABULARY, search_words=replace(NO_SEARCH_WORDS, synonyms=(synonym,)))
    return check_search_words(Concordance({}, (), {}), made)


def test_a_synonym_may_find_terms_alone() -> None:
    assert found_wrong(("persons", ("crews",))) == []


def test_a_synonym_that_finds_an_unknown_term_is_told_of_with_the_nearest() -> None:
    term, facet = found_wrong(("persons", ("crew", "crews"))), found_wrong(("person", ("crews",)))
    for (problem,), meant in ((term, "'crews'"), (facet, "'persons'")):
        assert (problem.kind, problem.place) == (ProblemKind.VOCABULARY, PLACE)
        assert "équipage" in problem.message and meant in problem.remedy


def asking(*phrasings: tuple[str, str], pages: dict[str, tuple[Line, ...]] | None = None) -> Corpus:
    annotations: dict[str, Annotation] = {}
    for line, (identifier, text) in enumerate(phrasings, start=4):
        before = annotations.get(identifier)
        asked = (*(before.asked if before else ()), Line(text, Place(f"{identifier}.md", line)))
        annotations[identifier] = Annotation(
            identifier, PLACE, "", None, None, (), (), (), (), (), None, Line("", PLACE), asked=asked
        )
    search_words = replace(NO_SEARCH_WORDS, asked=pages or {})
    return replace(EMPTY_CORPUS, annotations=MappingProxyType(annotations), search_words=search_words)


def test_a_phrasing_stands_once_in_an_annotation_and_in_all_of_them() -> None:
    corpus = asking(("rules-1", "who pays"), ("rules-1", "Who pays?"), ("rules-2", "what now"), ("rules-3", "what now"))
    in_one, in_two = check_asked(corpus, ())
    assert (in_one.place, in_two.place) == (Place("rules-1.md", 5), Place("rules-3.md", 7))
    assert "rules-1.md:4" in in_one.message and "rules-2.md:6" in in_two.message


def test_what_a_page_answers_is_asked_of_a_page_that_exists_and_of_no_entry() -> None:
    line = Line("who pays", PLACE)
    assert check_asked(asking(pages={"guide/about": (line,)}), ("guide/about",)) == []
    (unknown,) = check_asked(asking(pages={"guide/abuot": (line,)}), ("guide/about",))
    assert (unknown.kind, unknown.place) == (ProblemKind.UNKNOWN_ID, PLACE)
    assert "'guide/about'" in unknown.remedy
    (twice,) = check_asked(asking(("rules-1", "who pays"), pages={"guide/about": (line,)}), ("guide/about",))
    assert "rules-1.md:4" in twice.message


def test_a_notice_for_readers_in_need_leads_to_a_page_that_exists() -> None:
    notice = SearchNotice("index", "need-help", "Do you need help?", ("help",), PLACE)
    corpus = replace(EMPTY_CORPUS, search_words=replace(NO_SEARCH_WORDS, notice=notice))
    assert check_asked(corpus, ("index",)) == []
    (unknown,) = check_asked(corpus, ("home",))
    assert (unknown.kind, unknown.place) == (ProblemKind.UNKNOWN_ID, PLACE)
