"""The list of files to take away: a page says where it stands, and the build fills it when the files are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from concordance.pages.edition_view import EditionView

# Between these, the list stands on its page.
BEGINNING, END = "<!--files-->", "<!--/files-->"


def gather_take_away(_argument: str, _docname: str, edition: EditionView) -> datetime.date | None:
    """Return the day on which an annotation of the edition was last reviewed, None if none was."""
    dates = [annotation.reviewed for annotation in edition.corpus.annotations.values() if annotation.reviewed]
    return max(dates, default=None)
