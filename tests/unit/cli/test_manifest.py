"""How a build knows that there is nothing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from concordance.cli.manifest import Manifest, inputs_of

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
    assert not manifest.holds(inputs_of(edition))
    manifest.keep(inputs_of(edition))
    assert manifest.holds(inputs_of(edition))
    manifest.forget()
    assert not manifest.holds(inputs_of(edition))


@pytest.mark.parametrize("name", ["conf.py", "source/index.md", "annotations/1.md", "ids.lock"])
def test_whatever_is_edited_is_noticed_though_its_date_and_size_stay(edition: Path, name: str) -> None:
    before = inputs_of(edition)
    content = (edition / name).read_text()
    (edition / name).write_text(content.swapcase() or "#")
    assert inputs_of(edition) != before
    (edition / name).write_text(content)
    assert inputs_of(edition) == before


def test_files_that_are_added_or_renamed_are_noticed(edition: Path) -> None:
    before = inputs_of(edition)
    (edition / "source" / "index.md").rename(edition / "source" / "start.md")
    renamed = inputs_of(edition)
    (edition / "annotations" / "2.md").write_text("")
    assert len({before, renamed, inputs_of(edition)}) == 3


def test_a_variable_that_the_settings_name_is_an_input(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = inputs_of(edition)
    monkeypatch.setenv("ANOTHER_VARIABLE", "1")
    assert inputs_of(edition) == before
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    assert inputs_of(edition) != before


def test_a_site_that_was_touched_is_made_again(edition: Path, manifest: Manifest) -> None:
    manifest.keep(inputs_of(edition))
    (edition / "build" / "html" / "index.html").write_text("<h1>Changed by another hand</h1>")
    assert not manifest.holds(inputs_of(edition))
