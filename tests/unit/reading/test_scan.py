"""The entries of an edition, found without building a page."""

from __future__ import annotations

from concordance.model.problems import ProblemKind
from concordance.reading.corpus import load
from concordance.reading.pages import address_of, docname_of
from concordance.reading.scan import ScanResult, scan
from edition import Edition
from kinds import ARTICLE, BODY


def scanned(edition: Edition) -> ScanResult:
    return scan(edition.root, "source", load(edition.root)[0])


def test_provisions_are_found_with_their_words_and_what_these_name(tiny: Edition) -> None:
    pages = scanned(tiny)
    entries = {entry.id: entry for entry in pages.entries}
    assert (entries["rules-2"].docname, entries["rules-2"].number, entries["rules-2"].label) == (
        "rules/2",
        "2.",
        "rule 2",
    )
    assert entries["rules-2"].content == (
        "The harbour master shall: (a) keep a register of vessels; (b) collect all dues as the Convention allows;"
    )
    assert entries["rules-2-b"].content == "collect all dues as the Convention allows;"
    named = {(link.subject, link.object) for link in pages.links}
    assert {("rules-2", "harbour-master"), ("rules-2", "board"), ("rules-2-b", "tonnage")} <= named


def test_registry_entries_are_found_with_what_is_told_of_them(tiny: Edition) -> None:
    entries = {entry.id: entry for entry in scanned(tiny).entries}
    assert (entries["board"].kind, entries["board"].label) == (BODY, "Harbour Board")
    assert entries["tonnage-art-6"].kind == ARTICLE


def test_an_entry_that_lacks_what_it_needs_is_told_where_it_stands(tiny: Edition) -> None:
    tiny.change("source/bodies.md", ":label: Harbour Board\n", "")
    (problem,) = scanned(tiny).page_problems
    assert (str(problem.place), problem.kind) == ("source/bodies.md:10", ProblemKind.SCHEMA)


def test_words_of_a_text_that_does_not_exist_are_told_where_they_stand(tiny: Edition) -> None:
    tiny.change("source/rules/index.md", "{verbatim} rules", "{verbatim} rulse")
    (problem,) = scanned(tiny).page_problems
    assert (str(problem.place), problem.kind) == ("source/rules/index.md:3", ProblemKind.DIRECTIVE)
    assert (problem.message, problem.remedy) == ("There is no text 'rulse'.", "Did you mean 'rules'?")


def test_a_page_that_cannot_be_read_is_told_and_the_others_are_read(tiny: Edition) -> None:
    (tiny.root / "source/rules/3.md").write_bytes(b"\xff")
    pages = scanned(tiny)
    assert [str(problem.place) for problem in pages.unread_problems] == ["source/rules/3.md:1"]
    assert "rules-2" in {entry.id for entry in pages.entries}


def test_pages_and_addresses_are_called_after_files() -> None:
    assert docname_of("source/rules/2.md", "source") == "rules/2"
    assert address_of("rules/2") == "rules/2.html"
