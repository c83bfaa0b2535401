"""Records of which there are many: written to disk and read back, or told over and over. Pure; no Sphinx."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar


class SlotPickle:
    """A base for frozen, slotted dataclasses that are pickled: several times as fast as what dataclasses do."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]

    def __reduce__(self) -> tuple[type[SlotPickle], tuple[Any, ...]]:
        return type(self), tuple([getattr(self, name) for name in self.__dataclass_fields__])


@cache
def cached_repr(*parts: object) -> str:
    """Return the `repr` of the parts; for records that many others hold, which would else be made anew for each."""
    return repr(parts)
