"""Samples of code have the lines that their options name; Sphinx is asked as well."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from concordance.model.problems import Problem
from concordance.reading.code_samples import check_samples
from concordance.reading.page_parser import parse_page
from concordance.reading.settings import PageSettings
from sphinx.directives import code
from sphinx.directives.code import LiteralInclude, LiteralIncludeReader

SAMPLE = "one\n  two\n    three\n  two again\nfive\n"


def problems(page: str, root: Path) -> list[Problem]:
    (root / "source").mkdir(exist_ok=True)
    (root / "source/sample.txt").write_text(SAMPLE, encoding="utf-8")
    return [*check_samples(parse_page(page, "source/page.md", PageSettings()), root, "source", "source/page.md")]


def refuses(options: dict[str, str], file: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Return whether Sphinx refuses to show a file with these options, or warns of it."""
    warnings: list[Any] = []
    monkeypatch.setattr(code.logger, "warning", lambda *words, **_where: warnings.append(words))
    config: Any = SimpleNamespace(source_encoding="utf-8-sig")
    values = {name: LiteralInclude.option_spec[name](value or None) for name, value in options.items()}  # type: ignore[arg-type]
    try:
        _text, total = LiteralIncludeReader(file, values, config).read()
        if marked := options.get("emphasize-lines"):
            # The directive reads these as it reads lines.
            LiteralIncludeReader(file, {"lines": marked}, config).lines_filter(["\n"] * total)
    except ValueError:
        return True
    return bool(warnings)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"lines": "1,3-5"},
        {"lines": "4-"},
        {"lines": "6-"},
        {"lines": "2,9"},
        {"lines": "-2"},
        {"start-at": "two"},
        {"start-at": "six"},
        {"start-after": "five", "end-at": "five"},
        {"start-after": "two", "end-before": "five"},
        {"start-after": "two", "end-before": "three"},
        {"end-before": "one"},
        {"end-at": "one", "lines": "2"},
        {"start-at": "two", "start-after": "one"},
        {"end-at": "two", "end-before": "five"},
        {"dedent": "2"},
        {"lines": "2-4", "dedent": "2"},
        {"lines": "2-4", "dedent": "3"},
        {"dedent": ""},
        {"lines": "2,4", "lineno-match": ""},
        {"lines": "2,3-4", "lineno-match": ""},
        {"lineno-match": "", "lineno-start": "4"},
        {"lineno-match": "", "append": "end"},
        {"emphasize-lines": "5"},
        {"emphasize-lines": "6"},
        {"emphasize-lines": "6", "append": "end"},
        {"prepend": "zero", "lines": "2", "dedent": "2"},
        {"lines": "2-3", "emphasize-lines": "3"},
    ],
)
def test_what_a_build_refuses_to_show_of_a_file_the_check_refuses(
    options: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = "".join(f":{name}: {value}".rstrip() + "\n" for name, value in options.items())
    complaints = problems(f"# A\n\n```{{literalinclude}} sample.txt\n{written}```\n", tmp_path)
    assert bool(complaints) == refuses(options, tmp_path / "source/sample.txt", monkeypatch)
    assert all(problem.place.line == 3 and problem.remedy for problem in complaints)


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("emphasize-lines: 2", ""),
        ("emphasize-lines: 2-3", "The option 'emphasize-lines' names line 3, and there are 2 lines to choose from."),
        ("emphasize-lines: zzz", ""),
        ("dedent: 2", ""),
        ("dedent: 3", "The option 'dedent' would take 3 columns away, which have words."),
    ],
)
def test_numbers_of_lines_are_those_of_the_code_on_the_page(option: str, message: str, tmp_path: Path) -> None:
    complaints = problems(f"# A\n\n```{{code-block}} text\n:{option}\n\n  one\n  two\n```\n", tmp_path)
    assert [problem.message for problem in complaints] == [message] * bool(message)


def test_a_file_that_is_not_in_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source/odd.txt").write_bytes(b"\xff")
    (problem,) = problems("# A\n\n```{literalinclude} odd.txt\n```\n", tmp_path)
    assert problem.message == "The file odd.txt is not in UTF-8, and this page shows it."


@pytest.mark.parametrize("name", ["../outside.txt", "nosuch.txt", "link.txt", "https://example.org/x.txt", "/../../x"])
def test_what_is_no_file_of_the_edition_is_not_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "outside.txt").write_bytes(b"\xff")
    (tmp_path / "source/link.txt").symlink_to(tmp_path / "outside.txt")
    assert problems(f"# A\n\n```{{literalinclude}} {name}\n:start-at: secret\n```\n", tmp_path) == []
