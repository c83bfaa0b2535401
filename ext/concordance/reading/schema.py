"""The schemas of editors' files, as models of pydantic.

The names of models within models are the names of definitions in the published JSON schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.field_types import (
    Asked,
    Date,
    Exact,
    Flag,
    Folder,
    Id,
    Language,
    Pattern,
    PatternOrNothing,
    Prose,
    Share,
    Summary,
    Title,
    Words,
    Year,
)
from concordance.reading.limits import ASKED, ITEMS
from concordance.reading.schema_messages import drop_consequences, explain

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from concordance.reading.strict_yaml import Document, Location

# Types of schema.org by which an edition may tell programs what an entry is.
EntryKind = Literal["provision", "instrument", "article", "document", "goal", "target", "body"]
SchemaType = Literal["CreativeWork", "DefinedTerm", "Legislation", "Organization", "Report", "Thing"]


AskedList = Annotated[list[Asked], Field(max_length=ASKED)]


class _FileModel(BaseModel):
    # Most runs check files of one kind; the models of the others need not be built.
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


class NoteModel(_FileModel):
    """A textual note, as written in front matter."""

    note: Prose
    quote: Exact | None = None
    kind: Literal["slip", "variant"] = "slip"


class AnnotationModel(_FileModel):
    """The front matter of an annotation.

    Links are checked by `annotation_file`, as the predicate of a link is one of its keys.
    """

    annotates: Id
    title: Title | None = None
    summary: Summary | None = None
    asked: AskedList = []
    who: dict[str, Annotated[list[Id], Field(max_length=ITEMS)]] = {}
    links: Annotated[list[dict[str, Prose]], Field(max_length=ITEMS)] = []
    notes: Annotated[list[NoteModel], Field(max_length=ITEMS)] = []
    questions: Annotated[list[Exact], Field(max_length=ITEMS)] = []
    sources: Annotated[list[Exact], Field(max_length=ITEMS)] = []
    reviewed: Date | None = None


class AdoptionModel(_FileModel):
    """How the official document of a text came about, as written in the vocabulary."""

    type: Prose
    by: Prose
    on: Date
    named: Words = Field(default="", alias="as")
    short: Words = ""
    how: Words = ""


class IssuerModel(_FileModel):
    """Who issues documents, as written in the vocabulary."""

    name: Prose
    short: Prose
    named: PatternOrNothing = ""
    short_named: PatternOrNothing = Field(default="", alias="short-named")


class CitingModel(_FileModel):
    """How to cite works that are not texts of the edition, as written in the vocabulary."""

    symbols: Words = ""
    issuers: dict[Prose, IssuerModel] = {}
    untitled: list[Id] = []
    within: dict[Id, Id] = {}
    places: dict[Id, Pattern] = {}


class FactsModel(_FileModel):
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


class TextModel(_FileModel):
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


class PredicateModel(_FileModel):
    """A predicate, as written in the vocabulary."""

    reverse: Id
    says: Prose
    reverse_says: Prose = Field(alias="reverse-says")
    means: Prose
    graded: Flag = False
    text: Flag = False
    subject: list[EntryKind] = []
    object: list[EntryKind] = []
    older: Literal["subject", "object", ""] = ""


class GradeModel(_FileModel):
    """A grade of parallels, as written in the vocabulary."""

    label: Prose
    means: Prose
    least_share: Share = Field(default=0.0, alias="least-share")


class AvoidedWordsModel(_FileModel):
    """Words that editors had better avoid, as written in the vocabulary."""

    words: Annotated[list[Prose], Field(min_length=1)]
    instead: Prose


class TermModel(_FileModel):
    """A facet's term, as written in the vocabulary."""

    label: Prose
    means: Prose


class VocabularyModel(_FileModel):
    """The vocabulary file."""

    texts: dict[Id, TextModel]
    predicates: dict[Id, PredicateModel]
    grades: dict[Id, GradeModel]
    facets: dict[Id, dict[Id, TermModel]]
    schema_types: dict[Prose, SchemaType] = Field(default={}, alias="schema-types")
    citing: CitingModel = CitingModel()
    avoid: list[AvoidedWordsModel] = []


class PairModel(_FileModel):
    """Two provisions that are not linked, and why."""

    pair: Annotated[list[Id], Field(min_length=2, max_length=2)]
    reason: Prose


class ConsideredModel(_FileModel):
    """The file of what was considered and left out."""

    phrases: dict[Exact, Prose] = {}
    pairs: list[PairModel] = []
    without_target: dict[Id, Prose] = Field(default={}, alias="without-target")


class FoundModel(_FileModel):
    """What a search for something finds."""

    phrases: list[Exact] = []
    entries: list[Id] = []
    terms: dict[str, list[Id]] = {}


class SynonymModel(FoundModel):
    """Words that readers search for, and what they find."""

    searched: Annotated[list[Exact], Field(min_length=1)]


class TranslationModel(FoundModel):
    """Words of other languages that readers search for, and what they find."""

    searched: Annotated[dict[Language, list[Exact]], Field(min_length=1)]


class InProseModel(_FileModel):
    """How citations are written in sentences."""

    names: dict[Id, list[Exact]] = {}
    vague: list[Exact] = []
    symbols: dict[str, list[Exact]] = {}
    several: list[Exact] = []
    joins: list[Exact] = []
    belongs: list[Exact] = []
    before: list[Exact] = []
    after: list[Exact] = []


class CitationsModel(_FileModel):
    """How readers write citations."""

    texts: dict[Id, list[Exact]] = {}
    series: dict[str, list[Exact]] = {}
    skipped: list[Exact] = []
    prose: InProseModel = InProseModel()


class SearchWordsModel(_FileModel):
    """The file of synonyms."""

    citations: CitationsModel = CitationsModel()
    filters: dict[Id, Prose] = {}
    synonyms: list[SynonymModel] = []
    asked: dict[Exact, AskedList] = {}


class TranslationsModel(_FileModel):
    """The file of words of other languages."""

    words: list[TranslationModel] = []


Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], document: Document, kind: ProblemKind) -> tuple[Model | None, list[Problem]]:
    """Check a YAML document against a model.

    Returns:
        The model, or None if anything is wrong; and all problems, of the YAML as well.
    """
    checked, problems, _ = _validate(model, document, kind)
    return (None if problems else checked), problems


def validate_sound_parts(
    model: type[Model], document: Document, kind: ProblemKind
) -> tuple[Model | None, Document, list[Problem]]:
    """Check a YAML document against a model, and again without the parts that are wrong.

    Returns:
        The model of what is sound, or None if a part is wrong that it cannot do without; the document of what is sound;
        and all problems.
    """
    checked, problems, unsound = _validate(model, document, kind)
    if unsound:
        document = document.without(unsound)
        checked, _, _ = _validate(model, document, kind)
    return checked, document, problems


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
