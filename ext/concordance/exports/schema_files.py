"""`data/schemas/`: JSON schemas of the files of editors, for code editors. The guide's page on data lists them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from concordance.i18n.words import _

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, Files


def make_files(edition: BuiltEdition) -> Files:
    """Return the schemas, which include the ids and the words of this edition."""
    # This import loads the checks of files, which takes a tenth of a build in which nothing changed.
    from concordance.authoring.json_schemas import build_schemas  # noqa: PLC0415

    schemas = build_schemas(edition.concordance.entries.values(), edition.corpus.vocabulary, _)
    return {f"data/schemas/{name}.json": _as_json(shape) for name, shape in schemas.items()}


def _as_json(shape: dict[str, object]) -> str:
    return json.dumps(shape, ensure_ascii=False, separators=(",", ":")) + "\n"
