"""Print the comment on a proposal that lists what it changes: `python comment.py FILE`.

Continuous integration posts the comment with write access, while FILE comes from a run of the proposal's own code and
may hold anything. So the list is quoted only if it looks as `changes_markdown` writes it: plain words and blocks of
code. This script runs where nothing is installed, so it needs Python and nothing else.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

# A comment on GitHub has at most 65,536 characters.
LONGEST = 60_000
OPENS = re.compile(r"(`{3,})diff")
# Such characters are never written as they are: some end a line where nobody sees it, others hide what follows.
UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Co", "Cs"})
# Nothing in such a line can be a link, a picture, a mention, a reference or HTML.
PLAIN = re.compile(r"(#{2,3} )?[A-Za-z0-9 ,.:*]*")
BARE_ADDRESS = re.compile(r"www\.", re.IGNORECASE)
CUT = "The list is longer than a comment can be. The summary of the run has all of it."
REFUSED = "The list of changes is not shown: it is not as the project writes it. Look at the changed files with care."


def format_comment(data: bytes) -> str:
    """Return the comment for a list of changes; `data` are the bytes of its file, and may be anything."""
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return REFUSED
    if any(unicodedata.category(sign) in UNSEEN for line in lines for sign in line):
        return REFUSED
    kept: list[str] = []
    fence, length = "", 0
    for line in lines:
        if not _is_allowed(line, fence):
            return REFUSED
        length += len(line) + 1
        if length > LONGEST:
            return "\n".join([*kept, *([fence] if fence else []), "", CUT])
        kept.append(line)
        if fence:
            fence = "" if line == fence else fence
        elif opening := OPENS.fullmatch(line):
            fence = opening[1]
    return "\n".join(kept)


def _is_allowed(line: str, fence: str) -> bool:
    """Return whether a line may stand in a block that `fence` opened, or outside of any block if that is empty."""
    if fence:
        # A fence is longer than all signs of its kind that stand in its block: nothing but itself can close that, and
        # what follows stands outside for every reader of Markdown as it does here.
        return line == fence or fence not in line
    return bool(OPENS.fullmatch(line) or (PLAIN.fullmatch(line) and not BARE_ADDRESS.search(line)))


if __name__ == "__main__":
    print(format_comment(Path(sys.argv[1]).read_bytes()))
