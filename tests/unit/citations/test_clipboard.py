"""What readers copy is the words of the text, each item by itself, with its citations."""

from __future__ import annotations

from cited_works import BARE, entry, vocabulary
from concordance.citations.clipboard import ADDRESS, clipboard_items
from concordance.model.corpus import EMPTY_CORPUS
from concordance.model.entries import Passage, Run
from concordance.model.kinds import PROVISION


def test_the_words_to_copy_are_those_of_the_text() -> None:
    item = Passage("plan", "plan-43-b", "b.", ((Run("Inner "), Run("gone", ("struck",)), Run(" words")),))
    passage = Passage("plan", "plan-43", "43.", ((Run("Words"), Run("[sic]", ("note",)), Run(", 3", ("call",))), item))
    whole = {name: entry(name, PROVISION, name) for name in ("plan-43", "plan-43-b")}
    corpus = EMPTY_CORPUS.__class__(vocabulary(), {}, EMPTY_CORPUS.considered)
    outer, inner = clipboard_items(whole.values(), [passage], whole, corpus, BARE)
    assert [block.words or block.entry for block in outer.blocks] == [("Words",), "plan-43-b"]
    assert [block.words for block in inner.blocks] == [("Inner ", "gone", " words")]
    assert inner.of == "plan-43"
    assert ADDRESS in inner.citations["un"]
