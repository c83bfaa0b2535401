"""Draw the state of a text as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.nodes import wide
from concordance.i18n.kind_names import capitalized, plural_name
from concordance.i18n.words import N_, _, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element, Node

    from concordance.authoring.coverage import Coverage
    from concordance.drawing.widget import PageLinker

# Behind the paragraph, what it lacks, and the kinds of entries that it is linked to.
COLUMNS = (N_("Commentary"), N_("Questions"), N_("Sources"), N_("Reviewed"))


def draw_state(states: tuple[Coverage, ...], link: PageLinker) -> list[Node]:
    """Return in a sentence how many paragraphs lack nothing, and a table with a row for each."""
    kinds = [capitalized(plural_name(kind)) for kind, _count in states[0].links] if states else []
    columns = [_("Paragraph"), _("Missing"), *kinds, *map(_, COLUMNS)]
    group = nodes.tgroup("", *(nodes.colspec(colwidth=1) for _column in columns), cols=len(columns))
    group += nodes.thead("", _row(map(nodes.Text, columns)))
    body = nodes.tbody()
    for state in states:
        counts = [*(count for _kind, count in state.links), state.commentary, state.questions, state.sources]
        name = link(state.docname, state.id, nodes.Text(state.name))
        date = state.reviewed.isoformat() if state.reviewed else _("never")
        missing = nodes.Text(listed(state.missing) or _("nothing"))
        body += _row([name, missing, *(nodes.Text(str(count)) for count in counts), nodes.Text(date)])
    group += body
    region = _("State of the paragraphs, from %s on") % states[0].name if states else _("State of the paragraphs")
    numbers = {"complete": sum(not state.missing for state in states), "all": len(states)}
    summary = nodes.paragraph("", _("%(complete)d of %(all)d paragraphs lack nothing.") % numbers)
    return [summary, wide("", nodes.table("", group, classes=["state"]), name=region)]


def _row(cells: Iterable[Node]) -> Element:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells))
