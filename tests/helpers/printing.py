"""A page on paper."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from typing import cast

from playwright.sync_api import Page
from pypdf import PdfReader
from pypdf.generic import StreamObject

# A line of a PDF that draws and writes nothing: points and curves, rectangles, and the colours of both.
DRAWN = re.compile(rb"^(?:[-.\d ]+ )?(?:[mlchfSn]|re|rg|RG|W|f\*|W\*)(?: [-.\d ]+ (?:rg|RG))*\n", re.MULTILINE)


class Sheets:
    """The words of each sheet of paper, ligatures taken apart; they are read when they are wanted."""

    def __init__(self, pdf: bytes) -> None:
        self._pages = PdfReader(io.BytesIO(pdf)).pages
        self._read: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._pages)

    def __getitem__(self, place: int) -> str:
        number = range(len(self))[place]
        if number not in self._read:
            sheet = self._pages[number]
            # To go through the thousands of dots of dotted lines would take most of the time.
            contents = cast(StreamObject, sheet["/Contents"].get_object())
            contents.set_data(DRAWN.sub(b"", contents.get_data()))
            self._read[number] = " ".join(unicodedata.normalize("NFKC", sheet.extract_text()).split())
        return self._read[number]

    def __iter__(self) -> Iterator[str]:
        return map(self.__getitem__, range(len(self)))


def printed(page: Page, address: str) -> Sheets:
    """Return the sheets of paper that a page takes."""
    page.goto(address)
    return Sheets(page.pdf(format="A4", prefer_css_page_size=True))
