"""Draw the terms of entries, as HTML: there are many, and a tree of nodes makes four elements of each."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element


def draw_terms(layer: Element) -> None:
    """Replace the terms among what editors say of an entry by HTML that says the same in a third of the room."""
    for fields in list(layer.findall(nodes.field_list)):
        if "who" in fields["classes"]:
            drawn = "".join(_facet(*field.children) for field in fields.findall(nodes.field))
            fields.replace_self(nodes.raw("", f'<dl class="field-list who">{drawn}</dl>', format="html"))


def _facet(name: nodes.Node, body: nodes.Node) -> str:
    terms = [_term(term) for term in body.findall(nodes.inline) if "term" in term["classes"]]
    # They are drawn apart; the comma is for those who hear or copy them.
    comma = '<span class="unseen">,</span> '
    return f'<dt>{escape(name.astext())}<span class="colon">:</span></dt><dd>{comma.join(terms)}</dd>'


def _term(term: Element) -> str:
    words = escape(term.children[0].astext())
    for link in term.findall(nodes.reference):
        address = link.get("refuri") or f"#{link.get('refid')}"
        return f'<a href="{escape(address)}">{words}</a>'
    return f"<span>{words}</span>"
