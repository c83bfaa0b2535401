"""How a build knows that there is nothing to do."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from concordance.cli import manifest as read_manifest
from concordance.cli.folders import file_stamps
from concordance.cli.manifest import SECOND, Manifest, fingerprint_inputs, stamp_inputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EDITED = ["conf.py", "source/index.md", "annotations/1.md", "ids.lock", "locales/fr/LC_MESSAGES/rules.po"]


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    for name, text in {
        "conf.py": 'import os\nhtml_baseurl = os.environ.get("SITE_URL", "")\n',
        "source/index.md": "# Rules\n",
        "annotations/1.md": "---\nannotates: rules-1\n---\n",
        "ids.lock": "",
        "locales/fr/LC_MESSAGES/rules.po": 'msgid "Rules"\nmsgstr "Règles"\n',
        "build/html/index.html": "<h1>Rules</h1>",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def manifest_of(edition: Path) -> Manifest:
    return Manifest(edition / "build" / "manifest.json", edition / "build" / "html")


def is_current(edition: Path) -> bool:
    manifest = manifest_of(edition)
    return manifest.is_current(manifest.fingerprint(edition))


def save(edition: Path) -> None:
    manifest = manifest_of(edition)
    manifest.save(manifest.fingerprint(edition), file_stamps(edition / "build" / "html"))


@pytest.fixture
def a_moment_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has all files been written a while ago."""
    monkeypatch.setattr(time, "time_ns", lambda now=time.time_ns: now() + 60 * SECOND)


def test_a_site_that_stands_as_it_was_made_of_the_same_needs_nothing(edition: Path) -> None:
    assert not is_current(edition)
    save(edition)
    assert is_current(edition)
    kept = edition / "build" / "manifest.json"
    kept.write_bytes(kept.read_bytes()[:20])
    assert not is_current(edition), "a record that was cut off"
    save(edition)
    manifest_of(edition).discard()
    assert not is_current(edition)


@pytest.mark.usefixtures("a_moment_later")
def test_inputs_that_nobody_touched_are_not_read(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(edition)
    monkeypatch.setattr(read_manifest, "fingerprint_inputs", lambda _root: "read")
    assert is_current(edition)
    (edition / "source" / "index.md").touch()
    assert not is_current(edition)


@pytest.mark.usefixtures("a_moment_later")
def test_inputs_that_were_touched_and_are_the_same_are_read_once(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(edition)
    (edition / "source" / "index.md").touch()
    assert is_current(edition)
    monkeypatch.setattr(read_manifest, "fingerprint_inputs", lambda _root: "read")
    assert is_current(edition)


@pytest.mark.usefixtures("a_moment_later")
@pytest.mark.parametrize("name", EDITED)
def test_other_words_of_the_same_date_and_size_are_noticed(edition: Path, name: str) -> None:
    path = edition / name
    save(edition)
    date = path.stat().st_mtime_ns
    path.write_text(path.read_text().swapcase() or "#")
    os.utime(path, ns=(date, date))
    assert not is_current(edition)


def test_what_was_written_just_now_is_read_next_time(edition: Path) -> None:
    (edition / "source" / "index.md").write_text("# Rule\n")
    assert stamp_inputs(edition) == "", "it may be written again before the clock goes on"


@pytest.mark.parametrize("name", EDITED)
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


@pytest.mark.parametrize(
    "touch",
    [
        lambda site: (site / "index.html").write_text("<h1>Changed by another hand</h1>"),
        lambda site: (site / "index.html").unlink(),
        lambda site: (site / "other.html").write_text(""),
    ],
    ids=["changed", "removed", "added"],
)
def test_a_site_that_was_touched_is_made_again(edition: Path, touch: Callable[[Path], object]) -> None:
    save(edition)
    assert manifest_of(edition).untouched() == ["index.html"]
    touch(edition / "build" / "html")
    assert not is_current(edition)
    assert manifest_of(edition).untouched() == []


def test_a_file_that_cannot_be_read_is_known_from_one_that_can(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readable = fingerprint_inputs(edition)

    def refuse(path: str, *_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    # Whoever runs the tests as root can read everything.
    monkeypatch.setattr(read_manifest, "open", refuse, raising=False)
    assert fingerprint_inputs(edition) != readable


@pytest.mark.usefixtures("a_moment_later")
def test_what_a_build_compiles_of_a_catalogue_changes_nothing(edition: Path) -> None:
    save(edition)
    (edition / "locales/fr/LC_MESSAGES/rules.mo").write_bytes(b"compiled")
    assert is_current(edition)
