"""All exports of an edition together: each file has one maker, and stands where no entry can."""

from __future__ import annotations

from collections import Counter

import pytest
from built import harbour, lock_line
from concordance.citations.short_addresses import RESERVED_FOLDERS
from concordance.exports import redirects
from concordance.exports.built_edition import BuiltEdition
from concordance.exports.registry import (
    COSTLY,
    OF_EDITION,
    OF_PAGES,
    SEARCH,
    make_edition_files,
    make_page_files,
    page_file_names,
)
from concordance.pages.page_view import HANDOUT


@pytest.fixture(scope="module")
def edition() -> BuiltEdition:
    locked = [lock_line("rules-9", "rules-1"), lock_line("sdg-99", "rules-2")]
    return harbour(locked=locked, widgets={HANDOUT: None})


@pytest.fixture(scope="module")
def costly(edition: BuiltEdition) -> dict[str, list[str]]:
    """The paths of the files that are costly to make, by the name of their export."""
    return {name: [*make(edition)] for name, make in {**SEARCH, **COSTLY}.items()}


def test_no_two_exports_give_one_path(edition: BuiltEdition, costly: dict[str, list[str]]) -> None:
    paths = Counter(path for export in OF_PAGES for page in edition.pages.values() for path in export.make_files(page))
    paths.update(path for export in OF_EDITION for path in export.make_files(edition))
    paths.update([*redirects.edition_redirects(edition)])
    paths.update(path for files in costly.values() for path in files)
    assert [path for path, count in paths.items() if count > 1] == []
    assert edition.files.isdisjoint(paths), "a page of the site is written over"


def test_the_files_of_a_page_are_those_that_are_announced(edition: BuiltEdition) -> None:
    for page in edition.pages.values():
        assert [*page_file_names(page)] == [*make_page_files(page)]


def test_no_entry_can_have_a_short_address_in_a_folder_of_an_export(
    edition: BuiltEdition, costly: dict[str, list[str]]
) -> None:
    paths = {path for page in edition.pages.values() for path in make_page_files(page)} | {*make_edition_files(edition)}
    paths |= {path for files in costly.values() for path in files}
    leading = {path for page in edition.pages.values() for path in redirects.list_paths(page)}
    leading |= {*redirects.edition_redirects(edition)}
    assert {path.partition("/")[0] for path in paths - leading if "/" in path} <= RESERVED_FOLDERS


def test_hosts_are_told_of_every_page_that_no_other_site_may_frame(edition: BuiltEdition) -> None:
    rules = str(make_edition_files(edition)["_headers"])
    assert "\n/bodies.html\n" in rules
    assert "\n/search.html\n" in rules
    assert "/embed/" not in rules
