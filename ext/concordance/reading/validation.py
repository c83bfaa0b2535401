"""What is checked against its shape: a document as a record, with every mistake at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.schema_messages import drop_consequences, explain

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from concordance.reading.strict_yaml import Document, Location


Model = TypeVar("Model", bound=BaseModel)


class ValidatedDocument(NamedTuple, Generic[Model]):
    """What a YAML document comes to that was checked against a model."""

    model: Model | None
    """What it says; None if something is wrong that this cannot do without."""
    document: Document
    """The document that says so, for places in it."""
    problems: list[Problem]
    """All that is wrong with it as it was written, of the YAML as well."""


def validate(model: type[Model], document: Document, kind: ProblemKind) -> tuple[Model | None, list[Problem]]:
    """Return what a YAML document says by a model, None if anything is wrong; and all problems, of the YAML as well."""
    checked, problems, _ = _validate(model, document, kind)
    return (None if problems else checked), problems


def validate_sound_parts(model: type[Model], document: Document, kind: ProblemKind) -> ValidatedDocument[Model]:
    """Check a YAML document against a model, and again without the parts that are wrong; return what is sound."""
    checked, problems, unsound = _validate(model, document, kind)
    if unsound:
        document = document.without(unsound)
        checked, _, _ = _validate(model, document, kind)
    return ValidatedDocument(checked, document, problems)


def _validate(
    model: type[Model], document: Document, kind: ProblemKind
) -> tuple[Model | None, list[Problem], set[Location]]:
    """Return the model if nothing is wrong; all problems; and the locations of the wrong parts."""
    if document.value is None:
        return None, document.problems, set()
    try:
        return model.model_validate(document.value), document.problems, set()
    except ValidationError as error:
        details = drop_consequences(error.errors())
    reported = {problem.place.line for problem in document.problems}
    schema_problems = [Problem(_place(detail, document), kind, *explain(detail, model)) for detail in details]
    # A line with a problem of YAML has no other reported.
    problems = [*document.problems, *(problem for problem in schema_problems if problem.place.line not in reported)]
    return None, problems, {_unsound_part(detail["loc"]) for detail in details}


def _place(detail: ErrorDetails, document: Document) -> Place:
    spot = document.spot(detail["loc"])
    return spot.name if detail["type"] == "extra_forbidden" else spot.value


def _unsound_part(location: Location) -> Location:
    """Return the location to leave out if something is wrong at one: the item of a list around it, or else itself."""
    numbers = [at for at, part in enumerate(location) if isinstance(part, int)]
    return location[: numbers[0] + 1] if numbers else location
