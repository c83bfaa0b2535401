"""Archives that do not depend on when, where or by what they were made, and what those of the site leave out."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

from concordance.exports.books.archive import archive, data_archive, repacked, site_archive

DAY = datetime.date(2026, 3, 5)


def test_an_archive_is_the_same_whenever_it_is_made_and_keeps_the_order() -> None:
    data = archive({"b": b"2" * 99, "a": b"1"}, DAY, stored=("b",))
    assert data == archive({"b": b"2" * 99, "a": b"1"}, DAY, stored=("b",))
    entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    assert [(entry.filename, entry.compress_type, entry.date_time) for entry in entries] == [
        ("b", zipfile.ZIP_STORED, (2026, 3, 5, 0, 0, 0)),
        ("a", zipfile.ZIP_DEFLATED, (2026, 3, 5, 0, 0, 0)),
    ]


def test_what_a_library_packed_is_packed_again_without_its_date() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr(zipfile.ZipInfo("a", (2001, 1, 1, 1, 1, 2)), b"1")
    assert repacked(made.getvalue(), DAY) == archive({"a": b"1"}, DAY)
    assert archive({"a": b""}, datetime.date(1970, 1, 1)), "archives know no year before 1980"


def test_archives_hold_the_site_without_what_is_taken_away_and_the_data(tmp_path: Path) -> None:
    for name in ("index.html", "data/graph.json", "data/previews/index.json", "downloads/x.pdf", ".buildinfo"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(name)
    site = zipfile.ZipFile(io.BytesIO(site_archive(tmp_path, DAY)))
    assert site.namelist() == ["site/data/graph.json", "site/data/previews/index.json", "site/index.html"]
    assert site.infolist()[0].date_time[:3] == (2026, 3, 5)
    assert zipfile.ZipFile(io.BytesIO(data_archive(tmp_path, DAY))).namelist() == ["data/graph.json"]
