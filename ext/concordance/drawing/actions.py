"""Draw what a reader can do with the entry that a page is about, and the ways to the parts of its page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, TypeGuard

from docutils import nodes

from concordance.citations.short_addresses import scheme_of, short_path
from concordance.drawing.nodes import copy_markup, entry_card, part_anchor, provision
from concordance.i18n.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Vocabulary


def draw_actions(
    entry: Entry, vocabulary: Vocabulary, maker: str | None, take_away: str | None, link: PageLinker
) -> nodes.raw:
    """Return the row of actions below the words of an entry.

    `maker` is the page that makes handouts, `take_away` that which lists what can be taken away.

    What needs a script is hidden without one. What is printed is chosen without.
    """
    actions = [copy_markup(entry.id, entry.name)] if entry.kind.is_cited else []
    share, words = escape(_("Share %s") % entry.name), escape(_("Share"))
    actions.append(f'<button type="button" class="share" aria-label="{share}" hidden>{words}</button>')
    if maker:
        address = escape(f"{link.address(maker, '')}?p={entry.id}")
        words = escape(_("Add to a handout"))
        actions.append(f'<a class="reference internal to-handout" href="{address}">{words}</a>')
    words = escape(_("Print"))
    actions.append(f'<button type="button" class="print">{words}</button>')
    if entry.content is not None:
        words = escape(_("On paper, text only"))
        actions.append(f'<label class="text-only"><input type="checkbox"> {words}</label>')
    if take_away:
        words = escape(_("Take it with you"))
        actions.append(f'<a class="reference internal" href="{escape(link.address(take_away, ""))}">{words}</a>')
    actions.append(_short_address(entry, vocabulary, link))
    label = escape(_("With %s") % entry.name)
    row = f'<div class="actions" role="group" aria-label="{label}">{"".join(actions)}</div>'
    return nodes.raw("", row, format="html")


def _short_address(entry: Entry, vocabulary: Vocabulary, link: PageLinker) -> str:
    base, up = link.builder.config.html_baseurl, "../" * link.docname.count("/")
    path = f"{short_path(entry.id, scheme_of(vocabulary, [entry]))}/"
    # A relative link works, and can be copied in full from a browser, even if the build knows no address of the site.
    shown = escape(f"{base}{path}" if base else f"/{path}")
    label = escape(_("Short link"))
    # On paper, it is an address only with the name of its host.
    printed = " printed" if base else ""
    return f'<span class="short-address{printed}"><a href="{up}{path}">{label} {shown}</a></span>'


def introduce(layer: Element, leading: Iterable[Node]) -> None:
    """Put what leads on from the words of a page's entry between these and its apparatus `layer`."""
    section = layer.parent
    before = section.children[: section.index(layer)]
    words = next(child for child in reversed(before) if isinstance(child, (provision, entry_card)))
    # The row of actions has the button.
    words["copies"] = ""
    section.insert(section.index(words) + 1, list(leading))


def draw_jumps(entry: Entry, layer: Element, count: int) -> nodes.raw:
    """Return links to the parts of the page of an entry; they stay in sight on a narrow screen.

    `count` is how many connections the page shows.
    """
    places = _places(entry, layer, count)
    links = "".join(f'<li><a href="#{escape(anchor)}">{escape(words)}</a></li>' for anchor, words in places)
    label = escape(_("Parts of this page"))
    return nodes.raw("", f'<nav class="jumps" aria-label="{label}"><ul>{links}</ul></nav>', format="html")


def _places(entry: Entry, layer: Element, count: int) -> Iterator[tuple[str, str]]:
    """Yield the id and the name of each part of the page of an entry."""
    yield entry.id, _("Words") if entry.content is not None else _("Facts")
    names = {
        "summary": _("Plain"),
        "beside": _("Connections %d") % count if count else "",
        "parallels": _("Changed"),
        "commentary": _("Commentary"),
        "questions": _("Discuss"),
        "how-to-cite": _("Cite"),
    }
    anchors: dict[str, str] = {}
    for child in filter(_is_element, layer.children):
        name = next((each for each in child["classes"] if each in names), "")
        anchor = part_anchor(entry.id, "connections") if name == "beside" else next(iter(child["ids"]), "")
        if anchor and names.get(name):
            anchors.setdefault(name, anchor)
    yield from ((anchor, names[name]) for name, anchor in anchors.items())
    for section in layer.parent.children:
        if isinstance(section, nodes.section):
            yield section["ids"][0], section[0].astext()


def _is_element(node: Node) -> TypeGuard[Element]:
    return isinstance(node, nodes.Element)
