"""A file to import, whatever it is and holds, is read as words or refused with what to do, and does no harm."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import docx
import pytest
from concordance.cli.importer import source_file
from concordance.cli.importer.command import main
from concordance.cli.importer.list_numbers import list_number
from concordance.cli.importer.recipe import ImportFailedError
from concordance.cli.importer.source_file import make_transcript

BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"
)


def packed(path: Path, document: str) -> Path:
    """Write a DOCX file whose document is this XML."""
    docx.Document().save(str(path))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, "word/document.xml": document.encode()}.items():
            archive.writestr(name, content)
    return path


def test_old_encodings_and_hidden_characters_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("1. “Caf\u00e9” rules apply.\r\n".encode("cp1252"))
    assert make_transcript(path).text == "1. “Café” rules apply.\n"
    path.write_text("\ufeff1. The of\ufb01ce\u200b is re\u00ad\nopened.\n", encoding="utf-8")
    assert make_transcript(path).text == "1. The office is re-\nopened.\n"


@pytest.mark.parametrize(
    ("name", "data"), [("x.pdf", b"no pdf"), ("x.docx", b"no docx"), ("x.txt", b"\n\n"), ("y.txt", None)]
)
def test_a_file_that_cannot_be_read_is_told(
    name: str, data: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert main(["--root", str(tmp_path), "--propose", str(tmp_path / name)]) == 2
    assert f"{name}:1: The file" in capsys.readouterr().err


def test_a_package_that_is_missing_is_named_as_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = packed(tmp_path / "a.docx", BODY.format("Words."))
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "concordance.cli.importer.docx_file", raising=False)
    assert main(["--root", str(tmp_path), "--propose", str(path)]) == 2
    assert "python -m pip install python-docx" in capsys.readouterr().err


def test_a_file_that_would_unpack_to_more_than_a_text_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packed(tmp_path / "a.docx", BODY.format("Words. " * 30_000))
    assert "Words." in make_transcript(path).text
    monkeypatch.setattr(source_file, "LARGEST", 150_000)
    assert path.stat().st_size < source_file.LARGEST
    with pytest.raises(ImportFailedError) as failed:
        make_transcript(path)
    assert "at most" in failed.value.problems[0].message


def test_a_document_brings_in_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "marker.txt").write_text("MARKER")
    entity = f'<!DOCTYPE w [<!ENTITY m SYSTEM "{(tmp_path / "marker.txt").as_uri()}">]>'
    path = packed(tmp_path / "a.docx", entity + BODY.format("Before &m; after."))
    assert "MARKER" not in make_transcript(path).text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", '<ol start="²"><li value="³">Words here.</li></ol><p>A word<sup>¹</sup> more.</p>'),
        ("a.md", "A word<sup>²</sup> and more.\n\n- words\n"),
    ],
)
def test_digits_that_are_no_numbers_are_words(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["--root", str(tmp_path), "--propose", str(tmp_path / name)]) == 0


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt"])
def test_a_number_beyond_all_numbers_is_told(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_text(f"Words.\n\n{'1' * 5_000}. Words.\n", encoding="utf-8")
    assert main(["--root", str(tmp_path), "--propose", str(tmp_path / name)]) == 2
    assert "on line 3 of its words is no number that a text can have" in capsys.readouterr().err


def test_lists_count_no_further_than_lists_do(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Words here.", style="List Number")
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = 1
    properties.get_or_add_ilvl().val = 2_000_000
    document.save(str(tmp_path / "a.docx"))
    assert "Words here." in make_transcript(tmp_path / "a.docx").text
    assert list_number(10_000_000, "lowerLetter") == "10000000"


def test_the_name_of_a_file_adds_nothing_to_a_recipe(tmp_path: Path) -> None:
    path = tmp_path / "a\noverrides: {}\n.txt"
    path.write_text("A rule\n\n1. Words of it.\n", encoding="utf-8")
    assert main(["--root", str(tmp_path), "--propose", str(path)]) == 0
    (recipe,) = (tmp_path / "imports").glob("*.yaml")
    assert "\noverrides" not in recipe.read_text(encoding="utf-8")
