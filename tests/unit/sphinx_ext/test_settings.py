"""The settings that editions need not make."""

from __future__ import annotations

import io
from typing import Any

import pytest
from concordance.sphinx_ext.settings import DEFAULTS
from edition import Edition
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.docutils import docutils_namespace


def settings(edition: Edition, **overrides: Any) -> Config:
    """Return the settings of an edition as a build would have them."""
    source, out = edition.root / "source", edition.root / "out"
    with docutils_namespace():
        return Sphinx(
            source, edition.root, out, out, "html", confoverrides=overrides, status=None, warning=io.StringIO()
        ).config


def test_where_an_edition_says_nothing_the_engine_does(tiny: Edition) -> None:
    config = settings(tiny)
    assert {name: config[name] for name in DEFAULTS} == DEFAULTS


# Sphinx's own defaults, as they would be found if nobody had said anything.
@pytest.mark.parametrize(("name", "value"), [("nitpicky", False), ("smartquotes", True), ("html_use_index", True)])
def test_what_an_edition_says_counts(name: str, value: bool, tiny: Edition) -> None:
    assert settings(tiny, **{name: value})[name] is value
    conf = tiny.root / "conf.py"
    conf.write_text(f"{conf.read_text()}\n{name} = {value}\n")
    assert settings(tiny)[name] is value


def test_an_edition_may_have_an_icon_and_files_of_its_own(tiny: Edition) -> None:
    tiny.write("own/icon.svg", "<svg/>")
    conf = tiny.root / "conf.py"
    conf.write_text(f'{conf.read_text()}\nhtml_favicon = "own/icon.svg"\nhtml_static_path = ["own"]\n')
    build = tiny.build()
    assert build.warnings == []
    assert 'href="_static/icon.svg"' in build.page("index")
    assert (build.out / "_static" / "icon.svg").read_text() == "<svg/>"
    assert (build.out / "_static" / "find.js").is_file()


def test_editions_that_are_built_one_after_another_do_not_share_files(tiny: Edition) -> None:
    assert settings(tiny).html_static_path == settings(tiny).html_static_path


def test_no_page_names_the_versions_of_what_built_it(tiny: Edition) -> None:
    assert "<!-- Sphinx" not in tiny.build().page("index")
