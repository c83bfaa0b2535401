"""What a build makes: the whole site, a site in the theme of another project, or a document in some other format."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.theming import Theme

THEME = Path(__file__).parents[1] / "theme"
SITE = "html"


def is_site(builder: Builder) -> TypeGuard[StandaloneHTMLBuilder]:
    """Return whether a builder makes a site: with search, data, short addresses and all other exports."""
    return isinstance(builder, StandaloneHTMLBuilder) and builder.name == SITE


def has_own_theme(builder: Builder) -> TypeGuard[StandaloneHTMLBuilder]:
    """Return whether a builder makes a site in the theme of the engine, or in one that inherits from it."""
    return is_site(builder) and _is_own(builder.theme)


@lru_cache(maxsize=1)
def _is_own(theme: Theme) -> bool:
    return str(THEME) in map(str, theme.get_theme_dirs())
