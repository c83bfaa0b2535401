"""A recipe says how the lines of a file are divided and read, and is told what it cannot say."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.cli.importer.decisions import DoubtKey
from concordance.cli.importer.file_recipe import plan_of
from concordance.cli.importer.markers import Style
from concordance.cli.importer.paragraphs import LineRange, Outline
from concordance.cli.importer.recipe import ImportFailedError
from concordance.cli.importer.units import TextPlan
from file_recipes import file_recipe, text_model

MORE = """leave-out:
  - {lines: [1, 4-5], because: printed on every page}
  - {lines: [9], because: a list}
headings: [2-3]
footnotes: {7: 6-8}
readings:
  - {line: 2, words: self-lit, read: hyphenated}
  - {line: 3, words: Lmap, read: as printed, instead: Lamp}
"""


def test_lines_are_divided_and_words_read_as_it_says(tmp_path: Path) -> None:
    recipe = file_recipe(tmp_path, "Lamps.\n", **{"texts:": f"{MORE}texts:"})
    assert recipe.outline == Outline(
        (LineRange(1, 1), LineRange(4, 5), LineRange(9, 9)), {7: LineRange(6, 8)}, (LineRange(2, 3),)
    )
    assert recipe.readings == {DoubtKey(2, "self-lit"): "hyphenated", DoubtKey(3, "Lmap"): "as printed"}
    assert recipe.replacements == {DoubtKey(3, "Lmap"): "Lamp"}


def test_a_text_is_built_as_it_says() -> None:
    assert plan_of(text_model(units="none")) == TextPlan(None, "", preamble=False)
    model = text_model(units="article", series="art", preamble=True, dashes=True, word="Airticle")
    assert plan_of(model) == TextPlan(Style.ARTICLE, "art", preamble=True, dashes=True, word="Airticle")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("lines: 1-99", "lines: 9-1", "is neither a line nor a range of lines: '9-1'"),
        ("lines: 1-99", "lines: 0", "is neither a line nor a range of lines: '0'"),
        ("read: hyphenated", "read: glued", "is none of as printed, footnote call, unit, text, continues"),
        ("{line: 2,", "{line: two,", "is not the number of a line: 'two'"),
        (
            "id: lamps",
            "id: la-mps",
            "which has small letters and digits only, and no hyphen: 'la-mps'",
        ),
        ("series: art", "series: art-1", "is no series, which has small letters only: 'art-1'"),
        ("folder: lamps", "folder: ../lamps", "leaves the source folder: '../lamps'"),
    ],
)
def test_what_it_cannot_say_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(ImportFailedError) as caught:
        file_recipe(tmp_path, "Lamps.\n", **{"texts:": f"{MORE}texts:", old: new})
    (problem,) = caught.value.problems
    assert message in str(problem)
