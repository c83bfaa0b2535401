"""Read YAML without altering any value, and with the place of each.

YAML 1.1 turns `NO` into false, `16.10` into 16.1 and `2026-11-22` into a date, and lets a second key win silently
(https://yaml.org/type/). Here every scalar stays the text that was written, a key may occur once, and what an edition
never needs is refused: tags, and anchors and aliases, by which a few lines can expand to gigabytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from concordance.model.problems import Place, Problem, ProblemKind, printable
from concordance.reading.characters import first_hidden
from concordance.reading.limits import NESTING
from concordance.reading.source_text import SourceText
from concordance.reading.yaml_hints import COMMENT, YamlHint, comment_hint, find_hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

# So many fields that stand twice are told one by one.
FEW = 2
ANCHORS = "Anchors and aliases (`&name`, `*name`) are not allowed here."

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Location: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is in a YAML document."""

    name: Place
    """Where its key is."""
    value: Place
    """Where its value is, if it is on the line of the key; otherwise where the key is."""
    text: Place
    """Where the first character of the text is; the column is 0 if escapes or several lines make it unclear."""


@dataclass(slots=True)
class Document:
    """A YAML document, with the places of its parts."""

    path: str
    first_line: int
    """The line of the file on which the document begins, counted from 1."""
    lines: tuple[str, ...] = ()
    """The lines of the document, as they stand in the file."""
    value: Value | None = None
    """What the document says; None if it could not be read."""
    spots: dict[Location, Spot] = field(default_factory=dict)
    """The spot of each part by its location: keys and indices from the outside in."""
    scalars: dict[Location, yaml.ScalarNode] = field(default_factory=dict)
    """The nodes of texts by their locations."""
    problems: list[Problem] = field(default_factory=list)
    """The problems of the YAML. Despite comments and repeated keys, the document can be read."""
    repeated: list[Problem] = field(default_factory=list)
    """The problems of repeated keys."""

    def spot(self, location: Location) -> Spot:
        """Return the spot of `location`, or of the nearest part around it that has one."""
        while location and location not in self.spots:
            location = location[:-1]
        start = Place(self.path, self.first_line)
        return self.spots.get(location, Spot(start, start, start))

    def names(self, location: Location) -> dict[str, Place]:
        """Return where the names of the fields stand that the part at `location` has."""
        return {str(at[-1]): spot.name for at, spot in self.spots.items() if at and at[:-1] == location}

    def at(self, mark: Any) -> Place:
        """Return the place of a mark of PyYAML, which counts from 0 and from the first line of the document."""
        if mark is None:
            return Place(self.path, self.first_line)
        # A parser that reaches the end may name the line behind the last.
        if mark.line >= len(self.lines):
            return Place(self.path, self.first_line + max(len(self.lines) - 1, 0))
        return Place(self.path, self.first_line + mark.line, mark.column + 1)

    def source_text(self, location: Location) -> SourceText:
        """Return how the text at `location` is written in the file."""
        node = self.scalars[location]
        below = node.style in {"|", ">"}
        first = node.start_mark.line + below
        last = node.end_mark.line + (not below)
        return SourceText(
            self.path,
            self.first_line + first,
            self.lines[first:last],
            0 if below else node.start_mark.column,
            aligned=node.style == "|" or last - first == 1,
        )

    def without(self, unsound: Set[Location]) -> Document:
        """Return the document without the parts at some locations; the items behind them in a list keep their spots."""
        rest = Document(self.path, self.first_line, self.lines, problems=self.problems)

        def keep(value: Value, old: Location, new: Location) -> Value:
            rest.spots[new] = self.spot(old)
            if isinstance(value, dict):
                return {
                    key: keep(item, (*old, key), (*new, key))
                    for key, item in value.items()
                    if (*old, key) not in unsound
                }
            if isinstance(value, list):
                kept = [at for at in range(len(value)) if (*old, at) not in unsound]
                return [keep(value[at], (*old, at), (*new, number)) for number, at in enumerate(kept)]
            if old in self.scalars:
                rest.scalars[new] = self.scalars[old]
            return value

        rest.value = None if self.value is None else keep(self.value, (), ())
        return rest

    def add_problem(self, place: Place, message: str, remedy: str, kind: ProblemKind = ProblemKind.YAML) -> None:
        """Add a problem."""
        self.problems.append(Problem(place, kind, message, remedy))


def read_yaml(text: str, path: str, first_line: int = 1) -> Document:
    """Read one YAML document; `first_line` is the line of `path` on which `text` begins."""
    document = Document(path, first_line, tuple(text.split("\n")))
    try:
        # Before anything is composed: nesting alone can exhaust the parser.
        _refuse(yaml.parse(text, Loader=Loader), document)
        node = None if document.problems else yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        _report_syntax(error, document)
    if document.problems:
        return document
    if isinstance(node, yaml.ScalarNode):
        _report_text(document)
        return document
    value = {} if node is None else _construct(node, (), document)
    if not document.problems:
        document.value = value
        document.problems += _fold(document.repeated)
        _report_comments(text, document)
    return document


def _fold(repeated: Sequence[Problem]) -> Sequence[Problem]:
    """Return what is told of fields that stand twice: many are one mistake, such as a file pasted below itself."""
    if len(repeated) <= FEW:
        return repeated
    first, last = repeated[0], repeated[-1]
    message = f"{len(repeated)} fields stand twice, from here to line {last.place.line}. {first.message}"
    return [replace(first, message=message, remedy="Keep one of each: what was pasted twice can be deleted here.")]


