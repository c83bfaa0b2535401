"""What an edition offers to readers who may be watched: a quick way to leave, and titles that say nothing.

Titles are what the history of a browser shows. A way to leave does not empty that history.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.problems import nearest
from concordance.reading.web_address import check_address

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTINGS = ("leave", "title")


@dataclass(frozen=True, slots=True)
class ReaderSafety:
    """What an edition offers; empty where it offers nothing of the kind."""

    leave: str
    """The address of the site that takes the place of a page that a reader leaves."""
    title: str
    """The title of all pages, in place of their own."""


NOTHING_OFFERED = ReaderSafety("", "")


def safety_of(setting: Mapping[str, str]) -> ReaderSafety:
    """Return what the setting `concordance_safety` of an edition offers.

    Raises `ValueError`, with what is wrong and what is right, if it is wrong.
    """
    if unknown := sorted(setting.keys() - set(SETTINGS)):
        msg = f"The safety of readers has no setting {unknown[0]!r}. {nearest(unknown[0], SETTINGS)}"
        raise ValueError(msg)
    leave, title = (setting.get(name, "") for name in SETTINGS)
    if leave and (leave.startswith("#") or check_address(leave)):
        msg = f"The address that readers leave for is not one: {leave!r}. It begins with https:// and names a host."
        raise ValueError(msg)
    return ReaderSafety(leave, title)
