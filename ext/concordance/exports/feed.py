"""`changes.atom`: a feed of what changed in the edition, where its address and its history are known."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from concordance.exports.atom import Feed, Item, written
from concordance.history.commits import CHANGES
from concordance.i18n.words import _, long_date
from concordance.pages.page_view import page_with_widget
from concordance.pages.site import FEED
from concordance.pages.widgets.changes import OPEN_AT_MOST, Changes, day_id, list_title

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, Files
    from concordance.pages.widgets.changes import ChangedDay, ChangedItem

# So many days with changes: whoever looks once a month has missed nothing.
DAYS = 30


def files(edition: BuiltEdition) -> Files:
    """Return the feed, which stands at the root of the site."""
    docname = page_with_widget(CHANGES, {name: page.content.widgets for name, page in edition.pages.items()})
    widgets = edition.pages[docname].view.widget_contents if docname else ()
    changes = next((widget for widget in widgets if isinstance(widget, Changes)), None)
    site = edition.site
    if docname is None or changes is None or not changes.days or not site.address:
        return {}
    feed = Feed(
        title=_("%s: changes") % site.name,
        own=site.absolute(FEED),
        address=edition.absolute(docname),
        author=site.author or site.name,
        language=site.language_tag,
        items=tuple(_item(day, docname, edition) for day in changes.days[:DAYS]),
    )
    return {FEED: written(feed)}


def _item(day: ChangedDay, docname: str, edition: BuiltEdition) -> Item:
    """Say what a day changed; of a long list only the length, as it stands on the page."""
    title = _("Changes of %s") % long_date(day.date, edition.site.language)
    content = ET.Element("div")
    for each in day.lists:
        ET.SubElement(content, "p").text = list_title(each)
        if len(each.items) <= OPEN_AT_MOST:
            listed = ET.SubElement(content, "ul")
            for named in each.items:
                _name(ET.SubElement(listed, "li"), named, edition)
    html = ET.tostring(content, encoding="unicode", method="html")
    return Item(title, edition.absolute(docname, day_id(day)), day.last, html)


def _name(item: ET.Element, named: ChangedItem, edition: BuiltEdition) -> None:
    if not named.docname:
        item.text = named.label
        return
    link = ET.SubElement(item, "a", {"href": edition.absolute(named.docname, named.id)})
    link.text = named.label
    if named.title not in {"", named.label}:
        link.tail = f" {named.title}"
