"""Draw the catalogue of messages: a heading for each code, with an example as the tool tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.authoring.message_catalogue import CATALOGUE
from concordance.authoring.report import shown
from concordance.i18n.words import _
from concordance.model.problems import printable

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

    from concordance.authoring.message_catalogue import Message
    from concordance.drawing.widget import PageLinker


def draw_messages(_gathered: object, _link: PageLinker) -> list[Node]:
    """Return all messages: a jump list first, then one after another."""
    jump = nodes.bullet_list(classes=["jump"])
    for message in CATALOGUE:
        code = message.example.kind.value
        reference = nodes.reference("", code, refid=_anchor(code), internal=True)
        jump += nodes.list_item("", nodes.paragraph("", "", reference))
    drawn = [node for message in CATALOGUE for node in _message(message)]
    return [nodes.container("", jump, *drawn, classes=["browse"])]


def _message(message: Message) -> list[Element]:
    code = message.example.kind.value
    heading = nodes.rubric("", "", nodes.literal("", code), classes=["browse-title"], ids=[_anchor(code)])
    heading["heading-level"] = 2
    example = nodes.paragraph("", _("An example:"))
    example += [nodes.Text(" "), nodes.literal("", message.example.place.path)]
    # What nobody sees is shown here by a sign, as it is where problems are told.
    lines = "\n".join(map(printable, message.text.rstrip("\n").split("\n")))
    return [
        heading,
        nodes.paragraph("", _(message.means)),
        example,
        _block(lines),
        nodes.paragraph("", _("What is said:")),
        _block(shown(message.example, message.text)),
        nodes.paragraph("", "", nodes.strong("", _("Cure:")), nodes.Text(f" {_(message.cure)}")),
    ]


def _anchor(code: str) -> str:
    return f"message-{code}"


def _block(text: str) -> Element:
    return nodes.literal_block(text, text, language="text")
