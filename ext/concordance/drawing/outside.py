"""Draw what joins an entry and other editions: cards that say whose text it is, and whose words.

What others wrote is shown as plain text, under a heading that says that it is theirs.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.i18n.words import N_, _
from concordance.model.entries import Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element

    from concordance.graph.connection import Connection
    from concordance.pages.connections import ConnectionPanel
    from concordance.pages.outside import OutsideCard

# Links by the judgement of an editor are the rule, and need no words; those that the text makes stand apart.
PROVENANCE_WORDS = {Provenance.COMPUTED: N_("suggested by a program, accepted by an editor")}
IN_OTHERS = N_("In other editions")
FROM_OTHERS = N_("Links from other editions")
THEIR_WORDS = N_("Made by the editors of those editions, and in their words.")


def draw_connection(connection: Connection) -> str:
    """Return how an entry is connected to another, and why."""
    words = [f'<span class="says">{escape(connection.says)}</span>']
    if connection.grade:
        # Not among the words of the predicate, which would run on into it: "says again adapted words".
        label = escape(connection.grade_label)
        words.append(f'<span class="grade grade-{escape(connection.grade)}">{label}</span>')
    words.append(f'<span class="reason">{escape(connection.reason)}</span>')
    if connection.provenance in PROVENANCE_WORDS:
        words.append(f'<span class="provenance">({escape(_(PROVENANCE_WORDS[connection.provenance]))})</span>')
    return f"<p>{' '.join(words)}</p>"


def draw_outside(panel: ConnectionPanel, *, leads: bool) -> Iterator[str]:
    """Yield the parts of a panel, as HTML, that are about other editions; `leads` if its page is about it alone."""
    for cards, title, about in ((panel.outside, IN_OTHERS, ""), (panel.theirs, FROM_OTHERS, THEIR_WORDS)):
        if not cards:
            continue
        heading = escape(_(title))
        yield f'<h3 class="group-title">{heading}</h3>' if leads else f'<p class="group-title">{heading}</p>'
        if about:
            yield f'<p class="judged">{escape(_(about))}</p>'
        kind = " theirs" if about else ""
        yield f'<ul class="cards outside{kind}">{"".join(_card(card, theirs=bool(about)) for card in cards)}</ul>'


def _card(card: OutsideCard, *, theirs: bool) -> str:
    entry = card.other.entry
    title = f' <span class="other-title">{escape(entry.title)}</span>' if entry.title != entry.label else ""
    lines = "".join(draw_connection(connection) for connection in card.connections)
    return (
        f'<li><a class="reference external" href="{escape(card.other.address)}">'
        f'<span class="card-label">{escape(card.other.citation)}</span>{title}</a>'
        f"{f'<blockquote>{lines}</blockquote>' if theirs else lines}</li>"
    )


def draw_plain_outside(panel: ConnectionPanel) -> Iterator[Element]:
    """Yield the same as document nodes, for formats other than HTML."""
    for cards, title, about in ((panel.outside, IN_OTHERS, ""), (panel.theirs, FROM_OTHERS, THEIR_WORDS)):
        if cards:
            yield nodes.rubric("", _(title))
            yield from [nodes.paragraph("", _(about))] if about else []
            yield nodes.bullet_list("", *(_plain_item(card) for card in cards))


def _plain_item(card: OutsideCard) -> Element:
    entry = card.other.entry
    reference = nodes.reference("", card.other.citation, refuri=card.other.address, internal=False)
    line = nodes.paragraph("", "", reference)
    if entry.title != entry.label:
        line += nodes.Text(f" {entry.title}")
    return nodes.list_item("", line, *map(draw_plain_connection, card.connections))


def draw_plain_connection(connection: Connection) -> Element:
    """Return how an entry is connected to another, and why, as document nodes."""
    words = [connection.reason]
    if connection.provenance in PROVENANCE_WORDS:
        words.append(f"({_(PROVENANCE_WORDS[connection.provenance])})")
    says = f"{connection.says} ({connection.grade_label})" if connection.grade else connection.says
    return nodes.paragraph("", "", nodes.emphasis("", says), nodes.Text(f" {' '.join(words)}"))
