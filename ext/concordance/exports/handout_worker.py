"""`handout-worker.js`: a service worker that stores handouts for readers who ask for it.

It is at the root of the site, as a worker may answer only for pages in its own folder and below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.browser import BROWSER
from concordance.exports.scripts import strip_script
from concordance.pages.page_view import HANDOUT, page_with_widget

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, Files

NAME = "handout-worker.js"


def make_files(edition: BuiltEdition) -> Files:
    """Return the worker, if there is a page that makes handouts."""
    if page_with_widget(HANDOUT, {docname: page.content.widgets for docname, page in edition.pages.items()}) is None:
        return {}
    return {NAME: strip_script((BROWSER / "worker" / NAME).read_text(encoding="utf-8"))}
