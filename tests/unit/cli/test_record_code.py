"""The code of records, kept from one process to the next."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from concordance.cli.record_code import record_code_kept

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _may_write_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)


def _make_record() -> type:
    @dataclass(frozen=True, slots=True)
    class Berth:
        """A place in a harbour."""

        name: str
        length: int = 12

    return Berth


def test_a_record_whose_code_was_kept_is_like_any_other(tmp_path: Path) -> None:
    with record_code_kept(tmp_path / "kept"):
        _make_record()
    with record_code_kept(tmp_path / "kept"):
        kept = _make_record()
    compiled = _make_record()
    assert repr(kept("east")) == repr(compiled("east"))
    assert kept("east") == kept("east", 12) != kept("west")
    assert hash(kept("east")) == hash(compiled("east"))


def test_code_that_was_kept_is_not_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with record_code_kept(tmp_path / "kept"):
        _make_record()

    def compile_nothing(*_arguments: object, **_options: object) -> None:
        raise AssertionError

    monkeypatch.setattr("concordance.cli.record_code.compile", compile_nothing, raising=False)
    with record_code_kept(tmp_path / "kept"):
        assert _make_record()("east").length == 12


def test_a_file_of_another_python_or_a_broken_one_is_made_anew(tmp_path: Path) -> None:
    for content in (b"", b"another\n\nthing", b"\xff"):
        (tmp_path / "kept").write_bytes(content)
        with record_code_kept(tmp_path / "kept"):
            _make_record()
        assert (tmp_path / "kept").read_bytes() != content


def test_where_nothing_can_be_written_records_are_made_all_the_same(tmp_path: Path) -> None:
    with record_code_kept(tmp_path / "missing" / "kept"):
        assert _make_record()("east").name == "east"


def test_nothing_is_left_in_the_library(tmp_path: Path) -> None:
    with record_code_kept(tmp_path / "kept"):
        pass
    assert not hasattr(dataclasses, "exec")
