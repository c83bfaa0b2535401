"""Draw what a reader makes a handout with, and links to ready-made ones."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from docutils import nodes

from concordance.drawing.output import has_own_theme
from concordance.i18n.words import N_, _, counted, long_date
from concordance.pages.widgets.handout import PARTS

if TYPE_CHECKING:
    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.handout import HandoutMaker, HandoutSheet


PART_NAMES = {
    "text": N_("Text"),
    "notes": N_("Notes on the text"),
    "summary": N_("Plain language"),
    "connections": N_("Connections"),
    "comparison": N_("Comparison"),
    "commentary": N_("Commentary"),
    "questions": N_("Questions"),
    "answers": N_("Notes for trainers"),
    "qr": N_("QR codes"),
}


def draw_maker(maker: HandoutMaker, link: PageLinker) -> list[Node]:
    """Return the controls, and the place where scripts put the sheet."""
    builder = link.builder
    if not has_own_theme(builder):
        return []
    config = builder.config
    context = {
        "_": _,
        "text": maker.text,
        "date": long_date(maker.date, config.language) if maker.date else "",
        "edition": config.html_title or config.project,
        "parts": {part: _(PART_NAMES[part]) for part in PARTS},
        # A QR code needs an address.
        "qr": "qr/" if config.html_baseurl else "",
    }
    return [nodes.raw("", builder.templates.render("partials/handout.html", context), format="html")]


def draw_handout_link(identifier: str, maker: str, link: PageLinker) -> Node:
    """Return the link of an entry that starts a handout with it, or adds it to one, on the page `maker`."""
    address = f"{link.address(maker, '')}?p={identifier}"
    name = nodes.reference("", _("Add to a handout"), refuri=address, internal=True)
    return nodes.paragraph("", "", name, classes=["entry-tools"])


def draw_sheet(sheet: HandoutSheet, link: PageLinker) -> list[Node]:
    """Return a link to a handout, if the edition makes any, and the names of the entries on it."""
    drawn = nodes.container("", *_sheet_link(sheet, link), classes=["sheet-link"])
    names = nodes.paragraph("", "", classes=["sheet-holds"])
    for item in sheet.items:
        names += [nodes.Text(" · ")] if names.children else []
        names += link(item.docname, item.anchor, nodes.Text(item.label))
    drawn += names
    return [drawn]


def _sheet_link(sheet: HandoutSheet, link: PageLinker) -> list[Node]:
    if sheet.maker is None:
        return []
    query = {"p": ",".join(item.id for item in sheet.items)} | ({"show": sheet.show} if sheet.show else {})
    query["session"] = sheet.session
    address = f"{link.address(sheet.maker, '')}?{urlencode(query, safe=',/', quote_via=quote)}"
    if sheet.title:
        # A fragment is not sent to the host of the site.
        address += f"#{urlencode({'title': sheet.title}, quote_via=quote)}"
    count = counted("%d entry", "%d entries", len(sheet.items))
    name = nodes.reference("", _("Open the handout (%s)") % count, refuri=address, internal=True)
    return [nodes.paragraph("", "", name, classes=["sheet-open"])]
