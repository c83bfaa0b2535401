"""What settings say of pages is read without running them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from concordance.model.vocabulary import EMPTY_VOCABULARY
from concordance.reading.settings import PageSettings, check_settings, read_settings
from edition import ROOT

VOCABULARY = replace(EMPTY_VOCABULARY, fingerprint="read")


def test_what_is_written_out_is_read_and_nothing_is_run(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(
        'extensions = ["concordance", "sphinx.ext.graphviz"]\nmyst_enable_extensions = ("tasklist", "colon_fence")\n'
        "raise SystemExit('it was run')\n"
    )
    # Another extension may bring directives of which nothing is known here.
    assert read_settings(tmp_path, VOCABULARY) == PageSettings(
        ("colon_fence", "deflist", "fieldlist", "tasklist"), closed=False
    )


@pytest.mark.parametrize("text", ["", "extensions = names()\n", "extensions =\n", "\0"])
def test_what_is_not_written_out_is_what_the_engine_sets(tmp_path: Path, text: str) -> None:
    (tmp_path / "conf.py").write_text(text)
    assert read_settings(tmp_path, VOCABULARY) == PageSettings()


def test_an_edition_need_not_set_anything(tmp_path: Path) -> None:
    assert read_settings(tmp_path, VOCABULARY) == read_settings(ROOT, VOCABULARY) == PageSettings()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"x = 1\nproject = \n", 2),
        (b"x = (\n", 1),
        (b"x = \xff\n", 1),
        (b"x = '\0'\n", 1),
        (b"x = 1\nreturn\n", 2),
    ],
)
def test_settings_that_are_no_python_are_one_problem_at_their_line(tmp_path: Path, content: bytes, line: int) -> None:
    (tmp_path / "conf.py").write_bytes(content)
    (problem,) = check_settings(tmp_path)
    assert (problem.place.path, problem.place.line) == ("conf.py", line)


def test_settings_that_are_not_there_are_told(tmp_path: Path) -> None:
    (problem,) = check_settings(tmp_path)
    assert (str(problem.place), problem.message) == (
        "conf.py:1",
        "The settings cannot be read: No such file or directory.",
    )
    (tmp_path / "conf.py").mkdir()
    (problem,) = check_settings(tmp_path)
    assert problem.message == "The settings cannot be read: Is a directory."


def test_sound_settings_are_none(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("1 / 0\n", encoding="utf-8")
    assert check_settings(tmp_path) == []
