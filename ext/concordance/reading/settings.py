"""What the settings of an edition say of how its pages are written. Pure; no Sphinx.

Nothing in `conf.py` is run: a check reads the settings of whoever proposes a change.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CONF = "conf.py"
EXTENSIONS = frozenset({"myst_parser", "sphinx_design", "concordance"})
# Extensions of Markdown that pages are written with, where the settings do not say it.
MARKDOWN = frozenset({"colon_fence", "deflist", "fieldlist"})


@dataclass(frozen=True, slots=True)
class PageSettings:
    """How pages are written: the `extensions` of Sphinx that bring directives, and those of `markdown`."""

    extensions: frozenset[str] = EXTENSIONS
    markdown: frozenset[str] = MARKDOWN
    root_page: str = "index"

    @property
    def name(self) -> str:
        """What tells these settings from others."""
        return f"{sorted(self.extensions)} {sorted(self.markdown)}"

    @property
    def closed(self) -> bool:
        """Whether all directives are known: another extension may bring more."""
        return self.extensions <= EXTENSIONS


def read_settings(root: Path) -> PageSettings:
    """Return the settings of the edition at `root`; what is not written out in them is as in an edition without any."""
    try:
        module = ast.parse((root / CONF).read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError):
        # A build says what is wrong with it.
        return PageSettings()
    values = {
        target.id: statement.value
        for statement in module.body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
    return PageSettings(
        _names(values.get("extensions"), EXTENSIONS),
        _names(values.get("myst_enable_extensions"), MARKDOWN),
        _name(values.get("root_doc"), "index"),
    )


def _names(value: ast.expr | None, otherwise: frozenset[str]) -> frozenset[str]:
    if not isinstance(value, ast.List | ast.Tuple | ast.Set):
        return otherwise
    return frozenset(name for element in value.elts if (name := _name(element, "")))


def _name(value: ast.expr | None, otherwise: str) -> str:
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else otherwise
