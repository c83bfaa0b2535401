"""Which changes have a page read again, and which only have it written again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from built import CORPUS, contents
from concordance.model.corpus import Corpus, SearchWords
from concordance.model.vocabulary import Grade, Predicate, Term, Vocabulary
from concordance.pages.page_content import PageContent, WidgetRequest
from concordance.pages.page_fingerprint import PageFingerprints

TERMS = {"who": {"crews": Term("Crews", "Those who work."), "pilots": Term("Pilots", "Those who steer.")}}
BEFORE = replace(CORPUS.vocabulary, facets=TERMS, fingerprint="before")
OFFICE = replace(CORPUS.annotations["office"], who=(("who", ("crews",)),))


def fingerprint(vocabulary: Vocabulary, page: PageContent, filters: dict[str, str] | None = None) -> str:
    words: SearchWords = replace(CORPUS.search_words, filters=filters or {})
    corpus: Corpus = replace(CORPUS, vocabulary=vocabulary, annotations={"office": OFFICE}, search_words=words)
    return PageFingerprints(corpus, {}).of(b"words", page)


def page_of(docname: str, *widgets: str) -> PageContent:
    page = contents()[docname]
    page.widgets = tuple(WidgetRequest(name, "") for name in widgets)
    return page


PREDICATES = {"needs": Predicate("needs", "needed-by", "asks for", "is asked for by", "Other words.")}
LABELS = {"who": {**TERMS["who"], "crews": Term("Sailors", "Those who work.")}}
OTHERS = {"who": {**TERMS["who"], "pilots": Term("Guides", "Those who steer.")}}


@pytest.mark.parametrize(
    ("changed", "own", "generated"),
    [
        ({"fingerprint": "another comment"}, False, True),
        ({"predicates": PREDICATES}, False, True),
        ({"grades": {"close": Grade("nearly", "Nearly.")}}, False, True),
        ({"facets": OTHERS}, False, True),
        ({"facets": LABELS}, True, True),
        ({"interface": {"": {"Terms": ("Words",)}}}, True, True),
        ({"texts": {}}, True, True),
    ],
)
def test_a_page_is_read_again_for_words_of_the_vocabulary_that_it_is_read_with(
    changed: dict[str, object], own: bool, generated: bool
) -> None:
    after = replace(BEFORE, **{"fingerprint": "after", **changed})  # type: ignore[arg-type]
    assert (fingerprint(after, page_of("bodies")) != fingerprint(BEFORE, page_of("bodies"))) == own
    browsing = page_of("bodies", "browse")
    assert (fingerprint(after, browsing) != fingerprint(BEFORE, browsing)) == generated


def test_the_predicate_of_the_links_of_texts_counts() -> None:
    named = {"cites": Predicate("cites", "cited-by", "cites", "is cited by", "", text=True)}
    assert fingerprint(replace(BEFORE, predicates=named), page_of("rules/1")) != fingerprint(BEFORE, page_of("rules/1"))


def test_the_name_of_a_facet_counts_where_its_terms_are_shown() -> None:
    filters = {"who": "Who acts"}
    assert fingerprint(BEFORE, page_of("bodies"), filters) != fingerprint(BEFORE, page_of("bodies"))
    assert fingerprint(BEFORE, page_of("rules/1"), filters) == fingerprint(BEFORE, page_of("rules/1"))
