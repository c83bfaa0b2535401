"""The scripts for readers as they are served: without types, comments and indentation."""

from __future__ import annotations

import re
from functools import cache

from concordance.browser import BROWSER

# Types stand in JSDoc comments.
TYPES = re.compile(r"/\*\*.*?\*/ ?", re.DOTALL)
# A comment for browsers, which say so: "//# …".
HINT = "//# "
# A comment in whose place another script is put, named by its path within the folder of the scripts for readers.
INCLUDE = re.compile(r"^ *// @include (.+)$", re.MULTILINE)


@cache
def page_scripts() -> dict[str, str]:
    """Return the scripts for pages of the site, by their file names; those that others include are part of these."""
    names = [f"pages/{path.name}" for path in sorted((BROWSER / "pages").glob("*.js"))]
    included = {name for script in names for name in INCLUDE.findall((BROWSER / script).read_text(encoding="utf-8"))}
    return {name.partition("/")[2]: strip_script(whole_script(name)) for name in names if name not in included}


def whole_script(name: str) -> str:
    """Return a script with those that it includes: a reader fetches one file in place of several.

    `name` is its path within the folder of the scripts for readers.
    """
    script = (BROWSER / name).read_text(encoding="utf-8")
    return INCLUDE.sub(lambda include: whole_script(include[1]), script)


@cache
def strip_script(script: str) -> str:
    """Return a script without types, indentation, empty lines, and lines that hold only a comment for people."""
    lines = (line.strip() for line in TYPES.sub("", script).splitlines())
    return "".join(f"{line}\n" for line in lines if line.startswith(HINT) or (line and not line.startswith("//")))
