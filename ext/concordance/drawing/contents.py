"""Lists of contents: the menu of the site, the provisions of a page, and the articles of a work by their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.long_parts import provisions_in
from concordance.drawing.nodes import entry_card
from concordance.i18n.words import titled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from concordance.model.entries import Entry
    from concordance.model.vocabulary import PartIdentity
    from concordance.pages.navigation import Step

# So many articles are in sight without a list of them.
FEW = 2


@dataclass(frozen=True, slots=True)
class ContentsItem:
    """A provision in a list of contents."""

    anchor: str
    """Its id."""
    number: str
    """What the list shows."""
    label: str
    """Its citation, with its title if editors gave it one."""


@dataclass(frozen=True, slots=True)
class ContentsSection:
    """A section of a page that holds provisions."""

    anchor: str
    """Its id on the page."""
    title: str
    provisions: tuple[ContentsItem, ...]
    """In the order of the page, without their sub-items."""


def contents_sections(doctree: nodes.document, entries: Mapping[str, Entry]) -> list[ContentsSection]:
    """Return the sections of a page that hold provisions; none for a page that is about a single provision."""
    sections = []
    for section in doctree.findall(nodes.section):
        identifiers = [child["entry"] for child in provisions_in(section)]
        if identifiers and not entries[identifiers[0]].leads:
            items = tuple(_item(entries[identifier]) for identifier in identifiers)
            sections.append(ContentsSection(section["ids"][0], section[0].astext(), items))
    return sections


def list_articles(page: nodes.Element, entries: Mapping[str, Entry]) -> None:
    """Put the numbers of the articles of a work above them, as links."""
    for section in page.findall(nodes.section):
        cards = [entries[child["ids"][0]] for child in section.children if isinstance(child, entry_card)]
        articles = [entry for entry in cards if entry.kind.is_section and entry.id[-1].isdigit()]
        if len(articles) > FEW:
            links = "".join(_number(_item(entry)) for entry in articles)
            label = escape(section[0].astext())
            markup = f'<ul class="numbers no-search" aria-label="{label}">{links}</ul>'
            section.insert(1, nodes.raw("", markup, format="html"))


def _number(item: ContentsItem) -> str:
    label = escape(item.label)
    link = f'<a href="#{escape(item.anchor)}" title="{label}" aria-label="{label}">{escape(item.number)}</a>'
    return f"<li>{link}</li>"


def _item(entry: Entry) -> ContentsItem:
    # A paragraph of a preamble has no printed number; its id has one.
    number = entry.number.strip("().") or entry.id.rpartition("-")[2]
    label = entry.name if entry.title.endswith("…") else titled(entry.name, entry.title)
    return ContentsItem(entry.id, number, label)


def draw_menu(steps: Iterable[Step], identities: Mapping[str, PartIdentity], address: Callable[[str], str]) -> str:
    """Return the menu of the site as a page shows it: its steps as lists within lists.

    `address` returns where a page is, by its docname. Thousands of pages have a menu, so no template is rendered.
    """
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
