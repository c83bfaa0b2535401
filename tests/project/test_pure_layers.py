"""What is pure asks nobody but whoever calls it: what import-linter cannot see of that, for names within modules."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

import pytest
from edition import ROOT
from source_trees import imported_modules, parsed_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

ENGINE = ROOT / "ext" / "concordance"
MODEL = "concordance.model"
PURE = ("model", "graph", "citations", "i18n", "reading", "authoring", "pages", "exports")
# The clock, chance, and what the system says of whoever runs a program and where.
ASKING = frozenset(
    {
        *("now", "utcnow", "today", "uuid1", "uuid4", "urandom", "urlopen"),
        *("environ", "environb", "getenv", "getcwd", "cwd", "expanduser", "getlogin", "getuid", "getpid"),
        *("gettempdir", "mkdtemp", "mkstemp", "NamedTemporaryFile", "TemporaryDirectory", "TemporaryFile"),
    }
)
# Why these may is said where they do.
EXCEPTIONS = {("exports/books/pdf.py", "TemporaryDirectory"), ("reading/read_cache.py", "getpid")}
# Where the engine's own files are found.
OWN_FILES = {"exports/styles.py", "i18n/words.py"}
OPENING = {"open", "Path"}


def modules() -> Iterator[tuple[str, Path]]:
    for folder in PURE:
        for path in sorted((ENGINE / folder).rglob("*.py")):
            yield str(path.relative_to(ENGINE)), path


def asked(tree: ast.AST) -> Iterator[str]:
    """Yield the names by which a module asks the system for something."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (node.attr in ASKING or ast.unparse(node).endswith("Path.home")):
            yield node.attr
        elif isinstance(node, ast.ImportFrom):
            yield from (each.name for each in node.names if each.name in ASKING)


def fixed_places(tree: ast.AST) -> Iterator[str]:
    """Yield the names of places that a module knows by itself: beside it, or written into it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "__file__":
            yield node.id
        elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in OPENING and node.args:
            place = node.args[0]
            if isinstance(place, ast.Constant) and isinstance(place.value, str) and ("." not in ast.unparse(node.func)):
                yield place.value


def test_what_is_pure_asks_no_clock_no_chance_and_no_surroundings() -> None:
    names = {(module, name) for module, path in modules() for name in asked(parsed_code(path))}
    assert names == EXCEPTIONS


def test_what_is_pure_knows_no_place_but_where_the_engines_own_files_are() -> None:
    places = {module: [*fixed_places(parsed_code(path))] for module, path in modules()}
    assert {module: named for module, named in places.items() if named} == {name: ["__file__"] for name in OWN_FILES}


@pytest.mark.parametrize(
    "code",
    [
        "import datetime\ndatetime.date.today()",
        "from datetime import datetime as clock\nclock.now(UTC)",
        "import os\nos.environ['HOME']",
        "from os import getenv",
        "Path.cwd()",
        "pathlib.Path.home()",
        "from uuid import uuid4 as chance",
    ],
)
def test_every_way_to_ask_is_looked_at(code: str) -> None:
    assert [*asked(ast.parse(code))]


@pytest.mark.parametrize("code", ["open('/etc/hosts')", "Path('build').is_dir()", "Path(__file__).parent"])
def test_every_way_to_know_a_place_is_looked_at(code: str) -> None:
    assert [*fixed_places(ast.parse(code))]


def foreign(modules: Iterable[str]) -> list[str]:
    """Return the modules that are neither of the standard library nor of the model."""
    return sorted(
        name
        for name in modules
        if name.partition(".")[0] not in sys.stdlib_module_names and name != MODEL and not name.startswith(f"{MODEL}.")
    )


def test_the_model_needs_nothing_but_the_standard_library() -> None:
    imports = {path.name: imported_modules(parsed_code(path)) for path in (ENGINE / "model").rglob("*.py")}
    assert any(imports.values()), "or this tests nothing"
    assert {name: foreign(modules) for name, modules in imports.items() if foreign(modules)} == {}


@pytest.mark.parametrize(
    "code",
    [
        "import furo",
        "import docx.text as words",
        "def f():\n    from pypdf import PdfReader",
        "if TYPE_CHECKING:\n    from concordance.graph.concordance import Concordance",
        "from concordance import graph",
        "import concordance.models",
    ],
)
def test_any_other_import_is_seen_wherever_it_stands(code: str) -> None:
    assert foreign(imported_modules(ast.parse(code)))


def test_what_the_model_may_import_is_left_alone() -> None:
    code = "import re, json\nfrom collections.abc import Iterable\nfrom concordance.model.ids import check_id"
    assert foreign(imported_modules(ast.parse(code))) == []
