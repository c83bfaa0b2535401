"""Which styles and scripts a page needs: one that it does not need costs a reader on a phone time and money."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from concordance.exports.files import write_if_changed
from concordance.exports.scripts import page_scripts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

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


def write_scripts(app: Sphinx, builder: Builder) -> None:
    """Write the scripts for pages where Sphinx looks for static files, before a page names one with its checksum."""
    if isinstance(builder, StandaloneHTMLBuilder):
        for name, script in page_scripts().items():
            write_if_changed(Path(app.outdir) / "_static" / name, script)


def needed(files: Iterable[object], document: nodes.document | None) -> list[object]:
    """Return those of the styles or scripts that a page needs; `document` is None for one without a source."""
    return [file for file in files if not _is_needless(_name(file), document)]


def _is_needless(name: str, document: nodes.document | None) -> bool:
    is_needed = NEEDED_FOR.get(name)
    return name in UNUSED or (is_needed is not None and (document is None or not is_needed(document)))


def _name(file: object) -> str:
    return PurePosixPath(str(getattr(file, "filename", ""))).name
