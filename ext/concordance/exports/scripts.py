"""The scripts for readers as they are served: without types, comments and indentation."""

from __future__ import annotations

import re

from concordance.browser import BROWSER

# Types stand in JSDoc comments.
TYPES = re.compile(r"/\*\*.*?\*/ ?", re.DOTALL)


def page_scripts() -> dict[str, str]:
    """Return the scripts for pages of the site, by their file names."""
    return {
        path.name: strip_script(path.read_text(encoding="utf-8")) for path in sorted((BROWSER / "pages").glob("*.js"))
    }


def strip_script(script: str) -> str:
    """Return a script without types, indentation, empty lines, and lines that hold only a comment."""
    lines = (line.strip() for line in TYPES.sub("", script).splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
