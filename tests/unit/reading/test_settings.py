"""What settings say of pages is read without running them."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.reading.settings import PageSettings, read_settings
from edition import ROOT


def test_what_is_written_out_is_read_and_nothing_is_run(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(
        'extensions = ["concordance", "sphinx.ext.graphviz"]\nmyst_enable_extensions = ("tasklist", "colon_fence")\n'
        "raise SystemExit('it was run')\n"
    )
    # Another extension may bring directives of which nothing is known here.
    assert read_settings(tmp_path) == PageSettings(("colon_fence", "tasklist"), closed=False)


@pytest.mark.parametrize("text", ["", "extensions = names()\n", "extensions =\n", "\0"])
def test_what_is_not_written_out_is_what_the_engine_sets(tmp_path: Path, text: str) -> None:
    (tmp_path / "conf.py").write_text(text)
    assert read_settings(tmp_path) == PageSettings()


def test_an_edition_need_not_set_anything(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == read_settings(ROOT) == PageSettings()
