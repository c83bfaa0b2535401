"""What the settings of an edition say of how its pages are written.

Nothing in `conf.py` is run: a check reads the settings of whoever proposes a change.
"""

from __future__ import annotations

import ast
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.kinds import USUAL_KINDS
from concordance.model.problems import Place, Problem, ProblemKind, printable

if TYPE_CHECKING:
    from pathlib import Path

    from concordance.model.vocabulary import Vocabulary

CONF = "conf.py"
# What the engine itself loads: what pages are written in, and what draws the cards of a guide.
EXTENSIONS = ("myst_parser", "sphinx_design")
# Directives hold Markdown, which colons leave readable; glossaries are lists of definitions.
MARKDOWN = ("colon_fence", "deflist", "fieldlist")


@dataclass(frozen=True, slots=True)
class PageSettings:
    """How the pages of an edition are written."""

    markdown: tuple[str, ...] = MARKDOWN
    """The extensions of MyST's Markdown, sorted."""
    closed: bool = True
    """Whether all directives are known: other extensions of Sphinx may bring more, and so may a vocabulary."""
    kinds: tuple[str, ...] = tuple(USUAL_KINDS)
    """The ids of the kinds of entries, each of which has a directive."""


def check_settings(root: Path) -> list[Problem]:
    """Return the problem of settings that are not there, or are no Python."""
    try:
        data = (root / CONF).read_bytes()
        # Some of what Python refuses is not a matter of grammar, such as a `return` outside of a function.
        with warnings.catch_warnings(action="ignore"):
            compile(data, CONF, "exec", dont_inherit=True)
    except OSError as error:
        message, remedy = f"The settings cannot be read: {error.strerror}.", "See to it that the file is there."
        return [Problem(Place(CONF, 1), ProblemKind.FILE, message, remedy)]
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None) or 1
        message = f"The settings cannot be read: {printable(getattr(error, 'msg', None) or str(error))}."
        place = Place(CONF, min(line, data.count(b"\n") + 1))
        return [Problem(place, ProblemKind.FILE, message, "Correct this line, or the one above it.")]
    return []


def read_settings(root: Path, vocabulary: Vocabulary) -> PageSettings:
    """Return the settings of the edition at `root`; for what is not written out in them, what the engine sets.

    Each kind of entries in the vocabulary has a directive; without a vocabulary that can be read, these are not known.
    """
    kinds, is_read = tuple(vocabulary.kinds), bool(vocabulary.fingerprint)
    try:
        module = ast.parse((root / CONF).read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError):
        # `check_settings` says what is wrong with it.
        return PageSettings(closed=is_read, kinds=kinds)
    values = assigned_values(module)
    extensions = _names(values.get("extensions"), EXTENSIONS)
    markdown = {*MARKDOWN, *_names(values.get("myst_enable_extensions"), ())}
    closed = is_read and set(extensions) <= {*EXTENSIONS, "concordance"}
    return PageSettings(tuple(sorted(markdown)), closed, kinds)


def assigned_values(module: ast.Module) -> dict[str, ast.expr]:
    """Return what settings assign to each name, outside of all conditions and functions."""
    return {
        target.id: statement.value
        for statement in module.body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }


def _names(value: ast.expr | None, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(value, ast.List | ast.Tuple | ast.Set):
        return otherwise
    constants = (element.value for element in value.elts if isinstance(element, ast.Constant))
    return tuple(constant for constant in constants if isinstance(constant, str))
