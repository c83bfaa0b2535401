"""What commands are given: the folder of an edition, and the id of an entry."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from concordance.model.layout import ANNOTATIONS, SOURCE
from concordance.model.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.model.entries import Entry


class NotOneEntryError(Exception):
    """What a command was given is not the id of one entry; the message says what to do."""


def command_parser(name: str, description: str | None) -> argparse.ArgumentParser:
    """Return the parser of the arguments of `concordance NAME`, which knows `--root`.

    `description` is what `--help` says of the command: the docstring of its module, in paragraphs.
    """
    parser = argparse.ArgumentParser(
        prog=f"concordance {name}", description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--root", type=Path, default=Path(), help="the folder of the edition (default: this one)")
    return parser


def edition_folder(arguments: argparse.Namespace) -> Path | None:
    """Return the folder of the edition; None, and a message on standard error, where no edition stands there."""
    root: Path = arguments.root.resolve()
    for folder in (ANNOTATIONS, SOURCE):
        if not (root / folder).is_dir():
            message = f"There is no edition at {root}: it has no folder {folder!r}. Say where one is with --root."
            print(message, file=sys.stderr)
            return None
    return root


def add_id(parser: argparse.ArgumentParser, description: str) -> None:
    """Let a command take the id of an entry; `entry_given` says whether it was given one."""
    parser.add_argument("id", nargs="*", help=description)


def entry_given(words: list[str], entries: Mapping[str, Entry], command: str) -> Entry | None:
    """Return the entry whose id was given, also as addresses end with it (`#plan-44`); None if none was given.

    Raises `NotOneEntryError` for several ids, and for one that no entry has.
    """
    ids = [word.removeprefix("#") for word in " ".join(words).split()]
    if len(ids) > 1:
        raise NotOneEntryError(how_to_give_id(command, entries))
    if ids and ids[0] not in entries:
        raise NotOneEntryError(f"There is no entry {ids[0]!r}. {nearest(ids[0], entries)}")
    return entries[ids[0]] if ids else None


def how_to_give_id(command: str, entries: Mapping[str, Entry]) -> str:
    """Return how a command is given one id, such as the first of the edition."""
    return f"Give an id: make {command} ID={next(iter(entries), '…')}"
