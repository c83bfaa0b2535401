"""Decode text files without altering anything."""

from __future__ import annotations

import re

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.characters import check_characters
from concordance.reading.limits import LINE

# Conflict markers, which git leaves in a file if two changes of the same lines meet.
CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


def read_contributed(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Return the text of an editors' file called `path`; empty, and with problems, if it is not fit to be read."""
    text, problems = read_text(data, path)
    problems = problems or [*check_conflict(text, path), *_check_lines(text, path), *check_characters(text, path)]
    return "" if problems else text, problems


def read_page_text(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Return the text of a page; empty, and with problems, if it is not fit to be read. Its lines may be long."""
    text, problems = read_text(data, path)
    problems = problems or [*check_conflict(text, path), *check_characters(text, path)]
    return "" if problems else text, problems


def read_text(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Return the text of a file called `path`; empty, and with a problem, if something is wrong with its encoding."""

    def problem(line: int, column: int, message: str, remedy: str) -> tuple[str, list[Problem]]:
        return "", [Problem(Place(path, line, column), ProblemKind.ENCODING, message, remedy)]

    if not data.strip():
        return problem(1, 0, "The file is empty.", "Write it or delete it.")
    if data.startswith(b"\xef\xbb\xbf"):
        return problem(1, 0, "The file begins with a byte order mark.", "Save it as UTF-8 without BOM.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _position(data[: error.start].decode("utf-8"))
        remedy = "Save it as UTF-8; this line has the first byte that is not."
        return problem(line, column, "The file is not UTF-8.", remedy)
    if "\r" in text:
        line, column = _position(text[: text.index("\r")])
        return problem(
            line, column, "The file has Windows line endings (CRLF).", "Save it with Unix line endings (LF)."
        )
    return text, []


def check_conflict(text: str, path: str) -> list[Problem]:
    """Return the problem of two versions of a file called `path` that nobody has joined, if there are two in it."""
    match = CONFLICT.search(text)
    if match is None:
        return []
    message = "Two versions of the file stand one below the other from here on, as nobody has joined them yet."
    remedy = "Keep the words that are right; remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`."
    return [Problem(Place(path, *_position(text[: match.start()])), ProblemKind.FILE, message, remedy)]


def _check_lines(text: str, path: str) -> list[Problem]:
    return [
        Problem(
            Place(path, number),
            ProblemKind.SIZE,
            f"The line has {len(line):,} characters; more than {LINE:,} are not read.",
            "Break it into several lines.",
        )
        for number, line in enumerate(text.split("\n"), start=1)
        if len(line) > LINE
    ]


def _position(before: str) -> tuple[int, int]:
    """Return the line and the column, counted from 1, behind the text `before`."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
