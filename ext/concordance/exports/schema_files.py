"""`data/schemas/`: JSON schemas of the files of editors, for code editors. The guide's page on data lists them."""

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
    """Return the export of the schemas, which include the ids and the words of this edition."""
    entries = tuple(edition.concordance.entries.values())
    vocabulary = edition.corpus.vocabulary
    read = [vocabulary.fingerprint, edition.site.language, *((entry.id, entry.label, entry.title) for entry in entries)]
    return Export("schemas", read, lambda: _make_files(entries, vocabulary))


def _make_files(entries: tuple[Entry, ...], vocabulary: Vocabulary) -> Files:
    # This import loads the checks of files, which takes a tenth of a build in which nothing changed.
    from concordance.authoring.json_schemas import build_schemas  # noqa: PLC0415

    return {
        f"data/schemas/{name}.json": _as_json(shape) for name, shape in build_schemas(entries, vocabulary, _).items()
    }


def _as_json(shape: dict[str, object]) -> str:
    return json.dumps(shape, ensure_ascii=False, separators=(",", ":")) + "\n"
