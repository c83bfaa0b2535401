"""`data/schemas/`: the shapes of what editors write, for editors for code. The guide's page on data names the files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from concordance.exports.export import Export
from concordance.i18n.words import _

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, Files
    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Vocabulary


def export(edition: BuiltEdition) -> Export:
    """Return the schemas: they hold the ids and the words of this edition."""
    entries = tuple(edition.concordance.entries.values())
    vocabulary = edition.corpus.vocabulary
    read = [vocabulary.fingerprint, edition.site.language, *((entry.id, entry.label, entry.title) for entry in entries)]
    return Export("schemas", read, lambda: _files(entries, vocabulary))


def _files(entries: tuple[Entry, ...], vocabulary: Vocabulary) -> Files:
    # What makes them loads what checks files: a tenth of a build in which nothing changed.
    from concordance.authoring.json_schemas import build_schemas  # noqa: PLC0415

    return {
        f"data/schemas/{name}.json": _encoded(shape) for name, shape in build_schemas(entries, vocabulary, _).items()
    }


def _encoded(shape: dict[str, object]) -> str:
    return json.dumps(shape, ensure_ascii=False, separators=(",", ":")) + "\n"
