"""Check what stands written out in the settings of an edition, without running them.

What they compute is known only to a build.
"""

from __future__ import annotations

import ast
import sys
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from concordance.authoring.repository_host import repository_of
from concordance.model.problems import Place, Problem, ProblemKind, nearest
from concordance.pages.reader_safety import safety_of
from concordance.reading.settings import CONF, assigned_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# The extension without which nothing of an edition is built.
ENGINE = "concordance"
# The settings that only the engine has; other extensions have theirs.
OWN = {"concordance_repository": repository_of, "concordance_safety": safety_of}


def check_written_settings(root: Path) -> list[Problem]:
    """Return the problems of settings that a build of the edition at `root` would refuse, or pass over in silence."""
    try:
        text = (root / CONF).read_bytes()
        module = ast.parse(text)
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        # `check_settings` says what is wrong with it.
        return []
    values = assigned_values(module)
    # Extensions may stand wherever settings let Python look for them.
    problems = [] if b"sys.path" in text else [*_check_extensions(values)]
    return [*problems, *_check_own(values), *_check_address(values)]


def _problem(node: ast.expr, message: str, remedy: str) -> Problem:
    return Problem(Place(CONF, node.lineno, node.col_offset + 1), ProblemKind.FILE, message, remedy)


def _check_extensions(values: Mapping[str, ast.expr]) -> Iterator[Problem]:
    listed = values.get("extensions")
    elements = listed.elts if isinstance(listed, ast.List | ast.Tuple) else []
    names = {str(each.value): each for each in elements if isinstance(each, ast.Constant)}
    is_complete = isinstance(listed, ast.List | ast.Tuple) and len(names) == len(elements)
    if listed is not None and is_complete and ENGINE not in names:
        message = f"The extension {ENGINE!r} is not among the `extensions`, so that nothing of an edition is known."
        yield _problem(listed, message, f'Add it: `extensions = ["{ENGINE}"]`.')
    for name, node in names.items():
        if not _is_installed(name):
            message = f"There is no extension {name!r} in this environment."
            yield _problem(node, message, "Correct its name, or add its package to the requirements.")


def _is_installed(name: str) -> bool:
    """Whether there is a module of that name; nothing is imported to find out."""
    path = sys.path
    parts = name.split(".")
    for number in range(1, len(parts) + 1):
        spec = PathFinder.find_spec(".".join(parts[:number]), path)
        if spec is None:
            return False
        path = [*(spec.submodule_search_locations or [])]
    return True


def _check_own(values: Mapping[str, ast.expr]) -> Iterator[Problem]:
    for name, node in values.items():
        if name.startswith(f"{ENGINE}_") and name not in OWN:
            yield _problem(node, f"There is no setting {name!r}, and nothing reads it.", nearest(name, OWN))
        written = _written(node)
        if name not in OWN or written is None:
            continue
        try:
            OWN[name](written)
        except ValueError as error:
            message, _, remedy = str(error).partition(". ")
            yield _problem(node, f"{message}.", remedy)


def _written(node: ast.expr) -> dict[str, str] | None:
    """Return the texts of a setting that are written out, by their names, or None if it is none of texts."""
    if not isinstance(node, ast.Dict):
        return None
    pairs = (
        (key.value, value.value)
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(value, ast.Constant)
    )
    return {key: value for key, value in pairs if isinstance(key, str) and isinstance(value, str)}


def _check_address(values: Mapping[str, ast.expr]) -> Iterator[Problem]:
    node = values.get("html_baseurl")
    address = node.value if isinstance(node, ast.Constant) else ""
    parts = urlsplit(address if isinstance(address, str) else "")
    if node is not None and address and not (parts.scheme in {"http", "https"} and parts.netloc):
        yield _problem(node, f"The address of the site is not one: {address!r}.", "It begins with https://.")
