"""Parts of other packages that the engine replaces: what they were, who uses them, and how they are called."""

from __future__ import annotations

import inspect
from contextlib import contextmanager
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# A module or a class, and the name of something in it.
Part: TypeAlias = tuple[Any, str]


def current(parts: Iterable[Part]) -> dict[Part, Any]:
    """Return what parts are now; call this when a test is imported, for no test has replaced any of them by then."""
    return {(holder, name): vars(holder)[name] for holder, name in parts}


@contextmanager
def as_they_were(original: dict[Part, Any]) -> Iterator[None]:
    """Have parts be, within this context, what they were before the engine replaced them."""
    replaced = current(original)
    _put_back(original)
    try:
        yield
    finally:
        _put_back(replaced)


def _put_back(parts: dict[Part, Any]) -> None:
    for (holder, name), value in parts.items():
        setattr(holder, name, value)


def parameters(function: Callable[..., object]) -> list[tuple[str, bool]]:
    """Return the names of the parameters of a function, and which of them can only be given by name."""
    given = inspect.signature(function).parameters.values()
    return [(each.name, each.kind is each.KEYWORD_ONLY) for each in given]


def names_used(function: Any) -> set[str]:
    """Return the names of globals and attributes that a function uses, also in functions within it."""
    code = inspect.unwrap(function)
    assert isinstance(code, FunctionType)
    return _names_in(code.__code__)


def _names_in(code: CodeType) -> set[str]:
    inner = (each for each in code.co_consts if isinstance(each, CodeType))
    return {*code.co_names}.union(*map(_names_in, inner))
