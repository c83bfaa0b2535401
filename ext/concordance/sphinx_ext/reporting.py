"""Emit one Sphinx warning per problem."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from concordance.model.problems import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.util.logging import SphinxLoggerAdapter

    from concordance.model.problems import Problem


def relative(source: str | Path, root: Path) -> str:
    """Return a path as editors see it: relative to the root of the edition if it is below that."""
    path = Path(source)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(source)


def warn_of(logger: SphinxLoggerAdapter, problems: Iterable[Problem]) -> None:
    """Warn of every problem, with its place, cause and remedy, in their order."""
    for problem in in_order(problems):
        logger.warning("%s", problem, location=str(problem.place), type="concordance", subtype=problem.kind.value)
