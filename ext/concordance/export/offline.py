"""`handout-worker.js`: keeps handouts for readers who ask for it.

It stands at the root of the site, as a worker may answer only for pages that stand beside it or below.
"""

from __future__ import annotations

from pathlib import Path

from concordance.write import write_if_changed

NAME = "handout-worker.js"


def write(folder: Path) -> None:
    """Write the worker into the output folder."""
    write_if_changed(folder / NAME, Path(__file__).with_name(NAME).read_text(encoding="utf-8"))
