"""Draw the short addresses of an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.nodes import fold, fold_label, sheet_part
from concordance.i18n.kind_names import kind_heading

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.addresses import AddressedEntry, AddressGroup
# Of a list, so that parts of it can stand on several sheets.
MOST_LINES = 500


def draw_addresses(groups: tuple[AddressGroup, ...], link: PageLinker) -> list[Node]:
    """Return a folded list for each text, and for each other kind of entry; long ones are several."""
    drawn: list[Node] = []
    for group in groups:
        name, count = group.text or kind_heading(group.kind), len(group.entries)
        for start in range(0, count, MOST_LINES):
            entries = group.entries[start : start + MOST_LINES]
            lines = f"{start + 1}–{start + len(entries)} / " if count > MOST_LINES else ""
            title = f"{name} ({lines}{count})"
            items = nodes.bullet_list(
                "", *(_line(addressed, link) for addressed in entries), classes=["addresses", "no-search"]
            )
            drawn += sheet_part(f"addresses-{len(drawn)}", title, [fold("", fold_label("", title), items)])
    return drawn


def _line(addressed: AddressedEntry, link: PageLinker) -> Element:
    entry = addressed.entry
    up = "../" * link.docname.count("/")
    short = nodes.reference(
        "", "", nodes.literal("", f"/{addressed.path}/"), refuri=f"{up}{addressed.path}/", internal=True
    )
    line = nodes.paragraph("", "", short, nodes.Text(" "), nodes.Text(entry.label))
    if entry.title != entry.label:
        line += [nodes.Text(" "), nodes.inline("", entry.title, classes=["other-title"])]
    return nodes.list_item("", line)
