"""Ask git for the history of an edition. No Sphinx.

A library for this, sphinx-last-updated-by-git, dates the sources of pages only; annotations are none.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

from concordance.history.commits import LOG_FORMAT, NO_HISTORY, History, history_from, read_log

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from concordance.history.commits import Touched

# Set where git runs a hook; the repository of an edition is the one it stands in. All else that people have told git
# holds, such as whose folders it may read.
ELSEWHERE = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"}
# For what is read in a build, which is the same for everybody and asks nobody for anything: git would show signatures,
# take paths for patterns, and fetch what a partial clone lacks.
ALIKE = {"GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_ALLOW_PROTOCOL": "none", "LC_ALL": "C"}
# What an annotation is of, and the title of a page.
ABOUT = re.compile(r"^(?:annotates:|#)[ ]+(.+?)[ ]*$", re.MULTILINE)


def history_of(root: Path, source: str, annotations: str) -> History:
    """Return the history of two folders of the edition at `root`.

    It is empty without git, outside a repository, and where nothing was committed; what is not committed has none.
    """
    shallow = _read(root, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        return NO_HISTORY
    log = _read(root, "log", "--no-show-signature", "--relative", *LOG_FORMAT, "--", source, annotations)
    if log is None:
        return NO_HISTORY
    history = history_from(read_log(log), source, whole=shallow.strip() == b"false")
    return replace(history, lost=_lost(root, (file for day in history.days for file in day.files)))


def _lost(root: Path, files: Iterable[Touched]) -> Mapping[str, str]:
    """Return what removed files were about, by their path, as their last content has it."""
    removed = {file.path: file.before for file in files if not file.after and file.path.endswith(".md")}
    if not removed:
        return {}
    asked = "".join(f"{digest}\n" for digest in removed.values())
    contents = _read(root, "cat-file", "--batch", asked=asked.encode()) or b""
    lost, start = {}, 0
    for path in removed:
        # The form is `<digest> blob <size>`, the content, a line break; a digest that is missing has no content.
        head, _, _ = contents[start:].partition(b"\n")
        kind, _, size = head.decode().partition(" ")[2].partition(" ")
        start += len(head) + 1
        if kind != "blob":
            continue
        content = contents[start : start + int(size)].decode(errors="replace")
        start += int(size) + 1
        if match := ABOUT.search(content):
            lost[path] = match[1]
    return lost


def _read(root: Path, *arguments: str, asked: bytes = b"") -> bytes | None:
    """Return what git says of the repository that `root` stands in, None if there is no git or no repository."""
    try:
        done = run_git(root, *arguments, asked=asked, **ALIKE)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None


def run_git(root: Path, *arguments: str, asked: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in the repository that `root` stands in, with `asked` to read and `settings` in its environment.

    Return what became of it. Without git, `FileNotFoundError` is raised.
    """
    environment = {name: value for name, value in os.environ.items() if name not in ELSEWHERE} | settings
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, input=asked, capture_output=True, env=environment, check=False)
