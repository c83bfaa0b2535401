"""Draw what is said once of the words on a page: that of a text, or that they are the editors’ own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.nodes import verbatim
from concordance.i18n.words import _

if TYPE_CHECKING:
    from docutils.nodes import Element

    from concordance.drawing.widget import PageLinker
    from concordance.model.entries import Entry
    from concordance.model.vocabulary import PartIdentity
    from concordance.pages.page_view import Notice


def draw_notice(notice: Notice, link: PageLinker) -> Element:
    """Return what a text says of its words, with a link to its official document if one is known."""
    official = notice.official
    if official is None:
        return nodes.paragraph("", notice.text, classes=["notice"])
    before, label, after = notice.text.partition(official.label)
    reference = link(official.docname, official.id, nodes.Text(official.label))
    line = nodes.paragraph("", "", nodes.Text(before if label else f"{before} "), reference, nodes.Text(after))
    line["classes"].append("notice")
    return line


def draw_own_words(entry: Entry, link: PageLinker) -> list[Element]:
    """Return the notice that a page describes its entry, a work or an aim, and does not quote it; none for a text.

    It links to the description, as handouts show the one without the other.
    """
    if entry.content is not None or not entry.kind.is_cited:
        return []
    words = _(
        "Described here in the editors’ own words, in short: %s. This is not the official wording; the facts about it"
        " name the sources and, where it is online, the official text."
    )
    before, _mark, after = words.partition("%s")
    name = link(entry.docname, entry.id, nodes.Text(entry.name))
    return [nodes.paragraph("", "", nodes.Text(before), name, nodes.Text(after), classes=["notice"])]


def note_heading(page: Element, part: PartIdentity | None) -> None:
    """Say below the first words of the page of a part what is odd about its heading, if anything is."""
    if part and part.note and (heading := next(page.findall(verbatim), None)):
        heading.parent.insert(heading.parent.index(heading) + 1, nodes.paragraph("", part.note, classes=["judged"]))
