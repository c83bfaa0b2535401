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
# What a change of colours could make wrong.
COLOURS: dict[str, Any] = EVERYTHING | {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "rules": {},
}
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
    looks: Looks

    def ask(self, what: str, *about: object) -> list[str]:
        """Return the answer of the probe in the page."""
        answer: list[str] = self.page.evaluate(f"(about) => probe.{what}(...about)", about)
        return answer

    def unseen(self, what: str, purpose: str = "") -> list[int]:
        """Return the places, among those that the probe would look at closely, of what looks like nothing before."""
        return self.looks.new(purpose or what, **self.page.evaluate("(what) => probe.ways(what)", what))

    def start_axe(self, options: dict[str, Any]) -> None:
        """Let axe examine the page as it is, and do not wait."""
        self.page.evaluate("(options) => probe.startAxe(options)", options)

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


class Looks:
    """What has been looked at closely in a window: two things that a stylesheet cannot tell apart look alike.

    It goes by the way to a thing: what kind of element holds what kind, from the outermost inwards.
    """

    def __init__(self) -> None:
        self.ways: dict[tuple[int, str], int] = {}
        self.known: dict[str, set[int]] = {}

    def new(self, purpose: str, steps: list[tuple[int, str]], ends: list[int]) -> list[int]:
        """Return the places in `ends` of what has not been looked at for a purpose, which it has from now on.

        Of each step, `steps` has the place of the step before and the kind of element; `ends` are places of steps.
        """
        numbers: list[int] = []
        for before, kind in steps:
            way = (numbers[before] if before >= 0 else -1, kind)
            numbers.append(self.ways.setdefault(way, len(self.ways)))
        known, fresh = self.known.setdefault(purpose, set()), []
        for place, end in enumerate(ends):
            if numbers[end] not in known:
                known.add(numbers[end])
                fresh.append(place)
        return fresh


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
        self.looks = Looks()
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
        # The stylesheets of a page that is given are its own.
        looks = Looks() if instead else self.looks
        seen = Visit(kind, self.form, self.page, self.devtools, self.complaints, looks)
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
    seen.letters(LARGE_LETTERS)
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
    found = seen.ask("forced", seen.unseen("focus", "forced colours"))
    seen.page.emulate_media(forced_colors="none")
    return found


def skipping(seen: Visit) -> list[str]:
    """The first stop of the Tab key leads past the navigation, to the main part."""
    page = seen.page
    if KINDS[seen.kind].framed:
        return []
    page.evaluate("probe.begin()")
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
    return seen.ask("focus", seen.unseen("focus"))


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


def usable_large(seen: Visit) -> list[str]:
    """With letters of twice the size, and all that is folded open, everything can be pressed and reached."""
    seen.letters(LARGE_LETTERS)
    found = [*seen.ask("targets"), *seen.ask("unreachable")]
    seen.letters(USUAL_LETTERS)
    return found


def examine(visits: list[Visit]) -> dict[str, list[list[str]]]:
    """Let axe examine pages at the same time, each in the process of its own, in light colours and then in dark.

    Colours are examined on what looks like nothing that has been examined before.
    """
    unseen = []
    for seen in visits:
        light(seen)
        seen.page.evaluate(AXE_SCRIPT)
        places = seen.unseen("colours")
        seen.page.evaluate("(places) => probe.mark(places)", places)
        seen.start_axe(EVERYTHING)
        unseen.append(bool(places))
    found = {"light": [seen.axe() for seen in visits]}
    for seen, asked in zip(visits, unseen, strict=True):
        if asked:
            dark(seen)
            seen.start_axe(COLOURS)
    found["dark"] = [seen.axe() if asked else [] for seen, asked in zip(visits, unseen, strict=True)]
    return found


# What fades in would be examined half faded: axe does not wait, so nothing moves.
def light(seen: Visit) -> None:
    """Show the page in light colours."""
    seen.page.emulate_media(color_scheme="light", reduced_motion="reduce")


def dark(seen: Visit) -> None:
    """Show the page in dark colours."""
    seen.page.emulate_media(color_scheme="dark", reduced_motion="reduce")


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
