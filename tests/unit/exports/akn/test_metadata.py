"""What a document of Akoma Ntoso says of itself."""

from __future__ import annotations

import datetime
from dataclasses import replace
from xml.etree import ElementTree as ET

from built import CORPUS, RULES, VOCABULARY, harbour
from concordance.exports.akn.metadata import add_metadata
from concordance.model.vocabulary import Adoption, Facts

WHOLE = Facts(
    "Resolution",
    "draft resolution",
    "H/1",
    date=datetime.date(1990, 1, 2),
    adopted=Adoption(
        "resolution", "Board", datetime.date(1990, 2, 1), "Resolution 1", akn="/akn/un/doc/h/1990-02-01/1"
    ),
    akn="/akn/un/doc/h/1990-01-02/l-1",
)


def metadata(text: str) -> ET.Element:
    """Return the metadata of the rules, which are an annex, or of the resolution that they are annexed to."""
    annex = replace(RULES, facts=Facts("Rules", "annex", part_of="board", akn=f"{WHOLE.akn}/!annex_1"))
    texts = {"rules": annex, "board": replace(RULES, id="board", facts=WHOLE)}
    document = ET.Element("doc")
    add_metadata(document, text, harbour(corpus=replace(CORPUS, vocabulary=replace(VOCABULARY, texts=texts))))
    return document


def value(level: ET.Element, name: str, attribute: str = "value") -> str | None:
    element = level.find(name)
    assert element is not None
    return element.get(attribute)


def test_an_annex_is_a_component_of_the_work_that_it_is_annexed_to() -> None:
    (work,) = metadata("rules").iter("FRBRWork")
    assert [value(work, name) for name in ("FRBRthis", "FRBRuri", "FRBRcountry", "FRBRnumber")] == [
        f"{WHOLE.akn}/!annex_1",
        WHOLE.akn,
        "un",
        "H/1",
    ]
    assert next(metadata("rules").iter("attachmentOf")).get("href") == WHOLE.akn


def test_the_draft_points_to_the_document_that_was_adopted() -> None:
    for text in ("rules", "board"):
        assert next(metadata(text).iter("activeRef")).get("href") == "/akn/un/doc/h/1990-02-01/1"


def test_the_expression_names_its_language_and_the_file_the_day_of_the_edition() -> None:
    document = metadata("board")
    (expression,) = document.iter("FRBRExpression")
    assert value(expression, "FRBRthis") == f"{WHOLE.akn}/eng@/!main"
    (file,) = document.iter("FRBRManifestation")
    assert value(file, "FRBRdate", "date") == "2026-03-05"
