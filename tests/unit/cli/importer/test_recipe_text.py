"""A proposed recipe can be read again, and shows in comments what an editor has to judge."""

from __future__ import annotations

import hashlib

import yaml
from concordance.cli.importer.decisions import Doubt, DoubtKey
from concordance.cli.importer.markers import Style
from concordance.cli.importer.paragraphs import LineRange
from concordance.cli.importer.propose import LeftOut, Proposal, ProposedText
from concordance.cli.importer.recipe_text import write_recipe
from concordance.cli.importer.units import TextPlan

TEXT = "A/1/L.1\nTreaty on Lamps\nArticle 1\nLamps: yes.\n1 See oil.\nA/1/L.1\n"
PROPOSAL = Proposal(
    left_out=[LeftOut((LineRange(1, 1), LineRange(6, 6)), "printed on every page")],
    headings=(LineRange(2, 2),),
    footnotes={1: LineRange(5, 5)},
    texts=[
        ProposedText(
            "lamps",
            LineRange(1, 6),
            'Treaty: on "Lamps"',
            "no",
            TextPlan(Style.ARTICLE, "art", preamble=True, word="Airticle"),
            "each",
            {"art": "art. {number}"},
            1,
        )
    ],
    doubts=[Doubt(DoubtKey(4, "Lamps:"), "It is odd.", "as printed", ("as printed", "unit"))],
)


def test_what_is_proposed_can_be_read_whatever_signs_the_words_have() -> None:
    recipe = yaml.safe_load(write_recipe(PROPOSAL, "lamps.txt", TEXT, "lamps.pdf"))
    (text,) = recipe["texts"]
    assert recipe["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (text["title"], text["name"], text["word"]) == ('Treaty: on "Lamps"', "no", "Airticle")
    assert text["preamble"] is True
    assert (text["lines"], text["units"], text["cite"]) == ("1-6", "article", {"art": "art. {number}"})
    assert recipe["leave-out"] == [{"lines": [1, 6], "because": "printed on every page"}]
    assert (recipe["headings"], recipe["footnotes"]) == ([2], {1: 5})
    assert recipe["readings"] == [{"line": 4, "words": "Lamps:", "read": "as printed"}]


def test_comments_show_the_lines_that_are_meant_and_the_choices() -> None:
    lines = write_recipe(PROPOSAL, "lamps.txt", TEXT, "lamps.pdf").split("\n")
    assert lines[lines.index("leave-out:") + 1] == "  # A/1/L.1"
    assert lines[lines.index("headings:") + 1] == "  # Treaty on Lamps"
    assert lines[lines.index("footnotes:") + 1] == "  # 1 See oil."
    assert lines[lines.index("readings:") + 1] == "  # It is odd. Choose: as printed, unit."


def test_what_a_file_has_none_of_is_left_out() -> None:
    recipe = yaml.safe_load(write_recipe(Proposal(), "lamps.txt", "", "lamps.txt"))
    assert recipe.keys() == {"transcript", "sha256", "texts"}
