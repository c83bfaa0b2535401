"""What the project depends on: it is named, explained and pinned."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.metadata import packages_distributions

from edition import ROOT

# Pydantic lets its users take some things from the package that it consists of.
PARTS = {"pydantic-core": "pydantic"}


def names(lines: str) -> set[str]:
    """Return the packages that the lines of a file of requirements begin with."""
    return {match[0].lower() for match in re.finditer(r"^[A-Za-z][\w-]*", lines, re.MULTILINE)}


def imported() -> Iterator[str]:
    """Yield the packages of which the code and the tests import something."""
    packages = packages_distributions()
    for path in (ROOT / "conf.py", *(ROOT / "ext").rglob("*.py"), *(ROOT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for module in modules:
                for package in packages.get(module.partition(".")[0], ()):
                    name = package.lower().replace("_", "-")
                    yield PARTS.get(name, name)


USED = names((ROOT / "requirements.in").read_text(encoding="utf-8"))


def test_what_is_imported_is_named() -> None:
    found = set(imported())
    assert {"sphinx", "babel", "beautifulsoup4"} <= found
    assert found <= USED


def test_what_is_named_is_explained_and_pinned() -> None:
    part = (ROOT / "README.md").read_text(encoding="utf-8").partition("## What it depends on")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([\w ,-]+) \|", part, re.MULTILINE)
    assert {name.lower() for row in rows[1:] for name in row.split(", ")} == USED
    pinned = re.findall(
        r"^([\w-]+)(?:\[\w+\])?==\S+ \\\n +--hash=", (ROOT / "requirements.txt").read_text(), re.MULTILINE
    )
    assert {name.lower() for name in pinned} >= USED
