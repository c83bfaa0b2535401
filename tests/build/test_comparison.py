"""Parallels on pages: beside the paragraph, and as whole texts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from edition import Build, Edition
from soups import soup


def wording(block: Tag, side: str) -> str:
    """Return one wording of a comparison as a wide screen shows it."""
    (words,) = block.select(f".wording.{side}")
    copy = BeautifulSoup(str(words), "html.parser")
    for unseen in copy.select(".unseen, .narrow" + (", ins" if side == "earlier" else "")):
        unseen.decompose()
    return " ".join(copy.get_text().split())


def test_a_parallel_is_shown_on_the_pages_of_both(built: Edition) -> None:
    build = built.build()
    assert build.warnings == []
    new, old = soup(build, "rules/1"), soup(build, "old")
    assert [title.get_text() for title in new.select(".parallels h2")] == ["What changed since 1910"]
    assert "What changed by 1990" in old.get_text()
    for page in (new, old):
        (block,) = page.select(".comparison")
        assert [head.get_text() for head in block.select(".wording-of")] == ["1910 old rule 1", "1990 rule 1"]
        assert wording(block, "earlier") == "Every ship shall be measured, in accordance with the Convention."
        assert wording(block, "later") == (
            "Every vessel shall be measured in accordance with article 6 of the Convention;"
        )
        assert "[only in 1910: ship] [only in 1990: vessel]" in block.select(".wording.earlier")[0].get_text()
    assert new.select(".comparison .wording-of a")[0]["href"] == "../old.html#old-1"


def test_a_changed_word_is_shown_wherever_it_is_compared(built: Edition) -> None:
    built.change("source/old.md", "Every ship", "Each ship")
    build = built.build()
    assert build.read == ["old"]
    assert build.written == ["beside", "old", "rules/1"]
    assert "Each" in soup(build, "rules/1").select(".comparison del")[0].get_text()


def test_whole_texts_stand_beside_each_other(built: Edition) -> None:
    page = soup(built.build(), "beside")
    counts = [[cell.get_text() for cell in row.select("td")][::2] for row in page.select(".closest tbody tr")]
    assert counts == [["nearly the same", "1"], ["loose", "0"], ["none", "1"]]
    assert [title.get_text() for title in page.select(".row-heading")] == ["old rule 1", "Without a parallel in 1990"]
    alone = [item.get_text() for item in page.select(".whole-texts ul.pages li")]
    assert alone[0] == "old rule 2 Nobody shall whistle on board."
    assert [text.split(" ")[1] for text in alone[1:]] == ["2", "3"]
    assert [notice.get_text() for notice in page.select(".notice")] == [
        "This is made up too.",
        "This is a made-up text.",
    ]


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("old", "Name two texts"),
        ("old rulez", "There is no text 'rulez'. Did you mean 'rules'?"),
        ("old rules-op", "The text 'rules' has no series 'op'."),
    ],
)
def test_a_wrong_argument_is_told(built: Edition, argument: str, message: str) -> None:
    built.change("source/beside.md", "old rules", argument)
    (warning,) = built.build().warnings
    assert "beside.md:3" in warning
    assert message in warning


def test_every_graded_link_of_the_edition_is_compared_letter_by_letter(real: Build, graph: dict[str, Any]) -> None:
    entries = {entry["id"]: entry for entry in graph["entries"]}
    graded = {frozenset({link["subject"], link["object"]}) for link in graph["links"] if link["grade"]}
    compared = set()
    for docname in {entries[end]["url"].partition(".html")[0] for pair in graded for end in pair}:
        for block in soup(real, docname).select(".comparison"):
            ends = [str(link["href"]).partition("#")[2] for link in block.select(".wording-of a")]
            compared.add(frozenset(ends))
            for end, side in zip(ends, ("earlier", "later"), strict=True):
                words = re.sub(r"\s+", "", entries[end]["content"])
                assert re.sub(r"\s+", "", wording(block, side)) == words, f"{end} on {docname}"
    assert compared == graded


def test_what_has_no_parallel_stands_behind_the_others_of_its_part_and_is_whole(
    real: Build, graph: dict[str, Any]
) -> None:
    page = soup(real, "compare/index")
    content = {entry["id"]: entry["content"] for entry in graph["entries"]}
    for part in page.select("details.long-part"):
        headings = [heading.get_text() for heading in part.select(".row-heading")]
        assert headings.count("Without a parallel in 2019") == headings[-1:].count("Without a parallel in 2019")
        for line in part.select(".pages > li"):
            identifier = str(line.select("a")[0]["href"]).partition("#")[2]
            assert line.select(".opening")[0].get_text() == content[identifier]


def test_every_paragraph_of_the_resolution_stands_beside_the_later_one_or_alone(
    real: Build, graph: dict[str, Any]
) -> None:
    page = soup(real, "compare/resolutions")
    shown = {str(link["href"]).partition("#")[2] for link in page.select(".long-part a")}
    expected = {entry["id"] for entry in graph["entries"] if entry["text"] in {"r64", "r74"}}
    assert {identifier for identifier in expected - shown if identifier.count("-") == 2} <= {"r74-pp-8"}
    titles = [heading.get_text() for heading in page.select(".long-part > summary .part-heading")]
    assert titles == ["With a parallel in 2019", "Without a parallel in 2019", "Only in 2019"] * 2


def test_every_paragraph_of_the_plan_stands_beside_the_later_text(real: Build, graph: dict[str, Any]) -> None:
    page = soup(real, "compare/index")
    shown = {str(link["href"]).partition("#")[2] for link in page.select(".whole-texts a")}
    expected = {entry["id"] for entry in graph["entries"] if entry["text"] in {"plan", "r74"}}
    assert expected - shown == {"r74-pp-8"}, "the words before its items say nothing without them"
    counts = [int(cell.get_text()) for cell in page.select(".closest td:last-child")]
    assert sum(counts) == 62, "61 paragraphs and the chapeau"
    *parts, rest = [line.get_text() for line in page.select("details.long-part > summary > span")]
    assert sum(int(part.split()[0]) for part in parts) == 62, "items are counted apart"
    assert "7 paragraphs, 3 items" in parts
    assert "item" in rest
