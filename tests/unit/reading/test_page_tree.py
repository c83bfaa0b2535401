"""Pages that nobody could find, and files that nothing reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.reading.page_parser import parse_page
from concordance.reading.page_tree import check_other_files, check_page_tree
from concordance.reading.settings import PageSettings

TOP = "# Top\n\n```{toctree}\n%s\n```\n"


def messages(listing: str, lost: str = "# Lost\n") -> list[str]:
    texts = {"index": TOP % listing, "rules/1": "# Rule 1\n", "rules/deep/2": "# Rule 2\n", "lost": lost}
    settings = PageSettings()
    pages = {
        docname: (f"source/{docname}.md", parse_page(text, f"source/{docname}.md", settings))
        for docname, text in texts.items()
    }
    return [f"{problem.place}: {problem.message}" for problem in check_page_tree(pages, texts)]


ALL = "rules/1\nrules/deep/2\nlost"


def test_a_page_that_no_table_of_contents_lists_is_told() -> None:
    assert messages(ALL) == []
    (problem,) = messages("rules/1\nrules/deep/2")
    assert problem.startswith("source/lost.md:1: No table of contents lists this page")


def test_a_page_that_says_so_need_not_be_listed() -> None:
    assert messages("rules/1\nrules/deep/2", "---\norphan: true\n---\n# Lost\n") == []


def test_a_page_that_is_listed_twice_is_told_at_the_second_line() -> None:
    assert messages(f"{ALL}\nRule one <rules/1>") == ["source/index.md:7: The page 'rules/1' is listed here already."]


@pytest.mark.parametrize("listing", [ALL.replace("lost", "lots"), f"{ALL}\nsearch"])
def test_a_page_that_a_list_calls_by_a_wrong_name_is_told_in_the_list_alone(listing: str) -> None:
    # `check_page_lists` tells it.
    assert messages(listing) == []


def test_a_page_that_is_listed_below_itself_is_told_at_the_line() -> None:
    problem = "source/lost.md:5: The page 'index' is listed here below itself."
    assert messages(ALL, "# Lost\n\n```{toctree}\nrules/1\nindex\n```\n") == [problem]
    assert messages(f"index\n{ALL}") == ["source/index.md:4: The page 'index' is listed here below itself."]


def test_a_star_stands_for_names_in_one_folder_as_in_a_build() -> None:
    assert messages(":glob:\n\nrules/*\nrules/deep/*\nlost") == []
    assert messages(":glob:\n\nrules/**\nlost") == []
    assert any("rules/deep/2" in problem for problem in messages(":glob:\n\nrules/*\nlost"))


def test_a_pattern_that_finds_no_page_is_told_at_its_line() -> None:
    assert messages(f":glob:\n\n{ALL}\nnosuch/*") == [
        "source/index.md:9: No page has a name such as 'nosuch/*', which is to be listed here."
    ]


@pytest.mark.parametrize(
    ("name", "read"),
    [("a.rst", False), ("a.MD", False), ("a.txt", False), ("a.md", True), ("a.svg", True), (".a.rst", True)],
)
def test_a_text_that_is_no_page_is_told(tmp_path: Path, name: str, read: bool) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / name).write_text("# A\n", encoding="utf-8")
    problems = [*check_other_files(tmp_path, "source")]
    assert [str(problem.place) for problem in problems] == ([] if read else [f"source/{name}:1"])
