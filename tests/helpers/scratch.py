"""Where tests keep what they build and then throw away."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

# Where Linux keeps files in memory.
MEMORY = Path("/dev/shm")
# Several times what all processes of a run have there at once.
ROOM = 2 * 2**30


def keep_in_memory() -> None:
    """Have temporary folders made in memory, those of started commands too, unless somebody said where they are to be.

    A tiny edition is built in hundreds of files: to make and remove them on a disk takes the processor as long as all
    else that the build does.
    """
    if "TMPDIR" not in os.environ and suits(MEMORY, ROOM):
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def suits(folder: Path, room: int) -> bool:
    """Tell whether a folder has room for so many bytes, and runs the programs that tests install."""
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return False
    state = os.statvfs(folder)
    return state.f_bavail * state.f_frsize >= room and not state.f_flag & os.ST_NOEXEC
