"""What import-linter does not hold of the layers of the engine: it has to be given the name of each package."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

import pytest
from edition import ROOT
from source_trees import imported_modules, parsed_code

if TYPE_CHECKING:
    from collections.abc import Iterable

MODEL = ROOT / "ext" / "concordance" / "model"
OWN = "concordance.model"


def foreign(modules: Iterable[str]) -> list[str]:
    """Return the modules that are neither of the standard library nor of the model."""
    return sorted(
        name
        for name in modules
        if name.partition(".")[0] not in sys.stdlib_module_names and name != OWN and not name.startswith(f"{OWN}.")
    )


def test_the_model_needs_nothing_but_the_standard_library() -> None:
    imports = {path.name: imported_modules(parsed_code(path)) for path in MODEL.rglob("*.py")}
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
