"""Units become pages: each has its place, its number and its words, and a page has the notes that it calls."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.cli.importer.file_pages import TextComposer, unit_number, unit_title
from concordance.cli.importer.markers import Style
from concordance.cli.importer.markup import Inline, InlineSpan, Linker
from concordance.cli.importer.paragraphs import SourceParagraph
from concordance.cli.importer.units import TextBlock, Unit, Words
from file_recipes import file_recipe, text_model
from source_words import plain, unit, words

NOTES = {1: SourceParagraph(9, plain("See oil."))}


def compose(folder: Path, *blocks: TextBlock, **fields: object) -> dict[str, str]:
    linker = Linker(file_recipe(folder, "Lamps.\n"), [])
    return TextComposer(text_model(**fields), NOTES, linker).compose(blocks)


def test_units_within_units_stand_in_longer_fences(tmp_path: Path) -> None:
    page = compose(tmp_path, unit("1", words("It:"), unit("a", words("is lit."), printed="(a)")), pages="whole")
    assert page["lamps/index.md"] == (
        "# Treaty on Lamps\n\n## the Treaty\n\n"
        '::::{provision} lamps-1\n:number: "1."\n\nIt:\n\n'
        ':::{provision} lamps-1-a\n:number: "(a)"\n\nis lit.\n:::\n::::\n'
    )


def test_each_unit_has_a_page_below_its_part(tmp_path: Path) -> None:
    blocks: list[TextBlock] = [
        words("The Board,"),
        *(words("On lamps", heading=2), unit("1", words("Lit."))),
        *(words("On oil", heading=2), unit("2", words("Fat."))),
    ]
    pages = compose(tmp_path, *blocks)
    assert sorted(pages) == [f"lamps/{name}.md" for name in ("index", "para-1", "para-2", "part-1", "part-2")]
    assert "The Board," in pages["lamps/index.md"]
    assert pages["lamps/index.md"].endswith("```{toctree}\n:hidden:\n\npart-1\npart-2\n```\n")
    assert pages["lamps/part-2.md"].startswith("# On oil\n\n:::{verbatim} lamps\n**On oil**\n:::\n")
    assert "para-2\n```" in pages["lamps/part-2.md"]


def test_lesser_headings_part_no_pages(tmp_path: Path) -> None:
    blocks: list[TextBlock] = [
        *(words("On lamps", heading=2), unit("1", words("Lit."))),
        *(words("Red ones", heading=3), unit("2", words("Red."))),
        *(words("On oil", heading=2), unit("3", words("Fat."))),
    ]
    pages = compose(tmp_path, *blocks)
    assert [name for name in sorted(pages) if "part" in name] == ["lamps/part-1.md", "lamps/part-2.md"]
    assert "**Red ones**" in pages["lamps/para-2.md"]


def test_a_heading_keeps_the_calls_in_it_and_no_marks(tmp_path: Path) -> None:
    marked = Inline("On oil", (InlineSpan(3, 6, "emphasis"), InlineSpan(6, 6, "call", "1")))
    page = compose(tmp_path, Words(1, marked, 2), unit("1", words("Lit.")), pages="whole")["lamps/index.md"]
    assert "**On oil[^1]**" in page
    assert page.endswith("[^1]: See oil.\n")


def test_a_note_stands_on_the_page_that_calls_it_and_on_no_other(tmp_path: Path) -> None:
    called = Words(2, Inline("Fat.", (InlineSpan(4, 4, "call", "1"),)))
    pages = compose(tmp_path, unit("1", words("Lit.")), unit("2", called))
    assert pages["lamps/para-2.md"].endswith("Fat.[^1]\n:::\n\n[^1]: See oil.\n")
    assert "[^1]" not in pages["lamps/para-1.md"]


def test_a_number_that_the_id_does_not_say_is_given_for_the_unit_and_what_is_in_it(tmp_path: Path) -> None:
    inner = Unit(Style.LETTER, "(a)", "a", "a", 2, parts=[words("lit.")])
    outer = Unit(Style.NUMBER, "3 bis.", "3bis", "3 bis", 1, parts=[words("It is"), inner])
    page = compose(tmp_path, outer, pages="whole")["lamps/index.md"]
    assert ':cited: "3 bis"\n' in page
    assert ':cited: "3 bis (a)"\n' in page


@pytest.mark.parametrize(
    ("identifier", "number"), [("plan-art-5-2", "5 (2)"), ("plan-5-b-ii", "5 (b)"), ("plan-7", "7"), ("plan", "")]
)
def test_an_id_says_the_number_of_its_unit(identifier: str, number: str) -> None:
    assert unit_number(identifier) == number


def test_the_title_of_a_page_is_what_is_printed_and_a_short_heading() -> None:
    assert unit_title(unit("4", words("Lit."))) == "Paragraph 4"
    article = unit("art-4", words("On oil", heading=1), style=Style.ARTICLE, printed="“Article 4.")
    assert unit_title(article) == "Article 4. On oil"
    article.parts = [words("On oil " * 20, heading=1)]
    assert unit_title(article) == "Article 4"
