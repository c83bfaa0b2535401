"""`linker.js` on the pages of others: what it makes links of, what it leaves alone, and the cards that it shows."""

from __future__ import annotations

import functools
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from edition import Build
from playwright.sync_api import Browser, ConsoleMessage, Error, Locator, Page, Request, expect

LINK = "a.concordance-link"
CITED = "Global Plan of Action, para. 38"
# Each is written in a sentence of its own, and leads to these, in order.
UNDERSTOOD: dict[str, list[str]] = {
    "Global Plan of Action, para. 38": ["plan-38"],
    "Global Plan of Action, Paragraph 38": ["plan-38"],
    "Global Plan of Action ¶ 38": ["plan-38"],
    "Global Plan of Action, §38": ["plan-38"],
    "the Global Plan of Action to Combat Trafficking in Persons, para. 38": ["plan-38"],
    "United Nations Global Plan of Action, para. 38": ["plan-38"],
    "Global Plan of Action,\n      para.\n      38": ["plan-38"],
    "Global Plan of Action,\u00a0para.\u00a038": ["plan-38"],
    "“Global Plan of Action, para. 38”": ["plan-38"],
    "A/RES/64/293, annex, para. 12": ["plan-12"],
    "A/RES/64/293, annex, para. 43 (b)": ["plan-43-b"],
    "A/RES/64/293, annex, para. 43(b)": ["plan-43-b"],
    "A/64/L.64, annex, para. 12": ["plan-12"],
    "General Assembly resolution 64/293, annex, para. 12": ["plan-12"],
    "General Assembly resolution 64/293 of 30 July 2010, annex, para. 12": ["plan-12"],
    "General Assembly resolution 64/293, annex, paras. 12 and 13": ["plan-12", "plan-13"],
    "GA resolution 64/293, annex, paragraphs 12, 13 and 14": ["plan-12", "plan-13", "plan-14"],
    "Global Plan of Action, paras. 12–14": ["plan-12", "plan-14"],
    "Global Plan of Action, paras. 12 to 14": ["plan-12", "plan-14"],
    "Global Plan of Action, paras. 43 (a), (b) and 44": ["plan-43-a", "plan-43-b", "plan-44"],
    "Global Plan of Action, paras. 12 and 99": ["plan-12"],
    "Global Plan of Action, paras. 99 and 12": ["plan-12"],
    "paragraph 12 of the Global Plan of Action": ["plan-12"],
    "paragraph 12 of the annex to General Assembly resolution 64/293": ["plan-12"],
    "paragraph 12 of the Global Plan of Action for Animal Genetic Resources": [],
    "A/RES/64/293, para. 4": ["r64-op-4"],
    "A/RES/74/176, para. 16": ["r74-op-16"],
    "resolution 74/176, operative para. 16": ["r74-op-16"],
    "resolution 74/176, preambular para. 27": ["r74-pp-27"],
    "A/RES/74/176, preambular para. 8 (d)": ["r74-pp-8-d"],
    "UNTOC art. 24": ["untoc-art-24"],
    "UNTOC, Article 24.": ["untoc-art-24"],
    "UNTOC, art. 24 (2) (b)": ["untoc-art-24"],
    "UNTOC, arts. 6 and 99, and UNCAC, art. 15": ["untoc-art-6", "uncac-art-15"],
    "article 24 of the Organized Crime Convention": ["untoc-art-24"],
    "articles 24 and 25 of UNTOC": ["untoc-art-24", "untoc-art-25"],
    "article 6, paragraph 3, of the Trafficking Protocol": ["trafficking-protocol-art-6"],
    "article 3, paragraph (a), of the Trafficking Protocol": ["trafficking-protocol-art-3"],
    "Trafficking Protocol, art. 6 (3)": ["trafficking-protocol-art-6"],
    "Trafficking Protocol, art. 6, 12 victims": ["trafficking-protocol-art-6"],
    "article 6 of the Palermo Protocol and article 24 of UNTOC": ["trafficking-protocol-art-6", "untoc-art-24"],
    "the CRC, arts. 34, 35 and 39": ["crc-art-34", "crc-art-35", "crc-art-39"],
    "SDG 8": ["sdg-8"],
    "SDGs 5, 8 and 16": ["sdg-5", "sdg-8", "sdg-16"],
    "SDG 8.7": ["sdg-8-7"],
    "SDG target 8.7": ["sdg-8-7"],
    "target 8.7 of the Sustainable Development Goals": ["sdg-8-7"],
    "SDG 5.c": ["sdg-5-c"],
    "A/RES/70/1": ["a-res-70-1"],
    "A/RES/70/1.": ["a-res-70-1"],
    "General Assembly resolution 70/1": ["a-res-70-1"],
    "S/RES/1888(2009)": ["s-res-1888-2009"],
}
LEFT_ALONE = [
    "12",
    "para. 12",
    "paras. 12 and 13",
    "annex, para. 12",
    "article 24",
    "article 24 of the Convention",
    "target 8.7",
    "8.7",
    "64/293",
    "UNTOC",
    "UNTOC 24",
    "untoc art. 24",
    "UNTOC, para. 24",
    "UNTOC art. 24bis",
    "UNTOC art. 24-A",
    "UNTOC art. 24.3",
    "UNTOC art. 2400",
    "XUNTOC art. 24",
    "A-UNTOC art. 24",
    "Global Plan of Action, para. 99",
    "Global Plan of Action, para. 0",
    "Global Plan of Action, para. 12 (b)",
    "Global Plan of Action, para. 12/13",
    "Plan of Action, para. 12",
    "Regional Global Plan of Action, para. 12",
    "MERCOSUR Plan of Action, para. 3",
    "Inter-American Convention against Corruption, art. 5",
    "article 5 of the Inter-American Convention against Corruption",
    "article 3 of the Convention on the Rights of the Child Committee",
    "Human Rights Council resolution 55/2",
    "A/RES/64/293, para. 12",
    "A/RES/70/11",
    "A/RES/70/1/Add.1",
    "https://undocs.org/A/RES/70/1",
    "SDG 8.9",
    "SDG 99",
    "SDG 8 (7)",
]


