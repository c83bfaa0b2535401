"""The arguments of commands: the folder of an edition, and the id of an entry."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from concordance.cli.main import EXIT_STATUS
from concordance.model.layout import ANNOTATIONS, SOURCE
from concordance.model.problems import nearest, printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.model.entries import Entry

LAST_PORT = 65_535
# What `--root` is to commands that take an edition, and to those that take another folder.
EDITION_ROOT = "the folder of the edition"
PARENT_ROOT = "the folder that a relative FOLDER starts from"


class EntryIdError(Exception):
    """Raised where the arguments of a command are not the id of one entry; the message says what to do."""


def command_parser(name: str, description: str | None, root_help: str = EDITION_ROOT) -> argparse.ArgumentParser:
    """Return a parser for the arguments of `concordance NAME`, with the option `--root`.

    `--help` prints `description`, the docstring of the command's module, as it is, and explains the exit status.
    `root_help` says what the folder is that `--root` names.
    """
    parser = argparse.ArgumentParser(
        prog=f"concordance {name}",
        description=description,
        epilog=EXIT_STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--root", type=Path, default=Path(), help=f"{root_help} (default: the current folder)")
    return parser


def add_port_argument(parser: argparse.ArgumentParser) -> None:
    """Let a command that serves a site take the number of a port; 0 stands for any that is free."""
    parser.add_argument("--port", type=_port, default=8000, help="where to serve the site (default: 8000)")


def _port(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 5 or int(text) > LAST_PORT:
        msg = f"{printable(text)!r} is not a port: write a number up to {LAST_PORT}"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def edition_folder(options: argparse.Namespace) -> Path | None:
    """Return the folder that `--root` names; print a message to standard error and return None if it is no edition."""
    # Links that lead in a circle lead to no edition.
    root = Path(os.path.realpath(options.root))
    for folder in (ANNOTATIONS, SOURCE):
        if not (root / folder).is_dir():
            message = f"There is no edition at {root}: it has no folder {folder!r}. Say where one is with --root."
            print(message, file=sys.stderr)
            return None
    return root


def add_id_argument(parser: argparse.ArgumentParser, description: str) -> None:
    """Let a command take the id of an entry as an optional argument, to be looked up with `find_entry`."""
    parser.add_argument("id", nargs="*", help=description)


def find_entry(words: list[str], entries: Mapping[str, Entry], command: str) -> Entry | None:
    """Return the entry whose id is among the arguments (`words`), or None if they are empty.

    The id may have a `#` before it, as at the end of an address (`#plan-44`).
    Raises `EntryIdError` if there are several ids, or no entry has the id.
    """
    ids = [word.removeprefix("#") for word in " ".join(words).split()]
    if len(ids) > 1:
        raise EntryIdError(id_usage(command, entries, "one"))
    if ids and ids[0] not in entries:
        remedy = nearest(ids[0], entries, otherwise=id_usage(command, entries))
        raise EntryIdError(f"There is no entry {ids[0]!r}. {remedy}")
    return entries[ids[0]] if ids else None


def id_usage(command: str, entries: Mapping[str, Entry], number: str = "an") -> str:
    """Return a sentence on how to call a command with an id, with the first id of the edition as the example.

    `number` is the word before "id": "one" where several ids were given.
    """
    return f"Give {number} id: concordance {command} {next(iter(entries), '…')}"
