"""What every page of the finished site must be: the kinds of page, the states they can be opened in, and the rules.

A new kind of page is a line in `KINDS`, a new thing that opens is one in `OPEN_STATES`. `tests/build/test_pages.py`
finds pages made of something that no page listed here has.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Locator, Page, Request, Response, ViewportSize

PROBE = Path(__file__).with_name("probe.js")

FORMS: dict[str, ViewportSize] = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: the address of one such page, and what is there when the page has come to rest.

    One that is `framed` by other sites holds its main part and nothing else.
    """

    address: str
    ready: str = "body"
    framed: bool = False


KINDS = {
    "home": Kind("index.html"),
    "plan": Kind("annex/index.html"),
    "part": Kind("annex/part-1.html"),
    "paragraph": Kind("annex/12.html"),
    "paragraph without a goal": Kind("annex/8.html"),
    "paragraph with items": Kind("annex/43.html"),
    "whole text": Kind("annex/whole.html"),
    "comparison": Kind("compare/index.html"),
    "browse by theme": Kind("browse/themes.html"),
    "browse by goal": Kind("browse/sdgs.html"),
    "glossary": Kind("glossary.html"),
    "resolution": Kind("resolutions/r74.html"),
    "instrument": Kind("instruments/untoc.html"),
    "goal": Kind("sdgs/16.html"),
    "documents": Kind("documents.html"),
    "bodies": Kind("bodies.html"),
    "matrix": Kind("concordance/instruments.html"),
    "wide matrix": Kind("concordance/resolutions.html"),
    "matrix of texts": Kind("concordance/sdgs.html"),
    "pictures": Kind("concordance/index.html"),
    "timeline": Kind("concordance/timeline.html"),
    "guide": Kind("guide/index.html"),
    "design": Kind("guide/design.html"),
    "guide for editors": Kind("guide/editors.html"),
    "messages": Kind("guide/messages.html"),
    "linker": Kind("guide/linker.html", "a.concordance-link[href$='#sdg-16-3']"),
    "data": Kind("guide/data.html"),
    "state": Kind("guide/state.html"),
    "changes": Kind("guide/changes.html"),
    "short addresses": Kind("guide/addresses.html"),
    "frame": Kind("embed/plan-43/index.html", framed=True),
    "guide for trainers": Kind("guide/trainers.html"),
    "session": Kind("sessions/definition.html"),
    "take it with you": Kind("take-away.html"),
    "handout": Kind("handout.html", ".sheet-empty"),
    "handout with entries": Kind(
        "handout.html?p=12,43-b,untoc-art-24,nothing&show=text,notes,summary,connections,comparison,commentary,questions,answers",
        ".handout-status:not(:empty) ~ .sheet .sheet-foot",
    ),
    "search": Kind("search.html"),
    "search that finds": Kind("search.html?q=retaliation", "#search-results:not([aria-busy]):has(li)"),
    "search for a citation": Kind(
        "search.html?q=8.7", ".search-offers:has(li) ~ #search-results:not([aria-busy]):has(li)"
    ),
    "search in vain": Kind("search.html?q=zzyzx", ".search-status:not(:empty)"),
    "nothing there": Kind("404.html"),
}


# Axe's rules are all of WCAG 2.0 to 2.2, levels A and AA, and what its makers hold to be good practice.
EVERYTHING: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
    # Of the whole page, not of a sample, `ordered` tells.
    "rules": {"heading-order": {"enabled": False}},
}
# What has to do with colours takes longer than all the rest, and is the same for all that is of one make.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
NAMES: dict[str, Any] = EVERYTHING | {"rules": {name: {"enabled": False} for name in ("heading-order", *COLOUR_RULES)}}
COLOURS: dict[str, Any] = EVERYTHING | {"runOnly": {"type": "rule", "values": COLOUR_RULES}, "rules": {}}
# Letters of another size leave names, roles and colours as they are, but not places.
PLACE_RULES = ["target-size", "scrollable-region-focusable"]
PLACES: dict[str, Any] = EVERYTHING | {"runOnly": {"type": "rule", "values": PLACE_RULES}, "rules": {}}
# One template makes all that stands around the main part of pages: its colours are examined on these.
SURROUNDED = {"home", "paragraph"}
# What a reader sets as the size of letters in the browser, where 16 is usual. Unlike a larger font on the root, it is
# what the widths at which a layout changes are reckoned by; unlike zoom, it leaves alone what is given in pixels.
LARGE_LETTERS = {"standard": 32, "fixed": 26}
USUAL_LETTERS = {"standard": 16, "fixed": 13}
# Pages with more stops than this are walked in their first part only; on a phone, little but the menu differs.
MOST_STOPS = {"desktop": 80, "phone": 40}
TAB = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}


