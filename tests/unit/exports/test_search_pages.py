"""Pages that are about no entry are found by what they say."""

from __future__ import annotations

from dataclasses import replace

from built import CORPUS, contents, harbour
from concordance.exports.search_pages import page_records
from concordance.model.corpus import NO_SEARCH_WORDS, Line
from concordance.model.problems import Place
from concordance.pages.page_content import PageSection


def test_each_section_is_a_record_of_its_own() -> None:
    pages = contents()
    pages["guide"].sections = (PageSection("", "Guide", "How to moor."), PageSection("fees", "Fees", "What it costs."))
    page, section = (record for record in page_records(harbour(pages=pages)) if record.of == "guide")
    assert (page.anchor, page.label, page.content) == ("", "Guide", "How to moor.")
    assert (section.anchor, section.label, section.title) == ("fees", "Fees", "Guide")
    assert section.content == "What it costs."
    assert section.merit < page.merit, "a page comes before its sections"


def test_a_page_of_entries_has_no_sections_to_find() -> None:
    assert not [record for record in page_records(harbour()) if record.of == "rules/1"]


def test_a_page_of_entries_that_answers_something_is_found_as_a_whole() -> None:
    line = Line("how long are the rules", Place("synonyms.yaml", 1))
    words = replace(NO_SEARCH_WORDS, asked={"rules/1": (line,)})
    edition = harbour(corpus=replace(CORPUS, search_words=words))
    (whole,) = (record for record in page_records(edition) if record.of == "rules/1")
    assert (whole.anchor, whole.asked) == ("", ("how long are the rules",))
