"""Messages about files that do not match their schema, in the words of the file and not in those of pydantic.

Items are counted from one, as people do; fields have the names that they have in the file.
"""

from __future__ import annotations

import re
import types
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from concordance.model.ids import ID_RULE
from concordance.model.problems import Fault, nearest, nearest_words
from concordance.reading.field_types import AKN, GAP, LANGUAGE, SUM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from concordance.reading.strict_yaml import Location

LIST = "Write its items below it, each with a dash and a space: `- …`"
FIELDS = "Write its fields below it, each with a colon and a space: `name: …`"
# Remedies by the beginning of what a field's own check says; the first that fits counts.
REMEDIES = (
    ("is not a date", "Write it as year-month-day, such as 2026-11-22."),
    ("is not a year", "Write four digits, for example 2019."),
    ("is not a share", "Write a number such as 0.85."),
    ("is neither true nor false", "Write `true` or `false`."),
    ("is no address of a site", "Write it whole, with a slash at the end: https://example.org/harbour/"),
    ("has ", "Shorten it."),
)
# The types of errors of pydantic where a list is wanted, or fields.
SHAPES = frozenset({"list_type", "dict_type", "model_type"})
NO_BREAK = re.compile(r"-[\u00a0\u2007\u202f]")
# A name with a colon and no space behind it.
JOINED = re.compile(r"-?(?P<name>[a-z][a-z-]*):(?=[^\s/])")


def drop_consequences(details: Iterable[ErrorDetails]) -> list[ErrorDetails]:
    """Return the errors that do not follow from others: a misspelt field is not reported as missing as well."""
    errors = []
    for detail in details:
        # Pydantic adds a name of its own to the location of a key.
        detail["loc"] = tuple(part for part in detail["loc"] if part != "[key]")
        errors.append(detail)
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    errors = [error for error in errors if error["type"] != "missing" or not _is_misspelt(error["loc"], unknown)]
    return _without_repeated_missing(errors)


