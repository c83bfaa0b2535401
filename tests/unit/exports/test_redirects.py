"""The pages at short addresses lead on to entries, to what took over from them, and to texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from built import ADDRESS, CORPUS, RULES, VOCABULARY, harbour, lock_line
from concordance.exports import redirects
from concordance.exports.built_edition import Files
from concordance.exports.security_headers import POLICY
from concordance.model.corpus import LockLine
from markup import Markup


def targets(files: Files) -> dict[str, str]:
    """Return where the link of each page leads, by its path."""
    pages = [Markup(path, str(content)) for path, content in files.items()]
    assert all(page.redirects() for page in pages)
    return {page.path: next(tag.attributes["href"] for tag in page.tags if tag.name == "a") for page in pages}


def of_edition(*locked: LockLine) -> Files:
    return redirects.edition_redirects(harbour(locked=locked))


def title(files: Files, path: str) -> str:
    return next(tag.words.strip() for tag in Markup(path, str(files[path])).tags if tag.name == "title")


@pytest.mark.parametrize("docname", harbour().pages)
def test_the_names_of_files_are_known_before_they_are_made(docname: str) -> None:
    page = harbour(locked=[lock_line("rules-9", "rules-1")]).pages[docname]
    assert list(redirects.list_paths(page)) == list(redirects.make_files(page))


@pytest.mark.parametrize(
    ("docname", "led"),
    [
        (
            "rules/1",
            {"r/1/index.html": "../../rules/1.html#rules-1", "r/1a/index.html": "../../rules/1.html#rules-1-a"},
        ),
        ("bodies", {"office/index.html": "../bodies.html#office"}),
        ("articles", {"tonnage/6/index.html": "../../articles.html#tonnage-art-6"}),
        (
            "goals",
            {"sdg/14/index.html": "../../goals.html#sdg-14", "sdg/14.1/index.html": "../../goals.html#sdg-14-1"},
        ),
        ("guide", {}),
    ],
)
def test_every_entry_has_a_short_address(docname: str, led: dict[str, str]) -> None:
    assert targets(redirects.make_files(harbour().pages[docname])) == led


@pytest.mark.parametrize(
    ("line", "path", "target"),
    [
        (lock_line("rules-9", "rules-1"), "r/9", "../../rules/1.html#rules-1"),
        (lock_line("rules-8", "rules-1-c1"), "r/8", "../../rules/1.html#rules-1-c1"),
        (lock_line("sdg-99-1", "rules-2"), "sdg/99.1", "../../rules/2.html#rules-2"),
    ],
    ids=["to another provision", "to commentary", "from a target to a page without goals"],
)
def test_a_redirected_id_keeps_its_short_address(line: LockLine, path: str, target: str) -> None:
    assert targets(of_edition(line))[f"{path}/index.html"] == target


@pytest.mark.parametrize(
    "locked",
    [
        [lock_line("rules-9-c1", "rules-1")],
        [lock_line("rules-2", "rules-2"), lock_line("rules-1", None)],
        [lock_line("rules-9", "nothing")],
    ],
    ids=["commentary", "ids in use", "what is gone as well"],
)
def test_there_is_no_other_short_address(locked: Sequence[LockLine]) -> None:
    assert list(of_edition(*locked)) == ["r/index.html"]


def test_a_short_address_that_is_cut_short_leads_to_the_text() -> None:
    assert targets(of_edition()) == {"r/index.html": "../rules/index.html"}


def test_a_text_whose_numbers_stand_alone_has_no_short_address() -> None:
    alone = replace(VOCABULARY, texts={"rules": replace(RULES, short="")})
    assert redirects.edition_redirects(harbour(corpus=replace(CORPUS, vocabulary=alone))) == {}


def test_a_page_that_leads_on_is_called_by_where_it_leads() -> None:
    files = of_edition(lock_line("rules-9", "rules-2"), lock_line("rules-8", "rules-1-c1"))
    assert title(files, "r/9/index.html") == "rule 2 – Harbour"
    assert title(files, "r/8/index.html") == "rule 1, commentary para. 1 – Harbour"
    assert title(files, "r/index.html") == "Harbour"
    assert title(redirects.make_files(harbour().pages["bodies"]), "office/index.html") == "Office – Harbour"


def test_search_engines_are_told_of_the_page_itself() -> None:
    html = str(redirects.make_files(harbour().pages["bodies"])["office/index.html"])
    assert f'<link rel="canonical" href="{ADDRESS}bodies.html#office">' in html
    assert Markup("", html).policies() == [POLICY]


@pytest.mark.parametrize(("language", "tag", "direction"), [("ar", "ar", "rtl"), ("pt_BR", "pt-BR", "ltr")])
def test_a_page_that_leads_on_says_its_language_as_html_does(language: str, tag: str, direction: str) -> None:
    files = redirects.make_files(harbour(language=language).pages["bodies"])
    html = Markup("", str(files["office/index.html"])).tags[0]
    assert (html.attributes["lang"], html.attributes["dir"]) == (tag, direction)
