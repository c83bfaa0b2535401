"""Draw the connections of an entry: a card for each that editors judged, and a list of what the texts name.

They are the most frequent thing on pages by far. So they are written as HTML, in one node for each entry, rather than
as a tree that every later step would walk.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.items import draw_closest, draw_shares
from concordance.drawing.outside import draw_connection, draw_outside
from concordance.graph.closeness import Strength
from concordance.i18n.words import N_, _, listed, titled
from concordance.pages.widgets.series import group_series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from concordance.drawing.items import ItemConnections
    from concordance.drawing.widget import PageLinker
    from concordance.pages.connections import ConnectedEntry, ConnectionPanel, NamedEntries
    from concordance.pages.reference import Reference
    from concordance.pages.widgets.series import Series

# Of each strength, its name and what it means.
STRENGTH_WORDS = {
    Strength.CLOSE: (N_("close"), N_("much the same words, or discussed in the commentary")),
    Strength.RELATED: (N_("linked"), N_("a paragraph or an article that the editors have linked")),
    Strength.LOOSE: (N_("wider"), N_("an aim, or a document as a whole")),
}
# So many cards are open, and one more if it would be the only one folded.
OPEN = 5


@dataclass(frozen=True, slots=True)
class LeadingPanel:
    """What the panel of the entry that a page is about says beside its connections."""

    anchor: str
    """Its id, if any."""
    name: str
    """What pages call the entry."""
    items: tuple[ItemConnections, ...]
    """What its items are connected to, as far as they are."""


def draw_connections(panel: ConnectionPanel, link: PageLinker, lead: LeadingPanel | None = None) -> nodes.raw:
    """Return the panel of an entry; `lead` says more of it if its page is about the entry alone."""
    leads, items = lead is not None, lead.items if lead else ()
    title = escape(_("Connections (%d)") % (panel.count + sum(item.count for item in items)))
    parts = [f'<h2 class="part-title">{title}</h2>' if leads else f'<p class="rubric part-title">{title}</p>']
    if lead and items:
        parts.append(draw_shares(panel.count, lead.name, items))
        opened = _first_to_open(panel.items)
        parts.append(draw_closest(items, opened[-1].strength if opened else 0, {each.other.id for each in opened}))
    if panel.items:
        judged = _("Judged by the editors, the closest first.")
        parts.append(f'<p class="judged">{escape(titled(lead.name, judged) if lead and items else judged)}</p>')
        parts += _cards(panel.items, link)
        parts.append(_legend(panel.items) if leads else "")
    if panel.named:
        heading = escape(_("In the words of the text"))
        parts.append(f'<h3 class="group-title">{heading}</h3>' if leads else f'<p class="group-title">{heading}</p>')
        parts.append(f'<ul class="named">{"".join(_draw_named_entries(group, link) for group in panel.named)}</ul>')
    parts += draw_outside(panel, leads=leads)
    identifier = f' id="{escape(lead.anchor)}"' if lead and lead.anchor else ""
    return nodes.raw("", f'<div class="connections no-search"{identifier}>{"".join(parts)}</div>', format="html")


def draw_sign(sign: str) -> str:
    """Return the sign of a part of a text; those who hear the page are told the part in other ways."""
    return f'<span class="sign" aria-hidden="true">{escape(sign)}</span>' if sign else ""


def _first_to_open(items: Sequence[ConnectedEntry]) -> Sequence[ConnectedEntry]:
    return items if len(items) <= OPEN + 1 else items[:OPEN]


def _cards(items: Sequence[ConnectedEntry], link: PageLinker) -> list[str]:
    opened = _first_to_open(items)
    lists = [f'<ul class="cards">{"".join(_card(item, link) for item in opened)}</ul>']
    if rest := items[len(opened) :]:
        label = escape(_("%d more") % len(rest))
        cards = "".join(_card(item, link) for item in rest)
        lists.append(f'<details class="fold"><summary>{label}</summary><ul class="cards">{cards}</ul></details>')
    return lists


def _legend(items: Sequence[ConnectedEntry]) -> str:
    """Return what the strengths of some connections mean."""
    lines = []
    for strength in sorted({item.strength for item in items}, reverse=True):
        _name, meaning = STRENGTH_WORDS[strength]
        lines.append(f"<dt>{_strength(strength)}</dt><dd>{escape(_(meaning))}</dd>")
    return f'<dl class="strengths">{"".join(lines)}</dl>'


def _strength(strength: Strength) -> str:
    """Return the name of a strength; the style sheet draws as many dots in front of it."""
    name, _meaning = STRENGTH_WORDS[strength]
    return f'<span class="strength dots-{strength:d}">{escape(_(name))}</span>'


def _card(item: ConnectedEntry, link: PageLinker) -> str:
    other, strength = item.other, _strength(item.strength)
    hue = f' class="hue-{other.hue}"' if other.hue else ""
    lines = "".join(draw_connection(connection) for connection in item.connections)
    return f"<li{hue}>{_card_link(other, link)}{strength}{lines}</li>"


def _card_link(other: Reference, link: PageLinker) -> str:
    label = f'<span class="card-label">{draw_sign(other.sign)}{escape(other.label)}</span>'
    title = f' <span class="other-title">{escape(other.title)}</span>' if other.title != other.label else ""
    return f'<a href="{_address(other, link)}">{label}{title}</a>'


def _draw_named_entries(group: NamedEntries, link: PageLinker) -> str:
    quoted = f'<q class="named-words">{escape(group.words)}</q>' if group.words else ""
    subject = f"{quoted or escape(group.name)} " if group.name else ""
    object_ = f" {quoted}" if quoted and not subject else ""
    # A separator begins no line.
    series = "\N{NO-BREAK SPACE}· ".join(_series(each, link) for each in group_series(group.entries))
    says = f'<span class="says">{escape(group.says)}</span>'
    return f'<li>{subject}{says}{object_} <span class="series">{series}</span></li>'


def _series(series: Series, link: PageLinker) -> str:
    """Return links to neighbours: Paragraphs 2, 4, 5. Those that show a number only say all to who hears them."""
    links = []
    for words, other in series.items:
        is_number = words != other.label and not other.title_of_symbol
        name = f' aria-label="{escape(other.label)}"' if is_number else ""
        title = f' title="{escape(other.title)}"' if other.title != words else ""
        links.append(f'<a href="{_address(other, link)}"{title}{name}>{escape(words)}</a>')
    return f"{escape(series.before)}{listed(links)}{escape(series.after)}"


def _address(other: Reference, link: PageLinker) -> str:
    return escape(link.address(other.docname, other.id))
