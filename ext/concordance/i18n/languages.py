"""The languages that an edition may be in."""

from __future__ import annotations

import re
from importlib.machinery import PathFinder
from pathlib import Path

# What to do where there is no such language.
REMEDY = "Write its code, such as `en`, `fr` or `pt_BR`."
CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*")


def is_language(code: str) -> bool:
    """Return whether a code such as "pt_BR" is one of a language whose dates and plurals are known."""
    language = re.split("[-_]", code)[0]
    return bool(CODE.fullmatch(code)) and (package_folder("babel") / "locale-data" / f"{language}.dat").is_file()


def package_folder(name: str) -> Path:
    """Return the folder of an installed package, without importing it."""
    spec = PathFinder.find_spec(name)
    return Path(*(spec.submodule_search_locations or ())[:1]) if spec else Path()