@dataclass(slots=True)
class Visit:
    """A page in a window, and what it has complained of so far."""

    kind: str
    form: str
    page: Page
    devtools: CDPSession
    complaints: list[str]

    def ask(self, what: str) -> list[str]:
        """Return the answer of the probe in the page."""
        answer: list[str] = self.page.evaluate(f"probe.{what}()")
        return answer

    def start_axe(self, options: dict[str, Any], where: str) -> None:
        """Let axe examine a part of the page as it is, and do not wait; for colours, only one thing of each make."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        asked = [options, where, options is COLOURS]
        self.page.evaluate("(asked) => probe.startAxe(...asked)", asked)

    def axe(self) -> list[str]:
        """Return what axe has found, when it is done."""
        return self.ask("endAxe")

    def letters(self, sizes: dict[str, int]) -> None:
        """Set the size of letters as a reader does in the browser."""
        self.devtools.send("Page.setFontSizes", {"fontSizes": sizes})

    def sample(self) -> None:
        """Open all that is folded, and leave of a thousand things of one make a few: for axe, and for good."""
        # The focus may have opened something, which has a test of its own.
        self.page.keyboard.press("Escape")
        self.page.evaluate("document.activeElement.blur(); probe.sample()")
        # Half below the header, or at the edge of a box that scrolls, a link would be found too small to press.
        self.page.evaluate("probe.top()")


class Window:
    """A window of a form, in which one page after another is visited as if for the first time."""

    def __init__(self, browser: Browser, site: str, form: str) -> None:
        self.site = site
        self.form = form
        # A browser that nobody has used; to begin with a new one for each page would take half of the time.
        context = browser.new_context(viewport=FORMS[form], base_url=f"{site}/", has_touch=form == "phone")
        context.add_init_script(path=PROBE)
        self.page = context.new_page()
        self.devtools = context.new_cdp_session(self.page)
        self.devtools.send("Network.enable")
        self.devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.complaints: list[str] = []
        self.page.on("request", self._asks)
        self.page.on("response", self._gets)
        self.page.on("console", self._hears)
        self.page.on("pageerror", lambda error: self.complaints.append(f"an error: {error}"))

    def _asks(self, request: Request) -> None:
        if not request.url.startswith((f"{self.site}/", "data:", "blob:")):
            self.complaints.append(f"a request to somebody else: {request.url}")

    def _gets(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")

    def _hears(self, said: ConsoleMessage) -> None:
        if said.type in {"error", "warning", "assert"}:
            self.complaints.append(f"{said.type}: {said.text}")

    def visit(self, kind: str, instead: str = "") -> Visit:
        """Open a page of a kind, or the page given in its place, and wait until it has come to rest."""
        seen = Visit(kind, self.form, self.page, self.devtools, self.complaints)
        seen.letters(USUAL_LETTERS)
        self.page.set_viewport_size(FORMS[self.form])
        self.page.emulate_media(color_scheme="light", reduced_motion="no-preference", forced_colors="none")
        self.page.mouse.move(0, 0)
        address = f"{self.site}/{KINDS[kind].address}"
        if instead:
            self.page.route(address, lambda route: route.fulfill(body=instead, content_type="text/html"), times=1)
        # What the page before has said while it was left is its own.
        self.page.goto("about:blank")
        self.complaints.clear()
        self.page.goto(address)
        self.page.locator(KINDS[kind].ready).first.wait_for(state="attached")
        self.page.evaluate("probe.rest()")
        return seen

    def close(self) -> None:
        """Close the window and forget what it knew."""
        self.page.context.close()


def quiet(seen: Visit) -> list[str]:
    """No error or warning in the console, and no request to anyone else."""
    return sorted(set(seen.complaints))


def private(seen: Visit) -> list[str]:
    """Nothing kept in the browser but the colour theme."""
    return [*(f"a cookie: {cookie['name']}" for cookie in seen.page.context.cookies()), *seen.ask("kept")]


def calm(seen: Visit) -> list[str]:
    """Nothing shifts while the page loads."""
    return seen.ask("shifted")


def fitting(seen: Visit) -> list[str]:
    """No scrolling to the side."""
    return seen.ask("sideways")


def fitting_large(seen: Visit) -> list[str]:
    """No scrolling to the side with letters of twice the size."""
    large(seen)
    found = seen.ask("sideways")
    seen.letters(USUAL_LETTERS)
    return found


def fitting_narrow(seen: Visit) -> list[str]:
    """No scrolling to the side at 320 px, which is 1280 px magnified four times."""
    if seen.form != "phone":
        return []
    seen.page.set_viewport_size({"width": 320, "height": 256})
    found = seen.ask("sideways")
    seen.page.set_viewport_size(FORMS[seen.form])
    return found


def ordered(seen: Visit) -> list[str]:
    """Landmarks and headings in order, language and direction told."""
    allowed = {"no navigation"} if KINDS[seen.kind].framed else set()
    return [told for told in seen.ask("structure") if told not in allowed]


def large_targets(seen: Visit) -> list[str]:
    """Nothing to press is smaller than 24 px, unless it stands in a sentence or by itself."""
    return seen.ask("targets")


def still(seen: Visit) -> list[str]:
    """Nothing moves for readers who want nothing to move."""
    # And nothing does from here on: what the keyboard sets scrolling would go on while the next rule looks.
    seen.page.emulate_media(reduced_motion="reduce")
    return seen.ask("moving")


def clear_in_forced_colours(seen: Visit) -> list[str]:
    """Focus and marks can be seen in the colours of the system."""
    seen.page.emulate_media(forced_colors="active")
    found = seen.ask("forced")
    seen.page.emulate_media(forced_colors="none")
    return found


def skipping(seen: Visit) -> list[str]:
    """The first stop of the Tab key leads past the navigation, to the main part."""
    page = seen.page
    if KINDS[seen.kind].framed:
        return []
    page.evaluate("probe.walk()")
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.getAttribute('href') ?? ''")
    if not target.startswith("#"):
        return ["the first stop is no link to the main part"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if page.evaluate("!!document.activeElement.closest('main, [role=main]')"):
        return []
    # A main part without any link or control is left by the next press.
    stops = page.locator("main, [role=main]").locator("a[href], button, input, summary").count()
    return [] if not stops else ["after the link to the main part, the next stop is elsewhere"]


def visible_focus(seen: Visit) -> list[str]:
    """Wherever the focus is, it can be seen, and nothing covers it."""
    return seen.ask("focus")


def walkable(seen: Visit) -> list[str]:
    """The Tab key goes through the whole page, and out of it."""
    expected: int = seen.page.evaluate("probe.walk()")
    for _ in range(min(expected + 1, MOST_STOPS[seen.form])):
        # Without letting go of the key in between, which takes half the time.
        seen.devtools.send("Input.dispatchKeyEvent", TAB)
    found: list[str] = seen.page.evaluate("probe.walkedBy", expected < MOST_STOPS[seen.form])
    return found


Rule = Callable[[Visit], list[str]]

# In this order: what changes a page least comes first.
RULES: tuple[Rule, ...] = (
    calm,
    ordered,
    large_targets,
    fitting,
    fitting_large,
    fitting_narrow,
    still,
    clear_in_forced_colours,
    visible_focus,
    skipping,
    walkable,
    private,
    quiet,
)


def examine(
    visits: list[Visit], prepare: Callable[[Visit], None], options: dict[str, Any] = EVERYTHING, where: str = "html"
) -> list[list[str]]:
    """Let axe examine pages at the same time, each in the process of its own, when they are prepared."""
    for seen in visits:
        prepare(seen)
        seen.start_axe(options, where)
    return [seen.axe() for seen in visits]


# What fades in would be examined half faded: axe does not wait, so nothing moves.
def light(seen: Visit) -> None:
    """Show the page in light colours, and in letters of the usual size."""
    seen.letters(USUAL_LETTERS)
    seen.page.emulate_media(color_scheme="light", reduced_motion="reduce")


def dark(seen: Visit) -> None:
    """Show the page in dark colours."""
    seen.page.emulate_media(color_scheme="dark", reduced_motion="reduce")


def large(seen: Visit) -> None:
    """Show the page in large letters."""
    seen.letters(LARGE_LETTERS)


@dataclass(frozen=True, slots=True)
class OpenState:
    """Something that opens on a page: what opens it, what is open then, and on which kinds of page to look.

    `opened_by` is a key pressed on the opener, "hover", or "/", which is pressed anywhere; `typed` is written then.
    `closed_by` is a key pressed on the opener, or Escape, which is pressed anywhere.
    """

    opener: str
    opened: str
    kinds: tuple[str, ...]
    opened_by: str = "Enter"
    closed_by: str = "Escape"
    typed: str = ""
    forms: tuple[str, ...] = tuple(FORMS)
    rules: tuple[Rule, ...] = (large_targets, fitting, private, quiet)

    def open(self, page: Page, opener: Locator) -> None:
        """Open it as a reader without a mouse does, if it can be opened so."""
        if self.opened_by == "hover":
            opener.hover()
        else:
            if self.opened_by != "/":
                opener.focus()
            page.keyboard.press(self.opened_by)
        if self.typed:
            page.keyboard.type(self.typed)

    def close(self, page: Page, opener: Locator) -> None:
        """Close it with the keyboard."""
        if self.closed_by != "Escape":
            opener.focus()
        page.keyboard.press(self.closed_by)


OPEN_STATES = {
    "menu": OpenState(
        ".menu-switch",
        ".menu",
        ("home", "paragraph"),
        opened_by="Space",
        closed_by="Space",
        forms=("phone",),
        rules=(large_targets, fitting, fitting_large, still, clear_in_forced_colours, visible_focus, private, quiet),
    ),
    "suggestions": OpenState(
        "form[role=search] input[type=search]",
        ".suggestions:has(li)",
        ("home", "paragraph"),
        opened_by="/",
        typed="art 24",
        forms=("desktop",),
    ),
    "filter": OpenState(
        ".search-filters summary", ".search-filters details[open] > ul", ("search that finds",), closed_by="Escape"
    ),
    "comparison": OpenState(
        "details:has(.comparison) > summary",
        "details[open] .comparison",
        ("paragraph",),
        closed_by="Enter",
    ),
    "preview": OpenState(
        "main p > a.reference.internal[href*='#']",
        ".preview",
        ("paragraph", "home"),
        opened_by="hover",
        forms=("desktop",),
    ),
    "copying": OpenState("button.copy", "dialog.copying", ("paragraph with items", "instrument")),
}
