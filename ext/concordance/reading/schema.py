"""The schemas of editors' files, as models of pydantic.

The names of models within models are the names of definitions in the published JSON schemas.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from concordance.reading.field_types import (
    AknAddress,
    Asked,
    Date,
    Exact,
    Flag,
    Folder,
    Gap,
    Id,
    Language,
    OneLine,
    Pattern,
    PatternOrNothing,
    Prose,
    Share,
    SiteAddress,
    Sum,
    Summary,
    Title,
    Year,
)
from concordance.reading.limits import ASKED, ITEMS

# Types of schema.org by which an edition may tell programs what an entry is.
SchemaType = Literal["CreativeWork", "DefinedTerm", "Legislation", "Organization", "Report", "Thing"]


AskedList = Annotated[list[Asked], Field(max_length=ASKED)]


class FileModel(BaseModel):
    """What all of them are."""

    # Most runs check files of one kind; the models of the others need not be built.
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


class NoteModel(FileModel):
    """A textual note, as written in front matter."""

    note: Prose
    quote: Exact | None = None
    kind: Literal["slip", "variant"] = "slip"


class AnnotationModel(FileModel):
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
    answers: Annotated[list[Exact], Field(max_length=ITEMS)] = []
    sources: Annotated[list[Exact], Field(max_length=ITEMS)] = []
    reviewed: Date | None = None


class AdoptionModel(FileModel):
    """How the official document of a text came about, as written in the vocabulary."""

    type: Prose
    by: Prose
    on: Date
    named: OneLine = Field(default="", alias="as")
    short: OneLine = ""
    how: OneLine = ""
    akn: AknAddress = ""


class IssuerModel(FileModel):
    """Who issues documents, as written in the vocabulary."""

    name: Prose
    short: Prose
    named: PatternOrNothing = ""
    short_named: PatternOrNothing = Field(default="", alias="short-named")


class CitingModel(FileModel):
    """How to cite works that are not texts of the edition, as written in the vocabulary."""

    symbols: OneLine = ""
    issuers: dict[Prose, IssuerModel] = {}
    untitled: list[Id] = []
    within: dict[Id, Id] = {}
    places: dict[Id, Pattern] = {}
    same_as: dict[Id, Pattern] = Field(default={}, alias="same-as")
    first: Literal["un", "oscola", "chicago", "apa", ""] = ""


class FactsModel(FileModel):
    """What is known of a text as a document, as written in the vocabulary."""

    title: OneLine = ""
    type: OneLine = ""
    symbol: OneLine = ""
    status: OneLine = ""
    part_of: OneLine = Field(default="", alias="part-of")
    adopted: AdoptionModel | None = None
    date: Date | None = None
    issuer: IssuerModel | None = None
    described: OneLine = ""
    akn: AknAddress = ""


class TextModel(FileModel):
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
    gaps: list[Gap] = []
    shown: dict[str, Pattern] = {}
    shown_several: dict[str, Pattern] = Field(default={}, alias="shown-several")


class PredicateModel(FileModel):
    """A predicate, as written in the vocabulary."""

    reverse: Id
    says: Prose
    reverse_says: Prose = Field(alias="reverse-says")
    means: Prose
    graded: Flag = False
    text: Flag = False
    subject: list[Id] = []
    object: list[Id] = []
    older: Literal["subject", "object", ""] = ""


class KindModel(FileModel):
    """A kind of entries, as written in the vocabulary."""

    role: Literal["work", "document", "numbered", "body"] | None = None
    part_of: Id | Literal[""] = Field(default="", alias="part-of")
    name: OneLine = ""
    plural: OneLine = ""
    heading: OneLine = ""
    expected: Flag = False


class GradeModel(FileModel):
    """A grade of parallels, as written in the vocabulary."""

    label: Prose
    means: Prose
    least_share: Share = Field(default=0.0, alias="least-share")


class AvoidedWordsModel(FileModel):
    """Words that editors had better avoid, as written in the vocabulary."""

    words: Annotated[list[Prose], Field(min_length=1)]
    instead: Prose


class PartModel(FileModel):
    """The identity of a part of a text, as written in the vocabulary."""

    sign: Annotated[Prose, Field(max_length=4)]
    hue: Literal["indigo", "ochre", "teal", "plum", "olive", "brick", "slate"]
    name: Prose
    note: Prose | None = None


class TermModel(FileModel):
    """A facet's term, as written in the vocabulary."""

    label: Prose
    means: Prose


# Words, the forms that depend on a number, or either by language.
InterfaceWords = Exact | Annotated[list[Exact], Field(min_length=1)] | dict[Language, Exact | list[Exact]]


class OtherEditionModel(FileModel):
    """Another edition, as written in the vocabulary."""

    title: Prose
    address: SiteAddress
    calls_us: Id | Literal[""] = Field(default="", alias="calls-us")


class VocabularyModel(FileModel):
    """The vocabulary file."""

    texts: dict[Id, TextModel]
    kinds: dict[Id, KindModel] = {}
    predicates: dict[Id, PredicateModel]
    grades: dict[Id, GradeModel]
    facets: dict[Id, dict[Id, TermModel]]
    schema_types: dict[Prose, SchemaType] = Field(default={}, alias="schema-types")
    citing: CitingModel = CitingModel()
    avoid: list[AvoidedWordsModel] = []
    parts: dict[Prose, PartModel] = {}
    interface: dict[Exact, InterfaceWords] = {}
    inventories: dict[Id, OtherEditionModel] = {}


class PairModel(FileModel):
    """Two provisions that are not linked, and why."""

    pair: Annotated[list[Id], Field(min_length=2, max_length=2)]
    reason: Prose


class ConsideredModel(FileModel):
    """The file of what was considered and left out."""

    phrases: dict[Exact, Prose] = {}
    pairs: list[PairModel] = []
    without: dict[Id, dict[Id, Prose]] = {}


class EditedPageModel(FileModel):
    """A page of a text that was changed by hand, and why."""

    page: Prose
    sha256: Sum
    by: Prose
    on: Date
    what: Prose
    why: Prose


class EditedPagesModel(FileModel):
    """The file of pages of the texts that were changed by hand."""

    pages: list[EditedPageModel] = []
