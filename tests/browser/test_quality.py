"""The floor under every kind of page: accessible, quiet, private, steady.

`quality.py` says what that means, and `open_states.py` what opens on pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import cache
from itertools import product

import pytest
from edition import Build
from kinds_of_page import KINDS
from open_states import OPEN_STATES
from playwright.sync_api import Browser, Page, expect
from quality import RULES, Rule, examine, quiet, usable_large
from serving import Quiet, serving
from windows import FORMS, Looks, Window


class NeverKept(Quiet):
    """Sends what no browser keeps: each page is as if it were the first."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


@pytest.fixture(scope="module")
def windows(browser: Browser, real: Build) -> Iterator[Callable[[str], Window]]:
    """Return the window of a form, which is opened when it is first asked for."""
    with serving(real.out, NeverKept) as site, ExitStack() as opened:
        yield cache(lambda form: opened.enter_context(closing(Window(browser, site, form))))


# Kinds whose words scripts make.
MADE_BY_SCRIPTS = {kind for kind in KINDS if "search" in kind or "handout" in kind}


@pytest.fixture(scope="module")
def unscripted(browser: Browser, site: str) -> Iterator[Page]:
    """A page of a phone that runs no scripts."""
    context = browser.new_context(
        java_script_enabled=False, viewport=FORMS["phone"], base_url=f"{site}/", has_touch=True
    )
    yield context.new_page()
    context.close()


# Of the main part, its lines, and those of what narrows down what it shows. To ask for them through locators would run
# Playwright's own script in each page.
LINES = """() => {
    const lines = (element) => element.innerText.split("\\n");
    const shown = [...document.querySelectorAll(".narrowing")].filter((form) => form.checkVisibility());
    return [lines(document.querySelector("main, [role=main]")), shown.flatMap(lines)];
}"""


def words(page: Page, *, narrowed: bool) -> list[str]:
    """Return the lines of the main part but for what is offered only where there are scripts.

    What narrows down what a page shows needs them: where it is not `narrowed`, there is none.
    """
    lines, narrowing = page.evaluate(LINES)
    assert narrowed or not narrowing
    # The options of a list that a script fills are among the words.
    if narrowing:
        start = lines.index(narrowing[0])
        del lines[start : start + len(narrowing)]
    # The digest of one script is filled in by another.
    offered = {"", "Copy", "Share", "Print", "Open all parts"}
    return [line for line in lines if line.strip() not in offered and "integrity=" not in line]


# By form first: a process that goes through one form looks closely at nothing twice.
@pytest.mark.parametrize(("form", "kind"), list(product(FORMS, KINDS)))
def test_every_kind_of_page(
    windows: Callable[[str], Window], unscripted: Page, form: str, kind: str, subtests: pytest.Subtests
) -> None:
    seen = windows(form).visit(kind)
    if form == "phone" and kind not in MADE_BY_SCRIPTS:
        with subtests.test("the same words without scripts"):
            unscripted.goto(KINDS[kind].address)
            assert words(unscripted, narrowed=False) == words(seen.page, narrowed=True)
    for rule in RULES:
        with subtests.test(rule.__name__):
            faults = rule(seen)
            assert not faults, "\n".join([rule.__doc__ or "", *faults])
    seen.sample()
    for scheme, complaints in examine(seen).items():
        with subtests.test(f"axe, {scheme}"):
            assert not complaints, "\n".join(complaints)
    with subtests.test("large letters"):
        faults = usable_large(seen)
        assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("name", "kind", "form"),
    [(name, kind, form) for name, state in OPEN_STATES.items() for kind in state.kinds for form in state.forms],
)
def test_what_opens_is_as_good_as_the_page(
    windows: Callable[[str], Window], name: str, kind: str, form: str, subtests: pytest.Subtests
) -> None:
    state = OPEN_STATES[name]
    seen = windows(form).visit(kind, scale=1)
    opener = seen.page.locator(state.opener).filter(visible=True).first
    expect(opener).to_be_attached()
    opened = seen.page.locator(state.opened).filter(visible=True).first
    expect(opened).not_to_be_in_viewport()
    state.open(seen.page, opener)
    expect(opened).to_be_in_viewport()
    for asked in state.rules:
        with subtests.test(asked.__name__):
            faults = asked(seen)
            assert not faults, "\n".join([asked.__doc__ or "", *faults])
    for scheme, complaints in examine(seen).items():
        with subtests.test(f"axe, {scheme}"):
            assert not complaints, "\n".join(complaints)
    with subtests.test("a key closes it"):
        state.close(seen.page, opener)
        expect(opened).not_to_be_in_viewport()


