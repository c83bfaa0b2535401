"""The table of directives agrees with the classes that make them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from concordance.pages.widgets.registry import WIDGETS
from concordance.reading.directive_forms import Content, directive_forms
from docutils.parsers.rst import Directive, directives
from docutils.parsers.rst.languages import en
from edition import TINY, Edition
from kinds import KINDS
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

# What MyST adds to `include` when it meets one.
ADDED = {"include": {"relative-images", "relative-docs", "heading-offset"}}


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the classes of all directives that an edition knows, by name."""
    root = Edition.copy(TINY, tmp_path_factory.mktemp("edition")).root
    with patch_docutils(root), docutils_namespace():
        app = Sphinx(root / "source", root, root / "out", root / "trees", "dummy", status=None, warning=None)
        domains = app.env.domains
        return {
            **dict(_of_docutils()),
            **directives._directives,  # type: ignore[attr-defined]
            # Sphinx asks its domains first, and that of Python before its own.
            **domains["std"].directives,
            **domains["py"].directives,
        }


def _of_docutils() -> Iterator[tuple[str, Any]]:
    for name, canonical in en.directives.items():
        if where := directives._directive_registry.get(canonical):  # type: ignore[attr-defined]
            module = importlib.import_module(f"docutils.parsers.rst.directives.{where[0]}")
            yield name, getattr(module, where[1])


def _needs_value(converter: Callable[[Any], Any]) -> bool:
    try:
        converter(None)
    except (ValueError, TypeError, AttributeError):
        return True
    return False


def test_every_directive_of_a_build_is_known_with_its_form(classes: dict[str, type[Directive]]) -> None:
    forms = directive_forms(tuple(KINDS))
    assert classes.keys() <= forms.keys()
    for name, made_by in classes.items():
        form = forms[name]
        if not form.checked:
            continue
        assert (form.required, form.optional) == (made_by.required_arguments, made_by.optional_arguments), name
        if form.required + form.optional:
            assert form.spaces == bool(made_by.final_argument_whitespace), name
        assert (form.content is not Content.NONE) == bool(made_by.has_content), name
        needed = {option: _needs_value(converter) for option, converter in (made_by.option_spec or {}).items()}
        # Another version may know fewer options; none may know more.
        assert needed.items() <= form.options.items(), name


def test_what_shows_the_edition_is_described_once() -> None:
    forms = directive_forms(tuple(KINDS))
    assert all(forms[name].optional == 1 and forms[name].spaces for name in WIDGETS)
