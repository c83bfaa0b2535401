"""`linker.js` where a page is odd, strict or hostile, and where it asks for a version of it."""

from __future__ import annotations

import re

import pytest
from edition import Build
from playwright.sync_api import Browser, Page, expect
from stranger import CITED, LINK, Stranger, card


def test_included_twice_it_links_once(stranger: Stranger) -> None:
    page = stranger.show("", script="")
    page.add_script_tag(url=f"{stranger.edition}/linker.js")
    page.add_script_tag(url=f"{stranger.edition}/linker.js")
    expect(page.locator(LINK)).to_have_count(1)
    assert page.locator("a a").count() == 0
    page.locator(LINK).hover()
    expect(card(page)).to_have_count(1)


HOSTILE = [
    "<script>Object.assign(Object.prototype, { within: 'html', observe: '', 'art 99': { id: 'x' } })</script>",
    "<script>Array.prototype.evil = 1; Object.prototype.evil = 2; String.prototype.evil = 3</script>",
    "<script>delete globalThis.requestIdleCallback</script>",
    "<script>addEventListener('DOMContentLoaded', () => document.body.insertAdjacentHTML('afterbegin', "
    "'<img name=currentScript src=data:,><img name=head src=data:,><a id=linker></a>'))</script>",
    # A tab keeps its name: this comes last.
    "<script>globalThis.title = globalThis.root = globalThis.known = null; globalThis.name = 'linker'</script>",
]
BROKEN = [
    "<script>Element.prototype.matches = () => { throw new Error('no') }</script>",
    "<script>Text.prototype.splitText = () => { throw new Error('no') }</script>",
    "<script>document.createTreeWalker = null</script>",
    "<script>globalThis.RegExp = null; globalThis.Map = null</script>",
    "<script>globalThis.URL = undefined</script>",
]


def test_an_odd_page_does_not_lead_it_astray(stranger: Stranger, subtests: pytest.Subtests) -> None:
    for first in HOSTILE:
        with subtests.test(first):
            page = stranger.show("<p id=one>UNTOC art. 99, UNTOC art. 24</p>", first=first)
            assert stranger.leads("#one") == ["untoc-art-24"]
            assert page.locator(LINK).count() == 2


def test_where_nothing_works_it_is_silent(stranger: Stranger, subtests: pytest.Subtests) -> None:
    for first in BROKEN:
        with subtests.test(first):
            page = stranger.show(f"<p>{CITED}</p>", first=first, waits=False)
            page.wait_for_load_state("networkidle")
            assert page.locator("p").text_content() == CITED
            assert stranger.logged == []


def test_a_strict_policy_has_to_allow_the_address_alone(stranger: Stranger) -> None:
    page = stranger.show(
        "", policy=f"default-src 'none'; img-src data:; script-src {stranger.edition}; connect-src {stranger.edition}"
    )
    page.locator(LINK).hover()
    expect(card(page)).to_be_visible()
    assert card(page).evaluate("(host) => getComputedStyle(host.shadowRoot.firstChild).paddingLeft") == "15.2px"
    assert stranger.logged == []


def test_where_cards_are_forbidden_there_are_links(stranger: Stranger) -> None:
    page = stranger.show(
        "<p>UNTOC art. 24</p>", policy=f"default-src 'none'; img-src data:; script-src {stranger.edition}"
    )
    with page.expect_console_message():
        page.locator(LINK).first.hover()
    page.locator(LINK).last.hover()
    expect(card(page)).to_be_hidden()
    assert all("untoc.json" in complaint for complaint in stranger.logged), "it is tried once"
    page.locator(LINK).last.click()
    page.wait_for_url("**/annex/38.html")


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
        "() => performance.getEntriesByType('resource').some(({name}) => name.endsWith('linker-data.js'))"
    )
    other.wait_for_load_state("networkidle")
    assert other.title() == "A course"
    expect(other.locator(LINK)).to_have_count(0)
