"""The shapes of what editors write, as files for editors for code."""

from __future__ import annotations

import json
from dataclasses import replace

from built import contents, harbour
from concordance.exports import schema_files
from concordance.exports.built_edition import BuiltEdition


def other_title() -> BuiltEdition:
    pages = contents()
    (office,) = pages["bodies"].entries
    pages["bodies"].entries = [replace(office, title="Office of the Master")]
    return harbour(pages=pages)


def read(edition: BuiltEdition) -> dict[str, str]:
    return {path: str(content) for path, content in schema_files.make_files(edition).items()}


def test_each_kind_of_file_has_a_schema_with_its_own_dialect() -> None:
    files = read(harbour())
    assert sorted(files) == [
        f"data/schemas/{name}.json"
        for name in ("annotation", "considered", "entries", "synonyms", "vocabulary", "words")
    ]
    assert {json.loads(text)["$schema"] for text in files.values()} == {"http://json-schema.org/draft-07/schema#"}
    assert all(text.endswith("\n") for text in files.values())


def test_an_editor_for_code_can_offer_every_entry() -> None:
    entries = read(harbour())["data/schemas/entries.json"]
    assert all(f'"{identifier}"' in entries for identifier in harbour().concordance.entries)
    assert "Office of the Master" in read(other_title())["data/schemas/entries.json"]
