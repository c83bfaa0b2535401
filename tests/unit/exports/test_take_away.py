"""The list of files to take away: what there is, with its size, however often it is filled."""

from __future__ import annotations

import re
from pathlib import Path

from built import harbour
from concordance.exports.files import write_files
from concordance.exports.take_away import Offer, fill_page, forget_books, pages_with_books, take_away_page
from concordance.model.entries import Entry
from concordance.pages.widgets.take_away import BEGINNING, END

# Where the page of an entry, or the entry among others on a page, says what can be done with it.
ROW = '<p class="entry-tools"><a class="reference internal" href="../handout.html?p={}">Add</a></p>'


def test_the_list_is_filled_anew_each_time() -> None:
    page = f"<main>{BEGINNING}old{END}</main>"
    books = [Offer("downloads/a-letter.pdf", "A & B", 2_400_000)]
    once = fill_page(page, books, [Offer("data/graph.json", "All", 900)], "../", "en")
    assert fill_page(once, books, [Offer("data/graph.json", "All", 900)], "../", "en") == once
    assert '<a href="../downloads/a-letter.pdf">a-letter<wbr>.pdf</a>' in once
    assert "A &amp; B" in once
    assert "PDF, Letter" in once
    assert "2.4\u00a0MB" in once
    assert "old" not in once
    assert "downloads" not in fill_page(once, [], [], "../", "en")


def test_what_a_page_says_of_books_is_hidden_where_there_are_none() -> None:
    box = '<div class="{}-books docutils container">'
    page = f"{BEGINNING}{END}{box.format('with')}</div>{box.format('without')}</div>"
    with_books = fill_page(page, [Offer("downloads/a.epub", "A", 1)], [], "", "en")
    assert re.findall(r"<div class=\"(\w+)-books[^>]*\" hidden>", with_books) == ["without"]
    without = fill_page(with_books, [], [], "", "en")
    assert re.findall(r"<div class=\"(\w+)-books[^>]*\" hidden>", without) == ["with"]


def test_what_does_not_exist_is_not_listed(tmp_path: Path) -> None:
    edition = harbour(widgets={"take-away": None})
    (tmp_path / "guide.html").write_text(f"{BEGINNING}{END}")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "graph.json").write_text("{}")
    (page,) = take_away_page(edition, tmp_path).values()
    assert str(page).count("<a ") == 1
    assert take_away_page(harbour(), tmp_path) == {}


def test_every_provision_of_a_page_leads_to_its_place_in_a_pdf_of_its_text_while_there_is_one(tmp_path: Path) -> None:
    edition = harbour()
    entries: dict[Entry, Path] = {}
    for page in edition.pages.values():
        path = tmp_path / page.address
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(map(ROW.format, (entry.id for entry in page.content.entries))))
        entries |= {entry: path for entry in page.content.entries if entry.kind.is_provision}
    before = {path: path.read_text() for path in entries.values()}
    assert pages_with_books(edition, tmp_path, ["downloads/other.pdf"]) == {}
    alone, with_editors = "downloads/rules-text.pdf", "downloads/rules.pdf"
    for books, book in (([alone], alone), ([alone, with_editors], with_editors)):
        write_files(tmp_path, pages_with_books(edition, tmp_path, books))
        for entry, path in entries.items():
            assert path.read_text().count(f'href="../{book}#{entry.id}" aria-label="PDF: {entry.name}"') == 1
        forget_books(tmp_path)
        assert {path: path.read_text() for path in entries.values()} == before
