"""Texts as they are found become pages: every unit, no other, and every word in its order.

The made-up texts in `found` have what real ones have: running heads, footnotes called by plain digits, numbers that
restart, words divided at the ends of lines. Real texts are read where the environment variable TEXTS names a folder
with those of `REAL`; they are not part of the repository.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import docx
import pytest
from concordance.cli.importer.command import main
from concordance.cli.importer.decisions import Decisions
from concordance.cli.importer.file_import import import_file
from concordance.cli.importer.paragraphs import Outline
from concordance.cli.importer.propose import propose
from concordance.cli.importer.reading import read_source
from concordance.cli.importer.recipe import ImportFailedError
from file_recipes import file_recipe

FOLDER = Path(__file__).parent / "found"
PROVISION = re.compile(r"\{provision\} (\S+)")
TREATY = """
art-1 art-1-a art-1-b art-1-b-i art-1-b-ii art-2 art-2-1 art-2-2 art-3 art-3-1 art-3-2 art-3-2-a art-3-2-b art-3bis
art-4 art-5 art-5-1 art-5-3 pp-1 pp-2
"""
UNITS = {
    "res.txt": {
        "res": "op-1 op-2 op-2-a op-2-a-i op-2-a-ii op-2-b op-2-c op-3 op-4 op-5 pp-1 pp-2 pp-3",
        "annex": "1 2 2-a 2-b 3 4",
    },
    "treaty.txt": {"treaty": TREATY},
    "treaty.html": {"treaty": "art-1 art-2 art-2-1 art-2-2 art-2-2-a art-2-2-b art-3 art-4 pp-1"},
    "code.md": {
        "code": "7-02-010 7-02-030 7-02-030-a 7-02-030-b 7-02-030-b-1 7-02-030-b-2 7-02-040 7-06-010",
    },
    "guidelines.txt": {"guidelines": "1 1-1 1-2 2 2-1 2-1-1 2-1-2 2-2 3 3-1"},
}
DOUBTS = {
    "res.txt": [
        (18, "coasts,1"),
        (21, "Declaration,2"),
        (27, "lighthouses,3"),
        (37, "self-cleaning"),
        (58, "lights 4"),
        (92, "respon-sible"),
    ],
    "treaty.txt": [(33, "wind-mills"), (58, "1999."), (65, "3.")],
    "treaty.html": [(12, "long, or"), (12, "short.")],
    "code.md": [(9, "7.02.030"), (21, "7.02.040"), (30, "7.06.010")],
    "guidelines.txt": [(18, "1.1 above.")],
}
# Numbers of units by text: all of them, and the outermost with a number.
REAL = {
    "declaration-a-res-61-295.md": {"declaration": (3, 0), "annex": (126, 46)},
    "working-paper-e-cn4-sub2-ac4-2004-4.txt": {"working": (49, 32), "annex": (20, 9)},
    "working-paper-e-cn4-sub2-ac4-2004-4.layout.txt": {"working": (49, 32), "annex": (20, 9)},
    "working-paper-e-cn4-sub2-ac4-2004-4.pdf": {"working": (49, 32), "annex": (20, 9)},
    "city-code-4.50.html": {"city": (8, 8)},
}


def import_without_corrections(path: Path, root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Propose a recipe, import by it as it is, and return what the import printed."""
    (root / "annotations").mkdir()
    (root / "annotations" / "vocabulary.yaml").write_text("texts: {}\n", encoding="utf-8")
    assert main(["--root", str(root), "--propose", str(path)]) == 0
    (recipe,) = (root / "imports").glob("*.yaml")
    capsys.readouterr()
    assert main(["--root", str(root), str(recipe)]) == 0, capsys.readouterr().err
    return capsys.readouterr().out


def units(root: Path) -> dict[str, list[str]]:
    ids = [each for page in (root / "source").rglob("*.md") for each in PROVISION.findall(page.read_text("utf-8"))]
    texts = {each.partition("-")[0] for each in ids}
    return {
        text: sorted(each.removeprefix(f"{text}-") for each in ids if each.startswith(f"{text}-")) for text in texts
    }