class AsHosted(SimpleHTTPRequestHandler):
    """A server that does what `_headers` says."""

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def end_headers(self) -> None:
        rules = Path(self.directory, "_headers")
        path = ""
        for line in rules.read_text(encoding="utf-8").splitlines() if rules.is_file() else ():
            if not line.startswith(" "):
                path = line
            elif fnmatch(self.path, path):
                name, _, value = line.strip().partition(": ")
                self.send_header(name, value)
        super().end_headers()


def hosted(folder: Path) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(AsHosted, directory=folder))
    # It looks for the end of the test every hundredth of a second, and not every half.
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    return server


@dataclass(slots=True)
class Stranger:
    """Somebody else's site, on an origin of its own, with what its browser has asked for and complained of."""

    folder: Path
    address: str
    edition: str
    page: Page
    shown: int = 0
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def show(self, body: str, *, script: str = "", policy: str = "", first: str = "", waits: bool = True) -> Page:
        """Open a page that includes the linker; `first` stands in its head, before the linker."""
        (self.folder / "_headers").write_text(f"/*\n  Content-Security-Policy: {policy}\n" if policy else "")
        # What comes last in a page is made a link last.
        last = f'<p id="last">{CITED}</p>' if waits else ""
        # A name of its own: two versions of a page in one second are one to a browser.
        self.shown += 1
        name = f"page-{self.shown}.html"
        (self.folder / name).write_text(
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A course</title>{first}'
            f'<link rel="icon" href="data:,"><script src="{self.edition}/linker.js" {script} defer></script></head>'
            f"<body>{body}{last}</body></html>",
            encoding="utf-8",
        )
        self.page.goto(f"{self.address}/{name}")
        if waits:
            expect(self.page.locator(f"#last {LINK}")).to_have_count(1)
        return self.page

    def leads(self, selector: str) -> list[str]:
        """Return the ids to which links in an element lead."""
        [found] = self.all_leads(selector)
        return found

    def all_leads(self, selector: str) -> list[list[str]]:
        """Return the ids to which links in each of some elements lead."""
        found: list[list[str]] = self.page.locator(selector).evaluate_all(
            """(all) => all.map((element) =>
                [...element.querySelectorAll('a.concordance-link')].map((link) => link.href))"""
        )
        assert all(address.startswith(f"{self.edition}/") for addresses in found for address in addresses)
        return [[self.id_of(address.removeprefix(f"{self.edition}/")) for address in addresses] for addresses in found]

    @staticmethod
    def id_of(address: str) -> str:
        page, _, anchor = address.partition("#")
        folder, _, name = page.removesuffix(".html").rpartition("/")
        return anchor or {"annex": "plan-", "sdgs": "sdg-"}[folder] + name


