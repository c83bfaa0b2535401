"""A document has a part for notes only where it has notes."""

from __future__ import annotations

import io
import zipfile

import docx
from concordance.exports.books.docx_notes import NoteWriter


def test_a_document_without_notes_has_no_part_for_them() -> None:
    document = docx.Document()
    NoteWriter(lambda _parent, _spans: None).finish(document)
    data = io.BytesIO()
    document.save(data)
    assert "word/footnotes.xml" not in zipfile.ZipFile(data).namelist()
