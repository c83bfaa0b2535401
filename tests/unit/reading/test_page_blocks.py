"""Names of places, as docutils writes them."""

from __future__ import annotations

from concordance.reading.page import PageBlock
from concordance.reading.page_blocks import BlockContent, normalize_label


def test_a_label_is_in_lower_case_with_single_spaces() -> None:
    assert normalize_label("  A  Quay ") == "a quay"


def test_a_block_without_words_yields_only_what_is_in_it() -> None:
    assert [*BlockContent().parts(facts=False)] == []
    assert [*BlockContent(texts=["a"]).parts(facts=True)] == [PageBlock(("a",), facts=True)]
