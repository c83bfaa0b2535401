"""`handout-worker.js`: keeps handouts for readers who ask for it.

It stands at the root of the site, as a worker may answer only for pages that stand beside it or below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.browser import BROWSER
from concordance.exports.files import write_if_changed
from concordance.exports.scripts import served
from concordance.pages.page_view import HANDOUT

if TYPE_CHECKING:
    from pathlib import Path

    from concordance.sphinx_ext.domain import ConcordanceDomain

NAME = "handout-worker.js"


def write(folder: Path, domain: ConcordanceDomain) -> None:
    """Write the worker into the output folder, or remove it where no page makes handouts any more."""
    if domain.page_of(HANDOUT) is None:
        (folder / NAME).unlink(missing_ok=True)
        return
    write_if_changed(folder / NAME, served((BROWSER / "worker" / NAME).read_text(encoding="utf-8")))
