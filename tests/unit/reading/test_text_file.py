"""Text files are read so that nothing is mangled."""

from __future__ import annotations

import pytest
from concordance.model.problems import ProblemKind
from concordance.reading.limits import LINE
from concordance.reading.text_file import read_contributed, read_text


def test_sound_text_is_read_as_it_is() -> None:
    assert read_text("Für Übung\n".encode(), "a.md") == ("Für Übung\n", [])
    assert read_contributed("Für Übung\n".encode(), "a.md") == ("Für Übung\n", [])


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        (b"", 1, 0, "empty"),
        (b" \n\n", 1, 0, "empty"),
        (b"\xef\xbb\xbfwords", 1, 0, "byte order mark"),
        ("für\nä".encode() + b"\xe4", 2, 2, "not UTF-8"),
        (b"one\ntwo\r\n", 2, 4, "Windows line endings"),
    ],
)
def test_what_is_wrong_with_the_encoding_is_told_where_it_begins(
    data: bytes, line: int, column: int, words: str
) -> None:
    text, (problem,) = read_text(data, "a.md")
    assert text == ""
    assert (problem.place.line, problem.place.column, problem.kind) == (line, column, ProblemKind.ENCODING)
    assert words in problem.message


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("one\n<<<<<<< HEAD\ntwo\n=======\nthree\n>>>>>>> other\n", ProblemKind.FILE, 2),
        (f"one\n{'x' * (LINE + 1)}\n", ProblemKind.SIZE, 2),
        ("one\n\ntwo\u200b\n", ProblemKind.CHARACTER, 3),
    ],
)
def test_what_editors_write_is_looked_through(text: str, kind: ProblemKind, line: int) -> None:
    read, (problem,) = read_contributed(text.encode(), "a.md")
    assert (read, problem.kind, problem.place.line) == ("", kind, line)
    assert read_text(text.encode(), "a.md") == (text, []), "pages of texts may hold it"


def test_a_heading_underlined_is_no_conflict() -> None:
    assert read_contributed(b"Title\n=======\n", "a.md")[1] == []
