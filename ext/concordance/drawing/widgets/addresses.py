"""Draw the short addresses of an edition, and what one writes to show an entry in a frame."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.nodes import fold, fold_label
from concordance.i18n.kind_names import GROUP_TITLES
from concordance.i18n.words import _
from concordance.pages.site import EMBEDS

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.reference import Reference
    from concordance.pages.widgets.addresses import Addressed, Shelf

# Stands where the address of the site is not known.
SOMEWHERE = "https://…/"


def draw_addresses(shelves: tuple[Shelf, ...], link: PageLinker) -> list[Node]:
    """Return a list that opens for each text, and for each other kind of entry."""
    drawn: list[Node] = []
    for shelf in shelves:
        title = f"{shelf.text or _(GROUP_TITLES[shelf.kind])} ({len(shelf.entries)})"
        listed = nodes.bullet_list("", *(_line(one, link) for one in shelf.entries), classes=["addresses", "no-search"])
        drawn.append(fold("", fold_label("", title), listed))
    return drawn


def _line(one: Addressed, link: PageLinker) -> Element:
    entry = one.entry
    up = "../" * link.docname.count("/")
    short = nodes.reference("", "", nodes.literal("", f"/{one.path}/"), refuri=f"{up}{one.path}/", internal=True)
    line = nodes.paragraph("", "", short, nodes.Text(" "), nodes.Text(entry.label))
    if entry.title != entry.label:
        line += [nodes.Text(" "), nodes.inline("", entry.title, classes=["other-title"])]
    return nodes.list_item("", line)


def draw_snippet(entry: Reference | None, link: PageLinker) -> list[Node]:
    """Return the HTML that shows an entry in a frame; nothing, where there is no such entry."""
    if entry is None:
        return []
    base = link.builder.config.html_baseurl or SOMEWHERE
    title = f"{entry.text}, {entry.label}" if entry.text else entry.label
    code = (
        f'<iframe src="{base}{EMBEDS}/{entry.id}/" title="{escape(title)}"\n'
        '  width="100%" height="420" loading="lazy"></iframe>'
    )
    return [nodes.literal_block(code, code, language="html"), *_unknown(base)]


def _unknown(base: str) -> list[Node]:
    if base != SOMEWHERE:
        return []
    told = _("Put the address at which this edition is published in place of %s.") % SOMEWHERE
    return [nodes.paragraph("", told)]
