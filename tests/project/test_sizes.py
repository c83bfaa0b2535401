"""Modules and functions of the engine stay short enough to be read at one sitting; ESLint holds scripts to the same."""

from __future__ import annotations

import ast
from pathlib import Path

from edition import ROOT

ENGINE = ROOT / "ext"
MODULE, FUNCTION = 300, 40


def read() -> dict[Path, str]:
    return {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in sorted(ENGINE.rglob("*.py"))}


def test_no_module_is_too_long() -> None:
    lengths = {str(path): text.count("\n") for path, text in read().items()}
    assert lengths, "or this tests nothing"
    assert {path: length for path, length in lengths.items() if length > MODULE} == {}


def test_no_function_is_too_long() -> None:
    functions = {
        f"{path}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, text in read().items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    assert functions, "or this tests nothing"
    assert {name: length for name, length in functions.items() if length > FUNCTION} == {}
