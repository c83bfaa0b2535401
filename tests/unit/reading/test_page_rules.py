"""What a page may have: few settings, directives and roles, and nothing that reads a file or runs anything."""

from __future__ import annotations

import pytest
from concordance.model.kinds import USUAL_KINDS
from concordance.model.problems import Problem
from concordance.reading.page_parser import parse_page
from concordance.reading.page_rules import check_page_rules
from concordance.reading.settings import PageSettings

PATH = "source/guide/page.md"


def problems(text: str, *, closed: bool = True) -> list[Problem]:
    page = parse_page(text, PATH, PageSettings(closed=closed))
    return [*page.fatal_problems, *check_page_rules(page, text, PATH, "source", tuple(USUAL_KINDS))]


def messages(text: str) -> list[str]:
    return [f"{problem.place.line}: {problem.message}" for problem in problems(text)]


def test_a_page_needs_a_heading() -> None:
    (problem,) = problems("Words.\n")
    assert (str(problem.place), problem.message[:24]) == (f"{PATH}:1", "This page has no heading")


@pytest.mark.parametrize(
    "text",
    [
        "---\norphan: true\ntocdepth: 2\nhide-toc: true\n---\n# Page\n",
        "---\n{orphan: true}\n---\n# Page\n",
        "# Page\n\n:::{note} A *title*\nWords with a {term}`word`.\n:::\n",
        "# Page\n\n:::{list-table} Dues\n* - One\n  - Two\n:::\n",
        "# Page\n\n```{literalinclude} /sample.md\n:language: yaml\n```\n",
        "# Page\n\n---\n\nBelow a rule.\n",
        "# Page\n\n```markdown\n:::{include} a.md\n:::\n{download}`a`\n```\n",
    ],
)
def test_what_pages_are_made_of_is_allowed(text: str) -> None:
    assert messages(text) == []


@pytest.mark.parametrize(
    ("head", "line", "name"),
    [
        ("orphan: true\nmyst:\n  enable_extensions: [substitution]", 3, "myst"),
        ("{orphan: true, myst: {enable_extensions: [substitution]}}", 2, "myst"),
        ('"m\\x79st": {}', 2, "myst"),
        ("? myst\n: {}", 2, "myst"),
        ("substitutions: {a: b}", 2, "substitutions"),
        ("html_meta: {description: Words}", 2, "html_meta"),
        ("first: &a {b: c}\n<<: *a", 2, "first"),
    ],
)
def test_a_setting_of_any_other_name_is_told_at_its_line_however_it_is_written(head: str, line: int, name: str) -> None:
    assert messages(f"---\n{head}\n---\n# Page\n")[0] == f"{line}: The setting {name!r} is not allowed on a page."


@pytest.mark.parametrize(
    "text",
    [
        "---\norphan: true\n# Page\n",
        "----\norphan: true\n----\n# Page\n",
        "---\norphan: true\n--- \n# Page\n",
        "---\norphan: true\n...\n# Page\n",
        "---\norphan: true\v---\nmyst: {}\n---\n# Page\n",
    ],
)
def test_settings_whose_end_could_be_read_in_two_ways_are_told(text: str) -> None:
    assert messages(text) == ["1: The settings at the head of this page have no clear end."]


def test_a_setting_that_stands_twice_is_told_at_its_second_line() -> None:
    (problem,) = problems("---\ntocdepth: 1\norphan: true\ntocdepth: 2\n---\n# Page\n")
    assert (problem.place.line, problem.message) == (4, "The setting 'tocdepth' stands twice; the first is on line 2.")


def test_settings_that_are_none_are_told() -> None:
    assert messages("---\n- orphan\n---\n# Page\n") == [
        "2: At the head of this page are no settings, but something else."
    ]
    assert messages("---\norphan: [\n---\n# Page\n") == ["2: The settings at the head of this page cannot be read."]
    assert messages("---\norphan: {a: b}\n---\n# Page\n") == ["2: The setting 'orphan' takes one word."]


REFUSED = {
    "include": "```{include} /sample.md\n```",
    "csv-table": ":::{csv-table} Dues\n:file: dues.csv\n:::",
    "raw": "```{raw} html\n:file: a.html\n```",
    "eval-rst": "```{eval-rst}\nWords.\n```",
    "meta": "```{meta}\n:refresh: words\n```",
    "only": ":::{only} html\nWords.\n:::",
    "math": "```{math}\na\n```",
    "parsed-literal": "```{parsed-literal}\nWords.\n```",
}


@pytest.mark.parametrize(("name", "text"), REFUSED.items(), ids=REFUSED)
def test_a_directive_that_reads_or_runs_anything_is_told_at_its_line(name: str, text: str) -> None:
    message = f"5: The directive {name!r} is not allowed on a page."
    assert messages(f"# Page\n\n::::::{{note}}\n\n{text}\n::::::\n") == [message]
    assert message in [
        f"{problem.place.line}: {problem.message}"
        for problem in problems(f"# Page\n\nWords.\n\n{text}\n", closed=False)
    ]


def test_an_option_that_reads_a_second_file_is_told() -> None:
    text = "# Page\n\n```{literalinclude} /sample.md\n:diff: /other.md\n```\n"
    assert messages(text) == ["3: The option 'diff' of 'literalinclude' is not allowed on a page."]


def test_a_directive_of_a_domain_is_known_only_where_an_extension_may_bring_it() -> None:
    text = "# Page\n\n```{std:option} a\n```\n"
    assert [problem.message for problem in problems(text)] == ["There is no directive 'std:option'."]
    assert problems(text, closed=False) == []


@pytest.mark.parametrize("where", ["Words {download}`a`.", "# {download}`a`", ":::{note} {download}`a`\nWords.\n:::"])
def test_a_role_that_takes_a_file_along_is_told_wherever_it_stands(where: str) -> None:
    assert messages(f"# Page\n\n{where}\n") == ["3: The role {download} is not allowed on a page."]
