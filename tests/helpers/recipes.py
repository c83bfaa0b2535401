"""Recipes of the importer beside what they are of, each changed as a test asks."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_recipe(folder: Path, name: str, text: str, recipe: str, **changes: str) -> Path:
    """Write the text `NAME.txt` into a folder, and its recipe beside it; return the path of the recipe.

    The recipe is a pattern with a place for the checksum of the text, `{sha256}`; of what then stands there, `changes`
    replace what has their name.
    """
    data = text.encode()
    recipe = recipe.format(sha256=hashlib.sha256(data).hexdigest())
    for old, new in changes.items():
        recipe = recipe.replace(old, new)
    (folder / f"{name}.txt").write_bytes(data)
    path = folder / f"{name}.yaml"
    path.write_text(recipe, encoding="utf-8")
    return path
