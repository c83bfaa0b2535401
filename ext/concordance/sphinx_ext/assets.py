"""Give each page only the styles and scripts it needs: any other costs a reader on a phone time and money."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.nodes import entry_card, fold
from concordance.drawing.output import THEME, has_own_theme, is_site
from concordance.exports.files import remove_file, write_files
from concordance.exports.scripts import page_scripts
from concordance.exports.styles import page_styles
from concordance.sphinx_ext.private_api import add_template_folder, copy_no_left_over

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

# Scripts of Sphinx and the theme: the edition does the same without scripts, or with its own. One of them stores the
# words a reader has searched for, which nothing on this site does. Of the theme's styles, base.css has what pages need.
UNUSED = frozenset({"documentation_options.js", "doctools.js", "sphinx_highlight.js", "furo.js", "furo.css"})
# What Sphinx and the theme put beside that, as patterns below the folder of static files; no page names any of it.
LEFT_OVER = (
    *("*.map", "*/*.map", "scripts/*", "debug.css", "basic.css", "skeleton.css", "file.png", "minus.png", "plus.png"),
    *("searchtools.js", "language_data.js"),
)
# Files for pages with blocks of code, and for pages with elements of sphinx-design.
CODE = frozenset({"pygments.css"})
DESIGN = frozenset({"sphinx-design.min.css", "design-tabs.js", "furo-extensions.css"})
# What only some prose has, and the styles for it.
PROSE = "prose.css"
# For pages with entries of a registry.
ENTRIES = "entries.css"
# For pages with several provisions or articles, each under a heading.
PROVISIONS = "provisions.css"
OF_PROSE: tuple[type, ...] = (
    *(nodes.literal_block, nodes.table, nodes.footnote, nodes.figure, nodes.image, nodes.Admonition),
    *(nodes.attribution, nodes.math_block),
)


@dataclass(frozen=True, slots=True)
class PageElements:
    """What of a page decides on its styles and scripts; nothing of a page without a source."""

    kinds: frozenset[type] = frozenset()
    """The kinds of its elements."""
    classes: frozenset[tuple[type, str]] = frozenset()
    """The classes that these have, each with the kind of the element."""


def elements_of(document: nodes.document) -> PageElements:
    """Return what of a page decides on its styles and scripts; the page is walked through once for all of it."""
    kinds: set[type] = set()
    classes: set[tuple[type, str]] = set()
    for element in document.findall(nodes.Element):
        kind = type(element)
        kinds.add(kind)
        if names := element.attributes["classes"]:
            classes.update([(kind, name) for name in names])
    return PageElements(frozenset(kinds), frozenset(classes))


def unneeded_assets(page: PageElements) -> frozenset[str]:
    """Return the names of the styles and scripts that a page does not need."""
    names = set(UNUSED)
    if not _has(page, nodes.literal_block):
        names |= CODE
    if not any(name.startswith("sd-") for _, name in page.classes):
        names |= DESIGN
    return frozenset(names)


def styles_of(page: PageElements) -> list[str]:
    """Return the styles for what a page has: notes, tables, figures, boxes, code or folded prose, entries, headings."""
    is_prose = _has(page, OF_PROSE) or (fold, "prose") in page.classes
    has_entries = _has(page, entry_card)
    has_headings = (nodes.rubric, "provision-heading") in page.classes
    return [PROSE] * is_prose + [ENTRIES] * has_entries + [PROVISIONS] * (has_headings or has_entries)


def _has(page: PageElements, kind: type | tuple[type, ...]) -> bool:
    return any(issubclass(each, kind) for each in page.kinds)


def drop_files(files: Iterable[object], names: Container[str]) -> list[object]:
    """Return the styles or scripts, as Sphinx lists them for a page, without those whose files have these names."""
    return [file for file in files if str(getattr(file, "filename", "")).rpartition("/")[2] not in names]


def add_templates(app: Sphinx) -> None:
    """Let a site in another theme have the templates that only that of the engine has, such as those for frames."""
    if is_site(app.builder) and not has_own_theme(app.builder):
        add_template_folder(app.builder, THEME)


def drop_left_over(app: Sphinx) -> None:
    """Keep the static files that no page names from being copied into a site at all."""
    if is_site(app.builder):
        copy_no_left_over(app.builder, (*LEFT_OVER, *UNUSED))


def write_assets(app: Sphinx, builder: Builder) -> None:
    """Write the styles and scripts of pages where Sphinx looks for static files, before a page names one."""
    if is_site(builder):
        write_files(Path(app.outdir) / "_static", page_styles(app.config.language) | page_scripts())


def remove_left_over(out: Path) -> None:
    """Remove, from a finished site, what extensions or earlier builds put among its files and no page names."""
    for pattern in (*LEFT_OVER, *UNUSED):
        for path in (out / "_static").glob(pattern):
            remove_file(out, path.relative_to(out).as_posix())
