"""Print the comment on a proposal that lists what it changes: `python -m concordance.cli.comment LIST BEFORE AFTER`.

LIST holds what `concordance changes` printed, BEFORE and AFTER the files that the host has at the commit where the
proposal began and at that where it ends: a line that says `false` if these are all, and then on each line a JSON array
with the name, the mode and the hash of a file. All are made of what a stranger sends, and whoever posts the comment has
the right to write. So the list is quoted only if it consists of the sentences that the project writes, and of blocks of
code. Changed files that are no part of the edition are named, whatever the list says of them. This runs where nothing
is installed, so it needs Python and nothing else.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from concordance.history import change_sentences as words
from concordance.model.layout import ANNOTATIONS, SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable

# A comment on GitHub has at most 65,536 characters.
LONGEST = 50_000
# So many files are named, each with so many characters.
NAMED, LONGEST_NAME = 100, 150
# What the host says where it lists all files (https://docs.github.com/en/rest/git/trees), and of one that is only read.
COMPLETE, REGULAR = "false", "100644"
OPENS = re.compile(r"(`{3,})diff")
# Such characters are never written as they are: some end a line where nobody sees it, others hide what follows.
UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Co", "Cs"})
# What a list has outside of blocks, with the hash of a commit where a sentence names one.
SENTENCES = frozenset(
    line
    for text in (
        words.TITLE,
        words.GRAVE,
        words.ACTIVE,
        words.UNREAD,
        words.LOST,
        words.BESIDE,
        words.FOOTER,
        words.MISSING,
        *words.SECTIONS,
    )
    for line in (f"### {text}" if text in words.SECTIONS else text).split("\n")
)
COMMIT = "[0-9a-f]{10}"
SINCE, NOTHING = (re.compile(re.escape(each).replace(r"\{\}", COMMIT)) for each in (words.SINCE, words.NOTHING))
# The files of the edition that anybody may propose to change: nothing that is read without being shown.
PART_OF_EDITION = frozenset({".md", ".yaml", ".png", ".jpg", ".jpeg", ".gif", ".webp"})


@dataclass(frozen=True, slots=True)
class _HostFile:
    """A file as the host tells of it."""

    name: str
    mode: str
    blob: str


def format_comment(data: bytes, before: bytes, after: bytes) -> str:
    """Return the comment for a list of changes and the files of a proposal, all of which may be anything."""
    old, new = _files(before), _files(after)
    is_cut = not all(listed.partition(b"\n")[0] == COMPLETE.encode() for listed in (before, after))
    outside = sorted({file.name for file in old ^ new if not _is_part(file)})
    text = _checked_list(data)
    if outside or is_cut:
        # Who changes what makes the edition changes the edition.
        text = re.sub(rf"^{NOTHING.pattern}$", _otherwise_nothing, text)
    notes = [_outside_section(outside)] if outside else []
    notes += [words.CUT_FILES] if is_cut or len(outside) > NAMED else []
    return "\n\n".join([*notes, text])


def _otherwise_nothing(match: re.Match[str]) -> str:
    commit = re.search(COMMIT, match[0])
    return words.OTHERWISE_NOTHING.format(commit[0] if commit else "")


def _files(listed: bytes) -> frozenset[_HostFile]:
    """Return the files of a list, one on each line behind the first; of a line that is none, the name is the line."""
    return frozenset(map(_file, listed.decode("utf-8", "replace").splitlines()[1:]))


def _file(line: str) -> _HostFile:
    try:
        name, mode, blob = json.loads(line)
    except (ValueError, TypeError, RecursionError):
        return _HostFile(line, "", "")
    return _HostFile(str(name), str(mode), str(blob))


def _is_part(file: _HostFile) -> bool:
    path = PurePosixPath(file.name)
    is_hidden = any(part.startswith(".") for part in path.parts)
    is_read = path.suffix in PART_OF_EDITION and file.mode == REGULAR
    return path.parts[:1] in {(ANNOTATIONS,), (SOURCE,)} and not is_hidden and is_read


def _outside_section(names: list[str]) -> str:
    text = "\n".join(f"  {_printable(name)}" for name in names[:NAMED])
    fence = "`" * max([3, *(len(ticks) + 1 for ticks in re.findall("`+", text))])
    return f"{words.OUTSIDE}\n### {words.OUTSIDE_SECTION}\n\n{fence}diff\n{text}\n{fence}"


def _printable(name: str) -> str:
    shown = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"
    return "".join(f"‹U+{ord(sign):04X}›" if unicodedata.category(sign) in UNSEEN else sign for sign in shown)


def _checked_list(data: bytes) -> str:
    """Return a list as it is, or cut; a sentence in its place if the project does not write such a list."""
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return words.REFUSED
    if any(unicodedata.category(sign) in UNSEEN for line in lines for sign in line) or not any(lines):
        return words.REFUSED
    kept: list[str] = []
    fence, length = "", 0
    for line in lines:
        if not _is_allowed(line, fence):
            return words.REFUSED
        length += len(line) + 1
        if length > LONGEST:
            return "\n".join([*kept, *([fence] if fence else []), "", words.CUT])
        kept.append(line)
        if fence:
            fence = "" if line == fence else fence
        elif opening := OPENS.fullmatch(line):
            fence = opening[1]
    return "\n".join([*kept, *([fence] if fence else [])])


def _is_allowed(line: str, fence: str) -> bool:
    """Return whether a line may stand in a block that `fence` opened, or outside of any block if that is empty."""
    if fence:
        # A fence is longer than all signs of its kind that stand in its block: nothing but itself can close that, and
        # what follows stands outside for every reader of Markdown as it does here.
        return line == fence or fence not in line
    return line in SENTENCES or any(pattern.fullmatch(line) for pattern in (OPENS, SINCE, NOTHING))


def main(arguments: Iterable[str]) -> None:
    """Print the comment for three files."""
    print(format_comment(*(Path(name).read_bytes() for name in arguments)))


if __name__ == "__main__":
    main(sys.argv[1:])
