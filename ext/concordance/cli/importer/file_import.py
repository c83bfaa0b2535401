"""Compose the pages of a file as it was found, and say what became of its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concordance.cli.importer.decisions import Decisions
from concordance.cli.importer.file_pages import TextComposer
from concordance.cli.importer.file_recipe import FileRecipe, FileRecipeModel, plan_of
from concordance.cli.importer.markup import Linker
from concordance.cli.importer.reading import read_source, uncalled_notes
from concordance.cli.importer.recipe import ImportFailedError, read_transcript_file, validate_recipe
from concordance.cli.importer.report import count_words, file_words, find_gaps
from concordance.cli.importer.structure import read_units
from concordance.cli.importer.units import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from concordance.cli.importer.decisions import Doubt
    from concordance.cli.importer.paragraphs import SourceContent
    from concordance.cli.importer.report import WordCounts
    from concordance.model.problems import Problem
    from concordance.reading.strict_yaml import Document


@dataclass(slots=True)
class ImportedFile:
    """The pages of a file, and what is to be said of them."""

    recipe: FileRecipe
    pages: dict[str, str] = field(default_factory=dict)
    """The Markdown of each page, by its path below the folder of pages."""
    counts: list[WordCounts] = field(default_factory=list)
    """One for each text."""
    doubts: Sequence[Doubt] = ()
    """What is doubtful, all of it decided by the recipe."""
    gaps: dict[str, list[str]] = field(default_factory=dict)
    """The numbers that each text lacks, by its id, as the vocabulary declares them."""
    left_out: int = 0
    """The number of words in lines that are left out."""
    notes: int = 0
    """The number of words in footnotes."""


def load_file_recipe(document: Document) -> FileRecipe:
    """Return the recipe that stands in a document. Raises `ImportFailedError` with every problem of its form."""
    return validate_recipe(document, FileRecipeModel, FileRecipe)


def import_file(recipe: FileRecipe) -> ImportedFile:
    """Compose all pages. Raises `ImportFailedError` if anything is wrong, or doubtful and not decided by the recipe."""
    text, problems = read_transcript_file(recipe, "Restore the file; or propose a new recipe for it.")
    decisions = Decisions(recipe.readings)
    source = read_source(recipe.model.transcript, text, recipe.outline, decisions, recipe.replacements)
    imported = ImportedFile(recipe)
    uncalled = uncalled_notes(source, decisions)
    linker = Linker(recipe, problems)
    for model in recipe.model.texts:
        paragraphs = [paragraph for paragraph in source.paragraphs if paragraph.line in model.lines]
        blocks = read_units(paragraphs, plan_of(model), decisions)
        notes = [note for note in uncalled if note.line in model.lines]
        blocks += [Words(note.line, note.inline) for note in notes]
        imported.pages |= TextComposer(model, source.footnotes, linker).compose(blocks)
        imported.gaps[model.id] = find_gaps(model.id, blocks)
        imported.counts.append(count_words(model.id, [*paragraphs, *notes], blocks))
    problems += [*_find_undecided(recipe, decisions), *_outside(recipe, source), *linker.check_unused()]
    if problems:
        raise ImportFailedError(problems)
    lines = enumerate(text.split("\n"), start=1)
    imported.left_out = sum(file_words(line) for number, line in lines if recipe.outline.leaves_out(number))
    imported.notes = sum(file_words(note.text) for note in source.footnotes.values())
    imported.doubts = sorted(decisions.doubts.values(), key=lambda doubt: doubt.key)
    return imported


def _find_undecided(recipe: FileRecipe, decisions: Decisions) -> Iterator[Problem]:
    for doubt in decisions.doubts.values():
        if doubt.key not in recipe.readings:
            row = f"{{line: {doubt.key.line}, words: {doubt.key.words!r}, read: {doubt.reading}}}"
            remedy = f"Decide it under `readings` in the recipe: {row}; or choose {', '.join(doubt.choices)}."
            yield recipe.transcript_problem(doubt.key.line, f"“{doubt.key.words}”: {doubt.message}", remedy)
    for index, reading in enumerate(recipe.model.readings):
        key = (int(reading.line), reading.words)
        match = next((each for each in decisions.doubts.values() if each.key == key), None)
        if match is None and not reading.instead:
            message = f"Nothing is doubtful about “{reading.words}” on line {reading.line}."
            yield recipe.problem(
                ("readings", index, "words"), message, "Take the reading out, or copy the words exactly."
            )
        elif match is not None and reading.read not in match.choices:
            message = f"“{reading.words}” cannot be read as “{reading.read}”."
            yield recipe.problem(("readings", index, "read"), message, f"Choose {', '.join(match.choices)}.")


def _outside(recipe: FileRecipe, source: SourceContent) -> Iterator[Problem]:
    """Yield a problem for each paragraph that is in no text."""
    for paragraph in source.paragraphs:
        if not any(paragraph.line in text.lines for text in recipe.model.texts):
            message = f"“{paragraph.text[:40]}” is in no text and not left out."
            remedy = "Widen the `lines` of a text, or name the line under `leave-out`."
            yield recipe.transcript_problem(paragraph.line, message, remedy)
