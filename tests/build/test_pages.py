"""The finished pages of the real edition, as files: valid, joined by links that lead somewhere, strict and light."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from edition import ROOT, Build, Edition
from kinds_of_page import KINDS
from markup import Markup
from soups import soup

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The parts of a table, and words of code, are of one make wherever they stand.
PLAIN = re.compile(r"(row|field)-(odd|even)|head|highlight-\w+|[a-z]{1,2}\d?|[pl]-[A-Z][\w-]+|toctree-l\d|sd-.*")
COULD_BE_STOPPED = {"script", "style", "link", "base", "body"}
FETCHED = {"stylesheet", "icon", "preload", "modulepreload"}
MOST_BYTES, MOST_BYTES_WITHOUT_FONTS, MOST_REQUESTS = 58_000, 30_000, 10


@pytest.fixture(scope="module")
def pages(real: Build) -> dict[str, Markup]:
    """All pages of the edition by address."""
    read = {}
    for path in sorted(real.out.rglob("*.html")):
        address = path.relative_to(real.out).as_posix()
        read[address] = Markup(address, path.read_text(encoding="utf-8"))
    return read


def framed(address: str) -> bool:
    """Whether a page is one for frames on other sites, which nothing may run in."""
    return address.startswith("embed/")


def test_every_kind_of_page_that_there_is_is_examined(pages: dict[str, Markup]) -> None:
    """By what pages are made of: their folder, the stylesheets they ask for and the classes in their main part."""

    def made_of(page: Markup) -> set[str]:
        folder = f"folder {page.path.partition('/')[0]}" if "/" in page.path else f"page {page.path}"
        sheets = {
            f"stylesheet {urljoin(page.path, tag.attributes['href']).partition('?')[0]}"
            for tag in page.tags
            if tag.name == "link" and tag.attributes.get("rel") == "stylesheet"
        }
        words = {word for tag in page.tags if tag.inside_main for word in tag.attributes.get("class", "").split()}
        return {folder, *sheets, *(f"class {word}" for word in words if not PLAIN.fullmatch(word))}

    examined = set().union(*(made_of(pages[kind.address.partition("?")[0]]) for kind in KINDS.values()))
    missing = {part: page.path for page in pages.values() if not page.redirects() for part in made_of(page) - examined}
    assert missing == {}, "add the page to KINDS in tests/helpers/kinds_of_page.py"


def test_every_link_within_the_site_leads_somewhere(real: Build, pages: dict[str, Markup]) -> None:
    files = {path.relative_to(real.out).as_posix() for path in real.out.rglob("*") if path.is_file()}
    fragments = {address: page.ids() for address, page in pages.items()}
    for path in real.out.glob("data/akn/*.xml"):
        fragments[path.relative_to(real.out).as_posix()] = set(re.findall(r' eId="([^"]+)"', path.read_text("utf-8")))
    root = "https://site.invalid/"
    lost = []
    for address, page in pages.items():
        for written in page.leads():
            whole = urlsplit(urljoin(root + address, written))
            if whole.netloc != "site.invalid" or whole.scheme not in {"http", "https"}:
                continue
            target = unquote(whole.path.removeprefix("/"))
            target += "index.html" if target.endswith("/") or not target else ""
            # What says something, as the title of a handout does, is no place on a page.
            anchor = "" if "=" in whole.fragment else unquote(whole.fragment)
            if target not in files or (anchor and anchor not in fragments.get(target, set())):
                lost.append(f"{address}: {written}")
    assert lost == []


def test_every_page_has_a_strict_policy_before_anything_it_could_stop(pages: dict[str, Markup]) -> None:
    wrong = []
    for address, page in pages.items():
        policies = page.policies()
        if len(policies) != 1:
            wrong.append(f"{address}: {len(policies)} policies")
            continue
        first = next(place for place, tag in enumerate(page.tags) if tag.name in COULD_BE_STOPPED)
        if not any(tag.attributes.get("content") == policies[0] for tag in page.tags[:first]):
            wrong.append(f"{address}: the policy comes too late")
    assert wrong == []
    own = {policy for address, page in pages.items() if not framed(address) for policy in page.policies()}
    assert len(own) == 1, "the same on every page"


def test_the_policy_allows_only_what_is_the_site_s_own(pages: dict[str, Markup]) -> None:
    [policy] = pages["index.html"].policies()
    rules = {words[0]: words[1:] for words in (rule.split() for rule in policy.split(";")) if words}
    assert rules["default-src"] == ["'none'"]
    assert rules["base-uri"] == ["'none'"]
    assert rules["form-action"] == ["'self'"]
    allowed = {source for sources in rules.values() for source in sources}
    assert allowed <= {"'none'", "'self'", "data:"}
    assert "data:" not in {*rules["script-src"], *rules["connect-src"]}


def test_a_server_is_told_the_same_policy(real: Build, pages: dict[str, Markup]) -> None:
    headers = (real.out / "_headers").read_text(encoding="utf-8")
    everywhere = re.search(r"^/\*\n((?:[ \t]+.*\n?)+)", headers, re.MULTILINE)
    assert everywhere
    sent = dict(line.strip().split(": ", 1) for line in everywhere[1].splitlines() if line.strip())
    [policy] = pages["index.html"].policies()
    assert sent["Content-Security-Policy"] == policy
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Referrer-Policy"]
    # Who may frame a page can only be said in a header.
    for address, page in pages.items():
        if page.redirects() or framed(address):
            continue
        rule = f"/{address.partition('/')[0]}/*" if "/" in address else f"/{address}"
        assert f"\n{rule}\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n" in headers


def test_nothing_in_a_page_breaks_the_policy(pages: dict[str, Markup]) -> None:
    wrong = set()
    for page in pages.values():
        for tag in page.tags:
            if tag.name == "style" or "style" in tag.attributes:
                wrong.add(f"{page.path}: styles in <{tag.name}>")
            if handlers := [name for name in tag.attributes if name.startswith("on")]:
                wrong.add(f"{page.path}: {handlers} in <{tag.name}>")
            data = tag.attributes.get("type", "").endswith("json")
            if tag.name == "script" and "src" not in tag.attributes and not data:
                wrong.add(f"{page.path}: a script in the page: {tag.words.strip()[:60]}")
            if any(value.strip().lower().startswith("javascript:") for value in tag.attributes.values()):
                wrong.add(f"{page.path}: a script in an address in <{tag.name}>")
    assert sorted(wrong)[:20] == []


def test_every_page_names_its_icon(pages: dict[str, Markup]) -> None:
    """Without one, the browser asks for /favicon.ico and complains when there is none."""
    without = [
        page.path
        for page in pages.values()
        if not any(tag.name == "link" and "icon" in tag.attributes.get("rel", "").split() for tag in page.tags)
    ]
    assert [address for address in without if not pages[address].redirects()] == []


def test_the_first_view_of_any_paragraph_is_light(real: Build, pages: dict[str, Markup]) -> None:
    """All that a page asks for by itself; `make bench-pages` counts what a browser really fetches."""
    heavy = {}
    for address, page in pages.items():
        if not re.fullmatch(r"annex/\d+\.html", address):
            continue
        asked = {address}
        for tag in page.tags:
            linked = tag.name == "link" and FETCHED & set(tag.attributes.get("rel", "").split())
            own = linked or tag.name in {"script", "img"}
            written = tag.attributes.get("src") or (tag.attributes.get("href") if own else None)
            if own and written and not written.startswith("data:"):
                asked.add(urljoin(address, written).partition("?")[0])
        sizes = {name: len(gzip.compress((real.out / name).read_bytes(), mtime=0)) for name in asked}
        size, fonts = sum(sizes.values()), sum(sizes[name] for name in asked if name.endswith(".woff2"))
        assert fonts, "the reading face is asked for at once"
        if size > MOST_BYTES or size - fonts > MOST_BYTES_WITHOUT_FONTS or len(asked) > MOST_REQUESTS:
            heavy[address] = (size, size - fonts, len(asked))
    assert heavy == {}


def test_html_is_valid(real: Build) -> None:
    """By the checker of the W3C and the WHATWG, which wants Java; `make test` fetches it with npm."""
    java = shutil.which("java")
    if java is None or not CHECKER.is_file():
        reason = "The HTML checker needs Java and npm (Debian's packages `default-jre-headless` and `npm`)."
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    # Pages that a person's browser gets; not what Sphinx brings along in _static.
    files = [str(path) for path in sorted(real.out.rglob("*.html")) if "_static" not in path.parts]
    # Only warnings come of what is left out: that the words are in another language than the page says, above all.
    errors_alone = ["--errors-only", "--no-langdetect"]
    asked = [java, "-jar", str(CHECKER), *errors_alone, "--format", "json", "--exit-zero-always", "--stdout", *files]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    wrong: dict[str, str] = {}
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] == "error":
            wrong.setdefault(message["message"], f"{message['url'].rpartition('/out/')[2]}:{message['lastLine']}")
    assert wrong == {}


def test_the_connections_of_items_are_counted_with_those_of_their_paragraph(built: Edition) -> None:
    page = soup(built.build(), "rules/2")
    panel = page.select_one("#rules-2-connections")
    assert panel is not None
    own, named = panel.select(".cards > li"), panel.select(".series a")
    count = len(own) + len(named)
    assert panel.get_text().startswith(f"Connections ({count + 1}){count} of rule 2 as a whole, 1 of its items: (b) 1")
    (way,) = page.select("#rules-2-b .item-menu a[href^='#']")
    assert way.get_text() == "1 connection"
    (fold,) = page.select(str(way["href"]))
    assert fold.select(".connections a[href*=tonnage]")
    assert not page.select("#rules-2-a .item-menu a[href^='#']"), "nothing is said of it"


def test_what_items_are_closest_to_leads_where_it_is_closer_than_what_is_open(real: Build) -> None:
    page = BeautifulSoup((real.out / "annex" / "43.html").read_text(encoding="utf-8"), "html.parser")
    panel = page.select_one("#plan-43-connections")
    assert panel is not None
    first, *_others = panel.select("ul")
    rows = [row.get_text() for row in first.select("li")]
    assert "(b) Trafficking Protocol, art. 5: Criminalization" in rows
    assert len(rows) == len({row.partition(" ")[2] for row in rows}) == 5
    for way in first.select("a"):
        (fold,) = page.select(str(way["href"]))
        words = way.get_text().partition(" ")[2]
        (card,) = (each for each in fold.select(".cards > li > a") if ": ".join(each.stripped_strings).endswith(words))
        assert card.find_next_sibling(class_="dots-3")
        assert card.find_parent("details") is fold, "it is not folded once more"


def test_items_that_are_no_closer_do_not_lead(built: Edition) -> None:
    page = soup(built.build(), "rules/2")
    assert not page.select("#rules-2-connections a[href='#rules-2-b-about']:-soup-contains('tonnage')")


def test_the_date_of_the_edition_says_what_happened_then(real: Build) -> None:
    """At the end of a page stands when it last changed, which may be later."""
    page = BeautifulSoup((real.out / "annex" / "12.html").read_text(encoding="utf-8"), "html.parser")
    annotations = (path.read_text(encoding="utf-8") for path in (ROOT / "annotations").rglob("*.md"))
    latest = max(re.findall(r"^reviewed: (\S+)$", "".join(annotations), re.MULTILINE))
    foot = page.select_one(".foot p")
    assert foot is not None
    assert re.search(f"Edition of {int(latest[-2:])} [A-Z][a-z]+ {latest[:4]}, its latest review", foot.get_text())


def test_a_heading_that_looks_like_a_mistake_has_a_note(real: Build) -> None:
    page = BeautifulSoup((real.out / "annex" / "part-2.html").read_text(encoding="utf-8"), "html.parser")
    heading = page.select_one("div.verbatim")
    assert heading is not None
    note = heading.find_next_sibling()
    assert note is not None
    assert (heading.get_text().split()[:2], note.name) == (["ii)", "II."], "p")
    assert "two numbers" in note.get_text()
