"""Draw the menu of the site as a page shows it: in each of thousands of pages, so without a template."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from concordance.model.vocabulary import PartIdentity
    from concordance.pages.navigation import Step


def draw_menu(steps: Iterable[Step], identities: Mapping[str, PartIdentity], address: Callable[[str], str]) -> str:
    """Return the steps as lists within lists; `address` returns where a page is, by its docname."""
    drawn: list[str] = []
    level = -1
    for step in steps:
        drawn.append("<ul>" if step.depth > level else f"</li>{'</ul></li>' * (level - step.depth)}")
        level = step.depth
        drawn.append(f"\n<li>{_draw_step(step, identities, address)}")
    drawn.append("</li></ul>" * (level + 1))
    return "".join(drawn)


def _draw_step(step: Step, identities: Mapping[str, PartIdentity], address: Callable[[str], str]) -> str:
    sign, here = "", ' aria-current="page"' if step.here else ""
    if step.depth and not step.rest and (identity := identities.get(step.docname)):
        sign = f'<span class="sign hue-{identity.hue}" aria-hidden="true">{escape(identity.sign)}</span>'
    return f'<a href="{escape(address(step.docname))}"{here}>{sign}{escape(step.title)}</a>'
