"""Somebody else’s site, whose pages include `linker.js`."""

from __future__ import annotations

import functools
import threading
from dataclasses import dataclass, field
from fnmatch import fnmatch
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

LINK = "a.concordance-link"
CITED = "Global Plan of Action, para. 38"


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
    logged: list[str] = field(default_factory=list)

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
        [ids] = self.all_leads(selector)
        return ids

    def all_leads(self, selector: str) -> list[list[str]]:
        """Return the ids to which links in each of some elements lead."""
        links: list[list[str]] = self.page.locator(selector).evaluate_all(
            """(all) => all.map((element) =>
                [...element.querySelectorAll('a.concordance-link')].map((link) => link.href))"""
        )
        assert all(address.startswith(f"{self.edition}/") for addresses in links for address in addresses)
        return [[self.id_of(address.removeprefix(f"{self.edition}/")) for address in addresses] for addresses in links]

    @staticmethod
    def id_of(address: str) -> str:
        page, _, anchor = address.partition("#")
        folder, _, name = page.removesuffix(".html").rpartition("/")
        return anchor or {"annex": "plan-", "sdgs": "sdg-"}[folder] + name


def card(page: Page) -> Locator:
    return page.locator("#concordance-card")
