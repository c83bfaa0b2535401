"""Read text files so that nothing is mangled. Pure; no Sphinx."""

from __future__ import annotations

import re

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.characters import hidden
from concordance.reading.limits import LINE

# What git leaves in a file where two changes of the same lines meet.
CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


def read_contributed(data: bytes, shown: str) -> tuple[str, list[Problem]]:
    """Return the text of a file that editors write, and what keeps it from being read (the text is then empty)."""
    text, problems = read_text(data, shown)
    problems = problems or [*_conflict(text, shown), *_long_lines(text, shown), *hidden(text, shown)]
    return "" if problems else text, problems


def read_text(data: bytes, shown: str) -> tuple[str, list[Problem]]:
    """Return the text of a file called `shown`, and what is wrong with its encoding (the text is then empty)."""

    def wrong(line: int, column: int, message: str, remedy: str) -> tuple[str, list[Problem]]:
        return "", [Problem(Place(shown, line, column), ProblemKind.ENCODING, message, remedy)]

    if not data.strip():
        return wrong(1, 0, "The file is empty.", "Write it or delete it.")
    if data.startswith(b"\xef\xbb\xbf"):
        return wrong(1, 0, "The file begins with a byte order mark.", "Save it as UTF-8 without BOM.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _position(data[: error.start].decode("utf-8"))
        remedy = "Save it as UTF-8; this line has the first byte that is not."
        return wrong(line, column, "The file is not UTF-8.", remedy)
    if "\r" in text:
        line, column = _position(text[: text.index("\r")])
        return wrong(line, column, "The file has Windows line endings (CRLF).", "Save it with Unix line endings (LF).")
    return text, []


def _conflict(text: str, shown: str) -> list[Problem]:
    match = CONFLICT.search(text)
    if match is None:
        return []
    message = "Two versions of the file stand one below the other from here on, as nobody has joined them yet."
    remedy = "Keep the words that are right; remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`."
    return [Problem(Place(shown, *_position(text[: match.start()])), ProblemKind.FILE, message, remedy)]


def _long_lines(text: str, shown: str) -> list[Problem]:
    return [
        Problem(
            Place(shown, number),
            ProblemKind.SIZE,
            f"The line has {len(line):,} characters; more than {LINE:,} are not read.",
            "Break it into several lines.",
        )
        for number, line in enumerate(text.split("\n"), start=1)
        if len(line) > LINE
    ]


def _position(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")
