"""What a proposal and an import print tells an editor what to correct, and what became of the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.cli.importer.file_import import import_file
from concordance.cli.importer.summary import add_to_edition, print_report, propose_recipe
from file_recipes import file_recipe

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TEXT = "Treaty on Lamps\n\nArticle 1\nLamps are self-\nlit.\n\nArticle 2\nOil is fat.\n"


def test_a_proposal_names_its_texts_its_doubts_and_the_next_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lamps.txt").write_text(TEXT, encoding="utf-8")
    assert propose_recipe(tmp_path / "lamps.txt", tmp_path / "imports", layout=True) == 0
    recipe = tmp_path / "imports" / "lamps.yaml"
    first, *others, last = capsys.readouterr().out.splitlines()
    assert first == "lamps: lines 1-9, 2 numbered units: Treaty on Lamps"
    assert others[0].startswith(f"{tmp_path}/imports/lamps.txt:4: “self-lit” is read as hyphenated.")
    assert last == f"Correct {recipe}, then run: concordance import {recipe}"
    assert (tmp_path / "imports" / "lamps.txt").read_text(encoding="utf-8") == TEXT


def test_a_recipe_that_an_editor_may_have_corrected_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "lamps.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "lamps.yaml").write_text("corrected\n", encoding="utf-8")
    propose_recipe(tmp_path / "lamps.txt", tmp_path, layout=True)
    assert (tmp_path / "lamps.yaml").read_text(encoding="utf-8") == "corrected\n"
    assert (tmp_path / "lamps-2.yaml").is_file()


def test_a_report_counts_the_words_of_the_file_and_of_the_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    readings = "readings: [{line: 4, words: self-lit, read: hyphenated}]\ntexts:"
    print_report(import_file(file_recipe(tmp_path, TEXT, **{"texts:": readings})))
    doubt, _head, row, total = capsys.readouterr().out.splitlines()
    assert doubt.startswith(f"{tmp_path}/lamps.txt:4: “self-lit” is read as hyphenated.")
    assert row.split(maxsplit=4) == ["lamps", "2", "14", "14", "all, in their order"]
    assert total == (
        "The file has 14 words with its markup: 0 in lines that are left out, 0 in footnotes, 14 in texts."
    )


def test_the_vocabulary_and_the_home_page_get_what_they_lack_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported = import_file(file_recipe(tmp_path, TEXT.replace("self-\n", "")))
    vocabulary, home = tmp_path / "vocabulary.yaml", tmp_path / "index.md"
    vocabulary.write_text("texts: {}\n", encoding="utf-8")
    home.write_text("```{toctree}\n```\n", encoding="utf-8")
    add_to_edition(imported, vocabulary, home)
    assert capsys.readouterr().out == f"{vocabulary} has got lamps.\n{home} leads to the new pages.\n"
    assert "lamps/index\n" in home.read_text(encoding="utf-8")
    add_to_edition(imported, vocabulary, home)
    assert capsys.readouterr().out == ""


def test_an_edition_without_them_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported = import_file(file_recipe(tmp_path, TEXT.replace("self-\n", "")))
    add_to_edition(imported, tmp_path / "vocabulary.yaml", tmp_path / "index.md")
    assert capsys.readouterr().out == ""
    assert not (tmp_path / "vocabulary.yaml").exists()
