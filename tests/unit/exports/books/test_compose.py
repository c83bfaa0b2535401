"""How a text becomes chapters."""

from __future__ import annotations

from built import contents, harbour
from concordance.exports.books.compose import Composer
from concordance.exports.books.manuscript import Heading, Paragraph, ParagraphRole, plain
from concordance.model.entries import Passage, Run


def test_a_paragraph_has_a_heading_its_words_and_what_editors_say() -> None:
    (chapter,) = Composer(harbour()).text("rules")
    heading, words, item, *remarks = chapter.blocks
    assert isinstance(heading, Heading)
    assert (heading.title, heading.id, heading.printed) == ("rule 1: Open register", "rules-1", "rule 1")
    assert isinstance(words, Paragraph)
    assert (words.number, words.id, words.role) == ("1.", "", ParagraphRole.PROVISION)
    assert isinstance(item, Paragraph)
    assert (item.number, item.id, item.depth) == ("(a)", "rules-1-a", 1)
    texts = [plain(block.spans) for block in remarks if isinstance(block, Paragraph)]
    assert "Ships are written down." in texts
    assert "needs Office: It keeps the register." in texts


def test_without_the_editors_a_text_is_its_words_alone() -> None:
    pages = contents()
    pages["rules/index"].passages = (Passage("rules", "", "", ((Run("RULES"),),)),)
    (chapter,) = Composer(harbour(pages=pages)).text("rules", ())
    blocks = [block for block in chapter.blocks if isinstance(block, Paragraph)]
    assert plain(blocks[0].spans) == "RULES"
    assert len(blocks) == len(chapter.blocks), "no headings"
    assert [block.id for block in blocks if block.id] == ["rules-1", "rules-1-a"]


def test_an_entry_alone_has_the_parts_that_are_asked_for() -> None:
    blocks = [*Composer(harbour()).entry("rules-1", ("summary",))]
    assert isinstance(blocks[0], Heading)
    texts = [plain(block.spans) for block in blocks if isinstance(block, Paragraph)]
    assert "Ships are written down." in texts
    assert not any("It keeps the register" in text for text in texts)
    (_heading, about) = Composer(harbour()).entry("office", ())
    assert isinstance(about, Paragraph)
    assert plain(about.spans) == "Keeps the register."
