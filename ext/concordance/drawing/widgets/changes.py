"""Draw what changed in the edition, and when the annotation of an entry last changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.authoring.repository_host import repository_of
from concordance.drawing.nodes import distinguishing_words, fold, fold_label
from concordance.i18n.words import _, long_date
from concordance.pages.site import FEED
from concordance.pages.widgets.changes import OPEN_AT_MOST, day_id, list_title

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from docutils.nodes import Element, Node
    from sphinx.config import Config

    from concordance.drawing.widget import PageLinker
    from concordance.model.entries import Entry
    from concordance.pages.widgets.changes import ChangedDay, ChangedItem, Changes


def draw_changes(changes: Changes, link: PageLinker) -> list[Node]:
    """Return a heading for each day with what changed on it, or a sentence that says that this is not known."""
    if not changes.days:
        sentence = _("The history of the edition is not at hand in this copy: it was made apart from its repository.")
        return [nodes.paragraph("", sentence, classes=["no-history"])]
    drawn = [*_elsewhere(link), *(node for day in changes.days for node in _day(day, link))]
    if not changes.complete:
        drawn.append(nodes.paragraph("", _("What changed before is not at hand in this copy.")))
    return [nodes.container("", *drawn, classes=["browse", "no-search"])]


def say_once(dates: Iterable[tuple[str, datetime.date]], config: Config) -> dict[str, datetime.date]:
    """Return when the annotations of a page last changed, by entry, with each date once.

    Where the repository is known, all are kept: with each stands the way to its own history.
    """
    if repository_of(config.concordance_repository):
        return dict(dates)
    first: dict[datetime.date, str] = {}
    for entry, date in dates:
        first.setdefault(date, entry)
    return {entry: date for date, entry in first.items()}


def draw_last_change(entry: Entry, date: datetime.date, path: str, config: Config) -> Element:
    """Return the line that says when the annotation of an entry, the file `path`, last changed.

    It links to the history of the file, if the repository is known.
    """
    line = nodes.paragraph("", _("Last changed on %s") % long_date(date, config.language))
    line["classes"] += ["last-changed", "no-search"]
    if repository := repository_of(config.concordance_repository):
        changes = nodes.reference("", _("every change to this annotation"), refuri=repository.history(path))
        changes += distinguishing_words(entry)
        line += [nodes.Text(": "), changes]
    return line


def _elsewhere(link: PageLinker) -> list[Node]:
    """Return where else readers can follow the changes."""
    config = link.builder.config
    items = nodes.bullet_list()
    if config.html_baseurl:
        feed = nodes.reference("", FEED, refuri=f"{'../' * link.docname.count('/')}{FEED}", internal=True)
        sentence = _("To be told of changes, give your feed reader the address of this feed:")
        items += nodes.list_item("", nodes.paragraph("", "", nodes.Text(f"{sentence} "), feed))
    if repository := repository_of(config.concordance_repository):
        sentence = _("The history of the project has every change, word by word")
        items += nodes.list_item(
            "", nodes.paragraph("", "", nodes.reference("", sentence, refuri=repository.history("")))
        )
    return [items] if items.children else []


def _day(day: ChangedDay, link: PageLinker) -> list[Node]:
    heading = nodes.rubric("", long_date(day.date, link.builder.config.language), classes=["browse-title"])
    heading["heading-level"] = 2
    heading["ids"] = [day_id(day)]
    drawn: list[Node] = [heading]
    for change_list in day.lists:
        items = nodes.bullet_list("", *(_item(item, link) for item in change_list.items), classes=["found"])
        if len(change_list.items) > OPEN_AT_MOST:
            drawn.append(fold("", fold_label("", list_title(change_list)), items))
        else:
            drawn += [nodes.paragraph("", list_title(change_list), classes=["shelf-title"]), items]
    return drawn


def _item(item: ChangedItem, link: PageLinker) -> Element:
    label = nodes.inline("", item.label)
    line = nodes.paragraph("", "", link(item.docname, item.id, label) if item.docname else label)
    if item.title not in {"", item.label}:
        line += [nodes.Text(" "), nodes.inline("", item.title, classes=["other-title"])]
    return nodes.list_item("", line)
