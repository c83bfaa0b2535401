"""The recipe by which a file as it was found becomes pages: its schema, and how it is read.

`concordance import --propose` writes it, and an editor corrects it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from concordance.cli.importer.decisions import (
    CALL,
    CONTINUES,
    HYPHENATED,
    JOINED,
    LEFT_OUT,
    PRINTED,
    TEXT,
    UNIT,
    DoubtKey,
)
from concordance.cli.importer.markers import Style
from concordance.cli.importer.paragraphs import LineRange, Outline
from concordance.cli.importer.recipe import OverrideModel, PagePath, RecipeFile
from concordance.cli.importer.units import TextPlan
from concordance.reading.field_types import Exact, Flag, Id, OneLine, Pattern, Prose, matching

if TYPE_CHECKING:
    from collections.abc import Mapping

READINGS = (PRINTED, CALL, UNIT, TEXT, CONTINUES, JOINED, HYPHENATED, LEFT_OUT)


def _line_range(text: object) -> object:
    if not isinstance(text, str):
        return text
    match = re.fullmatch(r"([1-9][0-9]{0,6})(?:-([1-9][0-9]{0,6}))?", text)
    if match is None or int(match[2] or match[1]) < int(match[1]):
        msg = f"is neither a line nor a range of lines: {text!r}"
        raise ValueError(msg)
    return LineRange(int(match[1]), int(match[2] or match[1]))


def _reading(text: str) -> str:
    if text not in READINGS:
        msg = f"is none of {', '.join(READINGS)}: {text!r}"
        raise ValueError(msg)
    return text


Lines = Annotated[LineRange, BeforeValidator(_line_range)]
LineNumber = Annotated[str, matching(r"[1-9][0-9]{0,6}", "is not the number of a line")]
# In the id of a provision, what follows the text begins at the first hyphen.
TextId = Annotated[
    str, matching(r"[a-z0-9]+", "is no id of a text, which has small letters and digits only, and no hyphen")
]
SeriesName = Annotated[str, matching(r"[a-z]*", "is no series, which has small letters only")]


class _Model(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class LeftOutModel(_Model):
    """Lines that are left out, such as running heads, and why."""

    lines: Annotated[list[Lines], Field(min_length=1)]
    because: Prose


class TextRecipeModel(_Model):
    """A text: its lines, what it is called, and how its units are numbered, cited and divided into pages."""

    id: TextId
    lines: Lines
    title: Prose
    name: Prose
    notice: Prose
    units: Literal["article", "decimal", "number", "none"]
    word: Prose = ""
    series: SeriesName = ""
    preamble: Flag = False
    dashes: Flag = False
    pages: Literal["each", "whole"]
    folder: PagePath
    sections: dict[SeriesName, Prose] = {}
    cite: dict[str, Pattern]


class ReadingModel(_Model):
    """How doubtful words are read; `instead` is what is written for them."""

    line: LineNumber
    words: Exact
    read: Annotated[str, AfterValidator(_reading)]
    instead: OneLine = ""


class FileRecipeModel(_Model):
    """A whole recipe. `transcript` is a path from the recipe's own folder."""

    transcript: Exact
    sha256: Exact
    texts: Annotated[list[TextRecipeModel], Field(min_length=1)]
    leave_out: list[LeftOutModel] = Field(default=[], alias="leave-out")
    headings: list[Lines] = []
    footnotes: dict[LineNumber, Lines] = {}
    readings: list[ReadingModel] = []
    names: dict[Id, list[Exact]] = {}
    overrides: dict[Id, OverrideModel] = {}


@dataclass(frozen=True, slots=True)
class FileRecipe(RecipeFile):
    """A valid recipe of a file as it was found."""

    model: FileRecipeModel

    @property
    def outline(self) -> Outline:
        """How the lines of the file are divided."""
        left_out = tuple(lines for each in self.model.leave_out for lines in each.lines)
        footnotes = {int(number): lines for number, lines in self.model.footnotes.items()}
        return Outline(left_out, footnotes, tuple(self.model.headings))

    @property
    def readings(self) -> Mapping[DoubtKey, str]:
        """How doubtful words are read, by where they stand."""
        return {DoubtKey(int(each.line), each.words): each.read for each in self.model.readings}

    @property
    def replacements(self) -> Mapping[DoubtKey, str]:
        """What is written for words, by where they stand."""
        return {DoubtKey(int(each.line), each.words): each.instead for each in self.model.readings if each.instead}


def plan_of(text: TextRecipeModel) -> TextPlan:
    """Return how a text is built, as its recipe says."""
    top = None if text.units == "none" else Style(text.units)
    return TextPlan(top, text.series, text.preamble, text.dashes, text.word)
