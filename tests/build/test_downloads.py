"""`concordance downloads`: the site with books, which a later build that changes anything leaves out again."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from concordance.cli.checksums import checksums
from concordance.cli.main import main
from concordance.cli.verify import compare
from edition import ROOT, TINY, Edition


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A tiny edition that has been built with its books."""
    made = Edition.copy(TINY, tmp_path_factory.mktemp("downloads"))
    made.write("source/away.md", "# Take it along\n\n:::{take-away}\n:::\n")
    made.change("source/index.md", "whole\n", "whole\naway\n")
    assert run(made, "downloads").startswith("The site is complete")
    return made


def run(edition: Edition, command: str, **variables: str) -> str:
    engine = str(ROOT / "ext")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "concordance.cli", command, "--root", str(edition.root), "--jobs", "2"],
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": engine, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def files(edition: Edition) -> dict[str, bytes]:
    folder = edition.root / "build" / "html" / "downloads"
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*"))}


def test_books_are_published_listed_and_made_again_the_same(edition: Edition) -> None:
    made = files(edition)
    assert {"edition.epub", "rules.pdf", "rules-letter.pdf", "rules.docx", "site.zip", "data.zip"} <= {*made}
    page = (edition.root / "build" / "html" / "away.html").read_text(encoding="utf-8")
    assert all(f'href="downloads/{name}"' in page for name in made)
    assert 'href="data/graph.json"' in page
    assert '"typst"' in (edition.root / "build" / "html" / "bom.json").read_text(encoding="utf-8")
    assert "nothing has changed" in run(edition, "downloads")
    # With another date, all is made anew, and back again.
    assert "nothing has changed" not in run(edition, "downloads", SOURCE_DATE_EPOCH="86400")
    other = files(edition)
    assert {name for name in made if made[name] == other[name]} == set()
    run(edition, "downloads")
    assert files(edition) == made


def test_the_archive_of_the_site_is_the_site(edition: Edition) -> None:
    site = edition.root / "build" / "html"
    archive = zipfile.ZipFile(io.BytesIO(files(edition)["site.zip"]))
    inside = {name.removeprefix("site/"): archive.read(name) for name in archive.namelist()}
    published = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    assert {*inside} == {name for name in published if not name.startswith("downloads/")}
    # Pages that lead to the files are finished after the archive, which is one of them, and so are the checksums.
    differing = {name for name, content in inside.items() if content != published[name].read_bytes()}
    to_books = {name for name in differing if b"in-book" in published[name].read_bytes()}
    assert differing - to_books <= {"away.html", "SHA256SUMS"}
    assert [name for name, content in inside.items() if b"downloads/" in content and name != "SHA256SUMS"] == []


def test_a_paragraph_offers_its_place_in_the_book(edition: Edition) -> None:
    page = (edition.root / "build" / "html" / "rules" / "2.html").read_text(encoding="utf-8")
    assert page.count('href="../downloads/rules.pdf#rules-2"') == 1


def test_whoever_takes_books_along_can_check_that_they_are_what_the_edition_builds(
    edition: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    site = edition.root / "build" / "html"
    listed = {line.partition("  ")[2] for line in (site / "SHA256SUMS").read_text(encoding="utf-8").splitlines()}
    assert {f"downloads/{name}" for name in files(edition)} <= listed
    checked = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    assert subprocess.run(checked, cwd=site, check=False).returncode == 0
    assert "are what this edition builds" in run(edition, "verify")
    assert compare({**checksums(site), "downloads/rules.pdf": "0" * 64, "SHA256SUMS": "0" * 64}, site) == 1
    named = capsys.readouterr().err
    assert "  SHA256SUMS\n  downloads/rules.pdf\n2 files in" in named


def test_a_build_leaves_books_alone_until_they_are_out_of_date(edition: Edition) -> None:
    assert "nothing has changed" in run(edition, "build")
    assert files(edition)
    edition.change("source/away.md", "# Take it along", "# Take it with you")
    run(edition, "build")
    assert files(edition) == {}
    page = (edition.root / "build" / "html" / "away.html").read_text(encoding="utf-8")
    assert "downloads/" not in page
    assert "downloads/" not in (edition.root / "build" / "html" / "rules" / "2.html").read_text(encoding="utf-8")
    assert '"typst"' not in (edition.root / "build" / "html" / "bom.json").read_text(encoding="utf-8")
    assert 'href="data/graph.json"' in page


@pytest.mark.parametrize("command", ["build", "downloads", "verify"])
@pytest.mark.parametrize("epoch", ["yesterday", "9" * 30])
def test_a_date_that_is_none_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str, epoch: str
) -> None:
    for folder in ("source", "annotations", "build/html"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "build/html/index.html").touch()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main([command, "--root", str(tmp_path)]) == 2
    assert f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch!r}" in capsys.readouterr().err