@pytest.fixture(scope="module")
def edition(real: Build) -> Iterator[str]:
    server = hosted(real.out)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Page]:
    """A page of somebody who visits one stranger after another: each has an origin of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def stranger(visitor: Page, edition: str, tmp_path: Path) -> Iterator[Stranger]:
    server = hosted(tmp_path)
    address = f"http://127.0.0.1:{server.server_port}"
    found = Stranger(tmp_path, address, edition, visitor)

    def asks(request: Request) -> None:
        found.requests.append(request.url)

    def fails(error: Error) -> None:
        found.errors.append(str(error))

    def says(message: ConsoleMessage) -> None:
        found.said.append(message.text)

    visitor.mouse.move(0, 0)
    visitor.on("request", asks)
    visitor.on("pageerror", fails)
    visitor.on("console", says)
    yield found
    # On a page of the same origin that has nothing odd.
    (tmp_path / "empty.html").write_text("<!doctype html>")
    visitor.goto(f"{address}/empty.html")
    kept = visitor.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length")
    visitor.evaluate("window.name = ''")
    visitor.unroute_all()
    visitor.remove_listener("request", asks)
    visitor.remove_listener("pageerror", fails)
    visitor.remove_listener("console", says)
    server.shutdown()
    server.server_close()
    assert found.errors == []
    ours = (edition, address, "data:")
    assert [request for request in found.requests if not request.startswith(ours)] == []
    assert (kept, visitor.context.cookies()) == (0, [])


def described(link: Locator) -> str:
    """Return the description of a link that assistive technology is given."""
    devtools = link.page.context.new_cdp_session(link.page)
    expression = f"document.querySelector('{LINK}')"
    node = devtools.send("Runtime.evaluate", {"expression": expression})["result"]["objectId"]
    tree = devtools.send("Accessibility.getPartialAXTree", {"objectId": node, "fetchRelatives": False})
    return str(tree["nodes"][0].get("description", {}).get("value", ""))


def card(page: Page) -> Locator:
    return page.locator("#concordance-card")


def test_citations_become_links_and_all_else_stays(stranger: Stranger) -> None:
    cases = UNDERSTOOD | {said: [] for said in LEFT_ALONE}
    stranger.show("".join(f'<p id="c{index}">We read {escape(said)} now.</p>' for index, said in enumerate(cases)))
    found = dict(zip(cases, stranger.all_leads("[id^=c]"), strict=True))
    assert found == cases
    words = stranger.page.locator("[id^=c]").evaluate_all("all => all.map((each) => each.textContent)")
    assert words == [f"We read {said} now." for said in cases], "not a letter is changed"


def test_a_link_holds_the_citation_and_nothing_else(stranger: Stranger) -> None:
    page = stranger.show("<p>As (A/RES/64/293, annex, paras. 12–14) and article 24 of UNTOC, too.</p>")
    assert page.locator(f"p:first-child {LINK}").all_text_contents() == [
        "A/RES/64/293, annex, paras. 12",
        "14",
        "article 24 of UNTOC",
    ]
    link = page.locator(LINK).first
    assert link.get_attribute("rel") == "noopener"
    assert link.get_attribute("style") is None


def test_every_address_leads_to_something(stranger: Stranger, real: Build) -> None:
    data = (real.out / "linker-data.js").read_text(encoding="utf-8")
    known = json.loads(data[data.index("({") + 1 : data.rindex(")")])
    words = {key: first for key, first, *_ in known["series"]}
    body = ""
    for names, bare, _exact, *rows in known["wholes"]:
        for keys, _prefix, _page, _anchored, numbers in rows:
            for each in (number for piece in numbers.split(" ") for number in expanded(piece)):
                number, *below = each.split("-")
                word = "" if bare else f"{words[keys.split(',')[-1]]}. "
                body += f"<p>{escape(names[0])}, {word}{number}{''.join(f' ({item})' for item in below)}</p>".replace(
                    ", " if bare else "\0", " "
                )
    body += "".join(f"<p>{escape(symbol)}</p>" for _page, *symbols in known["documents"] for symbol in symbols)
    page = stranger.show(body)
    missed = page.evaluate(
        "[...document.querySelectorAll('p')].filter((p) => !p.querySelector('a')).map((p) => p.innerText)"
    )
    assert missed == []
    for address in page.evaluate("[...document.querySelectorAll('a')].map((link) => link.href)"):
        name, _, anchor = address.removeprefix(f"{stranger.edition}/").partition("#")
        text = (real.out / name).read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in text, address


def expanded(piece: str) -> list[str]:
    first, _, last = piece.partition(":")
    return [str(number) for number in range(int(first), int(last) + 1)] if last else [first]


NO_PLAIN_TEXT = [
    f'<a href="#x">{CITED}</a>',
    f'<a href="#x"><b>{CITED}</b></a>',
    f"<button>{CITED}</button>",
    f"<textarea>{CITED}</textarea>",
    f"<select><option>{CITED}</option></select>",
    f"<label>{CITED} <input></label>",
    f"<pre>{CITED}</pre>",
    f"<code>{CITED}</code>",
    f"<h2>{CITED}</h2>",
    f"<details><summary>{CITED}</summary></details>",
    f"<svg><text>{CITED}</text><foreignObject><p>{CITED}</p></foreignObject></svg>",
    f"<math><mtext>{CITED}</mtext></math>",
    f"<div contenteditable><p>{CITED}</p></div>",
    f"<div contenteditable=plaintext-only>{CITED}</div>",
    f"<p class=no-links>{CITED}</p>",
    f"<template><p>{CITED}</p></template>",
    f"<noscript><p>{CITED}</p></noscript>",
    f"<script type=text/plain>{CITED}</script>",
    f"<style>/* {CITED} */</style>",
    f"<!-- {CITED} -->",
    f"<p title='{CITED}'>Nothing.</p>",
    "<p>Global Plan of <b>Action</b>, para. 38</p>",
    "<p>Global Plan of Action, para. <b>38</b></p>",
    "<form><input name=nodeType><input name=closest><input name=matches><input name=namespaceURI></form>",
]


def test_what_is_no_plain_text_is_left_as_it_is(stranger: Stranger, subtests: pytest.Subtests) -> None:
    page = stranger.show("".join(f'<div class="odd">{markup}</div><p>{CITED}</p>' for markup in NO_PLAIN_TEXT))
    assert page.locator(f".odd + p > {LINK}").count() == len(NO_PLAIN_TEXT)
    found = page.evaluate(
        """(markups) => [...document.querySelectorAll('.odd')].map((odd, place) => {
            const alone = document.createElement('div');
            alone.innerHTML = markups[place];
            const links = odd.querySelectorAll('a.concordance-link').length;
            return { was: alone.innerHTML, is: odd.innerHTML, links };
        })""",
        NO_PLAIN_TEXT,
    )
    for markup, odd in zip(NO_PLAIN_TEXT, found, strict=True):
        with subtests.test(markup):
            assert odd["links"] == 0
            # Without scripts, what is in <noscript> is parsed in another way.
            if "noscript" not in markup:
                assert odd["is"] == odd["was"]


def test_included_twice_it_links_once(stranger: Stranger) -> None:
    page = stranger.show("", script="")
    page.add_script_tag(url=f"{stranger.edition}/linker.js")
    page.add_script_tag(url=f"{stranger.edition}/linker.js")
    expect(page.locator(LINK)).to_have_count(1)
    assert page.locator("a a").count() == 0
    page.locator(LINK).hover()
    expect(card(page)).to_have_count(1)


def test_links_are_made_where_the_page_wants_them(stranger: Stranger) -> None:
    page = stranger.show(f"<p>{CITED}</p><main><p>{CITED}</p></main>", script='data-within="main, #last"')
    expect(page.locator(LINK)).to_have_count(2)
    expect(page.locator("body > p:first-child a")).to_have_count(0)


def test_what_comes_later_is_linked_only_if_the_page_asks(stranger: Stranger) -> None:
    add = "(words) => document.body.insertAdjacentHTML('beforeend', `<p id=later>${words}</p>`)"
    page = stranger.show("", script="data-observe")
    page.evaluate(add, CITED)
    expect(page.locator(f"#later {LINK}")).to_have_count(1)
    page = stranger.show("")
    idle = "new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 }))"
    for act in (idle, add, idle):
        page.evaluate(act, CITED)
    expect(page.locator(f"#later {LINK}")).to_have_count(0)


HOSTILE = [
    "<script>Object.assign(Object.prototype, { within: 'html', observe: '', 'art 99': { id: 'x' } })</script>",
    "<script>Array.prototype.evil = 1; Object.prototype.evil = 2; String.prototype.evil = 3</script>",
    "<script>delete globalThis.requestIdleCallback</script>",
    "<script>globalThis.title = globalThis.root = globalThis.known = null; globalThis.name = 'linker'</script>",
    "<script>addEventListener('DOMContentLoaded', () => document.body.insertAdjacentHTML('afterbegin', "
    "'<img name=currentScript src=data:,><img name=head src=data:,><a id=linker></a>'))</script>",
]


@pytest.mark.parametrize("first", HOSTILE)
def test_an_odd_page_does_not_lead_it_astray(stranger: Stranger, first: str) -> None:
    page = stranger.show("<p id=one>UNTOC art. 99, UNTOC art. 24</p>", first=first)
    assert stranger.leads("#one") == ["untoc-art-24"]
    assert page.locator(LINK).count() == 2


@pytest.mark.parametrize(
    "first",
    [
        "<script>Element.prototype.matches = () => { throw new Error('no') }</script>",
        "<script>Text.prototype.splitText = () => { throw new Error('no') }</script>",
        "<script>document.createTreeWalker = null</script>",
        "<script>globalThis.RegExp = null; globalThis.Map = null</script>",
        "<script>globalThis.URL = undefined</script>",
    ],
)
def test_where_nothing_works_it_is_silent(stranger: Stranger, first: str) -> None:
    page = stranger.show(f"<p>{CITED}</p>", first=first, waits=False)
    page.wait_for_load_state("networkidle")
    assert page.locator("p").text_content() == CITED
    assert stranger.said == []


def test_a_strict_policy_has_to_allow_the_address_alone(stranger: Stranger) -> None:
    page = stranger.show(
        "", policy=f"default-src 'none'; img-src data:; script-src {stranger.edition}; connect-src {stranger.edition}"
    )
    page.locator(LINK).hover()
    expect(card(page)).to_be_visible()
    assert card(page).evaluate("(host) => getComputedStyle(host.shadowRoot.firstChild).paddingLeft") == "15.2px"
    assert stranger.said == []


def test_where_cards_are_forbidden_there_are_links(stranger: Stranger) -> None:
    page = stranger.show(
        "<p>UNTOC art. 24</p>", policy=f"default-src 'none'; img-src data:; script-src {stranger.edition}"
    )
    with page.expect_console_message():
        page.locator(LINK).first.hover()
    page.locator(LINK).last.hover()
    expect(card(page)).to_be_hidden()
    assert all("untoc.json" in complaint for complaint in stranger.said), "it is tried once"
    page.locator(LINK).last.click()
    page.wait_for_url("**/annex/38.html")


def test_a_card_shows_what_the_link_leads_to(stranger: Stranger) -> None:
    page = stranger.show("<style>* { color: red !important; display: inline !important; font-size: 40px }</style>")
    link = page.locator(LINK)
    link.hover()
    expect(card(page)).to_be_visible()
    said = card(page).locator("p").all_text_contents()
    assert said[:3] == ["Global Plan of Action, draft, as tabled", "Paragraph 38", "A trust fund for victims"]
    assert said[3].startswith("Establish the")
    assert said[-1] == "Plan of Action, annotated"
    style = "(line) => { const { color, display } = getComputedStyle(line); return [color, display] }"
    assert card(page).locator("p").first.evaluate(style) != ["rgb(255, 0, 0)", "inline"], (
        "the page's styles stay outside"
    )
    box, at = card(page).bounding_box(), link.bounding_box()
    assert box and at
    assert box["width"] <= 400
    assert min(abs(box["y"] - at["y"] - at["height"]), abs(at["y"] - box["y"] - box["height"])) < 20, (
        "it is near its link"
    )
    card(page).hover()
    page.mouse.move(0, 600)
    expect(card(page)).to_be_hidden()


def test_a_card_comes_with_the_keyboard_and_goes_with_escape(stranger: Stranger) -> None:
    page = stranger.show("")
    page.keyboard.press("Tab")
    expect(card(page)).to_be_visible()
    link = page.locator(LINK)
    expect(link).to_be_focused()
    expect(link).to_have_attribute("aria-describedby", "concordance-card")
    assert "Establish the" in described(link), "who cannot see the card is told what it says"
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(link).to_be_focused()
    assert link.get_attribute("aria-describedby") is None


def test_a_card_has_no_barriers(stranger: Stranger) -> None:
    page = stranger.show("<h1>A course</h1>")
    page.locator(LINK).focus()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(card(page)).to_be_visible()
    found: dict[str, Any] = Axe().run(page, context="#concordance-card").response
    assert found["violations"] == []


def test_nothing_is_asked_for_before_a_link_is_pointed_at(stranger: Stranger) -> None:
    page = stranger.show("")
    ours = [
        request.removeprefix(stranger.edition) for request in stranger.requests if request.startswith(stranger.edition)
    ]
    assert ours == ["/linker.js", "/linker-data.js"]
    page.locator(LINK).hover()
    expect(card(page)).to_be_visible()
    ours = [
        request.removeprefix(stranger.edition) for request in stranger.requests if request.startswith(stranger.edition)
    ]
    assert ours[2:] == ["/linker-card.js", "/data/previews/annex/38.json"]


def test_a_megabyte_of_text_is_gone_through(stranger: Stranger) -> None:
    filler = "States shall take measures to protect victims, as article 24 and para. 12 say. "
    near = f"<p>{'Global Plan of Action, paras. 12, ' * 5000}</p><p>UNTOC arts. {'24, ' * 100000}</p>"
    body = f"<p>{filler * 13000}{CITED}</p>{near}"
    page = stranger.show(body)
    assert page.locator(f"p:first-child {LINK}").count() == 1


def test_a_page_that_is_never_idle_has_its_links(stranger: Stranger) -> None:
    busy = "globalThis.requestIdleCallback = (act, { timeout } = {}) => timeout && setTimeout(act, timeout)"
    page = stranger.show(f"<p>{'States shall take measures. ' * 40000}{CITED}</p>", first=f"<script>{busy}</script>")
    expect(page.locator(f"p:first-child {LINK}")).to_have_count(1)


def test_it_is_small(real: Build) -> None:
    assert (real.out / "linker.js").stat().st_size < 10_500


def test_the_demonstration_is_text_that_becomes_links(page: Page, real: Build) -> None:
    assert 'concordance-link"' not in real.page("guide/linker").split("linker-example")[1].split("</div>")[0]
    page.goto("/guide/linker.html")
    expect(page.locator(f".linker-example {LINK}").first).to_be_visible()
    texts = page.locator(f".linker-example {LINK}").all_text_contents()
    assert "Global Plan of Action, para. 12" in texts
    assert not any("Inter-American" in text or "99" in text for text in texts)
    assert page.locator(LINK).count() == len(texts), "nowhere else on the page"
    page.locator(LINK).first.hover()
    expect(card(page)).to_be_visible()


def test_a_script_that_is_pinned_runs_and_loads_only_what_it_knows(
    page: Page, stranger: Stranger, edition: str, browser: Browser
) -> None:
    page.goto("/guide/linker.html")
    sample = page.locator(".pinned-linker")
    expect(sample).to_contain_text(re.compile(r'integrity="sha384-[\w+/]{64}"'))
    (pinned,) = re.findall(r'integrity="\S+"\s+crossorigin="anonymous"', sample.text_content() or "")
    other = stranger.show(f"<p>{CITED}</p>", script=pinned)
    expect(other.locator(f"p:first-child {LINK}")).to_have_count(1)
    other.locator(LINK).first.hover()
    expect(card(other)).to_be_visible()
    # Somebody puts other data in the place of what was there.
    other.route(
        "**/linker-data.js",
        lambda route: route.fulfill(
            body="document.title = 'marker';",
            content_type="text/javascript",
            headers={"Access-Control-Allow-Origin": "*"},
        ),
    )
    stranger.show(f"<p>{CITED}</p>", script=pinned, waits=False)
    other.wait_for_function(
        "performance.getEntriesByType('resource').some(({name}) => name.endsWith('linker-data.js'))"
    )
    other.wait_for_load_state("networkidle")
    assert other.title() == "A course"
    expect(other.locator(LINK)).to_have_count(0)
