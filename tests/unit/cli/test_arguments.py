"""Commands take the folder of an edition, a port and the id of an entry, and say what is wrong with them."""

from __future__ import annotations

import argparse
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from concordance.cli.arguments import (
    EntryIdError,
    add_port_argument,
    command_parser,
    edition_folder,
    find_entry,
)

if TYPE_CHECKING:
    from concordance.model.entries import Entry

ENTRIES = {name: cast("Entry", SimpleNamespace(id=name)) for name in ("rules-1", "rules-2")}


def test_an_edition_is_a_folder_with_annotations_and_sources(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = argparse.Namespace(root=tmp_path)
    (tmp_path / "annotations").mkdir()
    assert edition_folder(options) is None
    assert capsys.readouterr().err == (
        f"There is no edition at {tmp_path}: it has no folder 'source'. Say where one is with --root.\n"
    )
    (tmp_path / "source").mkdir()
    assert edition_folder(options) == tmp_path


def test_a_command_works_on_this_folder_unless_another_is_named() -> None:
    parser = command_parser("check", "Check it.")
    assert parser.prog == "concordance check"
    assert parser.parse_args([]).root == Path()
    assert parser.parse_args(["--root", "/editions/east"]).root == Path("/editions/east")


@pytest.mark.parametrize("port", ["65536", "-1", "80a", "８０００", "123456", ""])
def test_a_port_is_a_number_that_there_is(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = command_parser("serve", None)
    add_port_argument(parser)
    assert (parser.parse_args([]).port, parser.parse_args(["--port", "0"]).port) == (8000, 0)
    with pytest.raises(SystemExit) as caught:
        parser.parse_args([f"--port={port}"])
    assert caught.value.code == 2
    assert "is not a port: write a number up to 65535" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["rules-2"], ["#rules-2"], [" rules-2 "]])
def test_an_id_may_be_copied_from_an_address(words: list[str]) -> None:
    assert find_entry(words, ENTRIES, "suggest") is ENTRIES["rules-2"]


def test_no_id_names_no_entry() -> None:
    assert find_entry([], ENTRIES, "suggest") is None
    assert find_entry([""], ENTRIES, "suggest") is None


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["rules-3"], "There is no entry 'rules-3'. Did you mean"),
        (["zebra"], "There is no entry 'zebra'. Give an id: concordance suggest rules-1"),
        (["rules-1", "rules-2"], "Give one id: concordance suggest rules-1"),
    ],
)
def test_an_unknown_id_and_several_are_refused_with_what_to_write(words: list[str], message: str) -> None:
    with pytest.raises(EntryIdError) as caught:
        find_entry(words, ENTRIES, "suggest")
    assert str(caught.value).startswith(message)
