"""Sphinx is subclassed and connected to in one folder, and what it does not promise stands in four modules of it.

What a module imports, import-linter holds; these tests look at what it then does. A class of nodes is a kind of data,
which docutils has for others to add to: those of the edition stand in `drawing`, beside what draws them.
"""

from __future__ import annotations

import ast
import io
import tokenize
from functools import cache
from typing import TYPE_CHECKING

import pytest
from edition import ROOT
from source_trees import parsed_code
from sphinx.application import Sphinx

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGINE = ROOT / "ext" / "concordance"
SHELL = "sphinx_ext"
PRIVATE = {f"{SHELL}/private_{name}.py" for name in ("api", "docutils", "imports", "processes")}
# The packages whose private names and classes are meant.
PACKAGES = ("sphinx", "docutils", "myst_parser")
# What may be subclassed outside the shell.
NODES = "docutils.nodes."
# Replaces a method of markdown-it's parser, which is meant to be.
OF_MARKDOWN_IT = "reading/markdown.py"
# How an application is connected to.
CONNECTING = {name for name in vars(Sphinx) if name.startswith("add_")} | {"connect", "setup_extension"}


@cache
def modules() -> dict[str, ast.Module]:
    return {str(path.relative_to(ENGINE)): parsed_code(path) for path in sorted(ENGINE.rglob("*.py"))}


def imported(tree: ast.AST) -> dict[str, str]:
    """Return the full names of what a module imports, also for types alone, by the names it has for them."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names.update({each.asname or each.name: f"{node.module}.{each.name}" for each in node.names})
        elif isinstance(node, ast.Import):
            names.update({each.asname or each.name.partition(".")[0]: each.name for each in node.names})
    return names


def is_of_packages(name: str) -> bool:
    return name.partition(".")[0] in PACKAGES


def subclassed(tree: ast.AST) -> Iterator[str]:
    """Yield the full names of classes of the packages that those of a module are derived from."""
    names = imported(tree)
    for node in ast.walk(tree):
        for base in node.bases if isinstance(node, ast.ClassDef) else ():
            root, *parts = ast.unparse(base).partition("[")[0].split(".")
            if is_of_packages(name := ".".join([names.get(root, root), *parts])):
                yield name


def connections(tree: ast.AST) -> Iterator[str]:
    """Yield the methods of an application of Sphinx by which something is added to it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CONNECTING:
            yield node.func.attr


def knows_packages(tree: ast.AST) -> bool:
    return any(map(is_of_packages, imported(tree).values()))


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name != "_"


