"""The entry whose id a command is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.model.problems import nearest

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Mapping

    from concordance.model.entries import Entry


class NotOneEntryError(Exception):
    """What was asked for is not one entry; the message says what to do."""


def add_id(parser: ArgumentParser, told: str) -> None:
    """Let a command take the id of an entry; how many were given is told by `entry_given`."""
    parser.add_argument("id", nargs="*", help=told)


def entry_given(given: list[str], entries: Mapping[str, Entry], command: str) -> Entry | None:
    """Return the entry whose id was given, also as addresses end with it (`#plan-44`); None if none was given."""
    ids = [word.removeprefix("#") for word in " ".join(given).split()]
    if len(ids) > 1:
        raise NotOneEntryError(how(command, entries))
    if ids and ids[0] not in entries:
        raise NotOneEntryError(f"There is no entry {ids[0]!r}. {nearest(ids[0], entries)}")
    return entries[ids[0]] if ids else None


def how(command: str, entries: Mapping[str, Entry]) -> str:
    """Return how a command is given one id, such as the first of the edition."""
    return f"Give an id: make {command} ID={next(iter(entries), '…')}"
