"""What the pages of a built site say of themselves, with and without an address of the site."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup, Tag
from edition import Build, Edition
from PIL import Image
from shared import Share
from soups import soup
from sphinx.errors import ConfigError

BASE = "https://example.org/plan/"
# Further sheets of a page are found by it.
NO_DOCUMENTS = re.compile(r"404\.html|search\.html|.+\.\d\.html")

Heads = dict[str, BeautifulSoup]


def heads_of(build: Build) -> Heads:
    """Return the heads of all pages but those that lead on to another or are for frames on other sites."""
    heads = {}
    for path in sorted(build.out.rglob("*.html")):
        page, head = path.relative_to(build.out).as_posix(), path.read_text(encoding="utf-8").partition("</head>")[0]
        if not page.startswith("embed/") and 'http-equiv="refresh"' not in head:
            heads[page] = BeautifulSoup(head, "html.parser")
    return heads


def named(head: BeautifulSoup, name: str) -> list[str]:
    """Return what the head says under a name or property."""
    return [str(tag["content"]) for tag in head.find_all("meta") if name in {tag.get("name"), tag.get("property")}]


def canonical(head: BeautifulSoup) -> list[str]:
    return [str(tag["href"]) for tag in head.find_all("link", rel="canonical")]


def graph_of(head: BeautifulSoup) -> list[dict[str, Any]]:
    script = head.find("script", type="application/ld+json")
    if not isinstance(script, Tag):
        return []
    data = json.loads(script.get_text())
    assert data["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = data["@graph"]
    return graph


def nodes_of(heads: Heads) -> dict[str, dict[str, Any]]:
    """Return all nodes of all pages that have an id, by that id made whole."""
    return {
        urljoin(BASE + page, node["@id"]): node
        for page, head in heads.items()
        for node in graph_of(head)
        if "@id" in node
    }


@pytest.fixture(scope="module")
def heads(real: Build) -> Heads:
    return heads_of(real)


@pytest.fixture(scope="module")
def published(real: Build, share: Share) -> Build:
    """The real edition as it is written for its address."""

    def write(_folder: Path) -> Build:
        root = real.out.parent
        # Of what was read before, nothing depends on the address.
        shutil.copytree(root / f"{real.out.name}.doctrees", root / "published.doctrees", dirs_exist_ok=True)
        return Edition(root).build("published", html_baseurl=BASE.rstrip("/"))

    return share("published", write)


def test_every_page_has_one_title_and_one_description_of_its_own(heads: Heads) -> None:
    pages_by_words: dict[str, list[str]] = defaultdict(list)
    for page, head in heads.items():
        titles, descriptions = head.find_all("title"), named(head, "description")
        assert len(titles) == len(named(head, "viewport")) == 1, page
        if NO_DOCUMENTS.fullmatch(page):
            assert "noindex" in named(head, "robots")
            continue
        assert len(descriptions) == 1, page
        assert 20 <= len(descriptions[0]) <= 200, page
        assert "noindex" not in named(head, "robots")
        assert named(head, "og:description") == descriptions
        pages_by_words[titles[0].get_text()].append(page)
        pages_by_words[descriptions[0]].append(page)
    assert [pages for pages in pages_by_words.values() if len(pages) > 1] == []


def test_structured_data_names_every_paragraph_and_its_place(heads: Heads, graph: dict[str, Any]) -> None:
    nodes = nodes_of(heads)
    entries = {urljoin(BASE, entry["url"]): entry for entry in graph["entries"]}
    assert set(entries) <= set(nodes)
    positions: dict[str, list[int]] = defaultdict(list)
    for address, entry in entries.items():
        if entry["kind"] == "provision":
            node = nodes[address]
            assert node["@type"] == "Legislation"
            assert node["legislationIdentifier"] == entry["label"]
            whole = urljoin(address, node["isPartOf"]["@id"])
            assert entry["id"].startswith(f"{urldefrag(whole).fragment}-")
            assert whole in nodes
            positions[whole].append(node["position"])
    assert positions[f"{BASE}annex/index.html#plan"] == list(range(62))
    for counted in positions.values():
        assert counted == list(range(counted[0], counted[0] + len(counted)))


def test_nothing_is_said_to_be_in_force_or_adopted_that_is_a_draft(heads: Heads) -> None:
    nodes = nodes_of(heads)
    for text in ("annex/index.html#plan", "resolutions/r64.html#r64", "resolutions/r74.html#r74"):
        node = nodes[BASE + text]
        assert "draft" in node["creativeWorkStatus"]
        assert "draft" in node["legislationType"]
        assert "legislationDate" not in node
    assert "legislationLegalForce" not in str(nodes)
    assert nodes[f"{BASE}resolutions/r74.html#r74"]["exampleOfWork"]["legislationIdentifier"] == "A/RES/74/176"


def test_every_commentary_is_an_article(heads: Heads, real: Build) -> None:
    articles = [node for node in graph_of(heads["annex/12.html"]) if node["@type"] == "Article"]
    assert len(articles) == 1
    identifier = urldefrag(articles[0]["url"]).fragment
    assert f'id="{identifier}"' in real.page("annex/12")
    assert articles[0]["author"] == {"@type": "Organization", "name": "The editors"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", articles[0]["dateModified"])


def links(head: BeautifulSoup, relation: str) -> list[tuple[str, str]]:
    """Return the media types and addresses of the links of a relation."""
    return [(str(tag.get("type", "")), str(tag["href"])) for tag in head.find_all("link", rel=relation)]


def test_reference_managers_find_the_work_and_its_citations(heads: Heads, published: Build) -> None:
    paragraph = heads["annex/43.html"]
    assert named(paragraph, "citation_technical_report_number") == ["A/64/L.64"]
    assert named(paragraph, "DC.identifier") == ["A/64/L.64, annex, para. 43"]
    assert not named(paragraph, "citation_public_url")
    assert not links(paragraph, "cite-as")
    for page, head in heads.items():
        for media_type, address in links(head, "describedby"):
            assert media_type
            assert (published.out / page).parent.joinpath(address).is_file(), f"{page}: {address}"
    assert len(links(heads["instruments/untoc.html"], "describedby")) == 3
    assert links(heads["annex/12.html"], "describedby") == [("application/ld+json", "../data/graph.json")]
    here = BeautifulSoup(published.page("annex/43").partition("</head>")[0], "html.parser")
    assert links(here, "cite-as") == [("", f"{BASE}annex/43.html#plan-43")]


def test_a_goal_says_by_which_address_others_know_it(heads: Heads) -> None:
    assert nodes_of(heads)[f"{BASE}sdgs/16.html#sdg-16-2"]["sameAs"] == "http://metadata.un.org/sdg/16.2"


def test_without_an_address_nothing_pretends_to_know_it(heads: Heads, real: Build) -> None:
    for page, head in heads.items():
        assert canonical(head) == named(head, "og:url") == named(head, "og:image") == [], page
    assert not (real.out / "sitemap.xml").exists()
    assert not (real.out / "cards").exists()
    assert (real.out / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"


def test_with_an_address_everything_agrees_on_it(published: Build) -> None:
    assert published.warnings == []
    heads = heads_of(published)
    listed = re.findall(r"<loc>(.*?)</loc>", (published.out / "sitemap.xml").read_text())
    addresses = []
    for page, head in heads.items():
        if NO_DOCUMENTS.fullmatch(page):
            assert canonical(head) == []
            continue
        own = BASE if page == "index.html" else BASE + page
        assert canonical(head) == named(head, "og:url") == [own]
        (picture,) = named(head, "og:image")
        assert (published.out / picture.removeprefix(BASE)).is_file()
        for node in graph_of(head):
            assert str(node.get("@id") or node["url"]).startswith(BASE)
        addresses.append(own)
    assert listed == sorted(addresses, key=lambda address: "index" if address == BASE else address.removeprefix(BASE))
    assert f"Sitemap: {BASE}sitemap.xml\n" in (published.out / "robots.txt").read_text()


def test_a_picture_for_every_paragraph_of_the_annex_and_one_for_the_edition(published: Build) -> None:
    pictures = {path.name: path.read_bytes() for path in (published.out / "cards").iterdir()}
    assert {name.partition(".")[0] for name in pictures} == {
        "edition",
        "plan-chapeau",
        *(f"plan-{number}" for number in range(1, 62)),
    }
    assert {Image.open(io.BytesIO(data)).size for data in pictures.values()} == {(1200, 630)}
    assert len(set(pictures.values())) == len(pictures)


def test_a_changed_title_changes_its_picture_and_no_other(built: Edition) -> None:
    built.build(html_baseurl=BASE)
    before = {path.name: path.stat().st_mtime_ns for path in (built.root / "out" / "cards").iterdir()}
    built.change("annotations/rules/2.md", "A register and its dues", "A register")
    again = built.build(html_baseurl=BASE)
    after = {path.name: path.stat().st_mtime_ns for path in (built.root / "out" / "cards").iterdir()}
    gone, new = set(before) - set(after), set(after) - set(before)
    assert [name.partition(".")[0] for name in (*gone, *new)] == ["rules-2", "rules-2"]
    assert {name: after[name] for name in before if name in after}.items() <= before.items()
    assert f"{BASE}cards/{new.pop()}" in again.page("rules/2")


def test_a_place_in_the_text_is_told_anew_where_nothing_else_changes(tiny: Edition) -> None:
    tiny.change(
        "annotations/vocabulary.yaml", '"": "rule {number}"', '"": "rule {number}", recital: "recital {number}"'
    )
    more = range(4, 13)
    for number in more:
        tiny.write(
            f"source/rules/{number}.md", f"# Rule {number}\n\n:::{{provision}} rules-{number}\nOne rule more.\n:::\n"
        )
    tiny.change("source/rules/index.md", "\n3\n", "".join(f"\n{number}" for number in (3, *more)) + "\n")
    far = nodes_of(heads_of(tiny.build(html_baseurl=BASE)))[f"{BASE}rules/12.html#rules-12"]
    assert far["position"] == 12
    tiny.write("source/rules/0.md", "# Recital\n\n:::{provision} rules-recital-1\nIn view of the sea,\n:::\n")
    tiny.change("source/rules/index.md", "\n1\n2", "\n0\n1\n2")
    again = tiny.build(html_baseurl=BASE)
    assert again.warnings == []
    assert "rules/12" not in again.read
    assert nodes_of(heads_of(again))[f"{BASE}rules/12.html#rules-12"]["position"] == 13
    assert again.files() == tiny.build("anew", html_baseurl=BASE).files()


def test_a_new_address_reaches_every_page_without_reading_one_again(built: Edition) -> None:
    moved = built.build(html_baseurl=BASE)
    assert moved.read == []
    assert moved.files() == built.build("anew", html_baseurl=BASE).files()
    back = built.build()
    assert back.files() == built.build("anew").files()
    assert built.build().written == []


def test_an_address_that_is_none_is_told(built: Edition) -> None:
    with pytest.raises(ConfigError, match="https://"):
        built.build(html_baseurl="example.org/plan")


def test_a_description_by_hand_is_kept(built: Edition) -> None:
    head = heads_of(built.build(myst_html_meta={"description": "Written by hand."}))["bodies.html"]
    assert named(head, "description") == named(head, "og:description") == ["Written by hand."]


@pytest.mark.parametrize(("base", "prefix"), [("", "/"), ("https://example.org", "/"), (BASE, "/plan/")])
def test_the_page_that_is_not_found_links_from_the_root(built: Edition, base: str, prefix: str) -> None:
    page = soup(built.build(html_baseurl=base), "404")
    assert page.h1 is not None
    assert page.h1.get_text() == "Page not found"
    addresses = [
        str(tag.get("href") or tag.get("src") or tag["action"]) for tag in page.select("[href], script[src], [action]")
    ]
    inner = [address for address in addresses if not address.startswith(("#", "https://"))]
    assert [address for address in inner if not address.startswith(prefix)] == []
    assert f"{prefix}rules/2.html" in inner
    assert f"{prefix}search.html" in inner


def test_titles_in_a_history_can_say_nothing_and_a_way_to_leave_is_offered_only_where_it_is_set(built: Edition) -> None:
    plain = built.build()
    assert "data-neutral" not in plain.page("rules/2") and 'class="leave"' not in plain.page("rules/2")
    build = built.build(concordance_safety={"leave": "https://example.org/", "title": "Notes"})
    for name in ("index", "rules/2", "search", "404"):
        page = soup(build, name)
        assert page.title is not None and page.title.get_text() == "Notes"
        assert [str(link["href"]) for link in page.select("a.leave")] == ["https://example.org/"]
    # Neither do frames, nor pages that lead on.
    for name in ("embed/rules-2/index", "2/index"):
        page = soup(build, name)
        assert page.title is not None and page.title.get_text() == "Notes"
        assert [str(link["href"]) for link in page.select("header a")] == ["https://example.org/"]
        assert "rules/2.html#rules-2" in str(page.select("main a"))
    for wrong in ({"leave": 5}, {"leave": None}):
        with pytest.raises(ConfigError, match=r"concordance_safety is .* where texts by their names are wanted"):
            built.build(concordance_safety=wrong)
    with pytest.raises(ConfigError, match="begins with https://"):
        built.build(concordance_safety={"leave": "http://example.org/"})


def test_no_page_changes_when_a_style_sheet_or_a_script_does(built: Edition) -> None:
    for path in built.build().out.rglob("*.html"):
        for tag in BeautifulSoup(path.read_bytes(), "html.parser").select("link[rel=stylesheet], script[src]"):
            assert "?" not in str(tag.get("href", tag.get("src"))), path
