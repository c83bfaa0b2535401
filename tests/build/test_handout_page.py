"""The page that makes handouts, the links that lead to it, and what a sheet says that names what is not there."""

from __future__ import annotations

import re
from pathlib import Path

from edition import TINY, Build, Edition

HANDOUT = "# Handout\n\n:::{handout} rules\n:::\n"
SHEET = "# Sheet\n\n:::{{sheet}} p={}&title=Day %26 night\n:::\n"


def with_handout(root: Path, sheet: str) -> Build:
    edition = Edition.copy(TINY, root)
    edition.write("source/handout.md", HANDOUT)
    edition.write("source/old/sheet.md", SHEET.format(sheet))
    edition.change("source/index.md", "whole\n", "whole\nhandout\nold/sheet\n")
    return edition.build()


def test_every_entry_of_another_edition_leads_to_its_handouts(tmp_path: Path) -> None:
    built = with_handout(tmp_path, "rules-1,tonnage")
    assert built.warnings == []
    for entry in (entry for page in built.pages.values() for entry in page.entries):
        up = "../" * entry.docname.count("/")
        assert f'href="{up}handout.html?p={entry.id}"' in built.page(entry.docname), entry.id
    page = built.page("handout")
    assert 'data-text="rules"' in page
    assert "plan" not in re.sub(r"<nav.*?</nav>", "", page[page.index("<main") : page.index("</main>")], flags=re.S)


def test_a_ready_made_sheet_is_a_link_to_a_handout(tmp_path: Path) -> None:
    page = with_handout(tmp_path, "rules-1,tonnage").page("old/sheet")
    assert 'href="../handout.html?p=rules-1,tonnage&amp;session=old/sheet#title=Day%20%26%20night"' in page
    assert "Open the handout (2 entries)" in page


def test_a_sheet_that_names_no_entry_is_told_of(tmp_path: Path) -> None:
    (warning,) = with_handout(tmp_path, "rules-1,tonage").warnings
    assert "sheet.md" in warning
    assert "'tonage', which is no entry. Did you mean 'tonnage'" in warning


def test_the_page_that_makes_handouts_may_have_any_name(tmp_path: Path) -> None:
    edition = Edition.copy(TINY, tmp_path)
    edition.write("source/leaflets/make.md", HANDOUT)
    edition.write("source/old/sheet.md", SHEET.format("rules-1"))
    edition.change("source/index.md", "whole\n", "whole\nleaflets/make\nold/sheet\n")
    built = edition.build()
    assert 'href="../leaflets/make.html?p=rules-1"' in built.page("rules/1")
    assert 'href="../leaflets/make.html?p=rules-1&amp;session=old/sheet#' in built.page("old/sheet")
    assert (built.out / "handout-worker.js").exists()


def test_an_edition_without_handouts_has_no_links_to_them(tmp_path: Path) -> None:
    assert "handout.html" not in Edition.copy(TINY, tmp_path).build().page("rules/1")


def test_a_page_that_is_only_called_a_handout_makes_none(tmp_path: Path) -> None:
    edition = Edition.copy(TINY, tmp_path)
    edition.write("source/handout.md", "# Handout\n\nSoon.\n")
    edition.write("source/old/sheet.md", SHEET.format("rules-1"))
    edition.change("source/index.md", "whole\n", "whole\nhandout\nold/sheet\n")
    built = edition.build()
    assert "Add to a handout" not in built.page("rules/1")
    sheet = built.page("old/sheet")
    assert "handout.html?" not in sheet
    assert "rules/1.html" in sheet, "what it holds is shown all the same"
    assert not (built.out / "handout-worker.js").exists()
