"""The core stands without Sphinx: whatever module says so can be loaded without it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import pytest
from edition import ROOT

CODE = ROOT / "ext"
# What a module's docstring says of it, and what may then not be loaded with it.
CLAIMS = {"Pure": {"docutils", "sphinx"}, "No Sphinx": {"sphinx"}}
# One process for each module, as one may load what another would, and each without the time that Python takes to start.
LOAD = """
import importlib, os, sys
for name in sys.argv[1:]:
    if not os.fork():
        importlib.import_module(name)
        print(name, *sorted({"docutils", "sphinx"} & sys.modules.keys()), flush=True)
        os._exit(0)
    os.wait()
"""


def claimed() -> dict[str, set[str]]:
    """Return the modules that claim anything, each with what may not be loaded with it."""
    found = {}
    for path in sorted(CODE.rglob("*.py")):
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        if without := [names for claim, names in CLAIMS.items() if re.search(rf"\b{claim}\b", said)]:
            found[".".join(path.relative_to(CODE).with_suffix("").parts)] = set.union(*without)
    return found


CLAIMED = claimed()


@pytest.fixture(scope="module")
def loaded() -> dict[str, set[str]]:
    """Return what is loaded with each of the modules."""
    done = subprocess.run(
        [sys.executable, "-c", LOAD, *CLAIMED],
        env={"PYTHONPATH": str(CODE)},
        capture_output=True,
        text=True,
        check=True,
    )
    return {name: set(found) for name, *found in (line.split() for line in done.stdout.splitlines())}


@pytest.mark.parametrize("module", CLAIMED)
def test_a_module_loads_nothing_that_it_says_it_does_without(module: str, loaded: dict[str, set[str]]) -> None:
    assert not loaded[module] & CLAIMED[module]


def test_the_core_says_that_it_is_pure() -> None:
    assert {"model", "graph", "compare", "cite"} <= {
        name.removeprefix("concordance.") for name, without in CLAIMED.items() if "docutils" in without
    }
