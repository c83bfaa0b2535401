"""Where commands work: they empty nothing that is not theirs, and believe nothing that a repository brings along."""

from __future__ import annotations

import fcntl
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from concordance.cli import build, check
from concordance.cli.live import watch
from concordance.cli.workplace import OccupiedError, check_workplace, exclusive_lock
from edition import TINY, Edition
from repository import git


def test_what_builds_made_is_theirs_also_behind_a_link(tmp_path: Path) -> None:
    served = tmp_path / "served"
    assert check_workplace(tmp_path) is None
    for name in ("work/html", "work/doctrees", "live/work/html", "html", "notes"):
        (served / name).mkdir(parents=True)
    (served / "work" / "finished-by").touch()
    (tmp_path / "build").symlink_to(served)
    assert check_workplace(tmp_path) is None


@pytest.mark.parametrize("to", [None, "nowhere", "build"])
def test_what_is_no_folder_is_in_the_way(tmp_path: Path, to: str | None) -> None:
    if to is None:
        (tmp_path / "build").touch()
    else:
        (tmp_path / "build").symlink_to(to)
    assert "Move it away" in (check_workplace(tmp_path) or "")


def test_what_somebody_keeps_under_a_name_that_a_build_uses_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine"
    (mine / "work").mkdir(parents=True)
    (mine / "work" / "marker").touch()
    for command in (build.main, watch.main):
        edition = Edition.copy(TINY, tmp_path / command.__module__)
        (edition.root / "build").symlink_to(mine)
        assert command(["--root", str(edition.root)]) == 2
        assert "build/work is in the way" in capsys.readouterr().err
    assert [path.name for path in mine.rglob("*")] == ["work", "marker"]


def test_a_link_in_the_place_of_a_folder_that_is_emptied_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "work").symlink_to(tmp_path / "mine")
    assert "build/work is in the way" in (check_workplace(tmp_path) or "")


class Marker:
    """A record that does something when it is read."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[[Path], None], tuple[Path]]:
        return Path.touch, (self.path,)


def test_what_a_repository_brings_along_in_the_place_of_what_was_built_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = Edition.copy(TINY, tmp_path / "edition")
    assert check.main(["--root", str(edition.root)]) == 0
    for cache in (edition.root / "build" / "check").rglob("*.pickle"):
        cache.write_bytes(pickle.dumps(Marker(tmp_path / "marker")))
    git(edition.root, "init", "--quiet")
    git(edition.root, "add", "--force", "build")
    assert check.main(["--root", str(edition.root)]) == 0
    assert build.main(["--root", str(edition.root)]) == 2
    assert "belong to the repository" in capsys.readouterr().err
    assert not (tmp_path / "marker").exists()


def test_a_folder_where_another_command_is_at_work_is_left_to_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with exclusive_lock(tmp_path):
        with pytest.raises(OccupiedError), exclusive_lock(tmp_path, wait=False):
            raise AssertionError("two are at work")
        # Whoever waits would wait for ever here.
        monkeypatch.setattr(
            fcntl, "flock", lambda file, how, flock=fcntl.flock: how == fcntl.LOCK_EX or flock(file, how)
        )
        with exclusive_lock(tmp_path):
            message = f"Another command is at work in {tmp_path}. This one waits until that is done.\n"
            assert capsys.readouterr().err == message
    with exclusive_lock(tmp_path, wait=False):
        assert capsys.readouterr().err == ""
