"""Keep the code of records from one process to the next, as Python keeps that of modules.

`dataclasses` writes the methods of each record as source text, and has that compiled in every process: for the two
hundred records of the engine, this takes a tenth of a second, as long as a build that has nothing to do.
"""

from __future__ import annotations

import dataclasses
import importlib.util
import marshal
import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType


@contextmanager
def record_code_kept(path: Path | None = None) -> Iterator[None]:
    """Compile methods of records, within this context, only if their code is not in the file `path`; keep it there.

    By default, the file is beside this module's own compiled code. It is only written where Python may write such
    files, and need not exist. Code depends on its text alone, so that a file of another revision does no harm.
    """
    path = path or Path(importlib.util.cache_from_source(__file__)).with_suffix(".records")
    known = _read(path)
    number = len(known)

    def execute(source: str, variables: dict[str, Any], names: dict[str, Any]) -> None:
        code = known.get(source)
        if code is None:
            code = known[source] = compile(source, "<string>", "exec", dont_inherit=True)
        exec(code, variables, names)

    # The module finds this before the built-in function of the name.
    dataclasses.exec = execute  # type: ignore[attr-defined]
    try:
        yield
    finally:
        del dataclasses.exec  # type: ignore[attr-defined]
        if len(known) > number and not sys.dont_write_bytecode:
            _write(path, known)


def _read(path: Path) -> dict[str, CodeType]:
    try:
        magic, _, kept = path.read_bytes().partition(b"\n\n")
        return dict(marshal.loads(kept)) if magic == _magic() else {}
    except (OSError, ValueError, EOFError, TypeError):
        return {}


def _write(path: Path, known: dict[str, CodeType]) -> None:
    unfinished = path.with_suffix(f".{os.getpid()}")
    # Code that is not kept is compiled once more; nobody need know.
    with suppress(OSError):
        unfinished.write_bytes(_magic() + b"\n\n" + marshal.dumps(known))
        unfinished.replace(path)


def _magic() -> bytes:
    # Python's own, which changes with what code looks like.
    return repr((importlib.util.MAGIC_NUMBER, sys.flags.optimize)).encode()
