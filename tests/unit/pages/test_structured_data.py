"""What a page says of itself: its description and its structured data."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

import pytest
from concordance.model.corpus import Annotation, Line
from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import Adoption, Facts, Text, Vocabulary
from concordance.pages.membership import HeldText, PageMembership, WholePart
from concordance.pages.reference import Reference
from concordance.pages.site import Site
from concordance.pages.structured_data import (
    DESCRIPTION_AT_MOST,
    PageFacts,
    as_script,
    describe_page,
    structured_data,
    summarize,
)
from kinds import ARTICLE, DOCUMENT, INSTRUMENT

PLACE = Place("source/rules/2.md", 3)


FACTS = Facts(
    "Rules of the Harbour", "draft rules", "H/1", "draft", "", Adoption("rules", "Council", datetime.date(1900, 5, 1))
)


RULES = Text("rules", "Harbour rules", {"": "rule {number}"}, "This is the draft.", "h-2", facts=FACTS)


VOCABULARY = Vocabulary({"rules": RULES}, {}, {}, {}, "", {"treaty": "Legislation"})


SITE = Site("Harbour", "Rules of the Harbour", "index", "The editors", "en", VOCABULARY)


RULE = Entry(
    "rules-2", PROVISION, "rules/2", "rule 2", "Open register", PLACE, "2.", "The register is open.", leads=True
)


NOTHING = PageMembership((), (), ())


def annotation(**fields: Any) -> Annotation:
    empty = Annotation("rules-2", PLACE, "", None, None, (), (), (), (), (), None, Line("", PLACE))
    return replace(empty, **fields)


def page(*entries: Entry, **fields: Any) -> PageFacts:
    empty = PageFacts(
        "rules/2", "Rule 2", "", entries, {}, NOTHING, lambda docname, identifier: f"{docname}#{identifier}"
    )
    return replace(empty, **fields)


def test_a_provision_is_described_by_its_summary_or_else_by_its_own_words() -> None:
    assert describe_page(page(RULE), SITE) == "The register is open."
    annotations = {"rules-2": annotation(summary="Anyone may look.")}
    assert describe_page(page(RULE, annotations=annotations, prose="Prose."), SITE) == "Anyone may look."


def test_a_page_without_words_of_its_own_is_described_by_what_it_leads_into() -> None:
    bare = page(title="Part I", docname="part", membership=replace(NOTHING, child_titles=("Rule 1", "Rule 2")))
    assert describe_page(bare, SITE) == "Part I. Rule 1. Rule 2."
    assert describe_page(replace(bare, prose="All about the harbour."), SITE) == "All about the harbour."
    home = replace(bare, membership=PageMembership((), (HeldText("rules", None, ""),), ("Rule 1",)))
    assert describe_page(home, SITE) == "Rules of the Harbour. This is the draft."


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("Short words stay.", "Short words stay."),
        ("One  line\nand another.", "One line and another."),
        ("Sentence " * 9 + "ends. " + "And more " * 20, ("Sentence " * 9).strip() + " ends."),
        ("Yes. " + "word " * 40, "Yes. " + ("word " * 30).strip() + " …"),
        ("word " * 20 + "word, " + "word " * 40, ("word " * 21).strip() + " …"),
    ],
)
def test_a_description_ends_with_a_sentence_or_says_that_it_goes_on(words: str, short: str) -> None:
    assert summarize(words) == short
    assert len(short) <= DESCRIPTION_AT_MOST


def test_a_word_without_end_is_cut() -> None:
    assert len(summarize("x" * 500)) <= DESCRIPTION_AT_MOST


def test_a_provision_is_a_part_of_its_text_and_never_said_to_be_in_force() -> None:
    standing = PageMembership((WholePart("rules-2", "rules", "rules/index", 2),), (), ())
    (node,) = structured_data(page(RULE, membership=standing), SITE)
    assert node["@type"] == "Legislation"
    assert node["@id"] == "rules/2#rules-2"
    assert node["isPartOf"] == {"@type": "Legislation", "@id": "rules/index#rules", "name": "Rules of the Harbour"}
    assert node["position"] == 2
    assert node["encoding"]["legislationLegalValue"].endswith("UnofficialLegalValue")
    assert "legislationLegalForce" not in json.dumps(node)
    assert "Open register" not in json.dumps(node), "the editors' title is not the provision's"


def test_who_adopted_the_official_document_is_not_said_of_the_draft() -> None:
    official = Reference("h-2", DOCUMENT, "documents", "H/2", "The Rules", "")
    (node,) = structured_data(page(membership=PageMembership((), (HeldText("rules", official, ""),), ())), SITE)
    assert "legislationDate" not in node
    assert "legislationPassedBy" not in node
    assert node["creativeWorkStatus"] == "draft"
    adopted = node["exampleOfWork"]
    assert adopted["legislationIdentifier"] == "H/2"
    assert adopted["legislationDate"] == "1900-05-01"


def test_commentary_is_an_article_by_the_editors_dated_only_if_reviewed() -> None:
    commentary = annotation(title="Open register", body=Line("It is open.", PLACE))
    article = structured_data(page(RULE, annotations={"rules-2": commentary}), SITE)[-1]
    assert article["@type"] == "Article"
    assert article["headline"] == "Open register"
    assert article["about"] == article["isBasedOn"] == {"@id": "rules/2#rules-2"}
    assert article["author"]["name"] == "The editors"
    assert not [name for name in article if name.startswith("date")]
    reviewed = replace(commentary, reviewed=datetime.date(2026, 1, 2))
    assert structured_data(page(RULE, annotations={"rules-2": reviewed}), SITE)[-1]["dateModified"] == "2026-01-02"
    assert len(structured_data(page(RULE, annotations={"rules-2": annotation(title="A title alone")}), SITE)) == 1


def test_what_an_instrument_is_the_edition_says() -> None:
    treaty = Entry("tonnage", INSTRUMENT, "rules/2", "Tonnage", "Convention", PLACE, leads=True, type="treaty")
    article = Entry("tonnage-art-6", ARTICLE, "rules/2", "Tonnage, art. 6", "Measures", PLACE)
    standing = PageMembership((WholePart("tonnage-art-6", "tonnage", "rules/2", None),), (), ())
    whole, part = structured_data(page(treaty, article, membership=standing), SITE)
    assert whole["@type"] == part["@type"] == "Legislation"
    assert part["isPartOf"] == {"@id": "rules/2#tonnage"}
    assert "position" not in part
    plain = structured_data(page(replace(treaty, type="booklet"), article, membership=standing), SITE)
    assert [node["@type"] for node in plain] == ["CreativeWork", "CreativeWork"]


def test_no_word_of_the_edition_can_end_the_script() -> None:
    script = as_script([{"name": "</script><b>"}])
    assert "</" not in script
    assert json.loads(script)["@graph"][0]["name"] == "</script><b>"
