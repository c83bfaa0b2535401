"""Windows of a browser in which pages are visited as if for the first time, and asked what they are like."""

from __future__ import annotations

import json
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from kinds_of_page import KINDS
from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Page, Response, ViewportSize
from screens import DESKTOP, PHONE
from tab import name_requests_to_others

# What is asked of a page from inside it. In this order: the first has what the others stand on.
PROBE = "\n".join(
    (Path(__file__).with_name("probe") / f"{name}.js").read_text(encoding="utf-8")
    for name in ("elements", "layout", "focus", "keyboard", "colours", "page")
)
# Axe is half a megabyte: it comes with the page, which costs less than to hand it over, and is run when it is wanted.
AXE = f"window.beginAxe = () => {{ {AXE_SCRIPT} }};"

FORMS: dict[str, ViewportSize] = {"phone": PHONE, "desktop": DESKTOP}
# What a reader sets as the size of letters in the browser, where 16 is usual. Unlike a larger font on the root, it is
# what the widths at which a layout changes are reckoned by; unlike zoom, it leaves alone what is given in pixels.
LARGE_LETTERS = {"standard": 32, "fixed": 26}
USUAL_LETTERS = {"standard": 16, "fixed": 13}
# Pages are laid out in full size, and drawn so much smaller: nobody looks at them, and to draw takes time.
SMALL = 0.1


@dataclass(slots=True)
class Visit:
    """A page in a window, and what it has complained of so far."""

    kind: str
    form: str
    page: Page
    devtools: CDPSession
    complaints: list[str]
    looks: Looks
    scale: float

    def ask(self, what: str, *about: object) -> list[str]:
        """Return the answer of the probe in the page."""
        answer: list[str] = self.evaluate(f"probe.{what}({', '.join(map(json.dumps, about))})")
        return answer

    def evaluate(self, expression: str) -> Any:
        """Return what an expression is in the page, or what it promises.

        To ask through Playwright, which has a script of its own take the answer apart, takes longer.
        """
        asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        answer = self.devtools.send("Runtime.evaluate", asked)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def unseen_stops(self, purpose: str) -> list[int]:
        """Return the places, among the stops of the keyboard, of those to which no such way has led before."""
        return self.looks.new(purpose, self.looks.numbered(**self.evaluate("probe.ways()")))

    def unseen_steps(self) -> list[int]:
        """Return the steps of the Tab key, by the places where they end, to and from stops of a kind not met before.

        The first step, from the top, and the last, out of the page, are always among them. Where other scripts run,
        which could keep the key from its work, all stops are of other kinds.
        """
        course = self.evaluate("probe.walk()")
        unseen = self.looks.new(f"steps with {course['scripts']}", course["stops"])
        return sorted({0, len(course["stops"])}.union(*((place, place + 1) for place in unseen)))

    def unseen_colours(self, scheme: str) -> list[int]:
        """Return the places, among the colours on the page, of those that have not been there before."""
        return self.looks.new(scheme, self.evaluate("probe.colours()"))

    def letters(self, sizes: dict[str, int]) -> None:
        """Set the size of letters as a reader does in the browser."""
        self.devtools.send("Page.setFontSizes", {"fontSizes": sizes})

    def resize(self, size: ViewportSize) -> None:
        """Give the window a size, at the scale at which it is drawn."""
        metrics = {**size, "deviceScaleFactor": 1, "mobile": False, "scale": self.scale}
        self.devtools.send("Emulation.setDeviceMetricsOverride", metrics)

    def settle(self) -> None:
        """Wait until the page has come to rest."""
        if ready := KINDS[self.kind].ready:
            self.page.locator(ready).first.wait_for(state="attached")
        self.evaluate("probe.rest()")

    def sample(self) -> None:
        """Open all that is folded, and leave of a thousand things of one make a few: for axe, and for good."""
        # The focus may have opened something, which has a test of its own.
        self.page.keyboard.press("Escape")
        self.evaluate("document.activeElement.blur(); probe.sample()")
        # Half below the header, or at the edge of a box that scrolls, a link would be found too small to press.
        self.evaluate("probe.top()")


class Looks:
    """What has been looked at closely in a window, for which purpose."""

    def __init__(self) -> None:
        self.ways: dict[tuple[int, str], int] = {}
        self.known: dict[str, set[Hashable]] = {}

    def numbered(self, steps: list[tuple[int, str]], ends: list[int]) -> list[int]:
        """Return a number for each way: two things that a stylesheet cannot tell apart have the same.

        It goes by what kind of element holds what kind, from the outermost inwards. Of each step, `steps` has the place
        of the step before and the kind of element; `ends` are places of steps.
        """
        numbers: list[int] = []
        for before, kind in steps:
            way = (numbers[before] if before >= 0 else -1, kind)
            numbers.append(self.ways.setdefault(way, len(self.ways)))
        return [numbers[end] for end in ends]

    def new(self, purpose: str, looks: Sequence[Hashable]) -> list[int]:
        """Return the places of those that have not been looked at for a purpose, which they have from now on."""
        known, fresh = self.known.setdefault(purpose, set()), []
        for place, look in enumerate(looks):
            if look not in known:
                known.add(look)
                fresh.append(place)
        return fresh


class Window:
    """A window of a form, in which one page after another is visited as if for the first time."""

    def __init__(self, browser: Browser, site: str, form: str) -> None:
        self.site = site
        self.form = form
        # A browser that nobody has used; to begin with a new one for each page would take half of the time.
        context = browser.new_context(viewport=FORMS[form], base_url=f"{site}/", has_touch=form == "phone")
        context.add_init_script(f"{PROBE}\n{AXE}")
        self.page = context.new_page()
        self.devtools = context.new_cdp_session(self.page)
        self.complaints: list[str] = []
        self.looks = Looks()
        name_requests_to_others(self.page, site, self.complaints)
        self.page.on("response", self._gets)
        self.page.on("console", self._hears)
        self.page.on("pageerror", lambda error: self.complaints.append(f"an error: {error}"))

    def _gets(self, response: Response) -> None:
        # The console does not say it of a worker.
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")

    def _hears(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning", "assert"}:
            self.complaints.append(f"{message.type}: {message.text}")

    def visit(self, kind: str, instead: str = "", scale: float = SMALL) -> Visit:
        """Open a page of a kind, or the page given in its place, and wait until it has come to rest.

        The mouse finds what is on it only at a scale of 1.
        """
        # The stylesheets of a page that is given are its own.
        looks = Looks() if instead else self.looks
        seen = Visit(kind, self.form, self.page, self.devtools, self.complaints, looks, scale)
        address = f"{self.site}/{KINDS[kind].address}"
        self.page.unroute_all()
        if instead:
            self.page.route(address, lambda route: route.fulfill(body=instead, content_type="text/html"))
        seen.letters(USUAL_LETTERS)
        seen.resize(FORMS[self.form])
        self.page.emulate_media(color_scheme="light", reduced_motion="no-preference", forced_colors="none")
        self.page.mouse.move(-1, -1)
        self.complaints.clear()
        self.page.goto(address)
        seen.settle()
        return seen

    def close(self) -> None:
        """Close the window and forget what it knew."""
        self.page.context.close()
