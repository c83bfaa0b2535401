"""The Markdown of editors in books."""

from __future__ import annotations

from concordance.exports.books.manuscript import ParagraphRole, Span, plain
from concordance.exports.books.prose import prose_blocks


def resolve(target: str) -> tuple[str, str]:
    return f"#{target}", f"label of {target}"


def test_lists_quotations_marks_and_links_are_kept() -> None:
    blocks = prose_blocks("One *two* [](#a) [b](#b).\n\n1. First\n2. Second\n   - Inner\n\n> Quoted\n", resolve)
    assert [(block.role, block.number, block.depth) for block in blocks] == [
        (ParagraphRole.PROSE, "", 0),
        (ParagraphRole.ITEM, "1.", 0),
        (ParagraphRole.ITEM, "2.", 0),
        (ParagraphRole.ITEM, "•", 1),
        (ParagraphRole.QUOTATION, "", 0),
    ]
    assert Span("two", ("emphasis",)) in blocks[0].spans
    assert Span("label of a", (), "#a") in blocks[0].spans
    assert Span("b", (), "#b") in blocks[0].spans


def test_a_footnote_is_a_note_where_it_is_called() -> None:
    (block,) = prose_blocks("One[^1] two.\n\n[^1]: Said elsewhere.\n", resolve)
    assert plain(block.spans) == "One two."
    assert [plain(span.note) for span in block.spans if span.note] == ["Said elsewhere."]
