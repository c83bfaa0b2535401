"""Draw what belongs to entries that share a page, such as the items of a paragraph: their tools, notes and counts."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.nodes import apparatus, copy_markup, fold, fold_label, part_anchor
from concordance.i18n.words import N_, _, counted, listed, titled

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from docutils.nodes import Element

    from concordance.drawing.widget import PageLinker
    from concordance.model.entries import Entry
    from concordance.pages.connections import ConnectedEntry, ConnectionPanel

# Of what editors say of a paragraph, what serves its items too, with what a page calls it.
WAYS = (("summary", N_("In plain language")), ("questions", N_("To discuss")))
# So many connections of items are told before those of their paragraph.
CLOSEST = 5


@dataclass(frozen=True, slots=True)
class ItemConnections:
    """What an item of a paragraph is connected to."""

    item: str
    """Its id."""
    label: str
    """Its number within the paragraph: "(b)"."""
    count: int
    """How many entries are connected to it."""
    judged: tuple[ConnectedEntry, ...]
    """Those that editors judged, the closest first."""


def items_within(
    layer: Element, panels: Mapping[str, ConnectionPanel], entries: Mapping[str, Entry]
) -> tuple[ItemConnections, ...]:
    """Return what each item is connected to whose apparatus stands within another, `layer`, if it is at all."""
    name = entries[layer["entry"]].name
    items = [each["entry"] for each in layer.findall(apparatus) if each is not layer]
    return tuple(
        ItemConnections(item, entries[item].name.removeprefix(name).strip(), panels[item].count, panels[item].items)
        for item in items
        if item in panels
    )


def _draw_item_tools(identifier: str, name: str, count: int, maker: str | None, link: PageLinker) -> str:
    """Return the row below the words of an item, as HTML: to copy it, to add it to a handout, to its connections.

    `name` is what pages call it, `count` how many connections it has, `maker` the page that makes handouts.
    """
    tools = [copy_markup(identifier, name)]
    if count:
        words = escape(counted("%d connection", "%d connections", count))
        tools.append(f'<a href="#{escape(part_anchor(identifier, "about"))}">{words}</a>')
    if maker:
        address, words = escape(f"{link.address(maker, '')}?p={identifier}"), escape(_("Add to a handout"))
        tools.append(f'<a class="reference internal" href="{address}">{words}</a>')
    # Reader views of browsers keep no menus: the row is no part of the words.
    return f'<p class="entry-tools item-menu">{" ".join(tools)}</p>'


def add_item_tools(
    layers: Sequence[Element],
    words: Mapping[str, Element],
    panels: Mapping[str, ConnectionPanel],
    entries: Mapping[str, Entry],
    maker: str | None,
    link: PageLinker,
) -> None:
    """Add what can be done with items below their words, and ways from what is folded of them to what is of the whole.

    `words` has the words of provisions by their ids.
    """
    for identifier in (layer["entry"] for layer in layers if layer["item"]):
        count = panels[identifier].count if identifier in panels else 0
        words[identifier]["tools"] = _draw_item_tools(identifier, entries[identifier].name, count, maker, link)
    for layer in layers:
        if layer["leads"]:
            _lead_to_whole(layer, entries[layer["entry"]].name)


def _lead_to_whole(layer: Element, name: str) -> None:
    """Lead from what is folded of items to what editors say of their whole paragraph in plain language, and ask.

    `layer` is the apparatus of the paragraph, with those of its items in it; `name` is what pages call the paragraph.
    """
    elements = [part for part in layer.children if isinstance(part, nodes.Element)]
    parts = {kind: part["ids"] for part in elements for kind in part["classes"]}
    ways = [f'<a href="#{escape(parts[kind][0])}">{escape(_(words))}</a>' for kind, words in WAYS if parts.get(kind)]
    if not ways:
        return
    of_whole = escape(titled(_("On %s as a whole") % name, ""))
    markup = f'<p class="judged">{of_whole}{listed(ways)}</p>'
    for item in [each for each in layer.findall(apparatus) if each is not layer]:
        for folded in (child for child in item.children if isinstance(child, fold)):
            folded.insert(1, nodes.raw("", markup, format="html"))


def draw_shares(own: int, name: str, items: Sequence[ItemConnections]) -> str:
    """Return how the connections of a page fall to its paragraph, `own`, and to its items, with ways to the latter."""
    ways = ", ".join(
        f'<a href="#{escape(part_anchor(each.item, "about"))}">{escape(each.label)}</a> {each.count}' for each in items
    )
    of_items = sum(each.count for each in items)
    words = _("%(own)d of %(entry)s as a whole, %(items)d of its items:") % {
        "own": own,
        "entry": name,
        "items": of_items,
    }
    return f'<p class="judged">{escape(words)} {ways}</p>'


def draw_closest(items: Sequence[ItemConnections], strength: int, shown: Container[str]) -> str:
    """Return ways to the closest connections of items that are closer than `strength`, none where there are none.

    Each item leads with its closest. `shown` has the ids of entries that stand open beside them.
    """
    ranked = sorted(
        (-each.strength, rank, number)
        for number, item in enumerate(items)
        for rank, each in enumerate(item.judged)
        if each.strength > strength and each.other.id not in shown
    )
    lines: dict[str, str] = {}
    for _closer, rank, number in ranked:
        item, other = items[number], items[number].judged[rank].other
        name = other.label if other.title == other.label else titled(other.label, other.title)
        address = escape(part_anchor(item.item, "about"))
        lines.setdefault(other.id, f'<li><a href="#{address}">{escape(f"{item.label} {name}")}</a></li>')
    if not lines:
        return ""
    heading = escape(_("The closest of the items:"))
    return f'<p class="judged">{heading}</p><ul class="named">{"".join([*lines.values()][:CLOSEST])}</ul>'


def fold_notes(layer: Element, count: int) -> None:
    """Fold the apparatus except for the notes, to which marks in the text lead."""
    parts = {name: child for child in layer.children if isinstance(child, nodes.Element) for name in child["classes"]}
    folded = [child for child in layer.children if child is not parts.get("notes")]
    if not folded:
        return
    names = [_("connections (%d)") % count] if count else []
    names += [_("commentary")] if "commentary" in parts else []
    label = listed(names) or _("editors’ notes")
    label = titled(layer["item"], label) if layer["item"] else label[0].upper() + label[1:]
    unfolded = [parts["notes"]] if "notes" in parts else []
    # The words of an item lead to what is said of it.
    ids = [part_anchor(layer["entry"], "about")] if layer["item"] else []
    layer[:] = [*unfolded, fold("", fold_label("", label), *folded, ids=ids)]
