"""Which styles and scripts a page needs: one that it does not need costs a reader on a phone time and money."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

# Sphinx's and the theme's own: what they do is done without script here, or by the scripts of the edition. One of them
# keeps the words a reader has searched for, which nothing on this site does.
UNUSED = frozenset({"documentation_options.js", "doctools.js", "sphinx_highlight.js", "furo.js"})


# What only some pages need, and what they hold then.
CODE = frozenset({"pygments.css"})
DESIGN = frozenset({"sphinx-design.min.css", "design-tabs.js"})


def needless(document: nodes.document | None) -> frozenset[str]:
    """Return the names of the styles and scripts that a page does not need; None is a page without a source."""
    needless = set(UNUSED)
    if document is None or next(document.findall(nodes.literal_block), None) is None:
        needless |= CODE
    if document is None or not any(map(_is_design, document.findall(nodes.Element))):
        needless |= DESIGN
    return frozenset(needless)


def without(files: Iterable[object], names: Container[str]) -> list[object]:
    """Return the styles or scripts whose files have none of these names."""
    return [file for file in files if PurePosixPath(str(getattr(file, "filename", ""))).name not in names]


def _is_design(node: nodes.Element) -> bool:
    return any(name.startswith("sd-") for name in node.attributes["classes"])
