"""Words of a text are not changed by hand without an entry that says who changed what, and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.model.problems import Problem
from concordance.reading.import_ledger import check_imported_pages, fingerprint_page

TEXT = "# Rule 1\n\nVessels and crews shall be measured.\n"
ENTRY = "pages:\n- page: {page}\n  sha256: {sum}\n  by: The editors\n  on: 2026-11-28\n  what: A word\n  why: A slip\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "source/rules").mkdir(parents=True)
    (tmp_path / "source/rules/1.md").write_text(TEXT, encoding="utf-8")
    line = f"{fingerprint_page(TEXT.encode())}  rules/1.md\n"
    (tmp_path / "source/imported.sha256").write_text(line, encoding="utf-8")
    return tmp_path


def problems_of(root: Path) -> list[Problem]:
    return check_imported_pages(root, "source")


def change(root: Path) -> str:
    text = TEXT.replace(" and ", " and also ")
    (root / "source/rules/1.md").write_text(text, encoding="utf-8")
    return fingerprint_page(text.encode())


def account(root: Path, fingerprint: str, page: str = "rules/1.md") -> None:
    (root / "source/edited.yaml").write_text(ENTRY.format(page=page, sum=fingerprint), encoding="utf-8")


def test_a_page_as_it_was_imported_is_sound_and_an_edition_may_import_none(root: Path) -> None:
    assert problems_of(root) == []
    (root / "source/imported.sha256").unlink()
    assert problems_of(root) == []


def test_a_changed_page_is_told_with_the_sum_that_accounts_for_it(root: Path) -> None:
    fingerprint = change(root)
    (problem,) = problems_of(root)
    assert (str(problem.place), problem.kind.value) == ("source/rules/1.md:1", "edited-text")
    assert f"`sha256: {fingerprint}`" in problem.remedy
    account(root, fingerprint)
    assert problems_of(root) == []


def test_a_further_change_needs_another_entry(root: Path) -> None:
    account(root, change(root))
    (root / "source/rules/1.md").write_text(TEXT.upper(), encoding="utf-8")
    assert [problem.kind.value for problem in problems_of(root)] == ["edited-text"]


def test_an_entry_that_accounts_for_nothing_is_told_at_its_line(root: Path) -> None:
    account(root, "0" * 64)
    (problem,) = problems_of(root)
    assert (str(problem.place), problem.remedy) == ("source/edited.yaml:2", "Remove this entry.")
    account(root, "0" * 64, "rules/11.md")
    (problem,) = problems_of(root)
    assert problem.remedy == "Did you mean 'rules/1.md'?"


def test_an_entry_without_a_reason_is_none(root: Path) -> None:
    (root / "source/edited.yaml").write_text("pages:\n- page: rules/1.md\n  by: me\n", encoding="utf-8")
    (problem,) = problems_of(root)
    assert problem.message == "`sha256`, `on`, `what` and `why` are missing in item 1 of `pages`."


def test_a_ledger_that_cannot_be_read_is_told_at_its_line(root: Path) -> None:
    (root / "source/imported.sha256").write_text("nonsense\n", encoding="utf-8")
    (problem,) = problems_of(root)
    assert (str(problem.place), problem.message) == ("source/imported.sha256:1", "This is no line of sha256sum.")


def test_a_page_that_is_not_there_is_told_at_its_line(root: Path) -> None:
    path = root / "source/imported.sha256"
    path.write_text(path.read_text(encoding="utf-8") * 2 + f"{'0' * 64}  rules/11.md\n", encoding="utf-8")
    (problem,) = problems_of(root)
    assert (str(problem.place), problem.message) == ("source/imported.sha256:3", "There is no page 'rules/11.md'.")


def test_what_is_no_sum_is_told_as_that(root: Path) -> None:
    account(root, "x")
    (problem,) = problems_of(root)
    assert "which is not a SHA-256 sum" in problem.message


def test_of_a_ledger_that_cannot_be_read_nothing_follows(root: Path) -> None:
    account(root, change(root))
    (root / "source/imported.sha256").write_text("nonsense\n" * 4, encoding="utf-8")
    (problem,) = problems_of(root)
    assert str(problem.place) == "source/imported.sha256:1"


def test_not_even_the_sum_of_a_file_elsewhere_is_told(root: Path) -> None:
    (root.parent / "elsewhere").write_text("what nobody is to know", encoding="utf-8")
    (root / "source/imported.sha256").write_text(f"{'0' * 64}  ../../elsewhere\n", encoding="utf-8")
    (problem,) = problems_of(root)
    assert str(problem) == "'../../elsewhere' is no page. Restore the file."
