"""When a build goes on from an earlier one."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
from concordance.cli import build as command
from concordance.cli.manifest import fingerprint_engine
from edition import Edition
from sphinx.errors import ExtensionError


def test_a_build_begins_anew_where_settings_or_packages_are_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages, edition = tmp_path / "packages", tmp_path / "edition"
    (packages / "sphinx-9.0.4.dist-info").mkdir(parents=True)
    edition.mkdir()
    monkeypatch.setattr(sysconfig, "get_path", lambda _name: str(packages))
    first = fingerprint_engine(edition)
    assert fingerprint_engine(edition) == first
    (packages / "sphinx-9.0.4.dist-info").rename(packages / "sphinx-9.1.0.dist-info")
    upgraded = fingerprint_engine(edition)
    (edition / "conf.py").write_text('language = "en"\n')
    assert len({first, upgraded, fingerprint_engine(edition)}) == 3


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (KeyboardInterrupt(), "The build was stopped."),
        (OSError(28, "No space left", "build/work"), "The build cannot go on: No space left: build/work."),
        (ExtensionError("wrapped", OSError(28, "No space left")), "The build cannot go on: No space left."),
    ],
    ids=["Ctrl-C", "a full disk", "in a handler of Sphinx"],
)
def test_a_build_that_is_cut_off_says_so_in_one_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    message: str,
) -> None:
    def cut_off(*_: object) -> None:
        raise error

    for folder in ("source", "annotations"):
        (tmp_path / folder).mkdir()
    monkeypatch.setattr(command, "build", cut_off)
    assert command.main(["--root", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"{message} Nothing was published: the site is as it was before.\n"


def test_what_was_changed_in_the_lock_during_a_build_stays(tiny: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments, lock = ["--root", str(tiny.root), "--jobs", "1"], tiny.root / "ids.lock"
    redirect = "rules-7 rules/7.html -> rules-2\n"

    def make_and_edit(*given: Any) -> Any:
        made = make_site(*given)
        lock.write_text(redirect, encoding="utf-8")
        return made

    make_site = command.make_site
    with monkeypatch.context() as patched:
        patched.setattr(command, "make_site", make_and_edit)
        assert command.main(arguments) == 0
    assert lock.read_text(encoding="utf-8") == redirect
    assert command.main(arguments) == 0
    assert redirect in lock.read_text(encoding="utf-8")
    assert "rules-1 rules/1.html\n" in lock.read_text(encoding="utf-8")


def test_what_libraries_tell_each_other_stops_no_build(tiny: Edition) -> None:
    call = [sys.executable, "-m", "concordance.cli", "build", "--root", str(tiny.root)]
    done = subprocess.run(call, env=os.environ | {"PYTHONWARNINGS": "error"}, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
