"""What the project depends on: it is named, explained and pinned."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from edition import ROOT
from source_trees import parsed_code, statements

# Pydantic lets its users take some things from the package that it consists of.
PARTS = {"pydantic-core": "pydantic"}


def names(requirements: Iterable[str]) -> set[str]:
    """Return the packages that requirements begin with."""
    return {match[0].lower() for line in requirements if (match := re.match(r"[A-Za-z][\w-]*", line))}


def imported(*places: Path) -> Iterator[str]:
    """Yield the packages of which the code in some places imports something."""
    packages = packages_distributions()
    for path in (path for place in places for path in ([place] if place.is_file() else place.rglob("*.py"))):
        for node in statements(parsed_code(path)):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for module in modules:
                for package in packages.get(module.partition(".")[0], ()):
                    name = package.lower().replace("_", "-")
                    yield PARTS.get(name, name)


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = names(PROJECT["project"]["dependencies"])
FOR_TESTS = names(PROJECT["dependency-groups"]["dev"])
FOR_IMPORTS = names(PROJECT["project"]["optional-dependencies"]["importer"])
FOR_MANY = names(PROJECT["project"]["optional-dependencies"]["many"])
FOR_DOWNLOADS = names(PROJECT["project"]["optional-dependencies"]["downloads"])


def pinned(file: str) -> set[str]:
    """Return the packages that a file gives a version and at least one hash each."""
    text = (ROOT / file).read_text(encoding="utf-8")
    assert "://" not in text, "where packages come from is each machine's own affair"
    return names(re.findall(r"^([\w-]+==.+) \\\n +--hash=", text, re.MULTILINE))


def test_what_is_imported_is_named() -> None:
    in_engine, in_tests = set(imported(ROOT / "ext", ROOT / "conf.py")), set(imported(ROOT / "tests"))
    assert {"sphinx", "babel"} <= in_engine
    assert in_engine <= NEEDED | FOR_DOWNLOADS | FOR_IMPORTS
    assert "beautifulsoup4" in in_tests
    assert in_tests <= NEEDED | FOR_TESTS | FOR_DOWNLOADS


def test_nothing_is_named_twice() -> None:
    assert not NEEDED & FOR_TESTS


def test_what_is_named_is_explained() -> None:
    part = (ROOT / "README.md").read_text(encoding="utf-8").partition("## What it depends on")[2].partition("\n## ")[0]
    to_build, to_take_away, for_many, to_test = part.split("| Package |")[1:]
    tables = ((to_build, NEEDED), (to_take_away, FOR_DOWNLOADS), (for_many, FOR_MANY), (to_test, FOR_TESTS))
    for table, packages in tables:
        rows = re.findall(r"^\| ([\w ,-]+) \|", table, re.MULTILINE)
        assert {name.lower() for row in rows for name in row.split(", ")} == packages


def test_what_is_named_is_pinned_once_for_each_python() -> None:
    assert pinned("requirements.txt") >= NEEDED
    assert pinned("requirements-downloads.txt") >= NEEDED | FOR_DOWNLOADS
    assert pinned("requirements-many.txt") >= NEEDED | FOR_MANY
    assert pinned("requirements-dev.txt") >= FOR_TESTS
    files = ("requirements.txt", "requirements-downloads.txt", "requirements-many.txt", "requirements-dev.txt")
    lines = "".join((ROOT / name).read_text() for name in files)
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w-]+)==(.+) \\$", lines, re.MULTILINE):
        versions.setdefault(name, set()).add(version)
    # Two versions stand beside each other only where each is for a Python of its own.
    assert not {name for name, pins in versions.items() if len(pins) > 1 and not all(";" in each for each in pins)}


def test_the_newest_sphinx_is_used_that_runs_on_a_python() -> None:
    pins = re.findall(
        r"^sphinx==(\d+\.\d+)\S* ; python_full_version ([<>=]+ '[\d.*]+')",
        (ROOT / "requirements.txt").read_text(),
        re.MULTILINE,
    )
    assert pins == [("9.0", "< '3.12'"), ("9.1", "== '3.12.*'"), ("9.2", ">= '3.13'")]
