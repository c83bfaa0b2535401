"""Draw what changed in the edition, and what is told of it below an annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.authoring.repository_host import repository_of
from concordance.drawing.nodes import fold, fold_label, told_apart
from concordance.i18n.words import _, long_date
from concordance.pages.site import FEED
from concordance.pages.widgets.changes import OPEN_AT_MOST, day_id, list_title

if TYPE_CHECKING:
    import datetime

    from docutils.nodes import Element, Node
    from sphinx.config import Config

    from concordance.drawing.widget import PageLinker
    from concordance.model.entries import Entry
    from concordance.pages.widgets.changes import ChangedDay, Changes, Named


def draw_changes(changes: Changes, link: PageLinker) -> list[Node]:
    """Return a heading for each day with what changed on it, or words that say that it is not known."""
    if not changes.days:
        told = _("The history of the edition is not at hand in this copy: it was made apart from its repository.")
        return [nodes.paragraph("", told, classes=["no-history"])]
    drawn = [*_elsewhere(link), *(node for day in changes.days for node in _day(day, link))]
    if not changes.whole:
        drawn.append(nodes.paragraph("", _("What changed before is not at hand in this copy.")))
    return [nodes.container("", *drawn, classes=["browse", "no-search"])]


def last_changed(entry: Entry, date: datetime.date, path: str, config: Config) -> Element:
    """Return the line that says when the annotation of an entry, the file `path`, last changed, and leads further."""
    line = nodes.paragraph("", _("Last changed on %s") % long_date(date, config.language))
    line["classes"] += ["last-changed", "no-search"]
    if repository := repository_of(config.concordance_repository):
        changes = nodes.reference("", _("every change to this annotation"), refuri=repository.history(path))
        changes += told_apart(entry)
        line += [nodes.Text(": "), changes]
    return line


def _elsewhere(link: PageLinker) -> list[Node]:
    """Return where else one can follow the changes."""
    config = link.builder.config
    listed = nodes.bullet_list()
    if config.html_baseurl:
        feed = nodes.reference("", FEED, refuri=f"{'../' * link.docname.count('/')}{FEED}", internal=True)
        told = _("To be told of changes, give your feed reader the address of this feed:")
        listed += nodes.list_item("", nodes.paragraph("", "", nodes.Text(f"{told} "), feed))
    if repository := repository_of(config.concordance_repository):
        words = _("The history of the project has every change, word by word")
        listed += nodes.list_item(
            "", nodes.paragraph("", "", nodes.reference("", words, refuri=repository.history("")))
        )
    return [listed] if listed.children else []


def _day(day: ChangedDay, link: PageLinker) -> list[Node]:
    heading = nodes.rubric("", long_date(day.date, link.builder.config.language), classes=["browse-title"])
    heading["heading-level"] = 2
    heading["ids"] = [day_id(day)]
    drawn: list[Node] = [heading]
    for each in day.lists:
        listed = nodes.bullet_list("", *(_item(named, link) for named in each.named), classes=["found"])
        if len(each.named) > OPEN_AT_MOST:
            drawn.append(fold("", fold_label("", list_title(each)), listed))
        else:
            drawn += [nodes.paragraph("", list_title(each), classes=["shelf-title"]), listed]
    return drawn


def _item(named: Named, link: PageLinker) -> Element:
    label = nodes.inline("", named.label)
    line = nodes.paragraph("", "", link(named.docname, named.id, label) if named.docname else label)
    if named.title not in {"", named.label}:
        line += [nodes.Text(" "), nodes.inline("", named.title, classes=["other-title"])]
    return nodes.list_item("", line)
