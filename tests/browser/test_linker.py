"""`linker.js` on the pages of others: what it makes links of, what it leaves alone, and the cards that it shows."""

from __future__ import annotations

import json
from html import escape

import pytest
from edition import Build
from playwright.sync_api import expect
from stranger import CITED, LINK, Stranger

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


def test_citations_become_links_and_all_else_stays(stranger: Stranger) -> None:
    cases = UNDERSTOOD | {text: [] for text in LEFT_ALONE}
    stranger.show("".join(f'<p id="c{index}">We read {escape(text)} now.</p>' for index, text in enumerate(cases)))
    leads = dict(zip(cases, stranger.all_leads("[id^=c]"), strict=True))
    assert leads == cases
    words = stranger.page.locator("[id^=c]").evaluate_all("all => all.map((each) => each.textContent)")
    assert words == [f"We read {text} now." for text in cases], "not a letter is changed"


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
    blocks = page.evaluate(
        """(markups) => [...document.querySelectorAll('.odd')].map((odd, place) => {
            const alone = document.createElement('div');
            alone.innerHTML = markups[place];
            const links = odd.querySelectorAll('a.concordance-link').length;
            return { was: alone.innerHTML, is: odd.innerHTML, links };
        })""",
        NO_PLAIN_TEXT,
    )
    for markup, odd in zip(NO_PLAIN_TEXT, blocks, strict=True):
        with subtests.test(markup):
            assert odd["links"] == 0
            # Without scripts, what is in <noscript> is parsed in another way.
            if "noscript" not in markup:
                assert odd["is"] == odd["was"]


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


def unseen(text: str) -> str:
    """Return a text that is on a page and not drawn: to set a megabyte in lines takes as long as to go through it."""
    return f"<div hidden>{text}</div>"


def test_a_megabyte_of_text_is_gone_through(stranger: Stranger) -> None:
    filler = "States shall take measures to protect victims, as article 24 and para. 12 say. "
    near = f"<p>{'Global Plan of Action, paras. 12, ' * 5000}</p><p>UNTOC arts. {'24, ' * 100000}</p>"
    page = stranger.show(unseen(f"<p>{filler * 13000}{CITED}</p>{near}"))
    assert page.locator(f"p:first-child {LINK}").count() == 1


def test_a_page_that_is_never_idle_has_its_links(stranger: Stranger) -> None:
    busy = "globalThis.requestIdleCallback = (act, { timeout } = {}) => timeout && setTimeout(act, timeout)"
    text = unseen(f"<p>{'States shall take measures. ' * 40000}{CITED}</p>")
    page = stranger.show(text, first=f"<script>{busy}</script>")
    expect(page.locator(f"p:first-child {LINK}")).to_have_count(1)
