"""Unit tests stand where the modules stand that they test, and none of these is left out."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from edition import ROOT
from source_trees import imported_modules, parsed_code

ENGINE = ROOT / "ext" / "concordance"
TESTS = ROOT / "tests" / "unit"
HELPERS = ROOT / "tests" / "helpers"
# What they do shows on built pages; tests/build and tests/browser look at that.
SHELL = frozenset({"drawing", "sphinx_ext"})
# Of modules that import these, no test can be had without a build.
SPHINX = ("sphinx", "docutils", *(f"concordance.{folder}" for folder in sorted(SHELL)))


def can_be_tested(module: Path) -> bool:
    """Return whether a module does anything that can be looked at by itself."""
    tree = parsed_code(module)
    functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    # What a command prints, tests/build looks at.
    is_command = "cli" in module.parts and "main" in functions
    is_pure = not any(name.startswith(SPHINX) for name in imported_modules(tree))
    return bool(functions) and not is_command and is_pure and not SHELL & set(module.parts)


def with_helpers(names: set[str]) -> set[str]:
    """Return what modules import, with what the helpers among them import, and theirs."""
    looked_at: set[str] = set()
    while helpers := {name for name in names - looked_at if (HELPERS / f"{name}.py").is_file()}:
        looked_at |= helpers
        names = names.union(*(imported_modules(parsed_code(HELPERS / f"{name}.py")) for name in helpers))
    return names


def name_of(module: Path) -> str:
    return ".".join(module.relative_to(ENGINE.parent).with_suffix("").parts)


def is_of(test: Path, module: Path) -> bool:
    """Return whether a test is called after a module: `test_pages.py` and `test_pages_homes.py` after `pages.py`."""
    return f"{test.stem}_".startswith(f"test_{module.stem}_")


def test_every_pure_module_has_a_unit_test() -> None:
    tests = [*TESTS.rglob("test_*.py")]
    imported = set[str]().union(*(imported_modules(parsed_code(test)) for test in tests))
    reached = with_helpers(imported)
    modules = [module for module in sorted(ENGINE.rglob("*.py")) if can_be_tested(module)]
    assert modules, "or this tests nothing"
    missing = []
    for module in modules:
        folder = TESTS / module.parent.relative_to(ENGINE)
        # A helper imports much; a test that means this module is called after it.
        is_named = any(is_of(test, module) for test in folder.glob("test_*.py"))
        if name_of(module) not in imported and not (is_named and name_of(module) in reached):
            missing.append((folder / f"test_{module.name}").relative_to(ROOT).as_posix())
    assert missing == [], "add these tests, and let each import its module"


def test_a_unit_test_is_called_after_a_module_of_its_folder() -> None:
    tests = [test for test in sorted(TESTS.rglob("test_*.py")) if test.parent != TESTS]
    assert tests, "or this tests nothing"
    misplaced = []
    for test in tests:
        modules = (ENGINE / test.parent.relative_to(TESTS)).glob("*.py")
        misplaced += [] if any(is_of(test, module) for module in modules) else [test.relative_to(TESTS).as_posix()]
    assert misplaced == [], "rename or move these tests"


@pytest.mark.parametrize(
    ("test", "module", "expected"),
    [
        ("test_pages.py", "pages.py", True),
        ("test_pages_homes.py", "pages.py", True),
        ("test_pages.py", "page.py", False),
        ("test_homes_pages.py", "pages.py", False),
    ],
)
def test_whole_words_of_a_name_count(test: str, module: str, expected: bool) -> None:
    assert is_of(Path(test), Path(module)) is expected
