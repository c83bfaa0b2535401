"""Keep the code of records and of patterns from one process to the next, as Python keeps that of modules.

`dataclasses` writes the methods of each record as source text, and has that compiled in every process; `re` compiles
every pattern that a module has. For the engine and its libraries, with two hundred records and five hundred patterns,
this takes as long as a build that has nothing to do.
"""

from __future__ import annotations

import dataclasses
import importlib
import importlib.util
import marshal
import os
import sys
from array import array
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

    # The code of records by its text, and what `_sre` makes of a pattern by the pattern and its flags.
    Records = dict[str, CodeType]
    Patterns = dict[tuple[str | bytes, int], tuple[Any, ...]]

# Where Python calls the code of a module that it loads.
LOADER = "<frozen importlib._bootstrap>"


@contextmanager
def code_kept(path: Path | None = None) -> Iterator[None]:
    """Compile records and patterns, within this context, only if their code is not in the file `path`; keep it there.

    By default, the file is beside this module's own compiled code. It is only written where Python may write such
    files, and need not exist. Code depends on its text alone, so that a file of another revision does no harm. Patterns
    are kept where a module has them as it is loaded: others may depend on an edition.
    """
    path = path or Path(importlib.util.cache_from_source(__file__)).with_suffix(".kept")
    records, patterns = _read(path)
    number = len(records) + len(patterns)
    with ExitStack() as stack:
        stack.enter_context(_keep_records(records))
        stack.enter_context(_keep_patterns(patterns))
        try:
            yield
        finally:
            if len(records) + len(patterns) > number and not sys.dont_write_bytecode:
                _write(path, records, patterns)


@contextmanager
def _keep_records(known: Records) -> Iterator[None]:
    def execute(source: str, variables: dict[str, Any], names: dict[str, Any]) -> None:
        code = known.get(source)
        if code is None:
            code = known[source] = compile(source, "<string>", "exec", dont_inherit=True)
        exec(code, variables, names)

    # The module finds this before the built-in function of the name.
    replacements: dict[str, Any] = {"exec": execute}
    # From 3.13 on, Python writes all methods of a record in one text, guards among them.
    if sys.version_info < (3, 13):
        replacements["_frozen_get_del_attr"] = _frozen_guards
    library = vars(dataclasses)
    originals = {name: library[name] for name in replacements if name in library}
    library.update(replacements)
    try:
        yield
    finally:
        del library["exec"]
        library.update(originals)


def _frozen_guards(cls: Any, fields: list[Any], _globals: object) -> tuple[Any, Any]:
    """Return what keeps the fields of a record from being set and from being deleted, without source text for each."""
    names = {field.name for field in fields}

    def set_field(self: Any, name: str, value: object) -> None:
        if type(self) is cls or name in names:
            msg = f"cannot assign to field {name!r}"
            raise dataclasses.FrozenInstanceError(msg)
        super(cls, self).__setattr__(name, value)

    def delete_field(self: Any, name: str) -> None:
        if type(self) is cls or name in names:
            msg = f"cannot delete field {name!r}"
            raise dataclasses.FrozenInstanceError(msg)
        super(cls, self).__delattr__(name)

    set_field.__name__, delete_field.__name__ = "__setattr__", "__delattr__"
    return set_field, delete_field


@contextmanager
def _keep_patterns(known: Patterns) -> Iterator[None]:
    compiler: Any = importlib.import_module("re._compiler")
    compile_anew, machine = compiler.compile, compiler._sre
    made: list[tuple[Any, ...]] = []

    def make(*arguments: Any) -> Any:
        # Code is a list of numbers: thousands, of which most processes need few.
        made[:] = [tuple([array("I", part).tobytes()] if isinstance(part, list) else part for part in arguments)]
        return machine.compile(*arguments)

    def compile_pattern(pattern: Any, flags: int = 0) -> Any:
        key = pattern, int(flags)
        if isinstance(pattern, (str, bytes)) and (arguments := known.get(key)):
            return machine.compile(
                *(array("I", *part).tolist() if isinstance(part, list) else part for part in arguments)
            )
        compiled = compile_anew(pattern, flags)
        if isinstance(pattern, (str, bytes)) and _is_loading():
            known[key] = made[0]
        return compiled

    compiler.compile, compiler._sre = compile_pattern, SimpleNamespace(**{**vars(machine), "compile": make})
    try:
        yield
    finally:
        compiler.compile, compiler._sre = compile_anew, machine


def _is_loading() -> bool:
    """Return whether a module is being loaded."""
    frame = sys._getframe()
    while (caller := frame.f_back) is not None:
        frame = caller
        if frame.f_code.co_filename == LOADER:
            return True
    return False


def _read(path: Path) -> tuple[Records, Patterns]:
    try:
        magic, _, kept = path.read_bytes().partition(b"\n\n")
        records, patterns = marshal.loads(kept) if magic == _magic() else ({}, {})
        return dict(records), dict(patterns)
    except (OSError, ValueError, EOFError, TypeError):
        return {}, {}


def _write(path: Path, records: Records, patterns: Patterns) -> None:
    unfinished = path.with_suffix(f".{os.getpid()}")
    # Code that is not kept is compiled once more; nobody need know.
    with suppress(OSError):
        unfinished.write_bytes(_magic() + b"\n\n" + marshal.dumps((records, patterns)))
        unfinished.replace(path)


def _magic() -> bytes:
    # Python's own, which changes with what code looks like; patterns have one of their own.
    machine: Any = importlib.import_module("_sre")
    return repr((importlib.util.MAGIC_NUMBER, machine.MAGIC, sys.version, sys.flags.optimize)).encode()
