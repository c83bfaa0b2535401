"""Draw the place of the list of files to take away, which is filled when they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.i18n.words import _, long_date
from concordance.pages.widgets.take_away import BEGINNING, END

if TYPE_CHECKING:
    import datetime

    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker


def draw_take_away(date: datetime.date | None, link: PageLinker) -> list[Node]:
    """Return the date of the edition, and the place of the list."""
    words = _("As last reviewed on %s.") % long_date(date, link.builder.config.language) if date else ""
    place = nodes.raw("", f'<div class="take-away">{BEGINNING}{END}</div>', format="html")
    return [*([nodes.paragraph("", words)] if words else []), place]