def test_the_menu_works_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=FORMS["phone"])
    page = context.new_page()
    page.goto(f"{site}/{KINDS['paragraph'].address}")
    page.locator(OPEN_STATES["menu"].opener).filter(visible=True).first.click()
    page.get_by_role("navigation").get_by_role("link", name="Organizations").first.click()
    expect(page.locator("h1")).to_contain_text("Organizations")
    context.close()


GOOD = """<!doctype html><html lang="en" dir="ltr">
<head><title>A page</title><meta name="viewport" content="width=device-width">
<style>body > a, nav > a {{ display: block; padding: 1rem }}</style></head>
<body><a href="#words">To the words</a><header><nav aria-label="Site"><a href="/">Home</a></nav></header>
<main id="words" tabindex="-1"><h1>A page</h1><h2>A part</h2><p>Some words and <a href="/">a link</a>.</p>
{}</main></body></html>"""

SINS = {
    "quiet": "<img src='/missing.png' alt='None'>",
    # Left in the window, it would be held against the next page.
    "private": "<script>sessionStorage.kept = 1; onpagehide = () => sessionStorage.clear()</script>",
    "calm": "<script>const soon = requestAnimationFrame, grow = () => { document.body.style.paddingTop = '9rem' };"
    "soon(() => soon(grow))</script>",
    "ordered": "<h4>A part of a part of a part</h4>",
    "large_targets": "<p><button style='inline-size: 1rem'>a</button><button style='inline-size: 1rem'>b</button></p>",
    "fitting": "<p style='inline-size: 100rem'>Wide</p>",
    "fitting_large": "<p style='inline-size: 15rem; display: inline-block'>Wide in large letters</p>",
    "fitting_narrow": "<p style='inline-size: 350px'>Too wide for a narrow window</p>",
    "still": "<style>a { transition: color 1s }</style>",
    "clear_in_forced_colours": "<style>a:focus { outline: none; box-shadow: 0 0 3px red }</style>",
    "visible_focus": "<div style='position: fixed; inset: 0; background: white'>On top of all</div>",
    "skipping": "<script>document.querySelector('a').remove()</script>",
    "walkable": "<script>onkeydown = (key) => document.activeElement.closest('p') && key.preventDefault()</script>"
    "<p><button>Never reached</button></p>",
}


@pytest.mark.parametrize("rule", RULES, ids=[rule.__name__ for rule in RULES])
def test_a_rule_tells_good_from_bad(windows: Callable[[str], Window], rule: Rule) -> None:
    for body, wrong in (("", False), (SINS[rule.__name__], True)):
        assert bool(rule(windows("phone").visit("home", GOOD.format(body)))) == wrong, body


@pytest.mark.parametrize("address", ["/missing.js", "https://example.org/other.js"])
@pytest.mark.parametrize(
    "asks",
    [
        "<link rel='prefetch' href='{}'>",
        "<script src='{}'></script>",
        "<img alt='' src='{}'>",
        "<script>new Worker('{}')</script>",
    ],
)
def test_what_nobody_sends_is_named_however_it_is_asked_for(
    windows: Callable[[str], Window], asks: str, address: str
) -> None:
    complaints = quiet(windows("phone").visit("home", GOOD.format(asks.format(address))))
    assert [complaint for complaint in complaints if address in complaint] != []


