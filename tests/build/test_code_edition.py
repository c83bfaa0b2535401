"""A third edition needs no edit of the engine: articles, decimal numbers with gaps, deep items, from right to left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from edition import ROOT, Build, Edition

CODE = ROOT / "tests" / "editions" / "code"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return Edition.copy(CODE, tmp_path_factory.mktemp("code"))


@pytest.fixture(scope="module")
def built(edition: Edition) -> Build:
    built = edition.build()
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


def test_words_that_the_interface_does_not_have_are_told(edition: Edition, built: Build, tmp_path: Path) -> None:
    wrong = Edition.copy(edition.root, tmp_path)
    wrong.change("annotations/vocabulary.yaml", "  Goal: {ar", "  Gaol: {ar")
    assert any("The interface has no words 'Gaol' to put otherwise." in line for line in wrong.build().warnings)
