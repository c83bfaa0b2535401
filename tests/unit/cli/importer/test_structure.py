"""Units are found whatever they are called and however they are marked, and what is none is left in its paragraph."""

from __future__ import annotations

import pytest
from concordance.cli.importer.decisions import Decisions
from concordance.cli.importer.propose import propose
from concordance.cli.importer.reading import read_source
from concordance.cli.importer.structure import read_units
from concordance.cli.importer.units import Unit, unit_id


def ids(name: str, text: str) -> list[str]:
    """Return the ids of the units that the proposal for a text finds, without that of the text."""
    proposal = propose(name, text)
    decisions = Decisions()
    source = read_source(name, text, proposal.outline, decisions)
    (proposed,) = proposal.texts

    def walk(parent: str, unit: Unit) -> list[str]:
        path = unit_id(parent, unit)
        return [path, *(each for part in unit.parts if isinstance(part, Unit) for each in walk(path, part))]

    blocks = read_units(source.paragraphs, proposed.plan, decisions)
    unit_ids = [each for block in blocks if isinstance(block, Unit) for each in walk(proposed.id, block)]
    return [each.removeprefix(f"{proposed.id}-") for each in unit_ids]


def test_items_on_lines_of_one_markdown_paragraph_are_units() -> None:
    text = """
### Article 1
States shall ensure that:
a. Every lamp is lit;
b. Every keeper has the following:
i. Oil for a night in
1999. Nothing more;
ii. A book, by clause
b. of the rules.

### Article 2
Lamps are paid for.
"""
    assert ids("lamps.md", text) == ["art-1", "art-1-a", "art-1-b", "art-1-b-i", "art-1-b-ii", "art-2"]


def test_items_whose_list_begins_without_a_colon_are_units() -> None:
    text = (
        "## Article 1\n\nKeepers report on their lamps\na. within two days;\nb. every year.\n\n## Article 2\n\nWords.\n"
    )
    assert ids("t.md", text) == ["art-1", "art-1-a", "art-1-b", "art-2"]


def test_items_that_a_page_sets_out_in_tables_are_units() -> None:
    inner = "<table><tr><td>(i)</td><td>old;</td></tr><tr><td>(ii)</td><td>new.</td></tr></table>"
    page = f"""<p>Article 1</p>
<p>It does:</p>
<table><tr><td><p>(a)</p></td><td><p>light;</p></td></tr><tr><td>(b)</td><td><p>oil:</p>{inner}</td></tr></table>
<p>Article 2</p>
<table><tr><td>1.</td><td>Lamp</td><td>3</td></tr><tr><td>2.</td><td>Oil</td><td>4</td></tr></table>"""
    assert ids("t.html", page) == ["art-1", "art-1-a", "art-1-b", "art-1-b-i", "art-1-b-ii", "art-2"]


def test_numbers_outside_of_all_units_are_doubtful() -> None:
    text = (
        "# Law\n\nWhereas:\n\n(1) Lamps are good.\n\n(2) Oil is fat.\n\n## Article 1\n\nOne.\n\n## Article 2\n\nTwo.\n"
    )
    (doubt,) = propose("t.md", text).doubts
    assert (doubt.key.line, doubt.key.words) == (5, "(1)")


def test_a_sentence_that_comes_twice_is_no_list_of_contents() -> None:
    article = "1. Keepers shall:\n\n(a) wake.\n\n2. Nothing else.\n\n"
    text = f"# Rules\n\n## Article 1\n\n{article}## Article 2\n\n{article}"
    assert propose("t.md", text).left_out == []


def test_items_in_one_paragraph_may_have_half_a_bracket() -> None:
    text = "## Article 1\n\nKeepers shall: a) wake; b) write.\n\n## Article 2\n\nWords.\n"
    assert ids("t.md", text) == ["art-1", "art-1-a", "art-1-b", "art-2"]


def test_numbers_with_letters_stand_between_two_others() -> None:
    text = "## Art 12\n\n(1) One.\n\n(1a) Two:\n\n1. three;\n\n1a. four.\n\n(2) Five.\n\n## Art 12a\n\nSix.\n"
    assert ids("t.md", text) == [
        "art-12",
        "art-12-1",
        "art-12-1a",
        "art-12-1a-1",
        "art-12-1a-1a",
        "art-12-2",
        "art-12a",
    ]


def test_paragraphs_of_a_preamble_may_end_in_and() -> None:
    text = """Lamps Convention

The Conference of Lamps,

Having met at Harbour on 1 June, and

Considering the need of lamps, and

Noting ships;

adopts this first day of June the following Convention.

Article 1

Words.

Article 2

Words.
"""
    assert ids("t.txt", text) == ["pp-1", "pp-2", "pp-3", "art-1", "art-2"]
    assert not propose("t.md", text).doubts