@pytest.mark.parametrize(
    ("scheme", "sin"),
    [
        ("light", "<style>@media (prefers-color-scheme: light) { p { color: #bbb } }</style>"),
        ("dark", "<style>@media (prefers-color-scheme: dark) { p { color: #000; background: #222 } }</style>"),
        ("light", "<p><button></button></p>"),
    ],
)
def test_axe_tells_good_from_bad(windows: Callable[[str], Window], scheme: str, sin: str) -> None:
    assert examine(windows("phone").visit("home", GOOD.format(""))) == {"light": [], "dark": []}
    faults = examine(windows("phone").visit("home", GOOD.format(sin)))
    assert [name for name, complaints in faults.items() if complaints] == [scheme]


def test_the_tab_key_is_pressed_once_at_stops_of_one_kind_and_again_where_other_scripts_run(
    windows: Callable[[str], Window],
) -> None:
    buttons = "".join(f"<button>{name}</button>" for name in "abcd")
    seen = windows("phone").visit("home", GOOD.format(f"<p>{buttons}</p>"))
    # To and from three links and the first button, and out of the page.
    first = [0, 1, 2, 3, 4, 7]
    assert seen.unseen_steps() == first
    assert seen.unseen_steps() == [0, 7]
    seen.evaluate("document.body.append(Object.assign(document.createElement('script'), { text: 'let other' }))")
    assert seen.unseen_steps() == first


@pytest.mark.parametrize(
    "sin",
    [
        "<p style='inline-size: 5rem; overflow: auto'><span style='display: block; inline-size: 9rem'>Wide</span></p>",
        "<style>@media (width < 20em) { button { width: 1px } }</style><p><button>a</button><button>b</button></p>",
    ],
)
def test_large_letters_are_told_good_from_bad(windows: Callable[[str], Window], sin: str) -> None:
    assert usable_large(windows("phone").visit("home", GOOD.format(""))) == []
    assert usable_large(windows("phone").visit("home", GOOD.format(sin))) != []


PLAIN = "<p>Some words</p>"


@pytest.mark.parametrize(
    ("body", "told_apart"),
    [
        (PLAIN, False),
        ("<section><p class='other'>Other words</p></section>", False),
        ("<p style='color: #222'>Some words</p>", True),
        ("<p style='opacity: 0.9'>Some words</p>", True),
        ("<p style='font-size: 2rem'>Some words</p>", True),
        ("<p style='font-weight: bold'>Some words</p>", True),
        ("<p style='text-shadow: 0 0 1px red'>Some words</p>", True),
        ("<div style='background: #eee'><p>Some words</p></div>", True),
        ("<div style='background: #eee'><p style='margin-block-start: -3rem'>Some words</p></div>", True),
        ("<p>Some words</p><div style='position: absolute; inset: 0; background: #eee8'></div>", True),
        ("<p aria-hidden='true'>Some words</p>", True),
        ("<p>S</p>", True),
        ("<p>Some words and <a href='/' style='text-decoration: none'>a link</a>.</p>", True),
    ],
)
def test_colours_are_told_apart_where_contrast_may_differ(
    windows: Callable[[str], Window], body: str, told_apart: bool
) -> None:
    looks = Looks()
    for more in ("", body):
        seen = windows("phone").visit("home", GOOD.format(PLAIN + more))
        unseen = looks.new("light", seen.evaluate("probe.colours()"))
    assert bool(unseen) == told_apart


def test_what_looks_like_nothing_before_is_looked_at_closely() -> None:
    looks = Looks()
    steps = [(-1, "main"), (0, "p"), (0, "p"), (0, "div"), (3, "p")]
    first, same, other = looks.numbered(steps, [1, 2, 4])
    assert looks.new("focus", [first, same, other]) == [0, 2]
    assert looks.new("focus", looks.numbered(steps[:3], [1, 2])) == []
    assert looks.new("forced colours", [first]) == [0]
