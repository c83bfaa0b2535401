"""Frames for other sites, as they are written."""

from __future__ import annotations

import pytest
from built import ADDRESS, harbour, lock_line
from concordance.exports import embed_pages
from concordance.exports.built_edition import BuiltPage
from concordance.exports.security_headers import EMBED_POLICY
from markup import Markup

LOCKED = (
    lock_line("rules-9", "rules-1"),
    lock_line("rules-1", "rules-1"),
    lock_line("rules-9-c1", "rules-1"),
    lock_line("rules-8", "rules-1-c1"),
)


def page(docname: str, *, address: str = ADDRESS, language: str = "en") -> BuiltPage:
    return harbour(address=address, language=language, locked=LOCKED).pages[docname]


def frame(own: BuiltPage, identifier: str) -> Markup:
    path = f"embed/{identifier}/index.html"
    return Markup(path, str(embed_pages.make_files(own)[path]))


@pytest.mark.parametrize("docname", harbour().pages)
def test_the_names_of_files_are_known_before_they_are_made(docname: str) -> None:
    assert list(embed_pages.list_paths(page(docname))) == list(embed_pages.make_files(page(docname)))


def test_entries_have_frames_and_commentary_has_none() -> None:
    assert list(embed_pages.make_files(page("rules/1"))) == [
        "embed/rules-1/index.html",
        "embed/rules-1-a/index.html",
        "embed/rules-9/index.html",
    ], "neither paragraphs of commentary, nor ids that were theirs or now lead to them"


def test_the_frame_of_a_redirected_id_leads_on_to_that_of_the_entry_that_took_over() -> None:
    led = frame(page("rules/1"), "rules-9")
    assert led.redirects()
    assert "../../embed/rules-1/index.html" in [*led.leads()]


def test_a_frame_shows_an_entry_and_leads_to_it() -> None:
    html = str(embed_pages.make_files(page("rules/1"))["embed/rules-1/index.html"])
    assert "A register of &lt; 100 ships is kept:" in html
    assert "<title>Rule 1: Who may look &amp; when – Rules of the Harbour</title>" in html
    assert "../../rules/1.html#rules-1" in [*Markup("", html).leads()]
    assert "Keeps the register." in str(embed_pages.make_files(page("bodies"))["embed/office/index.html"])


def test_a_frame_of_an_item_shows_what_leads_in_to_it() -> None:
    html = str(embed_pages.make_files(page("rules/1"))["embed/rules-1-a/index.html"])
    assert html.index("A register of &lt; 100 ships is kept:") < html.index("</div>") < html.index("</blockquote>")


def test_the_address_of_an_entry_is_whole_where_that_of_the_site_is_known() -> None:
    known, unknown = page("rules/1"), page("rules/1", address="")
    canonical = f'<link rel="canonical" href="{ADDRESS}rules/1.html#rules-1">'
    assert canonical in str(embed_pages.make_files(known)["embed/rules-1/index.html"])
    relative = '<link rel="canonical" href="../../rules/1.html#rules-1">'
    assert relative in str(embed_pages.make_files(unknown)["embed/rules-1/index.html"])


@pytest.mark.parametrize(("language", "tag", "direction"), [("ar", "ar", "rtl"), ("pt_BR", "pt-BR", "ltr")])
@pytest.mark.parametrize("identifier", ["rules-1", "rules-9"])
def test_a_frame_says_its_language_as_html_does(identifier: str, language: str, tag: str, direction: str) -> None:
    html = frame(page("rules/1", language=language), identifier).tags[0]
    assert (html.attributes["lang"], html.attributes["dir"]) == (tag, direction)


def test_nothing_runs_in_a_frame() -> None:
    shown = frame(page("rules/1"), "rules-1")
    assert shown.policies() == [EMBED_POLICY]
    assert "script" not in {tag.name for tag in shown.tags}
