"""Settings that every edition would repeat: the engine makes them where an edition says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import concordance
from concordance.browser import BROWSER

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

THEME = Path(concordance.__file__).parent / "theme"
# What pages are written in, and what draws the cards of a guide.
EXTENSIONS = ("myst_parser", "sphinx_design")
DEFAULTS: dict[str, object] = {
    # A link that leads nowhere is an error: links are what an edition is for.
    "nitpicky": True,
    # The words of the texts are reproduced, quotation marks included.
    "smartquotes": False,
    # Directives hold Markdown, which colons leave readable; glossaries are lists of definitions.
    "myst_enable_extensions": ["colon_fence", "deflist", "fieldlist"],
    # Links name entries, which are labels; asking every domain of programming languages costs a third of the build.
    "myst_ref_domains": ["std"],
    # Footnotes stand where the text has them, at the end of its page.
    "myst_footnote_sort": False,
    # The sources are in the repository, to which pages lead.
    "html_copy_source": False,
    # Entries are found by the edition's own lists and its search.
    "html_use_index": False,
    "html_domain_indices": False,
}
# After the styles and scripts of extensions, as those that an edition names in its settings.
PRIORITY = 800


def register(app: Sphinx) -> None:
    """Register the theme, with its style and script for every page, and what makes the settings."""
    for extension in EXTENSIONS:
        app.setup_extension(extension)
    app.add_html_theme("concordance", THEME)
    app.add_css_file("edition.css", priority=PRIORITY)
    app.add_js_file("edition.js", loading_method="defer", priority=PRIORITY)
    app.connect("config-inited", _settle)
    app.connect("builder-inited", _add_files)


def _settle(_app: Sphinx, config: Config) -> None:
    for name, value in DEFAULTS.items():
        # Sphinx has no public way to ask whether a setting was made: one that was may be equal to its default.
        if name not in config._raw_config and name not in config.overrides:
            setattr(config, name, value)


def _add_files(app: Sphinx) -> None:
    """Let the scripts of pages be copied to the site, and give it an icon.

    Sphinx has noted by now which settings pages were made with. Where the engine is installed is none of them: all
    pages would be written anew after it has moved.
    """
    app.config.html_static_path = [*app.config.html_static_path, str(BROWSER / "pages")]
    if not app.config.html_favicon:
        app.config.html_favicon = str(THEME / "static" / "favicon.svg")
