"""Fixtures that all tests may use."""

from __future__ import annotations

import atexit
import gc
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from concordance.cli.edition import OpenedEdition, open_edition
from concordance.cli.folders import sync_folder
from edition import ROOT, TINY, Build, Edition
from hypothesis import settings
from order import dealt
from scratch import keep_in_memory
from shared import Share, sharing

# As many files as one process can be expected to run soon.
FEW = 3
# What conf.py reads of where a site is published and edited.
ADDRESSES = ("SITE_URL", "REPOSITORY_URL", "REPOSITORY_BRANCH", "REPOSITORY_HOST")
# What commands that tests start would take from those that started the tests: to write no bytecode, and jobs of `make`.
OF_WHOEVER_RUNS = ("PYTHONDONTWRITEBYTECODE", "MAKEFLAGS")
# What checks HTML and EPUB is done before the second compiler of Java pays: it takes half the time without. What the
# first compiler makes wants more of the stack, which of the variables that Java reads only this one gives a program.
# Thousands of classes are loaded, of published programs: whether they are well-formed is not asked again. The longest
# functions, in which the checker of HTML spends half its time, would not be compiled at all.
JAVA = (
    "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xss8m -XX:-DontCompileHugeMethods"
    " -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote"
)

# How far tests go that make up their own cases: the same few in every run, or many new ones (`make test-thorough`).
settings.register_profile("quick", max_examples=25, stateful_step_count=8, derandomize=True, deadline=None)
settings.register_profile("thorough", max_examples=1000, stateful_step_count=20, deadline=None)
settings.load_profile("quick")


keep_in_memory()

# Without it, each worker would compile all tests, and each command that a test starts the whole engine.
sys.dont_write_bytecode = False

# Garbage is looked for rarely: thousands of tests and all modules would be looked through again and again.
gc.set_threshold(100_000, *gc.get_threshold()[1:])
# The system takes back what a process leaves at once: Python would look through it first, and free each piece.
atexit.register(gc.freeze)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run a few files in this process: to start others takes longer than most files do.

    Of all tests, two more run than there are processors: a test often waits for a browser or another command.
    """
    named = [Path(argument.partition("::")[0]) for argument in config.args]
    return 0 if len(named) <= FEW and all(map(Path.is_file, named)) else (os.cpu_count() or 1) + 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have each process begin with some of what takes long, so that none is left with it when the others are done."""
    items[:] = dealt(items, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))


@pytest.hookimpl(tryfirst=True)
def pytest_unconfigure() -> None:
    """Have nothing looked through at the end of a process that runs tests for another one.

    What pytest would look for, errors in what is thrown away, it could tell nobody any more: results have been sent.
    """
    if "PYTEST_XDIST_WORKER" in os.environ:
        gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def plain() -> Iterator[None]:
    """Nothing depends on where tests run: commands print no colours, and editions have the addresses of their tests."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NO_COLOR", "1")
        environment.setenv("JDK_JAVA_OPTIONS", JAVA)
        for name in (*ADDRESSES, *OF_WHOEVER_RUNS):
            environment.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def share(tmp_path_factory: pytest.TempPathFactory) -> Share:
    """Return the build of a name; the first test that asks, in whichever process, makes it."""
    return sharing(tmp_path_factory)


@pytest.fixture
def tiny(tmp_path: Path) -> Edition:
    """A tiny edition that nobody has built."""
    return Edition.copy(TINY, tmp_path)


@pytest.fixture
def built(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A tiny edition that has been built as it is, to change something and build it again.

    Sphinx continues its work only in the folder where it began, so what a test changed is put back there for the next.
    """
    folder = tmp_path_factory.getbasetemp() / "built"
    place, kept = folder / "edition", folder / "kept"
    if kept.exists():
        sync_folder(kept, place)
    else:
        Edition.copy(TINY, place).build()
        shutil.copytree(place, kept, symlinks=True)
    return Edition(place)


@pytest.fixture(scope="session")
def real(share: Share) -> Build:
    """The real edition."""
    return share("real", lambda folder: Edition.copy(ROOT, folder).build(parallel=2))


@pytest.fixture(scope="session")
def opened() -> OpenedEdition:
    """The real edition as commands open it, which read only what has changed since any of them did."""
    return open_edition(ROOT, cached=True)


@pytest.fixture(scope="session")
def graph(real: Build) -> dict[str, Any]:
    """The data file of the real edition."""
    data: dict[str, Any] = json.loads((real.out / "data" / "graph.json").read_text(encoding="utf-8"))
    return data
