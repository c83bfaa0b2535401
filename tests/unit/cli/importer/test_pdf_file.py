"""The words of a PDF are read page by page, and a scan has none."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.cli.importer.pdf_file import pdf_to_text


def write_pdf(path: Path, *pages: str) -> Path:
    """Write a PDF of one line on each page, in a font that every reader has."""
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(pages)))
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for number, words in enumerate(pages):
        drawn = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET" if words else ""
        own = 10 + 2 * number
        objects[own] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {own + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects[own + 1] = f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"
    body, places = "%PDF-1.4\n", {}
    for number, content in objects.items():
        places[number] = len(body)
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    trailer = f"<< /Size {max(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    path.write_text(f"{body}xref\n0 1\n0000000000 65535 f \n{table}trailer\n{trailer}", encoding="latin-1")
    return path


@pytest.mark.parametrize("layout", [True, False])
def test_a_form_feed_parts_the_pages(tmp_path: Path, layout: bool) -> None:
    path = write_pdf(tmp_path / "lamps.pdf", "Lamps are lit.", "Oil is fat.")
    first, second = pdf_to_text(path, layout=layout).split("\f")
    assert (first.strip(), second.strip()) == ("Lamps are lit.", "Oil is fat.")
    assert first.endswith("\n")


def test_a_page_without_words_is_an_empty_one(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "lamps.pdf", "", "Oil is fat.")
    assert pdf_to_text(path, layout=False) == "\n\fOil is fat.\n"
