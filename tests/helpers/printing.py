"""A page on paper."""

from __future__ import annotations

import io
import unicodedata

from playwright.sync_api import Page
from pypdf import PdfReader


def printed(page: Page, address: str) -> list[str]:
    """Return the words of each sheet of a page, ligatures taken apart."""
    page.goto(address)
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    return [" ".join(unicodedata.normalize("NFKC", sheet.extract_text()).split()) for sheet in sheets]
