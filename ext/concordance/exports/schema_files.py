"""`data/schemas/`: the shapes of what editors write, for editors for code. The guide's page on data names the files."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from concordance.exports.files import write_folder
from concordance.i18n.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus


def write(folder: Path, concordance: Concordance, corpus: Corpus) -> None:
    """Write the schemas into a folder of their own, unless they stand there already."""
    entries = concordance.entries.values()
    told = repr([(entry.id, entry.label, entry.title) for entry in entries]) + corpus.vocabulary.digest
    digest = hashlib.sha256(told.encode()).hexdigest()
    # What makes them loads what checks files: a tenth of a build in which nothing changed.
    if any(digest in path.read_text(encoding="utf-8") for path in folder.glob("annotation.json")):
        return
    from concordance.authoring.json_schemas import schemas  # noqa: PLC0415

    shapes = schemas(entries, corpus.vocabulary, _)
    write_folder(folder, {f"{name}.json": _told({"$comment": digest, **shape}) for name, shape in shapes.items()})


def _told(shape: dict[str, object]) -> str:
    # Words of the interface are translated as they are written.
    return json.dumps(shape, ensure_ascii=False, default=str, separators=(",", ":")) + "\n"