def private_names(tree: ast.AST) -> Iterator[str]:
    """Yield private names that a module uses and that are not its own, if it knows the packages at all.

    Of other modules, it cannot be told by their trees whose names those are: some look into parts of Word documents.
    """
    names = imported(tree)
    if not knows_packages(tree):
        return
    own = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and is_own(node)}
    own |= {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    own |= {ast.unparse(node.target) for node in ast.walk(tree) if isinstance(node, ast.AnnAssign)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_private(node.attr) and node.attr not in own:
            root = names.get(ast.unparse(node).partition(".")[0], "")
            if not root or is_of_packages(root):
                yield node.attr
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"getattr", "setattr", "hasattr", "delattr"}:
            given = node.args[1]
            if isinstance(given, ast.Constant) and is_private(str(given.value)) and given.value not in own:
                yield str(given.value)
    for name in names.values():
        if is_of_packages(name):
            yield from filter(is_private, name.split("."))


def is_own(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in {"self", "cls"}


def replaced_methods(source: str) -> Iterator[int]:
    """Yield the lines that replace a method, which mypy wants to have said, and not to have said elsewhere."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and "type: ignore" in token.string and "method-assign" in token.string:
            yield token.start[0]


def patches(tree: ast.AST) -> Iterator[str]:
    """Yield the full names of what a module replaces in modules and classes of the packages."""
    names = imported(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            root, *parts = ast.unparse(node).split(".")
            if is_of_packages(name := ".".join([names.get(root, ""), *parts])):
                yield name


def test_only_the_shell_subclasses_what_is_sphinxs() -> None:
    bases = {(name, base) for name, tree in modules().items() for base in subclassed(tree)}
    assert any(name.startswith(SHELL) for name, _base in bases), "or this tests nothing"
    nodes = {(name, base) for name, base in bases if name.startswith("drawing/") and base.startswith(NODES)}
    assert {(name, base) for name, base in bases - nodes if not name.startswith(SHELL)} == set()


def test_only_the_shell_connects_to_sphinx() -> None:
    calls = {(name, method) for name, tree in modules().items() for method in connections(tree)}
    assert any(name.startswith(SHELL) for name, _method in calls), "or this tests nothing"
    assert {(name, method) for name, method in calls if not name.startswith(SHELL)} == set()


def test_private_names_of_sphinx_stand_in_four_modules() -> None:
    used = {(module, name) for module, tree in modules().items() for name in private_names(tree)}
    assert {module for module, _name in used} <= PRIVATE, used


def test_methods_of_sphinx_are_replaced_in_the_same_modules() -> None:
    sources = {
        name: (ENGINE / name).read_text(encoding="utf-8") for name, tree in modules().items() if knows_packages(tree)
    }
    replacing = {name for name, source in sources.items() if any(replaced_methods(source))}
    assert replacing, "or this tests nothing"
    assert replacing - {OF_MARKDOWN_IT} <= PRIVATE


def test_parts_of_sphinx_are_replaced_in_the_same_modules() -> None:
    replacing = {module for module, tree in modules().items() if any(patches(tree))}
    assert replacing, "or this tests nothing"
    assert replacing <= PRIVATE


def test_each_of_these_modules_uses_something_that_is_not_promised() -> None:
    assert modules().keys() >= PRIVATE
    assert {str(path.relative_to(ENGINE)) for path in (ENGINE / SHELL).glob("private_*.py")} == PRIVATE
    assert any([*private_names(modules()[f"{SHELL}/private_processes.py"])]), "or the tests above look for nothing"


@pytest.mark.parametrize(
    "code",
    [
        "from sphinx.errors import SphinxError\nclass Wrong(SphinxError): pass",
        "from sphinx import errors\nclass Wrong(errors.SphinxError): pass",
        "import sphinx.errors\nclass Wrong(sphinx.errors.SphinxError): pass",
        "from sphinx.errors import SphinxError as Any\ndef f():\n  class Wrong(list, Any): pass",
        "from docutils.parsers.rst import Directive\nclass Wrong(Directive[int]): pass",
    ],
)
def test_every_way_to_subclass_is_looked_at(code: str) -> None:
    assert [*subclassed(ast.parse(code))]


@pytest.mark.parametrize(
    "code",
    [
        "from sphinx.builders import _write_docname",
        "import sphinx.builders.html._assets",
        "from sphinx.application import Sphinx\ndef f(app: Sphinx): app.builder._write_serial([])",
        "if TYPE_CHECKING:\n  from sphinx.config import Config\ndef f(config: Config): return config._raw_config",
        "import sphinx\nsetattr(sphinx, '_name', 1)",
    ],
)
def test_every_way_to_a_private_name_is_looked_at(code: str) -> None:
    assert [*private_names(ast.parse(code))]


@pytest.mark.parametrize(
    "code",
    [
        "import sphinx.events\nsphinx.events.repr = str",
        "from docutils import nodes\nnodes.Node.walk = walk",
        "from sphinx.builders import Builder as Any\ndel Any.read",
    ],
)
def test_every_way_to_replace_a_part_is_looked_at(code: str) -> None:
    assert [*patches(ast.parse(code))]


def test_private_names_of_a_module_itself_are_its_own() -> None:
    method = "def _f(self, other): return self._g or other._f() or other._kept"
    code = f"import os, sphinx\nos._exit(0)\nclass Own:\n  _kept: int\n  {method}"
    assert [*private_names(ast.parse(code))] == []