def _without_repeated_missing(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Return the errors with one for all fields that are missing in the same place, which has their names."""
    missing: dict[Location, list[str]] = {}
    for error in errors:
        if error["type"] == "missing":
            missing.setdefault(error["loc"][:-1], []).append(str(error["loc"][-1]))
    kept = []
    for error in errors:
        if error["type"] == "missing":
            names = missing.pop(error["loc"][:-1], None)
            if names is None:
                continue
            error["ctx"] = {"names": names}
        kept.append(error)
    return kept


# What else than ids is wanted in a form of its own, by that.
PATTERNS = {
    SUM: Fault("which is not a SHA-256 sum.", "Copy the one that the message on the changed page gives."),
    GAP: Fault("which names no gap.", "Write the id of what is missing, or two with ` to ` between them."),
    AKN: Fault("which is not an Akoma Ntoso address.", "It begins with `/akn/` and has lower-case letters and digits."),
    LANGUAGE: Fault("which is not a language code.", "Write two or three letters, such as `fr`."),
}


def explain(detail: ErrorDetails, model: type[BaseModel]) -> Fault:
    """Return an error of pydantic in the words of the file; `model` is what the file was checked against."""
    location = detail["loc"]
    fields = _fields_around(model, location)
    field = fields.get(str(location[-1])) if location else None
    name = _location_name(location)
    match detail["type"]:
        case "missing":
            return _missing(detail, name)
        case "extra_forbidden":
            known = f"{nearest(str(location[-1]), fields)} The fields are {', '.join(fields)}."
            return Fault(f"{name} is not a field.", known)
        case "string_pattern_mismatch":
            if other := PATTERNS.get(detail["ctx"]["pattern"]):
                return Fault(f"{name} is {detail['input']!r}, {other.message}", other.remedy)
            return Fault(f"{name} is not an id.", _id_remedy(str(detail["input"])))
        case "string_too_short":
            leave = ", or remove the line" if _may_go(location, field) else ""
            return Fault(f"{name} is empty.", f"Write it{leave}.")
        case "literal_error":
            return Fault(f"{name} is {detail['input']!r}.", f"Write {detail['ctx']['expected']}.")
        case "too_long":
            count = f"{detail['ctx']['actual_length']} items; at most {detail['ctx']['max_length']} items are read"
            return Fault(f"{name} has {count}.", "Leave some out.")
        case "int_parsing" | "greater_than_equal":
            return Fault(
                f"{name} is {detail['input']!r}, where a number is wanted.", "Write digits: `1`, `2` and so on."
            )
        case "too_short":
            least = detail["ctx"]["min_length"]
            return Fault(f"{name} has {detail['ctx']['actual_length']} items, and needs {least}.", f"{LIST}.")
        case "value_error":
            cause = detail["msg"].removeprefix("Value error, ")
            remedy = next((remedy for start, remedy in REMEDIES if cause.startswith(start)), "Mend it.")
            return Fault(f"{name} {cause}.", remedy)
    return _shape(detail, name, may_go=_may_go(location, field))


def _missing(detail: ErrorDetails, name: str) -> Fault:
    names = detail["ctx"]["names"]
    if len(names) == 1:
        return Fault(f"{name} is missing.", f"Add a line `{names[0]}: …`.")
    around = _location_name(detail["loc"][:-1]).replace("Item", "item", 1)
    inside = f" in {around}" if detail["loc"][:-1] else ""
    listed = f"{', '.join(f'`{each}`' for each in names[:-1])} and `{names[-1]}`"
    return Fault(f"{listed} are missing{inside}.", f"Add a line for each: `{names[0]}: …`.")


def _shape(detail: ErrorDetails, name: str, *, may_go: bool) -> Fault:
    """Return what is wrong with a text, a list or fields where another of these is wanted.

    Whatever is neither a list nor fields is written as a text, such as a date.
    """
    value, wanted = detail["input"], detail["type"]
    if wanted not in SHAPES:
        if isinstance(value, dict):
            message = f"{name} is read as a field, for a colon with a space behind it stands in it."
            return Fault(message, "Put quotation marks around the whole text.")
        return Fault(
            f"{name} is a list, where a text is wanted.", "Put quotation marks around a text that begins with [."
        )
    how = LIST if wanted == "list_type" else FIELDS
    if value == "":
        return Fault(f"{name} has nothing in it.", f"{how}{', or remove the line' if may_go else ''}.")
    if isinstance(value, str) and NO_BREAK.match(value):
        return Fault("Behind the dash stands a no-break space instead of a space.", "Put a plain space there.")
    if isinstance(value, str) and wanted != "list_type" and (match := JOINED.match(value)):
        return Fault("There is no space behind the colon.", f"Put one there: `{match['name']}: …`.")
    if how is FIELDS and not detail["loc"]:
        how = "Remove the dashes of the outermost list, and write its fields at the beginning of the line: `name: …`"
    kind = "a text" if isinstance(value, str) else "a list" if isinstance(value, list) else "a field"
    return Fault(f"{name} is {kind}, where {'a list is' if how is LIST else 'fields are'} wanted.", f"{how}.")


def _id_remedy(text: str) -> str:
    if foreign := next((letter for letter in text if letter.isalpha() and not letter.isascii()), ""):
        return f"Its {foreign!r} is no letter from a to z: type the id anew. {ID_RULE}"
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    meant = f"Did you mean {slug!r}? " if slug else ""
    return f"{meant}{ID_RULE}"


def _is_misspelt(missing: Location, unknown: Iterable[Location]) -> bool:
    """Whether a missing field resembles an unknown one next to it."""
    names = [str(location[-1]) for location in unknown if location[:-1] == missing[:-1]]
    return bool(nearest_words(str(missing[-1]), names))


def _may_go(location: Location, field: FieldInfo | None) -> bool:
    """Whether a part of a file may be left out: an item of a list, or a field that is not required."""
    if not location:
        return False
    return isinstance(location[-1], int) if field is None else not field.is_required()


def _location_name(location: Location) -> str:
    """Return the name of a location: "`reason` in item 2 of `links`"."""
    names: list[str] = []
    place = ""
    for part in location:
        if isinstance(part, int):
            inside = f"`{'.'.join(names)}`{place}" if names else place.removeprefix(" in ")
            place, names = f" in item {part + 1} of {inside}", []
        else:
            names.append(part)
    if names:
        return f"`{'.'.join(names)}`{place}"
    return place.removeprefix(" in ").replace("item", "Item", 1) if place else "The file"


def _fields_around(model: type[BaseModel], location: Location) -> dict[str, FieldInfo]:
    """Return the fields that are allowed next to a location, by their names in the file."""
    inside: Any = model
    for part in location[:-1]:
        fields = _fields(inside)
        types_inside = get_args(inside)
        inside = fields[str(part)].annotation if str(part) in fields else types_inside[-1] if types_inside else None
        inside = _without_metadata(inside)
    return _fields(inside)


def _fields(inside: Any) -> dict[str, FieldInfo]:
    if not (isinstance(inside, type) and issubclass(inside, BaseModel)):
        return {}
    return {field.alias or name: field for name, field in inside.model_fields.items()}


def _without_metadata(annotation: Any) -> Any:
    """Return a type without its metadata, and without the None of an optional field."""
    while get_origin(annotation) in {Annotated, Union, types.UnionType}:
        annotation = get_args(annotation)[0]
    return annotation
