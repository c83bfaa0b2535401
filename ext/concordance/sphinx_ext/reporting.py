"""Tell editors what is wrong, one warning a problem."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.util.logging import SphinxLoggerAdapter

    from concordance.model.problems import Problem


def relative(source: str | Path, root: Path) -> str:
    """Return a path as it is shown to editors: relative to the edition's root where it is below it."""
    path = Path(source)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(source)


def warn_of(logger: SphinxLoggerAdapter, problems: Iterable[Problem]) -> None:
    """Warn of every problem with its place, cause and mend, in the order of places."""
    for problem in sorted(problems, key=lambda problem: (problem.place, problem.message)):
        logger.warning("%s", problem, location=str(problem.place), type="concordance", subtype=problem.kind.value)
