"""What pages show or list has to be there."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.page_parser import parse_page
from concordance.reading.referenced_files import check_files, check_page_lists
from concordance.reading.settings import PageSettings

SOURCE = "source"
PATH = "source/guide/page.md"
DOCNAMES = ("index", "glossary", "guide/page", "guide/data", "rules/1", "rules/2")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An edition with a few files to show."""
    for name in ("source/guide/harbour.png", "source/guide/dues.csv", "source/lights.png", "annotations/rules-1.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def shown(text: str, root: Path) -> list[Problem]:
    return [*check_files(parse_page(text, PATH, PageSettings()), root, SOURCE, PATH)]


def listed(body: str, docname: str = "guide/page") -> list[Problem]:
    page = parse_page(f"# Guide\n\n```{{toctree}}\n{body}\n```\n", PATH, PageSettings())
    return [*check_page_lists(page, docname, DOCNAMES)]


def test_a_name_in_a_list_begins_at_the_margin_as_in_a_build() -> None:
    assert listed("/glossary") == []
    (problem,) = listed("data\n  data")
    assert problem.remedy == "Begin the line at the margin."


@pytest.mark.parametrize(
    "text",
    [
        "![A harbour](harbour.png)",
        "![Lights](../lights.png)",
        "![Lights](/lights.png)",
        ":::{figure} harbour.png\nA harbour\n:::",
        ":::{literalinclude} ../../annotations/rules-1.md\n:::",
        "![Elsewhere](https://example.org/harbour.png)",
        "![Elsewhere](//example.org/harbour.png)",
        "![Drawn](data:image/png;base64,AAAA)",
        "`![A sample](nothing.png)`",
    ],
)
def test_a_file_is_found_from_the_folder_of_its_page_or_from_the_top_of_the_pages(text: str, root: Path) -> None:
    assert shown(f"{text}\n", root) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("![Harbour](harbor.png)", "source/guide/harbor.png"),
        ("![Harbour](/harbour.png)", "source/harbour.png"),
        (":::{image} ../guide/harbor.png\n:::", "source/guide/harbor.png"),
        (":::{literalinclude} ../../annotations/rules-2.md\n:::", "annotations/rules-2.md"),
        (":::{card} Dues\n:img-top: due.png\nWords.\n:::", "source/guide/due.png"),
        ("::::{note}\n:::{figure} harbor.png\n:::\n::::", "source/guide/harbor.png"),
        ("![A folder](../guide)", "source/guide"),
    ],
)
def test_a_file_that_is_not_there_is_told_with_its_path_from_the_root(text: str, wanted: str, root: Path) -> None:
    (problem,) = shown(f"{text}\n", root)
    assert problem.kind is ProblemKind.FILE
    assert problem.message == f"There is no file {wanted}, and this page shows it."


def test_a_missing_file_is_told_at_its_line_with_names_that_come_close(root: Path) -> None:
    (problem,) = shown("Words.\n\nSee ![Harbour](harbor.png).\n", root)
    assert problem.place == Place(PATH, 3, 16)
    assert problem.remedy == "Correct its path. Did you mean 'harbour.png'?"


def test_nothing_comes_close_in_a_folder_that_is_not_there(root: Path) -> None:
    (problem,) = shown("![Harbour](pictures/harbor.png)\n", root)
    assert problem.remedy == "Correct its path."


def test_of_a_file_that_was_moved_it_is_told_where_one_of_its_name_is(root: Path) -> None:
    def remedy() -> str:
        (problem,) = shown(":::{literalinclude} ../../annotations/rules/50.md\n:::\n", root)
        return problem.remedy

    def make(*names: str) -> None:
        for name in names:
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).touch()

    make("annotations/rules/5.md", "annotations/.hidden/50.md", "source/50.md")
    assert remedy() == "Correct its path. A file of this name is source/50.md."
    make("annotations/moved/50.md")
    assert remedy() == "Correct its path. A file of this name is annotations/moved/50.md."
    make("annotations/other/50.md")
    expected = "Correct its path. A file of this name is annotations/moved/50.md or annotations/other/50.md."
    assert remedy() == expected


@pytest.mark.parametrize(
    "body",
    [
        "data",
        "/rules/1",
        "../rules/2.md",
        "The data <data>",
        "self",
        "/search",
        "https://example.org/",
        "Elsewhere <https://example.org/>",
        "\ndata\n\n/index",
        ":glob:\n\n/rules/*",
    ],
)
def test_pages_are_listed_by_their_names_with_a_title_or_without(body: str) -> None:
    assert listed(body) == []


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("glossary", "guide/glossary"),
        ("/data", "data"),
        ("../rules/3.md", "rules/3"),
        ("The third rule </rules/3>", "rules/3"),
        ("/rules/*", "rules/*"),
    ],
)
def test_a_page_that_is_not_there_is_told_by_its_name_from_the_top(body: str, wanted: str) -> None:
    (problem,) = listed(body)
    assert (problem.kind, problem.message) == (ProblemKind.FILE, f"There is no page {wanted!r} to list here.")


def test_a_missing_page_is_told_at_its_line_with_names_that_come_close() -> None:
    (problem,) = listed(":maxdepth: 1\n\ndata\n/rules/11")
    assert problem.place == Place(PATH, 7, 1)
    assert "'rules/1'" in problem.remedy


def test_an_option_among_pages_is_not_taken_for_one() -> None:
    assert listed("data\n:maxdepth: 1") == []
    (problem,) = listed("data\n:nosuch: 1")
    assert problem.message == "There is no page 'guide/:nosuch: 1' to list here."


def test_a_page_at_the_top_lists_pages_from_there() -> None:
    assert listed("glossary\nguide/data", "index") == []
