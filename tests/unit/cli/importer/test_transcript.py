"""A transcript is divided as its recipe says, and every fault in it is told at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.cli.importer.recipe import load_recipe, read_recipe
from concordance.cli.importer.transcript import read_transcript
from small_transcript import TEXT, make, swap

if TYPE_CHECKING:
    from pathlib import Path

    from concordance.cli.importer.resolution import Resolution


def read(folder: Path, text: str = TEXT) -> tuple[Resolution | None, list[str]]:
    resolution, problems = read_transcript(text, load_recipe(read_recipe(make(folder, text))))
    return resolution, [f"{problem.place.line}: {problem.message}" for problem in problems]


def test_a_resolution_has_its_parts_in_their_order(tmp_path: Path) -> None:
    resolution, problems = read(tmp_path)
    assert problems == []
    assert resolution is not None
    assert [line.text for line in resolution.masthead] == ["Tenth session", "Agenda item 7", "Sharing of tools"]
    assert [each.id for each in resolution.walk()] == [
        *("res-pp-1", "res-pp-2", "res-pp-2-1", "res-pp-2-2", "res-op-1", "res-op-2", "res-op-3"),
        *("ann-chapeau", "ann-1", "ann-2", "ann-2-a", "ann-2-b", "ann-3"),
    ]
    assert {number: line.text for number, line in resolution.footnotes.items()} == {
        1: "See *Gardens*, vol. 2, and [7/3](#).",
        2: "*Ibid.*",
    }


def test_footnotes_and_page_breaks_within_a_paragraph_leave_it_whole(tmp_path: Path) -> None:
    resolution, _ = read(tmp_path)
    assert resolution is not None
    assert resolution.preamble[0].text == "Recalling the Charter of Gardens,¹ and the tools that it names,²"
    assert resolution.operative[2].text.endswith("to report on both.")


def test_paragraphs_of_an_annex_are_divided_at_its_headings(tmp_path: Path) -> None:
    resolution, _ = read(tmp_path)
    assert resolution is not None
    assert resolution.annex is not None
    parts = [
        (part.heading and part.heading.text, [each.id for each in part.provisions]) for part in resolution.annex.parts
    ]
    assert parts == [(None, ["ann-1", "ann-2"]), ("i) Sharing", ["ann-3"])]


def test_a_text_that_does_not_begin_is_read_no_further(tmp_path: Path) -> None:
    resolution, (problem,) = read(tmp_path, swap("Tenth session", "Eleventh session"))
    assert resolution is None
    assert problem == "3: The transcript has no line “Tenth session” (where the reproduced text starts)."


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    _, problems = read(tmp_path, swap("3. Share", "5. Share", swap("mend it,*", "mend it.*")))
    assert problems == [
        "42: Paragraph 5 follows paragraph 2.",
        "20: This preambular paragraph does not end in a comma.",
    ]