def _refuse(events: Iterable[Any], document: Document) -> None:
    """Report the first thing in a document that no file of an edition needs."""
    depth = 0
    for event in events:
        # Only these have what is looked for; to look for it in all others takes as long as to parse them.
        is_node = isinstance(event, yaml.NodeEvent)
        if is_node and event.anchor:
            remedy = "Write the value out; put quotes around text that begins with & or *."
            return document.add_problem(document.at(event.start_mark), ANCHORS, remedy)
        if is_node and (tag := getattr(event, "tag", None)):
            message = f"Tags (`{tag}`) are not allowed here."
            return document.add_problem(
                document.at(event.start_mark), message, "Remove it; put quotes around text that begins with !."
            )
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > NESTING:
            message = f"More than {NESTING} lists and fields stand within each other here."
            remedy = "Compare it with another file of the same kind."
            return document.add_problem(document.at(event.start_mark), message, remedy, ProblemKind.SIZE)
    return None


def _report_syntax(error: yaml.YAMLError, document: Document) -> None:
    """Report why the parser could not go on: as a hint if the mistake is known, or else in its own words."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    begun = getattr(error, "context_mark", None)
    start = (begun.line, begun.column) if begun else None
    if mark and (hint := find_hint(document.lines, mark.line, start, getattr(error, "context", None) or "")):
        return _report_hint(hint, document)
    parts = (getattr(error, "context", None), getattr(error, "problem", None) or str(error))
    cause = " ".join(part for part in parts if part)
    remedy = "Compare this line, and the one above it, with another file of the same kind."
    return document.add_problem(document.at(mark), f"The YAML cannot be read: {printable(cause)}.", remedy)


def _report_hint(hint: YamlHint, document: Document) -> None:
    last = max(len(document.lines) - 1, 0)
    place = Place(document.path, document.first_line + min(hint.row, last), hint.column + 1 if hint.row <= last else 0)
    document.add_problem(place, hint.message, hint.remedy)


def _report_text(document: Document) -> None:
    """Report a document that is a single text, because no name in it has a colon and a space behind it."""
    written = (row for row, line in enumerate(document.lines) if line.strip() and not line.lstrip().startswith("#"))
    # There may be nothing but spaces that are none for YAML.
    row = next(written, 0)
    hint = find_hint(document.lines, row, (row, 0))
    _report_hint(hint or YamlHint(row, 0, "There is no field here.", "Write `name: …`."), document)


def _report_comments(text: str, document: Document) -> None:
    """Report comments behind values: whoever writes `Holding #1` does not mean one, and would lose words."""
    if not any(COMMENT.match(line) for line in document.lines):
        return
    masked = [*document.lines]
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.ScalarEvent):
            _mask(event, masked)
    for row, line in enumerate(document.lines):
        if hint := comment_hint(row, line, masked[row]):
            _report_hint(hint, document)


def _mask(scalar: Any, lines: list[str]) -> None:
    """Replace the characters of a text in `lines` by x."""
    start, end = scalar.start_mark, scalar.end_mark
    # The line that introduces a block text may end in a comment.
    below = scalar.style in {"|", ">"}
    for row in range(start.line + below, min(end.line + 1, len(lines))):
        first = start.column if row == start.line else 0
        last = end.column if row == end.line else len(lines[row])
        lines[row] = f"{lines[row][:first]}{'x' * (last - first)}{lines[row][last:]}"


def _construct(node: yaml.Node, location: Location, document: Document, key_place: Place | None = None) -> Value:
    """Return the value of a node, and record where its parts are."""
    place = document.at(node.start_mark)
    # The line of the key is the better place for a problem of a value that begins below it.
    name = key_place or place
    spot = Spot(name, place if place.line == name.line else name, place)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, location, document, spot)
    document.spots[location] = spot
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*location, index), document) for index, item in enumerate(node.value)]
    result: dict[str, Value] = {}
    for key_node, value_node in node.value:
        place = document.at(key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            document.add_problem(
                place, "A list or a mapping stands where a name is wanted.", "Write a name and a colon."
            )
            continue
        key = str(key_node.value)
        if key in result:
            first = document.spots[*location, key].name.line
            message = f"`{key}` stands twice; the first is on line {first}."
            document.repeated.append(Problem(place, ProblemKind.YAML, message, "Keep one of them."))
            continue
        if key.startswith("-"):
            message, remedy = "There is no space behind the dash.", "Put one there: `- …`."
            document.add_problem(place, message, remedy)
            continue
        result[key] = _construct(value_node, (*location, key), document, place)
    return result


def _scalar(node: yaml.ScalarNode, location: Location, document: Document, spot: Spot) -> str:
    """Return the text of a node, and record where it begins; `spot` is where the node does."""
    value = str(node.value)
    document.scalars[location] = node
    # Literal hidden characters were refused before; in double quotation marks, escapes can write them as well.
    if node.style == '"' and (name := first_hidden(value)):
        remedy = "Remove it."
        document.add_problem(
            spot.text, f"There is a character here that nobody sees: {name}.", remedy, ProblemKind.CHARACTER
        )
    quotes = 1 if node.style in {"'", '"'} else 0
    start, end = node.start_mark, node.end_mark
    exact = start.line == end.line and end.column - start.column == len(value) + 2 * quotes
    if not exact or quotes:
        line = spot.text.line + (node.style in {"|", ">"})
        column = spot.text.column + quotes if exact else 0
        spot = Spot(spot.name, spot.value, Place(document.path, line, column))
    document.spots[location] = spot
    return value
