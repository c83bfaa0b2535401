"""What every page of the finished site must be: the rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kinds_of_page import KINDS
from windows import FORMS, LARGE_LETTERS, USUAL_LETTERS, Visit

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
# How many stops more there may be than when the page had come to rest: what has the focus can open something.
MORE_STOPS = 30
TAB = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}


def quiet(seen: Visit) -> list[str]:
    """No error or warning in the console, and no request to anyone else."""
    return sorted(set(seen.complaints))


def private(seen: Visit) -> list[str]:
    """Nothing kept in the browser but the colour theme."""
    return [*(f"a cookie: {cookie['name']}" for cookie in seen.page.context.cookies()), *seen.ask("kept")]


def calm(seen: Visit) -> list[str]:
    """Nothing shifts while the page loads, nor when it loads again: a busy browser may have drawn half of it first."""
    if not seen.ask("shifted"):
        return []
    seen.page.reload()
    seen.settle()
    return seen.ask("shifted")


def fitting(seen: Visit) -> list[str]:
    """No scrolling to the side."""
    return seen.ask("sideways")


def fitting_large(seen: Visit) -> list[str]:
    """No scrolling to the side with letters of twice the size."""
    seen.letters(LARGE_LETTERS)
    faults = seen.ask("sideways")
    seen.letters(USUAL_LETTERS)
    return faults


def fitting_narrow(seen: Visit) -> list[str]:
    """No scrolling to the side at 320 px, which is 1280 px magnified four times."""
    if seen.form != "phone":
        return []
    seen.resize({"width": 320, "height": 256})
    faults = seen.ask("sideways")
    seen.resize(FORMS[seen.form])
    return faults


def ordered(seen: Visit) -> list[str]:
    """Landmarks and headings in order, language and direction told."""
    allowed = {"no navigation"} if KINDS[seen.kind].framed else set()
    return [fault for fault in seen.ask("structure") if fault not in allowed]


def large_targets(seen: Visit) -> list[str]:
    """Nothing to press is smaller than 24 px, unless it stands in a sentence or by itself."""
    return seen.ask("targets")


def still(seen: Visit) -> list[str]:
    """Nothing moves for readers who want nothing to move."""
    # And nothing does from here on: what the focus sets scrolling or fading would go on while the next rules look.
    seen.page.emulate_media(reduced_motion="reduce")
    return seen.ask("moving")


def clear_in_forced_colours(seen: Visit) -> list[str]:
    """Focus and marks can be seen in the colours of the system."""
    seen.page.emulate_media(forced_colors="active")
    faults = seen.ask("forced", seen.unseen_stops("forced colours"))
    seen.page.emulate_media(forced_colors="none")
    return faults


def skipping(seen: Visit) -> list[str]:
    """The first stop of the Tab key leads past the navigation, to the main part."""
    page = seen.page
    if KINDS[seen.kind].framed:
        return []
    seen.evaluate("probe.begin()")
    page.keyboard.press("Tab")
    target = seen.evaluate("document.activeElement.getAttribute('href') ?? ''")
    if not target.startswith("#"):
        return ["the first stop is no link to the main part"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if seen.evaluate("!!document.activeElement.closest('main, [role=main]')"):
        return []
    # A main part without any link or control is left by the next press.
    has_stops = seen.evaluate("!!document.querySelector(':is(main, [role=main]) :is(a[href], button, input, summary)')")
    return ["after the link to the main part, the next stop is elsewhere"] if has_stops else []


def visible_focus(seen: Visit) -> list[str]:
    """Wherever the focus is, it can be seen, and nothing covers it."""
    return seen.ask("focus", seen.unseen_stops("focus"))


def walkable(seen: Visit) -> list[str]:
    """The Tab key leads from the top to the first stop, from each stop to the next, and from the last out of the page.

    It is pressed where it has not led from such a stop to such another before.
    """
    complaints = []
    for first, last in runs(seen.unseen_steps()):
        if leads_through(seen, first, last):
            continue
        stands = None
        for place in range(first, last + 1):
            if stands != place - 1:
                seen.evaluate(f"probe.standBefore({place})")
            stands = place if leads_to(seen, place) else None
            if stands is None:
                complaints.append(seen.evaluate(f"probe.missed({place})"))
    return complaints


def runs(places: list[int]) -> list[tuple[int, int]]:
    """Return the first and the last of each run of places that follow one another."""
    starts = [place for place in places if place - 1 not in places]
    ends = [place for place in places if place + 1 not in places]
    return list(zip(starts, ends, strict=True))


def leads_through(seen: Visit, first: int, last: int) -> bool:
    """Return whether the Tab key, pressed once for each, leads to all stops of a run.

    It is asked at the end alone: to ask takes longer than to press.
    """
    seen.evaluate(f"probe.standBefore({first})")
    for _ in range(first, last + 1):
        press_tab(seen)
    led: bool = seen.evaluate(f"probe.led({first}, {last})")
    return led


def press_tab(seen: Visit) -> None:
    """Press the Tab key, without letting go of it between presses, which takes half the time."""
    seen.devtools.send("Input.dispatchKeyEvent", TAB)


def leads_to(seen: Visit, place: int) -> bool:
    """Return whether the Tab key leads from where the focus stands to a stop."""
    for _ in range(MORE_STOPS):
        press_tab(seen)
        if seen.evaluate(f"probe.arrived({place})"):
            return True
    return False


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
    """With letters of twice the size, and all that is folded open, everything can be pressed and reached.

    The letters stay large: this is the last that is asked of a page.
    """
    seen.letters(LARGE_LETTERS)
    return [*seen.ask("targets"), *seen.ask("unreachable")]


def examine(seen: Visit) -> dict[str, list[str]]:
    """Let axe examine a page in light colours and then in dark; return what it found, by scheme.

    Contrast is examined where colours meet that have not met before.
    """
    light(seen)
    seen.evaluate("beginAxe()")
    seen.ask("mark", seen.unseen_colours("light"))
    faults = {"light": seen.ask("axe", EVERYTHING), "dark": []}
    dark(seen)
    if places := seen.unseen_colours("dark"):
        seen.ask("mark", places)
        faults["dark"] = seen.ask("axe", COLOURS)
    return faults


# What fades in would be examined half faded: axe does not wait, so nothing moves.
def light(seen: Visit) -> None:
    """Show the page in light colours."""
    seen.page.emulate_media(color_scheme="light", reduced_motion="reduce")


def dark(seen: Visit) -> None:
    """Show the page in dark colours."""
    seen.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
