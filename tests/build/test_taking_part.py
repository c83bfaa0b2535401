"""The links of a page by which readers become editors, with and without a known repository."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import Tag
from concordance.cli.edition import open_edition
from concordance.reading.annotation_file import read_annotation
from edition import Build, Edition
from soups import soup
from sphinx.errors import ConfigError

GITHUB = {"address": "https://github.example/harbour/rules", "branch": "main", "host": "github"}
GITLAB = {"address": "https://gitlab.example/harbour/rules", "branch": "main", "host": "gitlab"}
GUIDE = {"editors_page": "index"}


def said_of(build: Build, docname: str, identifier: str) -> Tag:
    page = soup(build, docname)
    block = page.select_one(f'[data-of="{identifier}"]')
    assert block is not None
    return block


def ways(place: Tag) -> dict[str, str]:
    own = (link for link in place.select(".take-part a") if link.find_parent(class_="apparatus") is place)
    return {link.get_text(): str(link["href"]) for link in own}


def foot(build: Build, docname: str) -> dict[str, str]:
    page = soup(build, docname)
    return {link.get_text(): str(link["href"]) for link in page.select(".edit a")}


def test_an_annotation_is_improved_in_its_own_file(built: Edition) -> None:
    build = built.build(concordance_repository=GITHUB)
    [(words, address)] = ways(said_of(build, "rules/2", "rules-2")).items()
    assert words.startswith("Improve this annotation")
    assert address == "https://github.example/harbour/rules/edit/main/annotations/rules/2.md"


def test_what_has_no_annotation_is_given_one_in_a_form(built: Edition) -> None:
    build = built.build(concordance_repository=GITHUB)
    offered = ways(said_of(build, "rules/3", "rules-3"))
    assert [*offered] == ["Propose a link", "Add commentary"]
    contents = []
    for address in offered.values():
        assert address.startswith("https://github.example/harbour/rules/new/main?")
        fields = parse_qs(urlsplit(address).query, strict_parsing=True)
        assert fields["filename"] == ["annotations/rules/3.md"]
        contents += fields["value"]
        vocabulary = open_edition(built.root).corpus.vocabulary
        annotation, problems = read_annotation(contents[-1].encode(), "3.md", vocabulary)
        assert annotation is not None
        assert annotation.annotates == "rules-3"
        assert problems == []
    assert "#links:" in contents[0]
    assert "commentary" in contents[1]


def test_where_forms_come_empty_the_guide_is_near(built: Edition) -> None:
    build = built.build(concordance_repository=GITLAB, html_context=GUIDE)
    offered = ways(said_of(build, "rules/3", "rules-3"))
    assert offered["Add commentary"] == (
        "https://gitlab.example/harbour/rules/-/new/main?file_name=annotations%2Frules%2F3.md"
    )
    assert offered["How a new file begins"] == "../index.html"


def test_among_several_entries_each_says_which_it_is_of(built: Edition) -> None:
    build = built.build(concordance_repository=GITHUB)
    block = said_of(build, "rules/2", "rules-2-b")
    assert [*ways(block)] == ["Propose a link (rule 2 (b))", "Add commentary (rule 2 (b))"]
    assert block.select("details .take-part")
    # Of this item nothing is said, so there is nothing to stand below.
    assert 'data-of="rules-2-a"' not in build.page("rules/2")


def test_nobody_is_led_to_edit_the_words_of_a_text(built: Edition) -> None:
    build = built.build(concordance_repository=GITHUB)
    assert foot(build, "rules/2") == foot(build, "old") == foot(build, "search") == {}
    assert foot(build, "bodies") == {
        "Improve this page": "https://github.example/harbour/rules/edit/main/source/bodies.md"
    }
    assert "main/source/rules" not in "".join(build.page(docname) for docname in ("rules/1", "rules/2", "old"))


def test_a_mistake_can_be_told_from_every_page(built: Edition) -> None:
    build = built.build(concordance_repository=GITHUB)
    for docname in ("rules/2", "bodies"):
        links = soup(build, docname).select(".foot a")
        addresses = {link.get_text(): link["href"] for link in links}
        assert addresses["Report a mistake"] == "https://github.example/harbour/rules/issues/new/choose"


def test_while_nobody_knows_the_repository_the_guide_explains(built: Edition) -> None:
    build = built.build(html_context=GUIDE)
    assert ways(said_of(build, "rules/2", "rules-2")) == {"How to improve this annotation": "../index.html"}
    assert ways(said_of(build, "rules/3", "rules-3")) == {"How to propose a link or add commentary": "../index.html"}
    assert foot(build, "bodies") == {"How to improve this page": "index.html"}
    assert foot(build, "rules/2") == {}
    # Where entries share a page, it is said once.
    assert ways(said_of(build, "rules/2", "rules-2-b")) == {}
    assert build.page("old").count(">How to propose a link or add commentary<") == 1


@pytest.mark.parametrize("context", [{}, {"editors_page": "nowhere"}], ids=["not set", "set and not there"])
def test_an_edition_without_such_a_guide_says_nothing(built: Edition, context: dict[str, str]) -> None:
    build = built.build(html_context=context)
    assert "take-part" not in build.page("rules/2")
    assert foot(build, "bodies") == {}


def test_the_file_is_known_again_when_it_moves_and_the_setting_when_it_changes(built: Edition) -> None:
    built.build(concordance_repository=GITHUB)
    (built.root / "annotations/rules/2.md").rename(built.root / "annotations/two.md")
    build = built.build(concordance_repository=GITHUB | {"branch": "next"})
    [address] = ways(said_of(build, "rules/2", "rules-2")).values()
    assert address == "https://github.example/harbour/rules/edit/next/annotations/two.md"
    assert "/edit/next/source/bodies.md" in build.page("bodies")


def test_a_wrong_setting_is_one_clear_error(built: Edition) -> None:
    with pytest.raises(ConfigError, match=r"'sourceforge'.* The kinds are github, gitlab"):
        built.build(concordance_repository=GITHUB | {"host": "sourceforge"})
