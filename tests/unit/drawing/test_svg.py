"""Drawings: what is put into them is escaped, and labels fit."""

from __future__ import annotations

from bs4 import BeautifulSoup
from concordance.citations.short import shortened
from concordance.drawing.svg import Markup, element


def test_whatever_is_put_into_a_drawing_is_escaped() -> None:
    drawn = element("a", "<b>&", Markup("<i>1</i>"), href='x"><script>', class_="c", data_x=1.25, id=None)
    (link,) = BeautifulSoup(drawn, "html.parser").find_all(recursive=False)
    assert link.attrs == {"href": 'x"><script>', "class": ["c"], "data-x": "1.2"}
    assert link.decode_contents() == "&lt;b&gt;&amp;<i>1</i>"


def test_long_labels_are_cut_between_words() -> None:
    assert shortened("one two three", 9) == "one two …"
