"""Programs that some tests need: without one, a test is skipped and says so; where nothing may be skipped, it fails."""

from __future__ import annotations

import os
import shutil

import pytest


def need(program: str, package: str) -> None:
    """Skip the test that asks, or fail it, unless there is a program; `package` is Debian's."""
    if shutil.which(program):
        return
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail(f"There is no {program}; install Debian's package `{package}`.")
    pytest.skip(f"There is no {program} on this machine (Debian's package is `{package}`).")
