"""Which styles and scripts a page needs: one that it does not need costs a reader on a phone time and money."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

# Sphinx's and the theme's own: what they do is done without script here, or by the scripts of the edition. One of them
# keeps the words a reader has searched for, which nothing on this site does.
UNUSED = frozenset({"documentation_options.js", "doctools.js", "sphinx_highlight.js", "furo.js"})


def _has_code(document: nodes.document) -> bool:
    return next(document.findall(nodes.literal_block), None) is not None


def _has_design(document: nodes.document) -> bool:
    return any(
        name.startswith("sd-") for node in document.findall(nodes.Element) for name in node.attributes["classes"]
    )


NEEDED_FOR = {
    "pygments.css": _has_code,
    "sphinx-design.min.css": _has_design,
    "design-tabs.js": _has_design,
}


def needed(files: Iterable[object], document: nodes.document | None) -> list[object]:
    """Return those of the styles or scripts that a page needs; `document` is None for one without a source."""
    return [file for file in files if not _is_needless(_name(file), document)]


def _is_needless(name: str, document: nodes.document | None) -> bool:
    is_needed = NEEDED_FOR.get(name)
    return name in UNUSED or (is_needed is not None and (document is None or not is_needed(document)))


def _name(file: object) -> str:
    return PurePosixPath(str(getattr(file, "filename", ""))).name
