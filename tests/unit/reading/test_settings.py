"""What settings say of pages is read without running them."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.reading.settings import EXTENSIONS, MARKDOWN, PageSettings, read_settings
from edition import ROOT


def test_what_is_written_out_is_read(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(
        'extensions = ["myst_parser", "sphinx.ext.graphviz"]\n'
        'myst_enable_extensions = ("colon_fence",)\nroot_doc = "start"\n'
        "raise SystemExit('it was run')\n"
    )
    settings = read_settings(tmp_path)
    expected = frozenset({"myst_parser", "sphinx.ext.graphviz"})
    assert settings == PageSettings(expected, frozenset({"colon_fence"}), "start")
    assert not settings.closed, "another extension may bring directives of which nothing is known here"


@pytest.mark.parametrize("text", ["", "extensions = names()\n", "extensions =\n", "\0"])
def test_what_is_not_is_as_in_an_edition_without_settings(tmp_path: Path, text: str) -> None:
    (tmp_path / "conf.py").write_text(text)
    assert read_settings(tmp_path) == PageSettings(EXTENSIONS, MARKDOWN)


def test_without_settings_an_edition_is_as_this_one(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == read_settings(ROOT)
