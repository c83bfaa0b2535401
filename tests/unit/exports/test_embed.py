"""The words of a text, as they stand in a frame."""

from __future__ import annotations

from concordance.exports.embed import verbatim_html
from concordance.model.entries import Passage, Run


def test_words_in_a_frame_are_never_markup() -> None:
    inner = Passage("plan", "plan-1-a", "(a)", ((Run(" A <b> & ", ("emphasis",)), Run("gone", ("struck",))),))
    html = verbatim_html(Passage("plan", "plan-1", "1.", ((Run("One", (), "untoc"), Run("2", ("call",), "x")), inner)))
    assert html == (
        '<p><span class="number">1.</span> One<sup>[2]</sup></p>'
        '<div class="item"><p><span class="number">(a)</span> <em> A &lt;b&gt; &amp; </em><s>gone</s></p></div>'
    )
