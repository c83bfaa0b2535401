"""Tagged PDF by PDF/UA-1 (ISO 14289-1), made by Typst, which refuses what the standard forbids."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from concordance.exports.books.typst_source import MACHINE_FONTS, write_typst

if TYPE_CHECKING:
    from concordance.exports.books.manuscript import Book

# What Typst calls the sizes of paper, by the names that readers look for.
PAPERS = {"a4": "a4", "letter": "us-letter"}
# How Typst says that no font has a sign.
NO_FONT = "could not be displayed with font"
FREE_FONTS = "one of Noto (https://fonts.google.com/noto)"


class MissingFontError(OSError):
    """Raised if the machine has no font with the signs of a language."""


def write_pdf(book: Book, paper: str) -> bytes:
    """Return a book as PDF on a size of paper, one of `PAPERS`.

    Every id of the book is a named destination. Fonts are those that Typst brings, whatever the machine has; for
    languages whose signs these lack, those of the machine as well. Raises `MissingFontError` if that has none either.
    """
    import typst  # noqa: PLC0415 - an extra: only `concordance downloads` needs it

    created = datetime.datetime.combine(book.date, datetime.time(), datetime.UTC)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "book.typ"
        source.write_text(write_typst(book, PAPERS[paper]), encoding="utf-8")
        try:
            made: bytes = typst.compile(
                str(source),
                format="pdf",
                pdf_standards="ua-1",
                ignore_system_fonts=book.language_code not in MACHINE_FONTS,
                timestamp=int(created.timestamp()),
            )
        except typst.TypstError as error:
            if NO_FONT in str(error):
                msg = f"No font for PDF in the language {book.language!r} was found. Install one, such as {FREE_FONTS}"
                raise MissingFontError(msg) from error
            raise
    return made
