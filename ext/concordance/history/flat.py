"""All that a record says, as names with words: `facets → actors → states → label`. Pure; no Sphinx."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from concordance.model.corpus import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

# Where something stands says nothing of what it is.
UNTOLD = frozenset({"place", "fingerprint"})


def flat(value: object, name: str = "") -> dict[str, str]:
    """Return all that a record says, each under its name: `facets → actors → states → label`."""
    if isinstance(value, Line):
        return {name: value.text}
    if is_dataclass(value):
        inside: Iterable[tuple[object, object]] = [
            (field.name.replace("_", " "), getattr(value, field.name))
            for field in fields(value)
            if field.name not in UNTOLD
        ]
    elif isinstance(value, Mapping):
        inside = value.items()
    elif isinstance(value, tuple) and any(is_dataclass(item) for item in value):
        # Counted, an item that is put in at the top would change all others.
        said = ["; ".join(flat(item).values()) for item in value]
        return {f"{name} → {item}": item for item in said}
    else:
        text = "; ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
        return {name: text} if value not in (None, "", ()) else {}
    parts = ((" and ".join(key) if isinstance(key, tuple) else str(key), part) for key, part in inside)
    return {key: text for part, held in parts for key, text in flat(held, f"{name} → {part}" if name else part).items()}
