"""How a build knows that there is nothing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from concordance.cli.folders import file_stamps
from concordance.cli.manifest import Manifest, fingerprint_inputs

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    for name, text in {
        "conf.py": 'import os\nhtml_baseurl = os.environ.get("SITE_URL", "")\n',
        "source/index.md": "# Rules\n",
        "annotations/1.md": "---\nannotates: rules-1\n---\n",
        "ids.lock": "",
        "build/html/index.html": "<h1>Rules</h1>",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def manifest(edition: Path) -> Manifest:
    return Manifest(edition / "build" / "manifest.json", edition / "build" / "html")


def test_a_site_that_stands_as_it_was_made_of_the_same_needs_nothing(edition: Path, manifest: Manifest) -> None:
    assert not manifest.is_current(fingerprint_inputs(edition))
    manifest.save(fingerprint_inputs(edition), file_stamps(edition / "build" / "html"))
    assert manifest.is_current(fingerprint_inputs(edition))
    kept = edition / "build" / "manifest.json"
    kept.write_bytes(kept.read_bytes()[:20])
    assert not manifest.is_current(fingerprint_inputs(edition)), "a record that was cut off"
    manifest.discard()
    assert not manifest.is_current(fingerprint_inputs(edition))


@pytest.mark.parametrize("name", ["conf.py", "source/index.md", "annotations/1.md", "ids.lock"])
def test_whatever_is_edited_is_noticed_though_its_date_and_size_stay(edition: Path, name: str) -> None:
    before = fingerprint_inputs(edition)
    content = (edition / name).read_text()
    (edition / name).write_text(content.swapcase() or "#")
    assert fingerprint_inputs(edition) != before
    (edition / name).write_text(content)
    assert fingerprint_inputs(edition) == before


@pytest.mark.parametrize("folder", ["source", "annotations"])
def test_a_folder_that_is_named_as_a_file_is_noticed(edition: Path, folder: str) -> None:
    before = fingerprint_inputs(edition)
    (edition / folder / "2.md").mkdir()
    assert fingerprint_inputs(edition) != before


def test_files_that_are_added_or_renamed_are_noticed(edition: Path) -> None:
    before = fingerprint_inputs(edition)
    (edition / "source" / "index.md").rename(edition / "source" / "start.md")
    renamed = fingerprint_inputs(edition)
    (edition / "annotations" / "2.md").write_text("")
    assert len({before, renamed, fingerprint_inputs(edition)}) == 3


def test_a_variable_that_the_settings_name_is_an_input(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint_inputs(edition)
    monkeypatch.setenv("ANOTHER_VARIABLE", "1")
    assert fingerprint_inputs(edition) == before
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    assert fingerprint_inputs(edition) != before


def test_a_site_that_was_touched_is_made_again(edition: Path, manifest: Manifest) -> None:
    manifest.save(fingerprint_inputs(edition), file_stamps(edition / "build" / "html"))
    (edition / "build" / "html" / "index.html").write_text("<h1>Changed by another hand</h1>")
    assert not manifest.is_current(fingerprint_inputs(edition))
