"""An import adds its texts to an edition, and changes nothing else that editors wrote."""

from __future__ import annotations

import pytest
from concordance.cli.importer.vocabulary_entry import add_texts, add_to_tree
from file_recipes import text_model

LAMPS = text_model(id="lamps", name="Treaty “on” Lamps", cite={"art": "art. {number}"})
ENTRY = """  lamps:
    name: "Treaty “on” Lamps"
    cite: {"art": "art. {number}"}
    notice: "Quote the official document."
    facts: {title: "Treaty on Lamps"}
"""


@pytest.mark.parametrize("begin", ["texts:\n", "texts: {}\n", "texts:   \n"])
def test_a_text_stands_first_among_those_of_the_vocabulary(begin: str) -> None:
    written, added = add_texts(f"# ours\n{begin}grades: {{}} # later\n", [LAMPS], {})
    assert written == f"# ours\ntexts:\n{ENTRY}grades: {{}} # later\n"
    assert added == ["lamps"]


def test_numbers_that_it_lacks_are_declared() -> None:
    written, _ = add_texts("texts:\n", [LAMPS], {"lamps": ["lamps-art-2", "lamps-art-5 to lamps-art-7"]})
    assert "    gaps: [lamps-art-2, lamps-art-5 to lamps-art-7]\n" in written


@pytest.mark.parametrize("vocabulary", ["texts:\n  lamps:\n    name: Ours\n", "kinds: {}\n", "texts: {oil: {}}\n"])
def test_a_vocabulary_that_has_it_or_is_written_otherwise_stays_as_it_is(vocabulary: str) -> None:
    assert add_texts(vocabulary, [LAMPS], {}) == (vocabulary, [])


TREE = "# Home\n\n```{toctree}\n:hidden:\n\noil/index\n```\n\nEnd.\n"


def test_a_page_that_lists_others_one_by_one_lists_the_text_too() -> None:
    assert add_to_tree(TREE, ["lamps"]) == TREE.replace("oil/index\n", "oil/index\nlamps/index\n")
    assert add_to_tree(TREE, ["oil"]) == TREE


@pytest.mark.parametrize("page", ["# Home\n", TREE.replace(":hidden:", ":glob:"), "```{toc}\n```\n"])
def test_a_page_that_lists_others_by_pattern_or_not_at_all_stays_as_it_is(page: str) -> None:
    assert add_to_tree(page, ["lamps"]) == page
