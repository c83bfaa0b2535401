"""What nobody foresaw is one line, and loses nothing for whoever mends it."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from concordance.cli.faults import fault_line, settings_line

SPHINX = """There is a programmable error in your configuration file:

Traceback (most recent call last):
  File "/x/sphinx/config.py", line 597, in eval_config_file
    exec(code, namespace)
  File "/edition/conf.py", line 3, in <module>
    1/0
ZeroDivisionError: division by zero
"""


def raised() -> Exception:
    try:
        len(3)  # type: ignore[arg-type]
    except TypeError as error:
        return error
    raise AssertionError


def test_a_fault_is_one_line_with_its_place_and_the_rest_is_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    line = fault_line(raised())
    assert re.match(r"TypeError: object of type .*\(.*test_faults\.py:\d+\)\. This should not happen\.", line)
    assert "\n" not in line
    assert " Details for whoever fixes it are in " in line
    (file,) = tmp_path.iterdir()
    assert str(file) in line
    assert "Traceback" in file.read_text(encoding="utf-8")


def test_nothing_is_lost_where_no_file_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at/all")
    assert "Traceback" in fault_line(raised())


def test_an_error_in_the_settings_is_told_with_its_line() -> None:
    assert settings_line(SPHINX) == "conf.py:3: ZeroDivisionError: division by zero"
    assert settings_line("no theme named 5 found") == "no theme named 5 found"
