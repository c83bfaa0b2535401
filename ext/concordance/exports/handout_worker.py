"""`handout-worker.js`: keeps handouts for readers who ask for it.

It stands at the root of the site, as a worker may answer only for pages that stand beside it or below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.browser import BROWSER
from concordance.pages.page_view import HANDOUT, page_with_widget

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, Files

NAME = "handout-worker.js"


def files(edition: BuiltEdition) -> Files:
    """Return the worker, where a page makes handouts."""
    if page_with_widget(HANDOUT, {docname: page.content.widgets for docname, page in edition.pages.items()}) is None:
        return {}
    return {NAME: (BROWSER / "worker" / NAME).read_text(encoding="utf-8")}
