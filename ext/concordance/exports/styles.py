"""The styles of pages as they are served: without comments and what else browsers do not need."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import rcssmin

STYLES = Path(__file__).parents[1] / "theme" / "styles"


# The styles that only editions in other languages than English have.
LANGUAGES = "languages.css"


def is_english(language: str) -> bool:
    """Return whether pages in a language (a code such as "en_GB") do without the styles for others."""
    return language.partition("_")[0] == "en"


@cache
def page_styles(language: str) -> dict[str, str]:
    """Return the styles of pages in a language, by their file names."""
    styles = {path.name: rcssmin.cssmin(path.read_text(encoding="utf-8")) for path in sorted(STYLES.glob("*.css"))}
    if is_english(language):
        del styles[LANGUAGES]
    return styles
