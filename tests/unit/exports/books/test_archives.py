"""The site and its data can be taken away as archives, each without what it does not need."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

from concordance.exports.books.archives import data_archive, site_archive

DAY = datetime.date(2026, 3, 5)


def test_archives_hold_the_site_without_what_is_taken_away_and_the_data(tmp_path: Path) -> None:
    for name in ("index.html", "data/graph.json", "data/previews/index.json", "downloads/x.pdf", ".buildinfo"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(name)
    site = zipfile.ZipFile(io.BytesIO(site_archive(tmp_path, DAY)))
    assert site.namelist() == ["site/data/graph.json", "site/data/previews/index.json", "site/index.html"]
    assert site.infolist()[0].date_time[:3] == (2026, 3, 5)
    assert zipfile.ZipFile(io.BytesIO(data_archive(tmp_path, DAY))).namelist() == ["data/graph.json"]
