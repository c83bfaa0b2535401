"""Read the front matter of an annotation, or as much of it as can be read. Pure; no Sphinx."""

from __future__ import annotations

import re
from dataclasses import replace

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.schema import AnnotationModel
from concordance.reading.strict_yaml import ANCHORS, Document, Spot, read_yaml
from concordance.reading.yaml_hints import almost_rule

FRONT_MATTER = re.compile(r"\A---\n(.*?)^---[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
ANNOTATES = re.compile(r"^(?P<before>annotates: +)(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*) *$", re.MULTILINE)
FIELD = re.compile(r"[A-Za-z][\w-]*:")
FIRST_LINE = 2


def no_front_matter(lines: list[str], shown: str) -> Problem:
    """Tell of a file whose front matter does not begin or does not end."""
    begun = lines[0] == "---"
    almost = [row for row, line in enumerate(lines) if almost_rule(line) and (begun or row == 0)]
    message = "The front matter has no end." if begun else "The file does not begin with front matter."
    remedy = "Begin the file with a line `---`, then `annotates: …`, then a line `---`."
    if begun:
        remedy = "Put a line `---` below the last field, above the commentary."
    if almost:
        message += " This line is almost the `---` that is wanted."
        remedy = "Write three hyphens, `---`, and nothing else on the line."
    return Problem(Place(shown, almost[0] + 1 if almost else 1, 1), ProblemKind.YAML, message, remedy)


def read_front_matter(text: str, shown: str) -> Document:
    """Return the document in front matter; of one that cannot be read, what is left without what is in the way.

    Its value is None if not even the entry can be seen that is annotated.
    """
    document = read_yaml(text, shown, FIRST_LINE)
    problems, rest = document.problems, text
    # A hostile file has many slips; an honest one hardly has one in every field.
    for _ in AnnotationModel.model_fields:
        if document.value is not None:
            break
        for problem in document.problems:
            rest = _without(rest, problem.place.line - FIRST_LINE)
        document = read_yaml(rest, shown, FIRST_LINE)
        # An anchor and what refers to it are one slip.
        told = {ANCHORS}.intersection(problem.message for problem in problems)
        problems = [*problems, *(problem for problem in document.problems if problem.message not in told)]
    document.problems = problems
    return document if rest == text else _with_its_entry(document, text)


def _with_its_entry(document: Document, text: str) -> Document:
    """Return a document of which something was left out, with the entry that it annotates, if that can be seen."""
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
    """Return front matter with blank lines for the item in which a row stands, or for its field."""
    lines = text.split("\n")
    if almost_rule(lines[row]):
        return "\n".join(line if at < row else "" for at, line in enumerate(lines))
    start, end = _around(lines, row, FIELD)
    if lines[row].startswith((" ", "-")) and start < row:
        first, last = _item(lines, row, start)
        others = any(line.strip() for line in (*lines[start + 1 : first], *lines[last:end]))
        start, end = (first, last) if others else (start, end)
    return "\n".join("" if start <= at < end else line for at, line in enumerate(lines))


def _around(lines: list[str], row: int, begins: re.Pattern[str]) -> tuple[int, int]:
    """Return the rows from and before which that stands which begins at or above a row."""
    start = next((at for at in range(row, -1, -1) if begins.match(lines[at])), row)
    end = next((at for at in range(row + 1, len(lines)) if begins.match(lines[at])), len(lines))
    return start, end


def _item(lines: list[str], row: int, field: int) -> tuple[int, int]:
    """Return the rows from and before which an item of a list stands, below its field."""
    dashed = [at for at in range(field + 1, row + 1) if lines[at].lstrip().startswith("-")]
    if not dashed:
        return field, row + 1
    first = dashed[-1]
    below = range(row + 1, len(lines))
    last = next((at for at in below if lines[at].lstrip().startswith("-") or FIELD.match(lines[at])), len(lines))
    return first, last
