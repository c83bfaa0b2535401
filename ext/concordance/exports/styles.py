"""The styles of pages as they are served: without comments and what else browsers do not need."""

from __future__ import annotations

from pathlib import Path

import rcssmin

STYLES = Path(__file__).parents[1] / "theme" / "styles"


def page_styles() -> dict[str, str]:
    """Return the styles of pages, by their file names."""
    return {path.name: rcssmin.cssmin(path.read_text(encoding="utf-8")) for path in sorted(STYLES.glob("*.css"))}
