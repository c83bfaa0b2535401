"""Pages that would grow too large stand on several sheets, which change with them."""

from __future__ import annotations

import re

import pytest
from edition import Build, Edition

PAGES = ("whole", "browse")


def sheets(build: Build, docname: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(build.out.glob(f"{docname}.[0-9].html"))]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("concordance.pages.sheets.MOST", 2_000)


def test_this_edition_stands_at_the_addresses_that_it_has(real: Build) -> None:
    others = {str(path.relative_to(real.out)) for path in real.out.rglob("*.[0-9].html")}
    assert others == {"resolutions/r74.2.html", "resolutions/r74.3.html"}
    assert not [docname for docname in real.pages if "<!--part" in real.page(docname)]


def test_the_longest_text_is_a_small_page_and_no_address_on_it_is_lost(real: Build) -> None:
    page = real.page("resolutions/r74")
    assert len(page) < 350_000
    for entry in real.pages["resolutions/r74"].entries:
        assert f'id="{entry.id}"' in page
    commentary = [identifier for identifier in real.pages["resolutions/r74"].anchors if "-c" in identifier]
    assert commentary
    moved = "".join(sheets(real, "resolutions/r74"))
    for identifier in commentary:
        assert page.count(f'id="{identifier}"') == moved.count(f'id="{identifier}"') == 1


@pytest.mark.usefixtures("small")
def test_all_parts_can_be_reached_from_the_page_and_a_build_after_a_change_is_like_one_from_nothing(
    tiny: Edition,
) -> None:
    first = tiny.build()
    for docname in PAGES:
        others = sheets(first, docname)
        assert others
        page = first.page(docname)
        assert all("/sheets.css" in sheet for sheet in (page, *others))
        for identifier, target in re.findall(r'<p class="continued" id="(.+?)"><a href="(.+?)"', page):
            name, _, anchor = target.partition("#")
            assert anchor == identifier
            assert f'id="{anchor}"' in (first.out / name).read_text(encoding="utf-8")
    assert "/sheets.css" not in first.page("rules/1")
    words = "".join([first.page("whole"), *sheets(first, "whole")])
    provisions = {entry.id for page in first.pages.values() for entry in page.entries if entry.id.startswith("rules-")}
    assert provisions == set(re.findall(r'id="whole-(rules-\d.*?)"', words))
    tiny.change("source/rules/2.md", "dues", "duties")
    (tiny.root / "source" / "browse.md").unlink()
    tiny.change("source/index.md", "browse\n", "")
    second = tiny.build()
    assert sheets(second, "browse") == []
    assert second.files() == tiny.build("clean").files()
