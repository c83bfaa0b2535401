"""The site taken away as an archive: unpacked, it is read and searched from the disk."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

from concordance.exports.books.archive import site_archive
from edition import Build
from playwright.sync_api import Browser, expect


def test_the_unpacked_site_can_be_read_and_searched(browser: Browser, real: Build, tmp_path: Path) -> None:
    zipfile.ZipFile(io.BytesIO(site_archive(real.out, datetime.date(2026, 1, 1)))).extractall(tmp_path)
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "site" / "take-away.html").as_uri())
    expect(page.locator("h1")).to_contain_text("Take it with you")
    page.goto(f"{(tmp_path / 'site' / 'search.html').as_uri()}?q=punished")
    expect(page.locator("main")).to_contain_text("Not punishing victims for being trafficked", timeout=20_000)
    context.close()
