"""Settings that every edition would repeat: defaults of the engine, where an edition sets nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import ConfigError

from concordance.drawing.output import THEME, has_own_theme, is_site
from concordance.exports.styles import LANGUAGES, is_english
from concordance.reading.settings import EXTENSIONS, MARKDOWN
from concordance.sphinx_ext.private_api import was_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config

DEFAULTS: dict[str, object] = {
    # A link that leads nowhere is an error: links are what an edition is for.
    "nitpicky": True,
    # What editors and systems leave behind in folders is no page.
    "exclude_patterns": [".*", "**/.*"],
    # The words of the texts are reproduced, quotation marks included.
    "smartquotes": False,
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
    """Register the theme, with its style and script for every page, and the handlers that apply the defaults."""
    for extension in EXTENSIONS:
        app.setup_extension(extension)
    app.add_html_theme("concordance", THEME)
    app.connect("config-inited", _apply_defaults)
    app.connect("builder-inited", _add_files)
    app.connect("builder-inited", _add_icon)


def texts_by_name(config: Config, name: str) -> Mapping[str, str]:
    """Return a setting that has texts by their names; raise `ConfigError` if it is anything else."""
    setting = getattr(config, name)
    if isinstance(setting, dict) and all(isinstance(each, str) for pair in setting.items() for each in pair):
        return setting
    msg = f"The setting {name} is {setting!r}, where texts by their names are wanted: {{'name': 'text'}}."
    raise ConfigError(msg)


def _apply_defaults(_app: Sphinx, config: Config) -> None:
    for name, value in DEFAULTS.items():
        if not was_set(config, name):
            setattr(config, name, value)
    # Directives of the engine are written with these, whatever else an edition adds.
    config.myst_enable_extensions = sorted({*config.myst_enable_extensions, *MARKDOWN})


def _add_files(app: Sphinx) -> None:
    """Add the styles and scripts of every page: all of them in the theme of the engine, those for words in others."""
    if has_own_theme(app.builder):
        app.add_js_file("find.js", loading_method="defer")
        app.add_css_file("base.css", priority=PRIORITY - 2)
        app.add_css_file("tokens.css", priority=PRIORITY - 1)
        app.add_css_file("edition.css", priority=PRIORITY)
        app.add_js_file("edition.js", loading_method="defer", priority=PRIORITY)
    elif is_site(app.builder):
        app.config.html_static_path = [*app.config.html_static_path, str(THEME / "static")]
        app.add_css_file("words.css", priority=PRIORITY)
    if is_site(app.builder) and not is_english(app.config.language):
        app.add_css_file(LANGUAGES, priority=PRIORITY + 1)


def _add_icon(app: Sphinx) -> None:
    """Give the site an icon, unless it has one.

    By now, Sphinx has recorded the settings that pages depend on. The path of the engine must not be among them: if it
    moved, all pages would be written anew.
    """
    if has_own_theme(app.builder) and not app.config.html_favicon:
        app.config.html_favicon = str(THEME / "static" / "favicon.svg")
