"""The other editions in a vocabulary: named once, and by no word that means something else in the data."""

from __future__ import annotations

from concordance.exports.rdf.fields import FIELDS, PLAIN_JSON, PREFIXES
from concordance.reading.declared_kinds import RESERVED
from concordance.reading.vocabulary_file import read_vocabulary
from edition import TINY

VOCABULARY = (TINY / "annotations" / "vocabulary.yaml").read_text("utf-8")


def problems(name: str, address: str = "https://example.org/south/", more: str = "") -> list[str]:
    text = f"{VOCABULARY}inventories:\n  {name}: {{title: South, address: {address}, calls-us: north}}\n{more}"
    vocabulary, complaints = read_vocabulary(text.encode(), "annotations/vocabulary.yaml")
    assert complaints or vocabulary.inventories[name].title == "South"
    return [str(problem) for problem in complaints]


def test_an_edition_is_named_with_its_title_and_address() -> None:
    assert problems("south") == []


def test_words_of_the_data_name_no_edition() -> None:
    assert {*FIELDS, *PREFIXES, *PLAIN_JSON, "id", "kind"} <= RESERVED
    for name in ("links", "needs", "needed-by", "close", "article"):
        (problem,) = problems(name)
        assert f"cannot be called '{name}'" in problem


def test_its_address_is_that_of_a_site() -> None:
    for address in ("http://example.org/south/", "https://example.org/south", "../south/", "https://example.org/?a=/"):
        (problem,) = problems("south", address)
        assert "is no address of a site" in problem
    (twice,) = problems("south", more="  other: {title: South, address: https://example.org/south/}\n")
    assert "other has the same address as south" in twice
