"""A third edition needs no edit of the engine: articles, decimal numbers with gaps, deep items, other
kinds in another order, from right to left."""

from __future__ import annotations

import json
import re

import pytest
from edition import ROOT, Build, Edition
from soups import soup

CODE = ROOT / "tests" / "editions" / "code"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    built = Edition.copy(CODE, tmp_path_factory.mktemp("code")).build()
    assert built.warnings == []
    return built


def test_numbers_are_cited_as_they_are_printed(built: Build) -> None:
    graph = json.loads((built.out / "data" / "graph.json").read_text("utf-8"))
    labels = {entry["id"]: entry["label"] for entry in graph["entries"]}
    assert labels["code-4-50-140-a-2-ii"] == "القسم 4.50.140 (a) (2) (ii)"
    assert labels["code-art-3bis"] == "المادة 3 مكررا"
    assert labels["code-art-4"] == "المادة 4"


def test_the_edition_reads_from_right_to_left_and_says_its_own_words(built: Build) -> None:
    page = built.page("articles/index")
    assert 'lang="ar" dir="rtl"' in page
    assert "«المادة 12»" in page
    words = (built.out / "search.html").read_text("utf-8")
    assert "para 12" not in words


def test_the_first_style_of_citation_is_that_of_the_edition(built: Build) -> None:
    page = built.page("articles/3bis")
    assert page.index("OSCOLA") < page.index("الأمم المتحدة")


def test_entries_are_of_the_kinds_of_the_edition_and_in_their_order(built: Build) -> None:
    graph = json.loads((built.out / "data" / "graph.json").read_text("utf-8"))
    kinds = list(dict.fromkeys(entry["kind"] for entry in graph["entries"]))
    assert kinds == ["principle", "case", "provision", "standard", "clause"]
    clause = next(entry for entry in graph["entries"] if entry["kind"] == "clause")
    assert clause["part_of"] == "lamps"


def test_what_a_paragraph_is_tied_to_stands_by_the_groups_of_the_edition(built: Build) -> None:
    page = soup(built, "articles/3bis")
    groups = [item.b.get_text() for item in page.select(".map-list > li") if item.b]
    assert groups == ["مبادئ المرفأ:", "قضايا:", "قانون المرفأ:", "معايير:"]


def test_lists_and_tables_say_the_words_of_the_edition_for_its_kinds(built: Build) -> None:
    page = soup(built, "tables")
    assert "معيار أو بند" in [head.get_text() for head in page.select(".ties th")]
    columns = [head.get_text(strip=True) for head in page.select("table.state th")]
    assert columns[2:6] == ["مبادئ", "قضايا", "أحكام", "معايير"]
    notes = soup(built, "articles/index").select(".without")
    assert [each.get_text() for each in notes] == ["مبدأ: لا شيء مناسب: المادة عن الثمن وحده."]


def test_the_search_knows_the_kinds_and_filters_by_them(built: Build) -> None:
    citations = (built.out / "finding" / "citations.js").read_text("utf-8")
    assert (
        '["principle","مبدأ","numbered",0],["case","قضية","document",0],["provision","مادة","provision",1]' in citations
    )
    assert '{"name":"principle","label":"المتصل: مبدأ"' in (built.out / "finding" / "index.js").read_text("utf-8")


def test_no_kind_of_another_edition_is_left_in_it(built: Build) -> None:
    data = (built.out / "data" / "graph.json").read_text("utf-8")
    assert {*re.findall(r"kind-(\w+)", data)} == {"principle", "case", "provision", "standard", "clause"}
    assert not re.search("data-(goal|target|instrument|body)=", built.page("articles/3bis"))
