"""The data file of an edition: complete, in order, and with an entry or a link on each line."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from built import ENTRIES, contents, harbour
from concordance.exports import linked_data
from concordance.exports.built_edition import BuiltEdition
from concordance.model.corpus import EMPTY_CORPUS
from concordance.model.vocabulary import EMPTY_VOCABULARY
from kinds import KINDS


def written(edition: BuiltEdition) -> str:
    return str(linked_data.make_files(edition)["data/graph.json"])


def read(edition: BuiltEdition) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(written(edition))
    return data


def test_it_has_every_entry_and_link_in_the_order_of_the_concordance() -> None:
    edition = harbour()
    data = read(edition)
    assert [entry["id"] for entry in data["entries"]] == list(edition.concordance.entries)
    assert len(data["entries"]) == len(ENTRIES)
    assert [(link["subject"], link["object"]) for link in data["links"]] == [
        ("rules-1", "office"),
        ("rules-1", "tonnage-art-6"),
    ]


def test_an_entry_tells_where_it_stands_and_only_a_provision_has_a_text() -> None:
    entries = {entry["id"]: entry for entry in read(harbour())["entries"]}
    assert entries["rules-1-a"] == {
        "id": "rules-1-a",
        "kind": "provision",
        "text": "rules",
        "part_of": "rules-1",
        "label": "rule 1 (a)",
        "title": "of all vessels.",
        "url": "rules/1.html#rules-1-a",
        "date": None,
        "facets": [],
        "summary": None,
        "reviewed": "2026-02-01",
        "content": "of all vessels.",
    }
    assert (entries["sdg-14-1"]["text"], entries["sdg-14-1"]["content"]) == (None, None)


def test_an_entry_has_what_editors_say_in_short() -> None:
    entry = next(entry for entry in read(harbour())["entries"] if entry["id"] == "rules-1")
    assert (entry["summary"], entry["reviewed"]) == ("Ships are written down.", "2026-03-05")
    assert entry["part_of"] == "rules"


def test_a_link_has_its_reason_as_it_was_written() -> None:
    lines = [line for line in written(harbour()).splitlines() if "tonnage-art-6" in line and "subject" in line]
    assert [json.loads(line.rstrip(",")) for line in lines] == [
        {
            "subject": "rules-1",
            "predicate": "needs",
            "object": "tonnage-art-6",
            "reason": "“Tonnage” is measured.",
            "provenance": "editor",
            "grade": None,
        }
    ]
    assert "“Tonnage”" in lines[0], "readable in a comparison of versions"


def test_each_entry_and_each_link_has_a_line_of_its_own() -> None:
    own = [
        json.loads(line.rstrip(",")) for line in written(harbour()).splitlines() if line.startswith("{") and line != "{"
    ]
    data = read(harbour())
    assert own == [*data["texts"], *data["vocabulary"], *data["entries"], *data["links"]]


def test_an_edition_without_links_or_without_entries_has_a_file_that_can_be_read() -> None:
    assert read(harbour(corpus=replace(EMPTY_CORPUS, vocabulary=replace(EMPTY_VOCABULARY, kinds=KINDS))))["links"] == []
    empty = contents()
    for page in empty.values():
        page.entries.clear()
    data = read(harbour(pages=empty, corpus=EMPTY_CORPUS))
    assert (data["version"], data["entries"], data["links"]) == (2, [], [])
