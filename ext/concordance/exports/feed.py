"""`changes.atom`: a feed of changes to the edition, if the address of the site and the history are known."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from concordance.exports.atom import Feed, FeedItem, format_feed
from concordance.history.commits import CHANGES
from concordance.i18n.words import _, long_date
from concordance.pages.page_view import page_with_widget
from concordance.pages.site import FEED
from concordance.pages.widgets.changes import OPEN_AT_MOST, Changes, day_id, list_title

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, Files
    from concordance.pages.widgets.changes import ChangedDay, ChangedItem

# So many days with changes, so that whoever looks once a month misses nothing.
DAYS = 30


def make_files(edition: BuiltEdition) -> Files:
    """Return the feed, for the root of the site."""
    docname = page_with_widget(CHANGES, {name: page.content.widgets for name, page in edition.pages.items()})
    widgets = edition.pages[docname].view.widget_contents if docname else ()
    changes = next((widget for widget in widgets if isinstance(widget, Changes)), None)
    site = edition.site
    if docname is None or changes is None or not changes.days or not site.address:
        return {}
    feed = Feed(
        title=_("%s: changes") % site.name,
        address=site.absolute(FEED),
        page_address=edition.absolute(docname),
        author=site.author or site.name,
        language=site.language_tag,
        items=tuple(_feed_item(day, docname, edition) for day in changes.days[:DAYS]),
    )
    return {FEED: format_feed(feed)}


def _feed_item(day: ChangedDay, docname: str, edition: BuiltEdition) -> FeedItem:
    """Return an item with the changes of a day; of a long list only its length, as on the page."""
    title = _("Changes of %s") % long_date(day.date, edition.site.language)
    content = ET.Element("div")
    for change_list in day.lists:
        ET.SubElement(content, "p").text = list_title(change_list)
        if len(change_list.items) <= OPEN_AT_MOST:
            bullets = ET.SubElement(content, "ul")
            for entry in change_list.items:
                _add_link(ET.SubElement(bullets, "li"), entry, edition)
    html = ET.tostring(content, encoding="unicode", method="html")
    return FeedItem(title, edition.absolute(docname, day_id(day)), day.last, html)


def _add_link(item: ET.Element, entry: ChangedItem, edition: BuiltEdition) -> None:
    if not entry.docname:
        item.text = entry.label
        return
    link = ET.SubElement(item, "a", {"href": edition.absolute(entry.docname, entry.id)})
    link.text = entry.label
    if entry.title not in {"", entry.label}:
        link.tail = f" {entry.title}"
