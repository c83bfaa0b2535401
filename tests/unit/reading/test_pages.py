"""The pages of an edition on disk: which can be read, and what keeps others from being read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from concordance.model.problems import ProblemKind
from concordance.model.vocabulary import EMPTY_VOCABULARY
from concordance.reading import pages
from concordance.reading.page import Page
from concordance.reading.pages import read_gists, read_pages
from concordance.reading.settings import PageSettings

VOCABULARY = replace(EMPTY_VOCABULARY, fingerprint="read")


def write(root: Path, **texts: str) -> None:
    (root / "source").mkdir(exist_ok=True)
    for name, text in texts.items():
        (root / "source" / f"{name}.md").write_text(text, encoding="utf-8")


def test_a_page_that_is_broken_is_told_and_not_read_but_its_text_is_kept(tmp_path: Path) -> None:
    write(tmp_path, one="# One\n", two=":::{body} a\n")
    read = read_pages(tmp_path, "source", VOCABULARY)
    assert read.pages.keys() == {"source/one.md"}
    assert read.texts.keys() == {"source/one.md", "source/two.md"}
    assert [str(problem.place) for problem in read.unread_problems] == ["source/two.md:1"]


def test_a_paragraph_that_would_keep_a_parser_busy_is_refused_before_it_is_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "PAGE_BRACKETS", 5)
    write(tmp_path, one="# One\n\n[a](#b) [[[\n\n[[[\n[[[\n")
    (problem,) = read_pages(tmp_path, "source", VOCABULARY).unread_problems
    assert (problem.kind, str(problem.place)) == (ProblemKind.SIZE, "source/one.md:5")


def test_a_build_parses_only_pages_that_have_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    parse = pages._parse

    def noting(text: str, path: str, settings: PageSettings) -> Page:
        parsed.append(path)
        return parse(text, path, settings)

    monkeypatch.setattr(pages, "_parse", noting)
    write(tmp_path, one="(here)=\n# One\n", two=":::{bdy} a\n:::\n")
    first = read_gists(tmp_path, "source", VOCABULARY, tmp_path / "cache")
    (problem,) = first.problems
    assert ([label.text for label in first.labels], str(problem.place)) == (["here"], "source/two.md:1")
    assert read_gists(tmp_path, "source", VOCABULARY, tmp_path / "cache") == first
    write(tmp_path, two="(there)=\n# Two\n")
    second = read_gists(tmp_path, "source", VOCABULARY, tmp_path / "cache")
    assert ([label.text for label in second.labels], second.problems) == (["here", "there"], ())
    assert [docname for docname in first.sums if first.sums[docname] != second.sums[docname]] == ["two"]
    (tmp_path / "conf.py").write_text('myst_enable_extensions = ["tasklist"]\n')
    read_gists(tmp_path, "source", VOCABULARY, tmp_path / "cache")
    assert parsed == ["source/one.md", "source/two.md", "source/two.md", "source/one.md", "source/two.md"]
