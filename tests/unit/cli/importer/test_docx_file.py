"""A document of a word processor becomes Markdown with what it shows, and without what it deletes."""

from __future__ import annotations

from pathlib import Path

import docx
from concordance.cli.importer.docx_file import docx_to_markdown
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def test_headings_marks_and_tables_are_kept(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Treaty on Lamps", 0)
    document.add_heading("On oil", 2)
    paragraph = document.add_paragraph("Oil is ")
    paragraph.add_run("very").italic = True
    paragraph.add_run(" fat*.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Lamp", "1 | 2"
    document.save(str(tmp_path / "lamps.docx"))
    assert docx_to_markdown(tmp_path / "lamps.docx") == (
        "# Treaty on Lamps\n\n## On oil\n\nOil is *very* fat\\*.\n\n| Lamp | 1 \\| 2 |\n| --- | --- |\n"
    )


def test_lists_are_numbered_as_the_word_processor_shows_them(tmp_path: Path) -> None:
    document = docx.Document()
    for words in ("Lamps.", "", "Oil."):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("Fat.", style="List Bullet")
    document.save(str(tmp_path / "lamps.docx"))
    assert docx_to_markdown(tmp_path / "lamps.docx") == "1\\. Lamps.\n\n2\\. Oil.\n\n– Fat.\n"


def test_words_that_a_reviser_deleted_are_gone_and_raised_numbers_call_footnotes(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Lamps")
    raised = paragraph.add_run("3")
    raised.font.superscript = True
    deleted = f"<w:del {nsdecls('w')}><w:r><w:t>never</w:t></w:r></w:del>"
    inserted = f'<w:ins {nsdecls("w")}><w:r><w:t xml:space="preserve"> are lit.</w:t></w:r></w:ins>'
    for change in (deleted, inserted):
        paragraph._p.append(parse_xml(change))
    document.save(str(tmp_path / "lamps.docx"))
    assert docx_to_markdown(tmp_path / "lamps.docx") == "Lamps[^3] are lit.\n"
