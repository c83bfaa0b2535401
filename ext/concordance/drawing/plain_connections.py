"""Draw the connections of an entry as document nodes, for formats other than HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.outside import draw_plain_connection, draw_plain_outside
from concordance.i18n.words import _

if TYPE_CHECKING:
    from docutils.nodes import Element

    from concordance.drawing.widget import PageLinker
    from concordance.pages.connections import ConnectedEntry, ConnectionPanel, NamedEntries


def draw_plain_connections(panel: ConnectionPanel, link: PageLinker) -> nodes.container:
    """Return the panel of an entry: what editors judged, the closest first, and what the words of the texts name."""
    items = [*(_item(item, link) for item in panel.items), *(_draw_named_entries(group, link) for group in panel.named)]
    title = nodes.rubric("", _("Connections (%d)") % panel.count)
    lists = [nodes.bullet_list("", *items)] if items else []
    return nodes.container("", title, *lists, *draw_plain_outside(panel), classes=["connections"])


def _item(item: ConnectedEntry, link: PageLinker) -> Element:
    other = item.other
    line = nodes.paragraph("", "", link(other.docname, other.id, nodes.Text(other.label)))
    if other.title != other.label:
        line += nodes.Text(f" {other.title}")
    return nodes.list_item("", line, *map(draw_plain_connection, item.connections))


def _draw_named_entries(group: NamedEntries, link: PageLinker) -> Element:
    quoted = _("“%s”") % group.words if group.words else ""
    subject = f"{quoted or group.name} " if group.name else ""
    line = nodes.paragraph("", subject, nodes.Text(subject), nodes.emphasis("", group.says))
    line += nodes.Text(f" {quoted} " if quoted and not subject else " ")
    for index, other in enumerate(group.entries):
        line += [nodes.Text(", ")] if index else []
        line += link(other.docname, other.id, nodes.Text(other.label))
    return nodes.list_item("", line)
