"""The list of files to take away: what there is, with its size, however often it is filled."""

from __future__ import annotations

from pathlib import Path

from built import harbour
from concordance.exports.take_away import Offer, fill, take_away_page
from concordance.pages.widgets.take_away import BEGINNING, END


def test_the_list_is_filled_anew_each_time() -> None:
    page = f"<main>{BEGINNING}old{END}</main>"
    books = [Offer("downloads/a-letter.pdf", "A & B", 2_400_000)]
    once = fill(page, books, [Offer("data/graph.json", "All", 900)], "../", "en")
    assert fill(once, books, [Offer("data/graph.json", "All", 900)], "../", "en") == once
    assert '<a href="../downloads/a-letter.pdf">a-letter.pdf</a>' in once
    assert "A &amp; B" in once
    assert "PDF, Letter" in once
    assert "2.4\u00a0MB" in once
    assert "old" not in once
    assert "downloads" not in fill(once, [], [], "../", "en")


def test_what_does_not_exist_is_not_listed(tmp_path: Path) -> None:
    edition = harbour(widgets={"take-away": None})
    (tmp_path / "guide.html").write_text(f"{BEGINNING}{END}")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "graph.json").write_text("{}")
    (page,) = take_away_page(edition, tmp_path).values()
    assert str(page).count("<a ") == 1
    assert take_away_page(harbour(), tmp_path) == {}
