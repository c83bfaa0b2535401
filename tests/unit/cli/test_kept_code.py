"""The code of records and patterns, kept from one process to the next."""

from __future__ import annotations

import dataclasses
import importlib
import re
import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pytest
from concordance.cli.kept_code import code_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import ModuleType


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
    with code_kept(tmp_path / "kept"):
        _make_record()
    with code_kept(tmp_path / "kept"):
        kept = _make_record()
    compiled = _make_record()
    assert repr(kept("east")) == repr(compiled("east"))
    assert kept("east") == kept("east", 12) != kept("west")
    assert hash(kept("east")) == hash(compiled("east"))


def test_the_fields_of_a_record_are_guarded_as_those_of_any_other(tmp_path: Path) -> None:
    def refusals(kind: type) -> list[str]:
        record, messages = kind("east"), []
        for change in (partial(setattr, record, "name", "west"), partial(delattr, record, "length")):
            with pytest.raises(dataclasses.FrozenInstanceError) as refused:
                change()
            messages.append(str(refused.value))
        return messages

    with code_kept(tmp_path / "kept"):
        kept = _make_record()
    assert refusals(kept) == refusals(_make_record())


def test_code_that_was_kept_is_not_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with code_kept(tmp_path / "kept"):
        _make_record()

    def compile_nothing(*_arguments: object, **_options: object) -> None:
        raise AssertionError

    monkeypatch.setattr("concordance.cli.kept_code.compile", compile_nothing, raising=False)
    with code_kept(tmp_path / "kept"):
        assert _make_record()("east").length == 12


def test_a_file_of_another_python_or_a_broken_one_is_made_anew(tmp_path: Path) -> None:
    for content in (b"", b"another\n\nthing", b"\xff"):
        (tmp_path / "kept").write_bytes(content)
        with code_kept(tmp_path / "kept"):
            _make_record()
        assert (tmp_path / "kept").read_bytes() != content


def test_where_nothing_can_be_written_records_are_made_all_the_same(tmp_path: Path) -> None:
    with code_kept(tmp_path / "missing" / "kept"):
        assert _make_record()("east").name == "east"


def test_nothing_is_left_in_the_library(tmp_path: Path) -> None:
    libraries = dataclasses, importlib.import_module("re._compiler")
    before = [dict(vars(library)) for library in libraries]
    with code_kept(tmp_path / "kept"):
        assert [vars(library) != names for library, names in zip(libraries, before, strict=True)] == [True, True]
    assert [vars(library) for library in libraries] == before


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], ModuleType]]:
    """Return what loads a module anew whose pattern nothing else has."""
    (tmp_path / "quay.py").write_text("import re\nBERTH = re.compile(r'(?P<quay>[a-zé]+)-(?i:b)\\d{1,7}', re.M)\n")
    monkeypatch.syspath_prepend(tmp_path)

    def load() -> ModuleType:
        sys.modules.pop("quay", None)
        re.purge()
        return importlib.import_module("quay")

    yield load
    sys.modules.pop("quay", None)


def test_a_pattern_whose_code_was_kept_is_like_any_other(tmp_path: Path, module: Callable[[], ModuleType]) -> None:
    with code_kept(tmp_path / "kept"):
        module()
    with code_kept(tmp_path / "kept"):
        kept = module().BERTH
    compiled = module().BERTH
    assert (kept, kept.flags, kept.groupindex) == (compiled, compiled.flags, compiled.groupindex)
    assert kept.findall("é-B12\nquai-b7 Z-b1") == compiled.findall("é-B12\nquai-b7 Z-b1") == ["é", "quai"]


def test_a_pattern_that_was_kept_is_not_parsed_again(
    tmp_path: Path, module: Callable[[], ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    with code_kept(tmp_path / "kept"):
        module()

    def parse_nothing(*_arguments: object) -> None:
        raise AssertionError

    monkeypatch.setattr("re._parser.parse", parse_nothing)
    with code_kept(tmp_path / "kept"):
        assert module().BERTH.match("quay-b1")


def test_a_pattern_that_no_module_has_is_not_kept(tmp_path: Path) -> None:
    with code_kept(tmp_path / "kept"):
        _make_record()
    before = (tmp_path / "kept").read_bytes()
    with code_kept(tmp_path / "kept"):
        re.purge()
        assert re.fullmatch(r"plan-(\d+)(-[a-z])?", "plan-43-b")
    assert (tmp_path / "kept").read_bytes() == before
