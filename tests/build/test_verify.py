"""A site that was published is what its edition builds, or it is said where it is not."""

from __future__ import annotations

import pytest
from concordance.cli import build, verify, workplace
from concordance.cli.checksums import checksums
from edition import Edition


def test_what_was_published_is_built_again_and_compared(tiny: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--root", str(tiny.root), "--jobs", "1"]
    assert verify.main(arguments) == 2
    assert "There is no site" in capsys.readouterr().err
    assert build.main(arguments) == 0
    site = tiny.root / "build" / "html"
    (site / "CNAME").write_text("example.org")
    before = sorted(path for path in tiny.root.rglob("*") if "__pycache__" not in path.parts)
    assert verify.main(arguments) == 0
    assert f"All {len(checksums(site)) - 1} files" in capsys.readouterr().out
    assert sorted(path for path in tiny.root.rglob("*") if "__pycache__" not in path.parts) == before
    rebuilt = {name: checksum for name, checksum in checksums(site).items() if name != "CNAME"}
    (site / "rules" / "2.html").write_text("other words")
    (site / "bodies.html").unlink()
    (site / "marker.html").write_text("a page of somebody else")
    assert verify.compare(rebuilt, site) == 1
    errors = capsys.readouterr().err
    for line in ("rules/2.html\n1 files in", "bodies.html\n1 files in", "marker.html\n1 files in"):
        assert line in errors
    for kind in ("differ", "are missing", "are not of this edition"):
        assert f"{site} {kind}." in errors


def test_nothing_is_published_while_it_is_compared(tiny: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ["--root", str(tiny.root), "--jobs", "1"]
    assert build.main(arguments) == 0
    waiting = []

    def rebuild(*_: object) -> None:
        with pytest.raises(workplace.OccupiedError), workplace.exclusive_lock(tiny.root / "build", wait=False):
            pass
        waiting.append("build")

    monkeypatch.setattr(verify, "make_site", rebuild)
    assert verify.main(arguments) == 1
    assert waiting == ["build"]
