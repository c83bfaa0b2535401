"""What is said of a file that has not its shape: in the words of the file, not in those of the program. Pure.

Places are named as people count, from one; fields as they are written in the file.
"""

from __future__ import annotations

import re
import types
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from concordance.model.ids import ID_RULE
from concordance.model.problems import nearest, nearest_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from concordance.reading.strict_yaml import Location

LIST = "Write its items below it, each with a dash and a space: `- …`"
FIELDS = "Write its fields below it, each with a colon and a space: `name: …`"
# How what a field's own check says of a value is mended; the first that fits counts.
MENDS = (
    ("is not a date", "Write it as year-month-day, such as 2026-11-22."),
    ("is not a year", "Write four digits, for example 2019."),
    ("is neither true nor false", "Write `true` or `false`."),
    ("has ", "Shorten it."),
)
# A name with its colon, and no space behind that.
JOINED = re.compile(r"-?(?P<name>[a-z][a-z-]*):(?=[^\s/])")


def as_written(details: Iterable[ErrorDetails]) -> list[ErrorDetails]:
    """Return what is wrong without what follows from it: a field that is misspelt is not missing as well."""
    found = []
    for detail in details:
        # Pydantic adds to the location names of its own that stand in no file.
        detail["loc"] = tuple(part for part in detail["loc"] if part != "[key]")
        found.append(detail)
    misspelt = [detail["loc"] for detail in found if detail["type"] == "extra_forbidden"]
    return [detail for detail in found if detail["type"] != "missing" or not _misspelt(detail["loc"], misspelt)]


def explain(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """Return what is wrong with a part of a file, and how it is mended."""
    location = detail["loc"]
    fields = _fields_around(model, location)
    field = fields.get(str(location[-1])) if location else None
    name = _named(location)
    match detail["type"]:
        case "missing":
            return f"{name} is missing.", f"Add a line `{location[-1]}: …`."
        case "extra_forbidden":
            known = f"{nearest(str(location[-1]), fields)} The fields are {', '.join(fields)}."
            return f"{name} is not a field.", known
        case "string_pattern_mismatch":
            return f"{name} is not an id.", _id_mend(str(detail["input"]))
        case "string_too_short":
            leave = ", or remove the line" if _may_go(location, field) else ""
            return f"{name} is empty.", f"Write it{leave}."
        case "literal_error":
            return f"{name} is {detail['input']!r}.", f"Write {detail['ctx']['expected']}."
        case "too_long":
            count = f"{detail['ctx']['actual_length']} items; at most {detail['ctx']['max_length']} items are read"
            return f"{name} has {count}.", "Leave some out."
        case "list_type" | "dict_type" | "model_type" | "string_type":
            return _shape(detail, name, may_go=_may_go(location, field))
        case "value_error":
            said = detail["msg"].removeprefix("Value error, ")
            remedy = next((remedy for start, remedy in MENDS if said.startswith(start)), "Mend it.")
            return f"{name} {said}.", remedy
    # Of the two things that pydantic would take, one is no YAML.
    wanted = detail["msg"].lower().partition(" or instance of ")[0]
    return f"{name} has the wrong shape: {wanted}.", "Compare it with another file of the same kind."


def _shape(detail: ErrorDetails, name: str, *, may_go: bool) -> tuple[str, str]:
    """Tell of a text, a list or fields where another of them is wanted."""
    given, wanted = detail["input"], detail["type"]
    if wanted == "string_type":
        if isinstance(given, dict):
            message = f"{name} is read as a field, for a colon with a space behind it stands in it."
            return message, "Put quotation marks around the whole text."
        return f"{name} is a list, where a text is wanted.", "Put quotation marks around a text that begins with [."
    how = LIST if wanted == "list_type" else FIELDS
    if given == "":
        return f"{name} has nothing in it.", f"{how}{', or remove the line' if may_go else ''}."
    if isinstance(given, str) and wanted != "list_type" and (match := JOINED.match(given)):
        return "There is no space behind the colon.", f"Put one there: `{match['name']}: …`."
    kind = "a text" if isinstance(given, str) else "a list" if isinstance(given, list) else "a field"
    return f"{name} is {kind}, where {'a list is' if how is LIST else 'fields are'} wanted.", f"{how}."


def _id_mend(given: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", given.lower()).strip("-")
    meant = f"Did you mean {slug!r}? " if slug else ""
    return f"{meant}{ID_RULE}"


def _misspelt(missing: Location, written: Iterable[Location]) -> bool:
    names = [str(location[-1]) for location in written if location[:-1] == missing[:-1]]
    return bool(nearest_words(str(missing[-1]), names))


def _may_go(location: Location, field: FieldInfo | None) -> bool:
    """Say whether a part of a file may be left out: an item of a list, or a field that is not required."""
    return isinstance(location[-1], int) if field is None else not field.is_required()


def _named(location: Location) -> str:
    """Return what a location is called: `reason` in item 2 of `links`."""
    names: list[str] = []
    told = ""
    for part in location:
        if isinstance(part, int):
            inside = f"`{'.'.join(names)}`{told}" if names else told.removeprefix(" in ")
            told, names = f" in item {part + 1} of {inside}", []
        else:
            names.append(part)
    if names:
        return f"`{'.'.join(names)}`{told}"
    return told.removeprefix(" in ").replace("item", "Item", 1) if told else "The file"


def _fields_around(model: type[BaseModel], location: Location) -> dict[str, FieldInfo]:
    """Return the fields that may stand where a location does, by the names that they have in files."""
    inside: Any = model
    for part in location[:-1]:
        fields = _fields(inside)
        types_inside = get_args(inside)
        inside = fields[str(part)].annotation if str(part) in fields else types_inside[-1] if types_inside else None
        inside = _bare(inside)
    return _fields(inside)


def _fields(inside: Any) -> dict[str, FieldInfo]:
    if not (isinstance(inside, type) and issubclass(inside, BaseModel)):
        return {}
    return {field.alias or name: field for name, field in inside.model_fields.items()}


def _bare(annotation: Any) -> Any:
    """Return a type without what is noted beside it, and without the None of what may be left out."""
    while get_origin(annotation) in {Annotated, Union, types.UnionType}:
        annotation = get_args(annotation)[0]
    return annotation
