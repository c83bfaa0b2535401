"""The schemas of the files of words that readers search for, as models of pydantic."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from concordance.reading.field_types import Asked, Exact, Id, Language, Prose
from concordance.reading.limits import ASKED
from concordance.reading.schema import FileModel

# Pydantic copies defaults for each model (https://docs.pydantic.dev/latest/concepts/fields/#mutable-default-values).
# ruff: noqa: RUF012

# Where the names stand that are checked against the rest of the edition.
PLACED = {
    "names": ("citations", "texts"),
    "series": ("citations", "series"),
    "prose": ("citations", "prose", "names"),
    "filters": ("filters",),
}
PageAskedList = Annotated[list[Asked], Field(max_length=ASKED)]


class FoundModel(FileModel):
    """What a search for something finds."""

    phrases: list[Exact] = []
    entries: list[Id] = []
    terms: dict[str, list[Id]] = {}


class SynonymModel(FoundModel):
    """Words that readers search for, and what they find."""

    searched: Annotated[list[Exact], Field(min_length=1)]


class TranslationModel(FoundModel):
    """Words of other languages that readers search for, and what they find."""

    searched: Annotated[dict[Language, Annotated[list[Exact], Field(min_length=1)]], Field(min_length=1)]


class InProseModel(FileModel):
    """How citations are written in sentences."""

    names: dict[Id, list[Exact]] = {}
    vague: list[Exact] = []
    symbols: dict[str, list[Exact]] = {}
    several: list[Exact] = []
    joins: list[Exact] = []
    ranges: list[Exact] = []
    belongs: list[Exact] = []
    before: list[Exact] = []
    after: list[Exact] = []


class CitationsModel(FileModel):
    """How readers write citations."""

    texts: dict[Id, list[Exact]] = {}
    series: dict[str, list[Exact]] = {}
    skipped: list[Exact] = []
    prose: InProseModel = InProseModel()


class NoticeModel(FileModel):
    """A place that some readers need before all that is found."""

    page: Exact
    anchor: Id
    label: Prose
    searched: Annotated[list[Exact], Field(min_length=1)]


class SearchWordsModel(FileModel):
    """The file of synonyms."""

    citations: CitationsModel = CitationsModel()
    filters: dict[Id, Prose] = {}
    synonyms: list[SynonymModel] = []
    asked: dict[Exact, PageAskedList] = {}
    notice: NoticeModel | None = None


class TranslationsModel(FileModel):
    """The file of words of other languages."""

    words: list[TranslationModel] = []
