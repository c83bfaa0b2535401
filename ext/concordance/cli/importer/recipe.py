"""The recipe by which a transcript becomes pages: its schema, and how it is read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated, Protocol, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.field_types import Exact, Id
from concordance.reading.strict_yaml import read_yaml
from concordance.reading.text_file import read_text
from concordance.reading.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from concordance.reading.strict_yaml import Document, Location
    from concordance.reading.validation import Model


def _check_page_path(page: str) -> str:
    path = PurePosixPath(page)
    if path.is_absolute() or ".." in path.parts:
        msg = f"leaves the source folder: {page!r}"
        raise ValueError(msg)
    return page


PagePath = Annotated[Exact, AfterValidator(_check_page_path)]
# YAML is read as text alone, so numbers cannot be validated strictly.
Markers = dict[Exact, Annotated[int, Field(strict=False, ge=1)]]


class _Model(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class ResolutionModel(_Model):
    """The resolution: its id, its page and the headings on it, its opening line, and the markers that are odd.

    `anchor` is an id that the heading of the page had before; addresses with it still lead there.
    """

    id: Id
    page: PagePath
    title: Exact
    anchor: Id | None = None
    opening: Exact
    preamble: Exact
    operative: Exact
    markers: Markers = {}


class AnnexPartModel(_Model):
    """A part of the annex: its page, and the line that is its heading. The first part may have none."""

    page: PagePath
    title: Exact
    start: Exact | None = None


class AnnexModel(_Model):
    """The annex. `{number}` in the page and the title of a paragraph stands for its number.

    `further_pages` are written by hand and stand behind its parts.
    """

    id: Id
    start: Exact
    page: PagePath
    title: Exact
    chapeau_page: PagePath
    chapeau_title: Exact
    paragraph_page: PagePath
    paragraph_title: Exact
    parts: Annotated[list[AnnexPartModel], Field(min_length=1)]
    further_pages: list[PagePath] = []
    markers: Markers = {}


class OverrideModel(_Model):
    """What differs for one provision: phrases of its own, and the ids that are not, or alone, linked in it."""

    links: dict[Exact, Id] = {}
    without: list[Id] = []
    only: list[Id] | None = None


class RecipeModel(_Model):
    """A whole recipe. `transcript` is a path from the recipe's own folder."""

    transcript: Exact
    sha256: Exact
    start: Exact
    resolution: ResolutionModel
    annex: AnnexModel | None = None
    names: dict[Id, list[Exact]] = {}
    overrides: dict[Id, OverrideModel] = {}


class ImportFailedError(Exception):
    """Raised if an import fails, before anything is written; `problems` are in the order of their places."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = tuple(sorted(set(problems), key=lambda problem: (problem.place, problem.message)))


class RecipeContent(Protocol):
    """What any recipe says."""

    @property
    def transcript(self) -> str:
        """The path of the transcript, from the folder of the recipe."""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the transcript, in hexadecimal."""

    @property
    def names(self) -> dict[Id, list[Exact]]:
        """The phrases that name an entry, by its id."""

    @property
    def overrides(self) -> dict[Id, OverrideModel]:
        """What differs for a provision, by its id."""


@dataclass(frozen=True, slots=True)
class RecipeFile:
    """A valid recipe of any kind."""

    document: Document
    """What it was read from, with the place of everything in it."""
    model: RecipeContent

    @property
    def transcript(self) -> Path:
        """The path of the transcript."""
        return Path(self.document.path).parent / self.model.transcript

    def problem(self, location: Location, message: str, remedy: str) -> Problem:
        """Return a problem with what stands at `location` in the recipe."""
        return Problem(self.document.spot(location).value, ProblemKind.IMPORT, message, remedy)

    def transcript_problem(self, line: int, message: str, remedy: str) -> Problem:
        """Return a problem with a line of the transcript."""
        return Problem(Place(str(self.transcript), line), ProblemKind.IMPORT, message, remedy)


@dataclass(frozen=True, slots=True)
class Recipe(RecipeFile):
    """A valid recipe of a transcript that was made by hand."""

    model: RecipeModel


ValidRecipe = TypeVar("ValidRecipe", bound=RecipeFile)


def read_file(path: Path) -> tuple[str, bytes]:
    """Return text and bytes of a file. Raises `ImportFailedError` if it cannot be read or is not clean UTF-8."""
    try:
        data = path.read_bytes()
        text, problems = read_text(data, str(path))
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        remedy = "See that the path is right."
        raise ImportFailedError([Problem(Place(str(path), 1), ProblemKind.IMPORT, message, remedy)]) from error
    if problems:
        raise ImportFailedError(problems)
    return text, data


def read_recipe(path: Path) -> Document:
    """Return what stands in a recipe. Raises `ImportFailedError` if it is no YAML."""
    text, _ = read_file(path)
    document = read_yaml(text, str(path))
    if document.problems:
        raise ImportFailedError(document.problems)
    return document


def load_recipe(document: Document) -> Recipe:
    """Return the recipe that stands in a document. Raises `ImportFailedError` with every problem of its form."""
    return validate_recipe(document, RecipeModel, Recipe)


def validate_recipe(
    document: Document, model_type: type[Model], make: Callable[[Document, Model], ValidRecipe]
) -> ValidRecipe:
    """Return the recipe of any kind that `make` makes of a document and of its model.

    Raises `ImportFailedError` with every problem of its form.
    """
    model, problems = validate(model_type, document, ProblemKind.IMPORT)
    if model is None:
        raise ImportFailedError(problems)
    recipe = make(document, model)
    if problems := check_names(recipe):
        raise ImportFailedError(problems)
    return recipe


def read_transcript_file(recipe: RecipeFile, remedy: str) -> tuple[str, list[Problem]]:
    """Return the text of a transcript, and a problem if it is not the one that the recipe was written for.

    `remedy` is the one for that. Raises `ImportFailedError` if it cannot be read.
    """
    text, data = read_file(recipe.transcript)
    if (fingerprint := hashlib.sha256(data).hexdigest()) == recipe.model.sha256:
        return text, []
    message = f"Its sha256 is {fingerprint}, the recipe says {recipe.model.sha256}."
    return text, [recipe.transcript_problem(1, message, remedy)]


def check_names(recipe: RecipeFile) -> list[Problem]:
    """Return a problem for every phrase that names two entries."""
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for target, phrases in recipe.model.names.items():
        for index, words in enumerate(phrases):
            if words in seen:
                message = f"“{words}” already names {seen[words]}."
                problems.append(recipe.problem(("names", target, index), message, "Let one phrase name one entry."))
            seen[words] = target
    return problems
