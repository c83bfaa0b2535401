"""Recipes of files as they were found, each changed as a test asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from concordance.cli.importer.file_import import load_file_recipe
from concordance.cli.importer.file_recipe import TextRecipeModel
from concordance.cli.importer.paragraphs import LineRange
from concordance.cli.importer.recipe import read_recipe
from recipes import write_recipe

if TYPE_CHECKING:
    from pathlib import Path

    from concordance.cli.importer.file_recipe import FileRecipe

RECIPE = """transcript: lamps.txt
sha256: {sha256}
texts:
  - id: lamps
    lines: 1-99
    title: Treaty on Lamps
    name: the Treaty
    notice: Quote the official document.
    units: article
    series: art
    pages: each
    folder: lamps
    sections: {{}}
    cite: {{art: "art. {{number}}"}}
"""
FIELDS = {
    "id": "lamps",
    "lines": LineRange(1, 99),
    "title": "Treaty on Lamps",
    "name": "the Treaty",
    "notice": "Quote the official document.",
    "units": "number",
    "pages": "each",
    "folder": "lamps",
    "cite": {"": "para. {number}"},
}


def text_model(**fields: Any) -> TextRecipeModel:
    """Return what a recipe says of a text."""
    return TextRecipeModel.model_construct(**{**FIELDS, **fields})


def write_file_recipe(folder: Path, text: str, **changes: str) -> Path:
    """Write a text and its recipe into a folder, the recipe changed as asked; return the path of the recipe."""
    return write_recipe(folder, "lamps", text, RECIPE, **changes)


def file_recipe(folder: Path, text: str, **changes: str) -> FileRecipe:
    """Write a text and its recipe into a folder, as above, and read the recipe."""
    return load_file_recipe(read_recipe(write_file_recipe(folder, text, **changes)))
