"""The index that the search of the site runs on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from concordance.exports.pagefind_chunks import unpacked
from concordance.exports.pagefind_index import ahead, write
from concordance.exports.search_records import COMMENTARY, Record

RECORDS = [
    Record("rules-1", "rules-1", "provision", "rule 1", "Measured", "Every vessel is measured.", "Ships.", "boat", {}),
    Record("rules-1-c1", "rules-1", COMMENTARY, "rule 1, 1", "Measured", "About a vessel.", "", "", {}),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("index") / "pagefind"
    return folder, write(folder, "en", RECORDS)


def fragments(folder: Path) -> dict[str, dict[str, object]]:
    """Return what is kept of every record, by its anchor."""
    kept = (json.loads(unpacked(path.read_bytes())) for path in (folder / "fragment").iterdir())
    return {fragment["url"].removeprefix("/"): fragment for fragment in kept}


def test_every_record_is_kept_under_a_name_that_begins_as_is_told(index: tuple[Path, dict[str, str]]) -> None:
    folder, names = index
    assert fragments(folder).keys() == names.keys() == {record.anchor for record in RECORDS}
    files = [path.name for path in (folder / "fragment").iterdir()]
    for begins in names.values():
        assert len([name for name in files if name.startswith(begins)]) == 1


def test_what_every_search_begins_with_is_there(index: tuple[Path, dict[str, str]]) -> None:
    folder, _names = index
    names = ahead(folder)
    assert len(names) == 2
    assert all((folder / name).is_file() for name in names)


def test_what_the_site_does_not_use_is_left_out_and_the_same_records_give_the_same_files(
    index: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    folder, names = index
    assert write(tmp_path, "en", RECORDS) == names
    files = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert not [path for path in files if path.suffix == ".css" or "ui" in path.name]
    assert {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == files
