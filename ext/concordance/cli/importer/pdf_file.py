"""Turn a PDF file into plain text with pypdf, a form feed before each page but the first."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Literal

from pypdf import PdfReader

if TYPE_CHECKING:
    from pathlib import Path


def pdf_to_text(path: Path, *, layout: bool) -> str:
    """Return the words of a PDF file, in the order in which it stores them or, with `layout`, as they are laid out.

    Raises an error of pypdf if the file is none. A scan without text gives no words.
    """
    # What it says of fonts and of slips in the file's structure is not for whoever imports a text.
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    mode: Literal["layout", "plain"] = "layout" if layout else "plain"
    pages = [page.extract_text(extraction_mode=mode) for page in PdfReader(path).pages]
    return "\f".join(f"{text.rstrip()}\n" for text in pages)
