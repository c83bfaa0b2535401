"""The index that the search of the site runs on."""

from __future__ import annotations

import json

import pytest
from concordance.exports.pagefind_chunks import unpack
from concordance.exports.pagefind_index import SearchIndex, build_index, preloaded_files
from concordance.exports.search_records import COMMENTARY, SearchRecord

RECORDS = [
    SearchRecord(
        "rules-1", "rules-1", "provision", "rule 1", "Measured", "Every vessel is measured.", "Ships.", "boat", {}
    ),
    SearchRecord("rules-1-c1", "rules-1", COMMENTARY, "rule 1, 1", "Measured", "About a vessel.", "", "", {}),
]


@pytest.fixture(scope="module")
def made() -> SearchIndex:
    return build_index("en", RECORDS)


def test_every_record_is_kept_under_the_name_that_is_given_for_it(made: SearchIndex) -> None:
    fragments = {name: json.loads(unpack(data)) for name, data in made.files.items() if name.startswith("fragment/")}
    assert {fragment["url"].removeprefix("/") for fragment in fragments.values()} == {
        record.anchor for record in RECORDS
    }
    for anchor, begins in made.names.items():
        (name,) = (name for name in fragments if name.startswith(f"fragment/{begins}"))
        assert fragments[name]["url"].removeprefix("/") == anchor


def test_what_every_search_begins_with_is_there(made: SearchIndex) -> None:
    names = preloaded_files(made.files)
    assert len(names) == 2
    assert set(names) <= made.files.keys()


def test_what_the_site_does_not_use_is_left_out_and_the_same_records_give_the_same_files(made: SearchIndex) -> None:
    assert build_index("en", RECORDS) == made
    assert not [name for name in made.files if name.endswith(".css") or "ui" in name]
