"""Read text files and YAML so that nothing is mangled and every value knows its line.

YAML 1.1 turns `NO` into false, `16.10` into 16.1 and `2026-11-22` into a date, and lets a second key win silently
(https://yaml.org/type/). Here every scalar stays the text that was written, a key may stand once, and aliases, by which
a few lines can grow into gigabytes, are refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from concordance.problems import Place, Problem, ProblemKind

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Location: TypeAlias = tuple[str | int, ...]


@dataclass(slots=True)
class Document:
    """A YAML document: its `value` (None if it could not be read) and the line of each location in it."""

    path: str
    first_line: int
    value: Value | None = None
    lines: dict[Location, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, location: Location) -> Place:
        """Return where `location` stands, or the nearest thing around it that has a line."""
        while location and location not in self.lines:
            location = location[:-1]
        return Place(self.path, self.lines.get(location, self.first_line))


def read_text(data: bytes, shown: str) -> tuple[str, list[Problem]]:
    """Return the text of a file called `shown`, and what is wrong with its encoding (the text is then empty)."""

    def wrong(line: int, message: str, mend: str) -> tuple[str, list[Problem]]:
        return "", [Problem(Place(shown, line), ProblemKind.ENCODING, message, mend)]

    if not data.strip():
        return wrong(1, "The file is empty.", "Write it or delete it.")
    if data.startswith(b"\xef\xbb\xbf"):
        return wrong(1, "The file begins with a byte order mark.", "Save it as UTF-8 without BOM.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return wrong(line, "The file is not UTF-8.", "Save it as UTF-8; this line has the first byte that is not.")
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        return wrong(line, "The file has Windows line endings (CRLF).", "Save it with Unix line endings (LF).")
    return text, []


def read_yaml(text: str, path: str, first_line: int = 1) -> Document:
    """Read one YAML document; `first_line` is the line of `path` on which `text` begins."""
    document = Document(path, first_line)
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=Loader)):
            message = "Aliases (`*name`) are not allowed here."
            document.problems.append(
                Problem(Place(path, first_line), ProblemKind.YAML, message, "Write the value out.")
            )
            return document
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        document.problems.append(_syntax_problem(error, document, text))
        return document
    except yaml.YAMLError as error:
        document.problems.append(
            Problem(Place(path, first_line), ProblemKind.YAML, f"{error}.", "Remove that character.")
        )
        return document
    value = {} if node is None else _plain(node, (), document)
    if not document.problems:
        document.value = value
    return document


def _syntax_problem(error: yaml.MarkedYAMLError, document: Document, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    row = mark.line if mark else 0
    place = Place(document.path, document.first_line + row)
    lines = text.splitlines()
    if row < len(lines) and "\t" in lines[row]:
        return Problem(place, ProblemKind.YAML, "A tab stands where YAML wants spaces.", "Indent with spaces.")
    said = " ".join(part for part in (error.context, error.problem) if part)
    mend = "Check the indentation, and put quotes around text that holds `: ` or ` #`."
    return Problem(place, ProblemKind.YAML, f"The YAML cannot be read: {said}.", mend)


def _plain(node: yaml.Node, location: Location, document: Document) -> Value:
    # A key's line is the better place for what is wrong with its value.
    document.lines.setdefault(location, document.first_line + node.start_mark.line)
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*location, index), document) for index, item in enumerate(node.value)]
    result: dict[str, Value] = {}
    for key_node, value_node in node.value:
        line = document.first_line + key_node.start_mark.line
        key = str(key_node.value)
        if key in result:
            first = document.lines[*location, key]
            message = f"`{key}` stands twice; the first is on line {first}."
            document.problems.append(
                Problem(Place(document.path, line), ProblemKind.YAML, message, "Keep one of them.")
            )
            continue
        document.lines[*location, key] = line
        result[key] = _plain(value_node, (*location, key), document)
    return result
