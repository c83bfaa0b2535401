"""The recipe by which a transcript becomes pages: its shape, and how it is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.field_types import Exact, Id
from concordance.reading.schema import validate
from concordance.reading.strict_yaml import read_yaml
from concordance.reading.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from concordance.reading.strict_yaml import Document, Location


def _inside(page: str) -> str:
    path = PurePosixPath(page)
    if path.is_absolute() or ".." in path.parts:
        msg = f"leaves the source folder: {page!r}"
        raise ValueError(msg)
    return page


Page = Annotated[Exact, AfterValidator(_inside)]
# YAML gives text alone, so a number is the one thing that is not taken strictly.
Markers = dict[Exact, Annotated[int, Field(strict=False, ge=1)]]


class _Model(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class ResolutionModel(_Model):
    """The resolution: its id, its page and the headings on it, its opening line, and the markers that are odd."""

    id: Id
    page: Page
    title: Exact
    opening: Exact
    preamble: Exact
    operative: Exact
    markers: Markers = {}


class PartModel(_Model):
    """A part of the annex: its page, and the line that is its heading. The first part may have none."""

    page: Page
    title: Exact
    start: Exact | None = None


class AnnexModel(_Model):
    """The annex. `{number}` in the page and the title of a paragraph stands for its number.

    `further_pages` are written by hand and stand behind its parts.
    """

    id: Id
    start: Exact
    page: Page
    title: Exact
    chapeau_page: Page
    chapeau_title: Exact
    paragraph_page: Page
    paragraph_title: Exact
    parts: Annotated[list[PartModel], Field(min_length=1)]
    further_pages: list[Page] = []
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
    """Raised before anything is written; `problems` says all that is wrong, in the order of the places."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = tuple(sorted(set(problems), key=lambda problem: (problem.place, problem.message)))


@dataclass(frozen=True, slots=True)
class Recipe:
    """A recipe of the right shape, and the document it was read from, which knows its lines."""

    model: RecipeModel
    document: Document

    @property
    def transcript(self) -> Path:
        """The transcript's path."""
        return Path(self.document.path).parent / self.model.transcript

    def wrong(self, location: Location, message: str, mend: str) -> Problem:
        """Return a problem with what stands at `location` in the recipe."""
        return Problem(self.document.spot(location).value, ProblemKind.IMPORT, message, mend)

    def wrong_text(self, line: int, message: str, mend: str) -> Problem:
        """Return a problem with a line of the transcript."""
        return Problem(Place(str(self.transcript), line), ProblemKind.IMPORT, message, mend)


def read(path: Path) -> tuple[str, bytes]:
    """Return a file's text and bytes. Raises `ImportFailedError` where it cannot be read or is not clean UTF-8."""
    try:
        data = path.read_bytes()
        text, problems = read_text(data, str(path))
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        mend = "See that the path is right."
        raise ImportFailedError([Problem(Place(str(path), 1), ProblemKind.IMPORT, message, mend)]) from error
    if problems:
        raise ImportFailedError(problems)
    return text, data


def load_recipe(path: Path) -> Recipe:
    """Return the recipe in a file. Raises `ImportFailedError` with every fault of its form."""
    text, _ = read(path)
    document = read_yaml(text, str(path))
    if document.problems:
        raise ImportFailedError(document.problems)
    model, problems = validate(RecipeModel, document, ProblemKind.IMPORT)
    if model is None:
        raise ImportFailedError(problems)
    recipe = Recipe(model, document)
    if problems := _ambiguous(recipe):
        raise ImportFailedError(problems)
    return recipe


def _ambiguous(recipe: Recipe) -> list[Problem]:
    """Return a problem for every phrase that names an entry after it has named one already."""
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for target, phrases in recipe.model.names.items():
        for index, words in enumerate(phrases):
            if words in seen:
                message = f"“{words}” already names {seen[words]}."
                problems.append(recipe.wrong(("names", target, index), message, "Let one phrase name one entry."))
            seen[words] = target
    return problems
