"""What can be found of pages that are about no entry: their sections, and the words that they explain."""

from __future__ import annotations

from concordance.pages.page_content import PageSection
from concordance.sphinx_ext.sections import sections_of
from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes


def section(identifier: str, title: str, *children: nodes.Node) -> nodes.section:
    return nodes.section("", nodes.title("", title), *children, ids=[identifier])


def paragraph(text: str) -> nodes.paragraph:
    return nodes.paragraph("", text)


def page(*children: nodes.Node) -> nodes.document:
    document = new_document("guide/harbour")
    document += children
    return document


def test_each_section_has_its_own_words_and_the_first_is_the_top_of_the_page() -> None:
    inner = section("dues", "Who pays", paragraph("Ships pay."))
    assert sections_of(page(section("harbour", "Harbour", paragraph("How to\nenter  it."), inner))) == (
        PageSection("", "Harbour", "How to enter it."),
        PageSection("dues", "Who pays", "Ships pay."),
    )


def test_the_words_of_lists_and_tables_are_told_apart() -> None:
    items = nodes.bullet_list("", *(nodes.list_item("", paragraph(words)) for words in ("Boats", "Rafts")))
    (top,) = sections_of(page(section("harbour", "Harbour", items)))
    assert top.text == "Boats Rafts"


def test_what_nobody_reads_is_not_found() -> None:
    hidden = (nodes.comment("", "a note"), nodes.raw("", "<hr>", format="html"), addnodes.toctree())
    (top,) = sections_of(page(section("harbour", "Harbour", *hidden, paragraph("Dues."))))
    assert top.text == "Dues."


def test_explained_words_are_found_where_they_stand_under_all_their_names() -> None:
    terms = (nodes.term("", "dues", ids=["term-dues"]), nodes.term("", "toll", ids=["term-toll"]))
    item = nodes.definition_list_item("", *terms, nodes.definition("", paragraph("What ships pay.")))
    glossary = addnodes.glossary("", nodes.definition_list("", item))
    assert sections_of(page(section("words", "Words", paragraph("Explained."), glossary))) == (
        PageSection("", "Words", "Explained."),
        PageSection("term-dues", "dues, toll", "What ships pay."),
    )


def test_a_list_of_definitions_outside_a_glossary_belongs_to_its_section() -> None:
    item = nodes.definition_list_item(
        "", nodes.term("", "dues", ids=["dues"]), nodes.definition("", paragraph("What ships pay."))
    )
    sections = sections_of(page(section("words", "Words", nodes.definition_list("", item))))
    assert sections == (PageSection("", "Words", "dues What ships pay."),)


def test_a_section_without_a_title_is_none() -> None:
    assert sections_of(page(nodes.section("", paragraph("Words."), ids=["nameless"]))) == ()
