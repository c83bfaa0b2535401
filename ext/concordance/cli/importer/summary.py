"""Write a proposed recipe, and say what an import did: doubts by line, and words by text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.cli.importer.propose import propose
from concordance.cli.importer.recipe_text import write_recipe
from concordance.cli.importer.report import file_words
from concordance.cli.importer.source_file import make_transcript
from concordance.cli.importer.vocabulary_entry import add_texts, add_to_tree
from concordance.exports.files import write_if_changed
from concordance.model.problems import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from concordance.cli.importer.decisions import Doubt
    from concordance.cli.importer.file_import import ImportedFile


def propose_recipe(path: Path, folder: Path, *, layout: bool) -> int:
    """Write the words of a file and a recipe for them into `folder`, and print what it says; return 0.

    Raises `ImportFailedError` if the file cannot be read.
    """
    transcript = make_transcript(path, layout=layout)
    name = f"{path.stem}{transcript.suffix}"
    folder.mkdir(parents=True, exist_ok=True)
    write_if_changed(folder / name, transcript.text)
    proposal = propose(name, transcript.text)
    recipe = folder / f"{path.stem}.yaml"
    if recipe.exists():
        recipe = next(each for count in range(2, 100) if not (each := folder / f"{path.stem}-{count}.yaml").exists())
    write_if_changed(recipe, write_recipe(proposal, name, transcript.text, path.name))
    for text in proposal.texts:
        units = f"{text.count} numbered units" if text.count else "no numbered units"
        print(f"{text.id}: lines {text.lines}, {units}: {printable(text.title)}")
    for left in proposal.left_out:
        print(f"left out, {left.because}: lines {', '.join(map(str, left.lines))}")
    _print_doubts(proposal.doubts, folder / name)
    print(f"Correct {recipe}, then run: concordance import {recipe}")
    return 0


def _print_doubts(doubts: Iterable[Doubt], path: Path) -> None:
    for doubt in doubts:
        words = printable(doubt.key.words)
        print(f"{path}:{doubt.key.line}: “{words}” is read as {doubt.reading}. {doubt.message}")


def print_report(imported: ImportedFile) -> None:
    """Print the doubts that the recipe decides, and how many words each text has in the file and on its pages."""
    readings = imported.recipe.readings
    for doubt in imported.doubts:
        words, reading = printable(doubt.key.words), readings[doubt.key]
        print(f"{imported.recipe.transcript}:{doubt.key.line}: “{words}” is read as {reading}. {doubt.message}")
    text = imported.recipe.transcript.read_text(encoding="utf-8")
    print(f"{'text':20} {'units':>7} {'words in the file':>18} {'on the pages':>13}")
    for counts in imported.counts:
        same = f"  the first that differs: line {counts.differs}" if counts.differs else "  all, in their order"
        print(f"{counts.id:20} {counts.units:7} {counts.source:18} {counts.pages:13}{same}")
    print(
        f"The file has {file_words(text)} words with its markup: {imported.left_out} in lines that are left out, "
        f"{imported.notes} in footnotes, {sum(counts.source for counts in imported.counts)} in texts."
    )


def add_to_edition(imported: ImportedFile, vocabulary: Path, home: Path) -> None:
    """Add the texts to the vocabulary and the home page of an edition, where they lack them, and say so."""
    texts = imported.recipe.model.texts
    if vocabulary.exists():
        changed, added = add_texts(vocabulary.read_text(encoding="utf-8"), texts, imported.gaps)
        if added and write_if_changed(vocabulary, changed):
            print(f"{vocabulary} has got {' and '.join(added)}.")
    if home.exists():
        page = add_to_tree(home.read_text(encoding="utf-8"), (text.folder for text in texts))
        if write_if_changed(home, page):
            print(f"{home} leads to the new pages.")
