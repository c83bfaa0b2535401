"""The shape of annotations and of the vocabulary, checked by pydantic. Pure; no Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.field_types import (
    Date,
    Exact,
    Flag,
    Folder,
    Id,
    Pattern,
    PatternOrNothing,
    Prose,
    Summary,
    Title,
    Words,
    Year,
)
from concordance.reading.limits import ITEMS
from concordance.reading.schema_messages import as_written, explain

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from concordance.reading.strict_yaml import Document, Location

# The words of schema.org with which the edition may tell programs what an entry is.
SchemaType = Literal["CreativeWork", "DefinedTerm", "Legislation", "Organization", "Report", "Thing"]


class _Model(BaseModel):
    # Most runs check one kind of file; the others need not be prepared for.
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


class NoteModel(_Model):
    """A textual note, as written in front matter."""

    note: Prose
    quote: Exact | None = None
    kind: Literal["slip", "variant"] = "slip"


class AnnotationModel(_Model):
    """The front matter of an annotation. A link's predicate is one of its keys, so links are checked by `load`."""

    annotates: Id
    title: Title | None = None
    summary: Summary | None = None
    who: dict[str, Annotated[list[Id], Field(max_length=ITEMS)]] = {}
    links: Annotated[list[dict[str, Prose]], Field(max_length=ITEMS)] = []
    notes: Annotated[list[NoteModel], Field(max_length=ITEMS)] = []
    questions: Annotated[list[Exact], Field(max_length=ITEMS)] = []
    sources: Annotated[list[Exact], Field(max_length=ITEMS)] = []
    reviewed: Date | None = None


class AdoptionModel(_Model):
    """How the official document of a text came about, as written in the vocabulary."""

    type: Prose
    by: Prose
    on: Date
    named: Words = Field(default="", alias="as")
    short: Words = ""
    how: Words = ""


class IssuerModel(_Model):
    """Who issues documents, as written in the vocabulary."""

    name: Prose
    short: Prose
    named: PatternOrNothing = ""
    short_named: PatternOrNothing = Field(default="", alias="short-named")


class CitingModel(_Model):
    """How works are cited that are no text of the edition, as written in the vocabulary."""

    symbols: Words = ""
    issuers: dict[Prose, IssuerModel] = {}
    untitled: list[Id] = []
    within: dict[Id, Id] = {}
    places: dict[Id, Pattern] = {}


class FactsModel(_Model):
    """What is known of a text as a document, as written in the vocabulary."""

    title: Words = ""
    type: Words = ""
    symbol: Words = ""
    status: Words = ""
    part_of: Words = Field(default="", alias="part-of")
    adopted: AdoptionModel | None = None
    date: Date | None = None
    issuer: IssuerModel | None = None
    described: Words = ""


class TextModel(_Model):
    """A reproduced text, as written in the vocabulary."""

    name: Prose
    cite: dict[str, Pattern]
    notice: Prose
    official: Id | None = None
    formal: dict[str, dict[str, Pattern]] = {}
    year: Year = ""
    facts: FactsModel = FactsModel()
    place: dict[str, Pattern] = {}
    short: Folder | None = None


class PredicateModel(_Model):
    """A predicate, as written in the vocabulary."""

    reverse: Id
    says: Prose
    reverse_says: Prose = Field(alias="reverse-says")
    means: Prose
    graded: Flag = False
    text: Flag = False


class TermModel(_Model):
    """A facet's term, as written in the vocabulary."""

    label: Prose
    means: Prose


class VocabularyModel(_Model):
    """The whole of the vocabulary file."""

    texts: dict[Id, TextModel]
    predicates: dict[Id, PredicateModel]
    grades: dict[Id, Prose]
    facets: dict[Id, dict[Id, TermModel]]
    schema_types: dict[Prose, SchemaType] = Field(default={}, alias="schema-types")
    citing: CitingModel = CitingModel()


class PairModel(_Model):
    """Two provisions that are not linked, and why."""

    pair: Annotated[list[Id], Field(min_length=2, max_length=2)]
    reason: Prose


class ConsideredModel(_Model):
    """The whole of the file on what was considered and left out."""

    phrases: dict[Exact, Prose] = {}
    pairs: list[PairModel] = []
    without_target: dict[Id, Prose] = Field(default={}, alias="without-target")


class SynonymModel(_Model):
    """Words that readers search for, and what they find."""

    searched: Annotated[list[Exact], Field(min_length=1)]
    phrases: list[Exact] = []
    entries: list[Id] = []


class InProseModel(_Model):
    """How citations are written in sentences."""

    names: dict[Id, list[Exact]] = {}
    vague: list[Exact] = []
    symbols: dict[str, list[Exact]] = {}
    several: list[Exact] = []
    joins: list[Exact] = []
    belongs: list[Exact] = []
    before: list[Exact] = []
    after: list[Exact] = []


class CitationsModel(_Model):
    """How readers write citations."""

    texts: dict[Id, list[Exact]] = {}
    series: dict[str, list[Exact]] = {}
    skipped: list[Exact] = []
    prose: InProseModel = InProseModel()


class FindingModel(_Model):
    """The whole of the file of synonyms."""

    citations: CitationsModel = CitationsModel()
    filters: dict[Id, Prose] = {}
    synonyms: list[SynonymModel] = []


Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], document: Document, kind: ProblemKind) -> tuple[Model | None, list[Problem]]:
    """Check a YAML document against a model; what is wrong is told with the line on which it stands."""
    checked, problems, _ = _checked(model, document, kind)
    return (None if problems else checked), problems


def validate_what_is_sound(
    model: type[Model], document: Document, kind: ProblemKind
) -> tuple[Model | None, Document, list[Problem]]:
    """Check a YAML document against a model; where something is wrong, the rest is checked and returned without it."""
    checked, problems, unsound = _checked(model, document, kind)
    if unsound:
        document = document.without(unsound)
        checked, _, _ = _checked(model, document, kind)
    return checked, document, problems


def _checked(
    model: type[Model], document: Document, kind: ProblemKind
) -> tuple[Model | None, list[Problem], set[Location]]:
    """Return the model if there is one, all that is wrong, and the locations without which there may be one."""
    if document.value is None:
        return None, document.problems, set()
    try:
        return model.model_validate(document.value), document.problems, set()
    except ValidationError as error:
        details = as_written(error.errors())
    told = {problem.place.line for problem in document.problems}
    found = [Problem(_place(each, document), kind, *explain(each, model)) for each in details]
    # What was told of a line as YAML is not told a second time.
    problems = [*document.problems, *(problem for problem in found if problem.place.line not in told)]
    return None, problems, {_whole(each["loc"]) for each in details}


def _place(detail: ErrorDetails, document: Document) -> Place:
    spot = document.spot(detail["loc"])
    return spot.name if detail["type"] == "extra_forbidden" else spot.value


def _whole(location: Location) -> Location:
    """Return what is left out where something is unsound: an item of a list, or else just that."""
    numbers = [at for at, part in enumerate(location) if isinstance(part, int)]
    return location[: numbers[0] + 1] if numbers else location
