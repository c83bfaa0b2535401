"""Modules and functions are short enough to be read at one sitting, and names say what they hold.

ESLint holds scripts to the same sizes.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from edition import ROOT
from source_trees import parsed_code, statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CODE = ["ext", "tests"]
MODULE, FUNCTION = 300, 40
# Participles and pronouns: whoever reads one has to look up what it was that was found or told.
VAGUE = {"found", "one", "said", "told"}
# What modules of a kind all have, by which whoever calls them knows it, and `fold`, which scripts for readers call so.
SHARED = {"build", "fold", "list_paths", "main", "make_files", "register", "run"}
# How types are called; constants are in capitals throughout.
TYPE = re.compile(r"[A-Z]\w*[a-z]\w*")


def modules(folders: Iterable[str]) -> list[Path]:
    return [path.relative_to(ROOT) for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def bound_names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of whatever code gives a name to, by its tree, without underscores around it."""
    for node in ast.walk(tree):
        names: list[str | None] = []
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()) | ast.arg(arg=name):
                names = [name]
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() | ast.ExceptHandler():
                names = [node.name]
            case ast.MatchAs() | ast.MatchStar():
                names = [node.name]
            case ast.MatchMapping():
                names = [node.rest]
            case ast.alias():
                names = [node.asname or node.name]
        yield from ((getattr(node, "lineno", 0), name.strip("_").lower()) for name in names if name)


def public_names(tree: ast.Module) -> Iterator[str]:
    """Yield the functions and types that a module offers to others."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) if not name.startswith("_"):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                if TYPE.fullmatch(name):
                    yield name


def test_no_module_is_too_long() -> None:
    lengths = {str(path): (ROOT / path).read_text(encoding="utf-8").count("\n") for path in modules(CODE)}
    assert lengths, "or this tests nothing"
    assert {path: length for path, length in lengths.items() if length > MODULE} == {}


def test_no_function_is_too_long() -> None:
    functions = {
        f"{path}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in modules(CODE)
        for node in statements(parsed_code(ROOT / path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    assert functions, "or this tests nothing"
    assert {name: length for name, length in functions.items() if length > FUNCTION} == {}


def test_names_say_what_they_hold() -> None:
    bound = [(path, line, name) for path in modules(CODE) for line, name in bound_names(parsed_code(ROOT / path))]
    assert bound, "or this tests nothing"
    assert [f"{path}:{line} {name}" for path, line, name in bound if name in VAGUE] == []


def test_each_function_and_type_of_the_engine_has_a_name_of_its_own() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in modules(["ext/concordance"]):
        for name in public_names(parsed_code(ROOT / path)):
            places[name].append(str(path))
    assert places, "or this tests nothing"
    assert {name: where for name, where in places.items() if len(where) > 1 and name not in SHARED} == {}


def test_functions_classes_and_aliases_are_names_and_constants_are_none() -> None:
    code = "def f(): pass\nclass C: pass\nLines = list[str]\nT: TypeAlias = int\nMOST = 3\n_Own = int\ndef _g(): pass"
    assert [*public_names(ast.parse(code))] == ["f", "C", "Lines"]


@pytest.mark.parametrize(
    "code",
    [
        "found = 1",
        "found: int",
        "self._found = 1",
        "first, *found = words",
        "if found := 1: pass",
        "for found in words: pass",
        "[found for found in words]",
        "with file as found: pass",
        "import found",
        "from words import found",
        "from words import each as found",
        "def found(): pass",
        "async def _found(): pass",
        "class Found: pass",
        "def f(found): pass",
        "def f(*found): pass",
        "def f(**found): pass",
        "lambda found: 1",
        "try: pass\nexcept OSError as found: pass",
        "match words:\n  case found: pass",
        "match words:\n  case [*found]: pass",
        "match words:\n  case {**found}: pass",
    ],
)
def test_every_way_to_give_a_name_is_looked_at(code: str) -> None:
    assert "found" in {name for _line, name in bound_names(ast.parse(code))}


def test_what_is_only_used_needs_no_other_name() -> None:
    code = "words = match.found + build(found=1) + found"
    assert "found" not in {name for _line, name in bound_names(ast.parse(code))}