@pytest.mark.parametrize("name", UNITS)
def test_every_unit_is_found_and_none_invented(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = import_without_corrections(FOLDER / name, tmp_path, capsys)
    assert units(tmp_path) == {text: sorted(expected.split()) for text, expected in UNITS[name].items()}
    assert printed.count("all, in their order") == len(UNITS[name])


@pytest.mark.parametrize("name", DOUBTS)
def test_what_is_doubtful_is_listed_with_its_line(name: str) -> None:
    proposal = propose(name, (FOLDER / name).read_text("utf-8"))
    assert [tuple(doubt.key) for doubt in proposal.doubts] == DOUBTS[name]


def test_a_doubt_that_the_recipe_does_not_decide_stops_the_import(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--root", str(tmp_path), "--propose", str(FOLDER / "treaty.txt")])
    recipe = tmp_path / "imports" / "treaty.yaml"
    lines = [line for line in recipe.read_text("utf-8").split("\n") if "wind-mills" not in line]
    recipe.write_text("\n".join(lines), encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(tmp_path), str(recipe)]) == 2
    printed = capsys.readouterr().err
    assert "treaty.txt:33: “wind-mills”: A word is divided at the end of a line" in printed
    assert not (tmp_path / "source").exists()


def test_readings_and_replacements_of_the_recipe_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--root", str(tmp_path), "--propose", str(FOLDER / "res.txt")])
    recipe = tmp_path / "imports" / "res.yaml"
    text = recipe.read_text("utf-8")
    text = text.replace('words: "coasts,1", read: footnote call', 'words: "coasts,1", read: as printed')
    text += "  - {line: 82, words: every coast, read: as printed, instead: each coast}\n"
    recipe.write_text(text, encoding="utf-8")
    # The footnote that is called no more is told, and is not lost in silence.
    assert main(["--root", str(tmp_path), str(recipe)]) == 2
    assert "“footnote 1”: The footnote is not called" in capsys.readouterr().err
    recipe.write_text(text + "  - {line: 44, words: footnote 1, read: as printed}\n", encoding="utf-8")
    assert main(["--root", str(tmp_path), str(recipe)]) == 0
    page = (tmp_path / "source" / "res" / "index.md").read_text("utf-8")
    assert "coasts,1 and its decision" in page
    assert "1 See Official Records of the General Assembly, Eighty-eighth Session, Supplement No. 4." in page
    assert "light each coast." in (tmp_path / "source" / "annex" / "index.md").read_text("utf-8")


def test_the_vocabulary_says_how_numbers_are_cited_and_which_are_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import_without_corrections(FOLDER / "treaty.txt", tmp_path, capsys)
    vocabulary = (tmp_path / "annotations" / "vocabulary.yaml").read_text("utf-8")
    assert 'cite: {"pp": "preambular para. {number}", "art": "art. {number}"}' in vocabulary
    assert "gaps: [treaty-art-5-2]" in vocabulary
    assert ':cited: "3 bis"' in (tmp_path / "source" / "treaty" / "3bis.md").read_text("utf-8")


def test_running_heads_and_page_numbers_are_left_out() -> None:
    text = (FOLDER / "res.txt").read_text("utf-8")
    proposal = propose("res.txt", text)
    shown = {paragraph.text for paragraph in read_source("res.txt", text, proposal.outline, Decisions()).paragraphs}
    assert not [words for words in shown if "A/RES/99/777" in words or re.search(r"\d/3$", words)]


def test_tables_stay_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import_without_corrections(FOLDER / "treaty.html", tmp_path, capsys)
    page = (tmp_path / "source" / "treaty" / "3.md").read_text("utf-8")
    assert "| Kite | Fee |\n| --- | --- |\n| Small | 1 crown |\n| Large \\| box | 3 crowns |" in page


def test_a_cell_of_several_paragraphs_is_one_cell() -> None:
    cells = "<tr><td><p>Lamp</p></td><td><p>3</p><p>crowns</p></td></tr>"
    page = f"<h2>Article 1</h2><table>{cells * 2}</table><h2>Article 2</h2><p>Words.</p>"
    paragraphs = read_source("t.html", page, Outline(), Decisions()).paragraphs
    assert paragraphs[1].table == "| Lamp | 3 crowns |\n| --- | --- |\n| Lamp | 3 crowns |"


def test_numbers_that_a_word_processor_counts_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = docx.Document()
    document.add_heading("Agreement on Canals", 0)
    document.add_paragraph("The Contracting Parties,")
    document.add_paragraph("Have agreed as follows:")
    document.add_heading("Article 1. Spades", 2)
    document.add_paragraph("Each Party shall have a spade.", style="List Number")
    document.add_paragraph("Each spade shall be kept clean:", style="List Number")
    document.add_paragraph("(a) by hand;")
    table = document.add_table(rows=2, cols=2)
    for index, words in enumerate(("Canal", "Miles", "North", "12")):
        table.cell(index // 2, index % 2).text = words
    document.save(str(tmp_path / "canals.docx"))
    root = tmp_path / "edition"
    root.mkdir()
    import_without_corrections(tmp_path / "canals.docx", root, capsys)
    assert units(root) == {"canals": ["art-1", "art-1-1", "art-1-2", "art-1-2-a"]}
    assert "| Canal | Miles |" in (root / "source" / "canals" / "1.md").read_text("utf-8")


def test_a_page_on_one_line_has_the_headings_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lamps.html"
    article = "<p>Article {}</p><p>Lamps</p><p>Keepers shall wake.</p>"
    path.write_text(f"<h1>Rules</h1>{article.format(1)}{article.format(2)}", encoding="utf-8")
    import_without_corrections(path, tmp_path, capsys)
    assert units(tmp_path) == {"lamps": ["art-1", "art-2"]}
    page = (tmp_path / "source" / "lamps" / "1.md").read_text("utf-8")
    assert "**Lamps**\n\nKeepers shall wake.\n" in page


@pytest.mark.skipif("TEXTS" not in os.environ, reason="TEXTS names no folder of real texts")
@pytest.mark.parametrize("name", REAL)
def test_real_texts(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(os.environ["TEXTS"]) / name
    if not path.exists():
        pytest.skip(f"{name} is not in the folder that TEXTS names")
    printed = import_without_corrections(path, tmp_path, capsys)
    ids_by_text = units(tmp_path)
    outermost = {
        text: sum(bool(re.fullmatch(r"(?:art-)?\d+|\d+(?:-\d+){2}", each)) for each in ids)
        for text, ids in ids_by_text.items()
    }
    assert {text: (len(ids), outermost[text]) for text, ids in ids_by_text.items()} == REAL[name]
    assert printed.count("all, in their order") == len(REAL[name])


def problems(folder: Path, text: str, **changes: str) -> list[str]:
    """Return what keeps a text from being imported, each with its file and line."""
    with pytest.raises(ImportFailedError) as caught:
        import_file(file_recipe(folder, text, **changes))
    return [f"{problem.place}: {problem}".replace(f"{folder}/", "") for problem in caught.value.problems]


ARTICLES = "A/1/L.1\nArticle 1\nLamps are self-\nlit.\n\nArticle 3\nOil is fat.\n"
RECIPE = """leave-out: [{lines: [1], because: a symbol}]
readings:
  - {line: 3, words: self-lit, read: hyphenated}
  - {line: 6, words: Article 3, read: unit}
texts:"""


def test_pages_words_and_gaps_of_each_text_are_known(tmp_path: Path) -> None:
    imported = import_file(file_recipe(tmp_path, ARTICLES, **{"texts:": RECIPE}))
    assert sorted(imported.pages) == ["lamps/1.md", "lamps/3.md", "lamps/index.md"]
    (counts,) = imported.counts
    assert (counts.source, counts.pages, counts.differs, counts.units) == (11, 11, 0, 2)
    assert (imported.gaps, imported.left_out) == ({"lamps": ["lamps-art-2"]}, 4)
    assert [doubt.key.words for doubt in imported.doubts] == ["self-lit", "Article 3"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "lines: 1-99",
            "lines: 6-7",
            "lamps.txt:2: “Article 1” is in no text and not left out. Widen the `lines` of a text",
        ),
        ("line: 3, words", "line: 2, words", "lamps.yaml:5: Nothing is doubtful about “self-lit” on line 2."),
        ("hyphenated", "unit", "lamps.yaml:5: “self-lit” cannot be read as “unit”. Choose hyphenated, joined."),
    ],
)
def test_words_in_no_text_and_readings_of_nothing_are_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    messages = problems(tmp_path, ARTICLES, **{"texts:": RECIPE, old: new})
    assert [each for each in messages if each.startswith(message)], messages
