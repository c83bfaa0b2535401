"""Builds that are made once, however many processes run the tests."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from edition import Build
from filelock import FileLock

# Make a build in the folder given.
Make = Callable[[Path], Build]
# Return the build of a name, made by whichever process first asks for it.
Share = Callable[[str, Make], Build]


def sharing(temporary: pytest.TempPathFactory) -> Share:
    """Return what shares builds among the processes of a run, all of which have their temporary folders in one."""
    folder = temporary.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent

    def share(name: str, make: Make) -> Build:
        place, kept = folder / f"shared-{name}", folder / f"shared-{name}.pickle"
        with FileLock(folder / f"shared-{name}.lock"):
            if not kept.exists():
                # What stands there already was left by a build that failed in another process.
                shutil.rmtree(place, ignore_errors=True)
                place.mkdir()
                kept.write_bytes(pickle.dumps(make(place)))
            build: Build = pickle.loads(kept.read_bytes())
        return build

    return share
