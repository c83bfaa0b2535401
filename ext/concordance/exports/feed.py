"""`changes.atom`: a feed of what changed in the edition, where its address and its history are known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from concordance.drawing.widgets.changes import FEED, OPEN_AT_MOST, list_title
from concordance.exports.atom import Feed, Item, written
from concordance.exports.files import write_if_changed
from concordance.exports.sitemap import address, site_of
from concordance.history.commits import CHANGES
from concordance.i18n.words import _, written_out
from concordance.pages.widgets.changes import Changes, day_id

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

    from concordance.pages.widgets.changes import ChangedDay, Named
    from concordance.sphinx_ext.domain import ConcordanceDomain

# So many days with changes: whoever looks once a month has missed nothing.
DAYS = 30


def write(builder: StandaloneHTMLBuilder, domain: ConcordanceDomain) -> None:
    """Write the feed into the root of the site, or remove what an earlier build left there."""
    out = Path(builder.outdir) / FEED
    page = domain.page_of(CHANGES)
    found = domain.views[page].gathered if page else ()
    changes = next((each for each in found if isinstance(each, Changes)), None)
    if page is None or changes is None or not changes.days or not builder.config.html_baseurl:
        out.unlink(missing_ok=True)
        return
    site = site_of(builder.config, domain)
    feed = Feed(
        title=_("%s: changes") % site.name,
        own=f"{builder.config.html_baseurl}{FEED}",
        address=address(builder, page),
        author=site.author or site.name,
        language=site.language.replace("_", "-"),
        items=tuple(_item(day, page, builder) for day in changes.days[:DAYS]),
    )
    write_if_changed(out, written(feed))


def _item(day: ChangedDay, page: str, builder: StandaloneHTMLBuilder) -> Item:
    """Tell what a day changed; a long list is told by its number, and stands on the page."""
    title = _("Changes of %s") % written_out(day.date, builder.config.language)
    content = ET.Element("div")
    for each in day.lists:
        ET.SubElement(content, "p").text = list_title(each)
        if len(each.named) <= OPEN_AT_MOST:
            listed = ET.SubElement(content, "ul")
            for named in each.named:
                _name(ET.SubElement(listed, "li"), named, builder)
    html = ET.tostring(content, encoding="unicode", method="html")
    return Item(title, address(builder, page, day_id(day)), day.last, html)


def _name(item: ET.Element, named: Named, builder: StandaloneHTMLBuilder) -> None:
    if not named.docname:
        item.text = named.label
        return
    link = ET.SubElement(item, "a", {"href": address(builder, named.docname, named.id)})
    link.text = named.label
    if named.title not in {"", named.label}:
        link.tail = f" {named.title}"
