"""The words of books and documents, as what reads their format makes them out."""

from __future__ import annotations

import io

import docx
from pypdf import PdfReader


def pdf_words(document: PdfReader) -> str:
    """Return the words of all pages, with a space between each two."""
    return " ".join(" ".join(page.extract_text() for page in document.pages).split())


def docx_words(data: bytes) -> str:
    """Return the words of a DOCX file, each paragraph on a line."""
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
