"""The checksums of a site, as the tools for them read them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from concordance.cli.checksums import SUMS, checksums, write_checksums


def test_a_site_is_checked_with_the_tool_that_everybody_has(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name in ("index.html", "annex/12.html", "data/ä b.json", ".buildinfo"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, encoding="utf-8")
    write_checksums(site, tmp_path / "cache")
    lines = (site / SUMS).read_text(encoding="utf-8").splitlines()
    assert [line.partition("  ")[2] for line in lines] == ["annex/12.html", "data/ä b.json", "index.html"]
    checked = ["sha256sum", "--check", "--strict", "--quiet", SUMS]
    assert subprocess.run(checked, cwd=site, check=False).returncode == 0
    (site / "annex/12.html").write_text("other words")
    assert subprocess.run(checked, cwd=site, check=False, capture_output=True).returncode == 1


def test_files_that_have_not_changed_are_not_read_again_and_those_that_are_gone_are_not_listed(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    for name in ("a", "b", "c"):
        (site / name).write_text(name)
    write_checksums(site, cache)
    before = checksums(site)
    # What a cache says of a file that has not changed is believed.
    cache.write_text(cache.read_text().replace(before["a"], "0" * 64))
    (site / "b").write_text("other words")
    (site / "c").unlink()
    write_checksums(site, cache)
    lines = (line.partition("  ") for line in (site / SUMS).read_text().splitlines())
    sums = {name: checksum for checksum, _, name in lines}
    assert sums == {"a": "0" * 64, "b": checksums(site)["b"]}
