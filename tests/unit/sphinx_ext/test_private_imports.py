"""What stands in for a part of a package until that is used."""

from __future__ import annotations

import pytest
from concordance.sphinx_ext.private_imports import LaterIcons
from docutils.parsers.rst import directives


def test_icons_are_listed_only_when_one_is_looked_for() -> None:
    asked = []
    icons = LaterIcons(lambda: asked.append("now") or ["alert", "book"])  # type: ignore[func-returns-value]
    assert asked == []
    assert directives.choice("Alert", icons) == "alert"
    assert asked


def test_an_icon_that_does_not_exist_is_told_with_those_that_do() -> None:
    with pytest.raises(ValueError, match='"nosuch" unknown; choose from "alert", or "book"'):
        directives.choice("nosuch", LaterIcons(lambda: ["alert", "book"]))
