"""The states that pages can be opened in, and the rules that hold there.

A new thing that opens is a line in `OPEN_STATES`.
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page
from quality import (
    Rule,
    clear_in_forced_colours,
    fitting,
    fitting_large,
    large_targets,
    private,
    quiet,
    still,
    visible_focus,
)
from windows import FORMS


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
