"""Repositories in which tests commit, and nothing else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

# Hooks, and `git rebase --exec`, name the repository that they run in; a test would commit into that one. What people
# have set up for themselves is of no use either: signatures, hooks, other names of branches.
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
SOMEBODY = {f"GIT_{role}_{what}": "x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def git(root: Path, *arguments: str, **settings: str) -> str:
    """Run git in a folder of the test, with more `settings` in the environment if need be; return what it prints."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = inherited | ALONE | SOMEBODY | settings
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
