"""Unit tests stand where the modules stand that they test, and none of these is left out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from edition import ROOT

ENGINE = ROOT / "ext" / "concordance"
TESTS = ROOT / "tests" / "unit"
# What they do shows on built pages, and in what commands print; tests/build and tests/browser look at that.
SHELL = frozenset({"drawing", "sphinx_ext", "cli"})
# Of modules that import these, no test can be had without a build.
SPHINX = ("sphinx", "docutils", *(f"concordance.{folder}" for folder in sorted(SHELL)))


def modules() -> Iterator[Path]:
    """Yield the modules that can be tested by themselves: of the pure folders, all that do anything."""
    for path in sorted(ENGINE.rglob("*.py")):
        if SHELL & set(path.parts):
            continue
        tree = parsed(path)
        acts = any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree))
        if acts and not any(name.startswith(SPHINX) for name in imported(tree)):
            yield path


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    """Return the modules that a module imports, whole or something of, also those for its types alone."""
    nodes = [*ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_every_pure_module_has_a_unit_test() -> None:
    tests = [*TESTS.rglob("test_*.py")]
    tested = set().union(*(imported(parsed(test)) for test in tests))
    missing = []
    for module in modules():
        test = TESTS / module.parent.relative_to(ENGINE) / f"test_{module.name}"
        if test not in tests and ".".join(module.relative_to(ENGINE.parent).with_suffix("").parts) not in tested:
            missing.append(test.relative_to(ROOT).as_posix())
    assert not missing, f"add these tests: {missing}"


def test_a_unit_test_is_called_after_a_module_of_its_folder() -> None:
    misplaced = []
    for test in sorted(TESTS.rglob("test_*.py")):
        folder = ENGINE / test.parent.relative_to(TESTS)
        name = test.stem.removeprefix("test_")
        if folder != ENGINE and not SHELL & set(folder.parts):
            misplaced += [] if any(name.startswith(path.stem) for path in folder.glob("*.py")) else [test.name]
    assert misplaced == [], "rename or move these tests"