def test_letters_in_brackets_and_with_a_point_are_levels_of_their_own() -> None:
    text = """
1. The board:

- (a) has members:
  - i. three keepers, who
    - a. live there;
    - b. know the lamps;
  - ii. one clerk;
- (b) meets.

2. It ends.
"""
    assert ids("board.md", text) == ["1", "1-a", "1-a-i", "1-a-i-a", "1-a-i-b", "1-a-ii", "1-b", "2"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Article premier", "Article 2"),
        ("ARTÍCULO 1.º", "ARTÍCULO 2.º"),
        ("Artikel 1", "Artikel 2"),
        ("Статья 1", "Статья 2"),
        ("المادة ١", "المادة ٢"),
        ("第一条", "第二条"),
        ("第１条", "第２条"),
        ("ΑΡΘΡΟ 1", "ΑΡΘΡΟ 2"),
    ],
)
def test_articles_are_found_in_any_language(first: str, second: str) -> None:
    page = f"<h1>T</h1><h2>{first}</h2><p>One.</p><h2>{second}</h2><p>Two.</p>"
    assert ids("t.html", page) == ["art-1", "art-2"]


def test_a_word_that_is_not_known_is_learned_from_headings_that_count() -> None:
    page = "<h1>T</h1>" + "".join(f"<h2>Airticle {number}</h2><p>Wirds.</p>" for number in range(1, 5))
    assert ids("t.html", page) == ["art-1", "art-2", "art-3", "art-4"]


@pytest.mark.parametrize("letters", ["абв", "أبج", "αβγ", "אבג"])
def test_items_by_letters_of_other_alphabets_are_found(letters: str) -> None:
    items = "\n\n".join(f"({letter}) {letter};" for letter in letters)
    assert ids("t.txt", f"Title\n\n1. Words:\n\n{items}\n\n2. Words.\n") == ["1", "1-a", "1-b", "1-c", "2"]


def test_lists_of_a_page_are_numbered_as_browsers_show_them() -> None:
    page = """
<h2>Article 1</h2><ol><li>One:<ol type="a"><li>a lamp;</li><li>a book:
<ol style="list-style-type: lower-roman"><li>old;</li><li>new.</li></ol></li></ol></li><li>Two.</li></ol>
<h2>Article 2</h2><p>Words.</p>"""
    assert ids("t.html", page) == [
        *("art-1", "art-1-1", "art-1-1-a", "art-1-1-b", "art-1-1-b-i", "art-1-1-b-ii", "art-1-2", "art-2")
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.md", "## Article 1\n\n1. One:\n   1. a lamp;\n   2. a book.\n2. Two.\n\n## Article 2\n\nWords.\n"),
        (
            "t.html",
            "<h2>Article 1</h2><ol><li>One:<ol><li>a lamp;</li><li>a book.</li></ol></li><li>Two.</li></ol>"
            "<h2>Article 2</h2><p>Words.</p>",
        ),
    ],
)
def test_numbered_lists_within_each_other_are_levels(name: str, text: str) -> None:
    assert ids(name, text) == ["art-1", "art-1-1", "art-1-1-1", "art-1-1-2", "art-1-2", "art-2"]


def test_sections_whose_numbers_begin_anew_stand_within_articles() -> None:
    text = """# Rules

## ARTICLE I

### Section 1.

One.

#### Of lamps

Two.

### Section 2.

Three.

## ARTICLE II

### Section 1.

Four.
"""
    assert ids("rules.md", text) == ["art-i", "art-i-1", "art-i-2", "art-ii", "art-ii-1"]


def test_sections_between_articles_whose_numbers_run_on_are_headings() -> None:
    text = "# Law\n\n" + "\n\n".join(
        f"## Section {name}\n\n### Article {number}\n\nWords.\n\n### Article {number + 1}\n\nWords."
        for name, number in (("I", 1), ("II", 3))
    )
    assert ids("law.md", text) == ["art-1", "art-2", "art-3", "art-4"]


def test_a_sentence_that_begins_with_another_article_is_no_unit() -> None:
    text = "## Article 1\n\nWords.\n\nArticle 7 applies.\n\n## Article 2\n\nWords.\n"
    assert ids("t.md", text) == ["art-1", "art-2"]


def test_words_of_other_scripts_are_cited_as_they_are_printed() -> None:
    (proposed,) = propose("t.html", "<h2>المادة 1</h2><p>كلمات.</p><h2>المادة 2</h2><p>كلمات.</p>").texts
    assert proposed.cite == {"art": "المادة {number}"}
