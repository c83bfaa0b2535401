"""What is wrong with a catalogue of translators is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.model.problems import Problem
from concordance.reading.catalogues import check_catalogues

PATH = "locales/fr/LC_MESSAGES/rules.po"
HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""
SOUND = f'{HEAD}msgid "rule {{number}}"\nmsgstr "règle {{number}}"\n'
WRONG = {
    "merge markers": (f"{SOUND}<<<<<<< HEAD\n", 8, "Two versions of the file"),
    "no string": (f"{SOUND}words\n", 8, "This line is none of a catalogue: 'words'."),
    "no such encoding": (SOUND.replace("utf-8", "nosuch"), 4, "cannot be read: unknown encoding: nosuch."),
    "no plural": (SOUND.replace("(n > 1)", "(n >> 1)"), 4, "The head of this catalogue cannot be read"),
    "another field": (SOUND.replace("règle {number}", "règle {numero}"), 6, "Write `{number}` there"),
    "half a field": (SOUND.replace("règle {number}", "règle {number"), 6, "Write `{number}` there"),
    "no field": (SOUND.replace("règle {number}", "règle"), 6, "Write `{number}` there"),
    "nothing": ("", 1, "The file is empty."),
}
FINE = (
    SOUND,
    SOUND.replace("\n", "\r\n"),
    SOUND.replace("règle {number}", ""),
    SOUND.replace('msgid "rule', '#, fuzzy\nmsgid "rule').replace("règle {number}", "règle"),
)


def problems_of(root: Path, text: str) -> list[Problem]:
    (root / PATH).parent.mkdir(parents=True)
    (root / PATH).write_bytes(text.encode())
    return check_catalogues(root)


@pytest.mark.parametrize(("text", "line", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_one_problem_at_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    (problem,) = problems_of(tmp_path, text)
    assert str(problem.place) == f"{PATH}:{line}"
    assert words in str(problem)


@pytest.mark.parametrize("text", FINE)
def test_a_sound_catalogue_is_none(tmp_path: Path, text: str) -> None:
    assert problems_of(tmp_path, text) == []


def test_an_edition_need_not_be_translated(tmp_path: Path) -> None:
    assert check_catalogues(tmp_path) == []
