"""The table of directives agrees with the classes that make them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from concordance.pages.widgets.registry import WIDGETS
from concordance.reading.directive_forms import Content, directive_forms
from concordance.reading.icons import ICONS
from concordance.reading.page_rules import DIRECTIVES, REFUSED_OPTIONS
from docutils.parsers.rst import Directive, directives
from docutils.parsers.rst.languages import en
from edition import TINY, Edition
from kinds import KINDS
from sphinx.application import Sphinx
from sphinx.directives.code import LiteralIncludeReader
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx_design.grids import row_columns_option
from sphinx_design.icons import list_octicons

# What MyST adds to `include` when it meets one.
ADDED = {"include": {"relative-images", "relative-docs", "heading-offset"}}
ALLOWED = DIRECTIVES.split()
# An empty name is one, until another directive has it as well.
REFUSED_EMPTY = {"name"}
# What needs a value before docutils 0.23.
NEEDED_A_VALUE = {"start-after", "end-before"}
# What these options name is read only when the directive runs.
LINES = {"lines", "emphasize-lines"}
WORDS = "a zzz Zzz 5a Ü !! 5 wide\xa0tall nosuch javascript:x ../../x.png auto grid image IMAGE utf-8"
CHOICES = """
25% 100% Alert alert any bottom center closed column dark doc down-up embed end entry fade-in horizontal justify left
LEFT lg middle none open primary right-down row sm spaced start top url vertical white x-circle
"""
NUMBERS = "0 1 2 5 6 7 12 13 -1 +2 1_0 1.5 1. .5 . 1.5.2 50% -50% 5%% 2,3 2,,3 2,0 0x1 ٣"
LENGTHS = "12em 12EM 12Q 12µm 12zz 1.5em 1.5.2em -3px 5. %"
RANGES = "1,3-5 3-1 - -5 5- 1-2-3 1--3 1, , 2-2"
PHRASES = [
    *("wide tall", "wide 5", "! !", " ", " left ", " 5 ", "50 %", "12 em", " 12em", "auto auto", "auto 1 1 1"),
    *("1 2", "0 1", "1 1 1 1", "0 0 0 0", "1 2 3", "6 1 1 1", "13 1 1 1", "1, 3 - 5", "1 2 3 4 5 6 7", "2, 3", "a\nb"),
]
VALUES = [*f"{WORDS} {CHOICES} {NUMBERS} {LENGTHS} {RANGES}".split(), *PHRASES]


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


def _accepts(option: str, converter: Callable[[Any], Any], value: str) -> bool:
    """Return whether a build accepts a value, as MyST reads it."""
    try:
        if option in LINES and value:
            config: Any = SimpleNamespace(source_encoding="utf-8")
            LiteralIncludeReader("", {"lines": value}, config).lines_filter(["\n"] * 1000)
        converter(None if converter is directives.flag else value or None)
    except (ValueError, TypeError, AttributeError):
        return False
    return True


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
        optional = {
            option for option, converter in (made_by.option_spec or {}).items() if _accepts(option, converter, "")
        }
        # Another version may know fewer options; none may know more.
        assert (made_by.option_spec or {}).keys() <= form.options.keys(), name
        may_be_empty = {option for option in made_by.option_spec or {} if form.options[option].may_be_empty}
        optional -= NEEDED_A_VALUE | (REFUSED_EMPTY if name in ALLOWED else set())
        assert may_be_empty == optional, name


def test_of_options_that_a_page_may_have_the_same_values_are_accepted_as_by_a_build(
    classes: dict[str, type[Directive]],
) -> None:
    forms, refused = directive_forms(tuple(KINDS)), set()
    for name in ALLOWED:
        for option, converter in (classes[name].option_spec or {}).items():
            if option in REFUSED_OPTIONS.get(name, ()):
                continue
            kind = forms[name].options[option]
            for value in VALUES:
                accepted = kind.accepts(value)
                assert accepted == _accepts(option, converter, value), (name, option, value)
                refused.add((option, accepted))
    assert {option for option, accepted in refused if not accepted} > {"align", "class", "columns", "icon", "lines"}


def test_a_grid_takes_the_same_numbers_of_columns_as_in_a_build() -> None:
    kind = directive_forms(tuple(KINDS))["grid"].argument
    assert [*filter(kind.accepts, VALUES)] == [value for value in VALUES if _accepts("", row_columns_option, value)]


def test_a_value_is_told_with_what_it_may_be() -> None:
    for form in directive_forms(tuple(KINDS)).values():
        for option, kind in form.options.items():
            wrong = next((value for value in VALUES if not kind.accepts(value)), None)
            assert wrong is None or kind.remedy(wrong), (form.name, option)


def test_the_icons_are_those_of_sphinx_design() -> None:
    assert ICONS.split() == [*list_octicons()]


def test_what_shows_the_edition_is_described_once() -> None:
    forms = directive_forms(tuple(KINDS))
    assert all(forms[name].optional == 1 and forms[name].spaces for name in WIDGETS)
