"""Verbatim words in Akoma Ntoso: every space is kept, and links lead somewhere."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from concordance.exports.akn.words import WordWriter
from concordance.model.entries import Run


def written(*runs: Run) -> str:
    paragraph = ET.Element("p")
    WordWriter(lambda name: "#office" if name == "office" else "").add(paragraph, runs, {})
    return ET.tostring(paragraph, encoding="unicode")


def test_marks_and_links_are_elements_and_spaces_between_them_stay() -> None:
    runs = Run("The "), Run("office", ("emphasis",), "office"), Run(" "), Run("old", ("struck", "strong"))
    assert written(*runs) == '<p>The <i><ref href="#office">office</ref></i> <del><b>old</b></del></p>'


def test_a_link_to_no_entry_is_words() -> None:
    assert written(Run("gone", to="gone")) == "<p>gone</p>"
