"""Draw what a reader makes a handout with, and a link to one that is ready-made."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from concordance.i18n.words import N_, _, counted, long_date
from concordance.pages.widgets.handout import PARTS

if TYPE_CHECKING:
    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.handout import Maker, Sheet


PART_NAMES = {
    "text": N_("Text"),
    "notes": N_("Notes on the text"),
    "summary": N_("Plain language"),
    "connections": N_("Connections"),
    "comparison": N_("Comparison"),
    "commentary": N_("Commentary"),
    "questions": N_("Questions"),
    "qr": N_("QR codes"),
}


def draw_maker(maker: Maker, link: PageLinker) -> list[Node]:
    """Return the controls, and the place where the sheet will stand; scripts bring them to life."""
    builder = link.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        return []
    config = builder.config
    context = {
        "_": _,
        "text": maker.text,
        "date": long_date(maker.date, config.language) if maker.date else "",
        "edition": config.html_title or config.project,
        "parts": {part: _(PART_NAMES[part]) for part in PARTS},
        # Pictures of addresses need an address.
        "qr": "qr/" if config.html_baseurl else "",
    }
    return [nodes.raw("", builder.templates.render("partials/handout.html", context), format="html")]


def handout_link(identifier: str, maker: str, link: PageLinker) -> Node:
    """Return the link of an entry that begins a handout with it, or adds it to one, on the page `maker`."""
    address = f"{link.address(maker, '')}?p={identifier}"
    name = nodes.reference("", _("Add to a handout"), refuri=address, internal=True)
    return nodes.paragraph("", "", name, classes=["entry-tools"])


def draw_sheet(sheet: Sheet, link: PageLinker) -> list[Node]:
    """Return a link to a handout, if the edition makes any, and the names of what it holds."""
    drawn = nodes.container("", *_opened(sheet, link), classes=["sheet-link"])
    held = nodes.paragraph("", "", classes=["sheet-holds"])
    for item in sheet.items:
        held += [nodes.Text(" · ")] if held.children else []
        held += link(item.docname, item.anchor, nodes.Text(item.label))
    drawn += held
    return [drawn]


def _opened(sheet: Sheet, link: PageLinker) -> list[Node]:
    if sheet.maker is None:
        return []
    query = {"p": ",".join(item.id for item in sheet.items)} | ({"show": sheet.show} if sheet.show else {})
    address = f"{link.address(sheet.maker, '')}?{urlencode(query, safe=',', quote_via=quote)}"
    if sheet.title:
        # What stands behind the number sign is not sent to whoever hosts the site.
        address += f"#{urlencode({'title': sheet.title}, quote_via=quote)}"
    count = counted("%d entry", "%d entries", len(sheet.items))
    name = nodes.reference("", _("Open the handout (%s)") % count, refuri=address, internal=True)
    return [nodes.paragraph("", "", name, classes=["sheet-open"])]
