"""A build that fails or is cut off leaves the site as it was, and is not continued as if nothing had happened."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from concordance.cli import build as command
from edition import Edition


def test_a_failed_build_leaves_the_site_and_the_lock_alone(tiny: Edition, capfd: pytest.CaptureFixture[str]) -> None:
    arguments = ["--root", str(tiny.root), "--jobs", "1"]
    assert command.main(arguments) == 0
    site = tiny.root / "build" / "html"
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    lock = (tiny.root / "ids.lock").read_text(encoding="utf-8")
    assert "rules-2-c2 rules/2.html\n" in lock
    tiny.change("annotations/rules/2.md", "needs: tonnage-art-7", "needs: tonnage-art-77")
    tiny.change("source/bodies.md", "Runs the harbour.", "Runs the [harbour](nowhere.md).")
    capfd.readouterr()
    assert command.main(arguments) == 1
    errors = capfd.readouterr().err
    assert "annotations/rules/2.md:9" in errors
    assert "nowhere.md" in errors
    assert "Nothing was published" in errors
    assert "Traceback" not in errors
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    tiny.change("annotations/rules/2.md", "needs: tonnage-art-77", "needs: tonnage-art-7")
    assert command.main(arguments) == 1, "what is wrong in a page that did not change is told again"
    assert "nowhere.md" in capfd.readouterr().err
    tiny.change("source/bodies.md", "[harbour](nowhere.md)", "harbour")
    assert command.main(arguments) == 0
    assert (tiny.root / "ids.lock").read_text(encoding="utf-8") == lock


def test_a_build_whose_search_cannot_be_made_beside_the_pages_leaves_the_site_alone(
    tiny: Edition, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--root", str(tiny.root), "--jobs", "2"]
    assert command.main(arguments) == 0
    page = tiny.root / "build/html/rules/2.html"
    before, finding = page.read_text(encoding="utf-8"), tiny.root / "build/work/html/finding"
    shutil.rmtree(finding)
    finding.write_text("No folder can be made here.")
    tiny.change("annotations/rules/2.md", "what they owe", "what they must pay")
    assert command.main(arguments) == 1
    errors = capfd.readouterr().err
    assert "finding" in errors
    assert "Nothing was published" in errors
    assert "Traceback" not in errors
    assert page.read_text(encoding="utf-8") == before
    assert command.main(arguments) == 0
    assert "what they must pay" in page.read_text(encoding="utf-8")


def test_work_that_was_cut_off_while_it_was_thrown_away_is_not_continued(
    tiny: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tiny.root / "build"
    assert command.build(tiny.root, out, 1)
    settings = (tiny.root / "conf.py").read_text(encoding="utf-8")
    tiny.write("conf.py", 'extensions = ["concordance"]\nlanguage = nonsense\n')

    def half(folder: Path, ignore_errors: bool = False) -> None:
        if ignore_errors:
            return
        (folder / "html" / "search.html").unlink()
        raise KeyboardInterrupt

    monkeypatch.setattr(shutil, "rmtree", half)
    with pytest.raises(KeyboardInterrupt):
        command.build(tiny.root, out, 1)
    monkeypatch.undo()
    tiny.write("conf.py", settings)
    assert command.build(tiny.root, out, 1), "nothing is wrong any more"


def test_a_build_that_was_cut_off_is_not_continued(tiny: Edition) -> None:
    out = tiny.root / "build"
    assert command.build(tiny.root, out, 1)
    page = out / "work" / "html" / "rules" / "1.html"
    page.write_text("half a page", encoding="utf-8")
    (out / "work" / "finished-by").unlink()
    assert command.build(tiny.root, out, 1)
    assert "half a page" not in (out / "html" / "rules" / "1.html").read_text(encoding="utf-8")
    shutil.rmtree(out)
