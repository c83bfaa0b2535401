"""What a proposal changes in the tiny edition, as it is told to those who review it."""

from __future__ import annotations

import re
from functools import cache

from concordance.cli.changes import read_version
from concordance.history.changes import compare_versions
from concordance.history.changes_markdown import render_changes
from concordance.history.versions import Version
from edition import TINY, Edition

ANNOTATION = "annotations/rules/2.md"
# What a host says where a proposal changes no file.
NO_FILES = (b"false", b"false")
GRAVE = "Words of a text change."


@cache
def unchanged() -> Version:
    """Return the tiny edition as it stands in the repository."""
    return read_version(TINY, "Unchanged")


def compare(tiny: Edition, before: Version | None = None) -> str:
    """Tell what changes in the tiny edition since it was as given, or else against how it stands in the repository."""
    return describe(before or unchanged(), read_version(tiny.root, "After"))


def describe(before: Version, after: Version, others: tuple[str, ...] = ()) -> str:
    """Tell what changes between two versions, and in other files."""
    return render_changes(compare_versions(before, after, others), "0123456789")


def part(text: str, title: str) -> list[str]:
    """Return the lines of the block under a heading."""
    block = re.search(rf"^### {title}\n\n`{{3,}}diff\n(.*?)\n`{{3,}}$", text, re.DOTALL | re.MULTILINE)
    return [line.rstrip() for line in block[1].splitlines()] if block else []
