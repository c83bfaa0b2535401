"""Draw the catalogue of messages: a heading for each code, with an example as the command line prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.authoring.message_catalogue import CATALOGUE
from concordance.authoring.report import format_problem
from concordance.i18n.words import _
from concordance.model.problems import printable

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

    from concordance.authoring.message import Message
    from concordance.drawing.widget import PageLinker


def draw_messages(_content: object, _link: PageLinker) -> list[Node]:
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
    # Invisible characters are replaced by a sign, as they are in reports.
    lines = "\n".join(map(printable, message.file_content.rstrip("\n").split("\n")))
    return [
        heading,
        nodes.paragraph("", _(message.meaning)),
        example,
        _block(lines),
        nodes.paragraph("", _("What is said:")),
        _block(format_problem(message.example, message.file_content)),
        nodes.paragraph("", "", nodes.strong("", _("Cure:")), nodes.Text(f" {_(message.remedy)}")),
    ]


def _anchor(code: str) -> str:
    return f"message-{code}"


def _block(text: str) -> Element:
    return nodes.literal_block(text, text, language="text")
