"""Read the front matter of an annotation, or as much of it as possible."""

from __future__ import annotations

import re
from dataclasses import replace

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.strict_yaml import ANCHORS, Document, Spot, read_yaml
from concordance.reading.yaml_hints import is_almost_rule

FRONT_MATTER = re.compile(r"\A---\n(.*?)^---[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
ANNOTATES = re.compile(r"^(?P<before>(?:- +)?annotates: +)(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*) *$", re.MULTILINE)
FIELD = re.compile(r"[A-Za-z][\w-]*:")
FIRST_LINE = 2
# An annotation has no more fields.
MOST_FIELDS = 12


def missing_front_matter(lines: list[str], path: str) -> Problem:
    """Return the problem of a file whose front matter does not begin or does not end."""
    begins = lines[0] == "---"
    almost = [row for row, line in enumerate(lines) if is_almost_rule(line) and (begins or row == 0)]
    message = "The front matter has no end." if begins else "The file does not begin with front matter."
    remedy = "Begin the file with a line `---`, then `annotates: …`, then a line `---`."
    if begins:
        remedy = "Put a line `---` below the last field, above the commentary."
    if almost:
        message += " This line is almost the `---` that is wanted."
        remedy = "Write three hyphens, `---`, and nothing else on the line."
    return Problem(Place(path, almost[0] + 1 if almost else 1, 1), ProblemKind.YAML, message, remedy)


def read_front_matter(text: str, path: str) -> Document:
    """Read front matter; if some of it is not YAML, read the rest without it.

    The value of the document is None if it does not even show which entry is annotated.
    """
    document = read_yaml(text, path, FIRST_LINE)
    problems, rest = document.problems, text
    # One try per field is enough: only a hostile file has more mistakes than that.
    for _ in range(MOST_FIELDS):
        if document.value is not None:
            break
        for problem in document.problems:
            rest = _without(rest, problem.place.line - FIRST_LINE)
        document = read_yaml(rest, path, FIRST_LINE)
        # An anchor and its aliases are reported once.
        reported = {ANCHORS}.intersection(problem.message for problem in problems)
        problems = [*problems, *(problem for problem in document.problems if problem.message not in reported)]
    document.problems = problems
    return document if rest == text else _with_entry(document, text)


def _with_entry(document: Document, text: str) -> Document:
    """Add the entry that is annotated to a document of which something was left out, if the text shows it."""
    value = document.value if isinstance(document.value, dict) else {}
    document.value = value
    if "annotates" in value:
        return document
    match = ANNOTATES.search(text)
    if match is None:
        document.value = None
        return document
    name = Place(document.path, FIRST_LINE + text.count("\n", 0, match.start()), 1)
    place = replace(name, column=len(match["before"]) + 1)
    value["annotates"] = match["id"]
    document.spots["annotates",] = Spot(name, place, place)
    return document


def _without(text: str, row: int) -> str:
    """Return front matter with blank lines in place of the item around a row, or of the field around it."""
    lines = text.split("\n")
    if is_almost_rule(lines[row]):
        return "\n".join(line if at < row else "" for at, line in enumerate(lines))
    start, end = _around(lines, row, FIELD)
    if lines[row].startswith((" ", "-")) and start < row:
        first, last = _item(lines, row, start)
        others = any(line.strip() for line in (*lines[start + 1 : first], *lines[last:end]))
        start, end = (first, last) if others else (start, end)
    return "\n".join("" if start <= at < end else line for at, line in enumerate(lines))


def _around(lines: list[str], row: int, begins: re.Pattern[str]) -> tuple[int, int]:
    """Return the first row, and the row past the last, of what begins at or above `row`."""
    start = next((at for at in range(row, -1, -1) if begins.match(lines[at])), row)
    end = next((at for at in range(row + 1, len(lines)) if begins.match(lines[at])), len(lines))
    return start, end


def _item(lines: list[str], row: int, field: int) -> tuple[int, int]:
    """Return the first row, and the row past the last, of the list item around `row`, below its field."""
    dashed = [at for at in range(field + 1, row + 1) if lines[at].lstrip().startswith("-")]
    if not dashed:
        return field, row + 1
    first = dashed[-1]
    below = range(row + 1, len(lines))
    last = next((at for at in below if lines[at].lstrip().startswith("-") or FIELD.match(lines[at])), len(lines))
    return first, last
