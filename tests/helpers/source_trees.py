"""The code of the project, parsed once for all tests that look at it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path


@cache
def parsed_code(path: Path) -> ast.Module:
    """Return the tree of a module, which nobody may change."""
    return ast.parse(path.read_text(encoding="utf-8"))


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the statements within a statement or a module: a tenth of what `ast.walk` yields."""
    for name in ("body", "orelse", "finalbody", "handlers", "cases"):
        for child in getattr(node, name, ()):
            yield child
            yield from statements(child)


def imported_modules(tree: ast.Module) -> set[str]:
    """Return the modules that a module imports, whole or something of, also those for its types alone.

    What is imported of a module is among them, too, as it may be a module itself: `json.dumps` for `dumps`.
    """
    nodes = [*ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names
