"""A small transcript as editors are handed them, and its recipe: both are changed as a test asks, then imported."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.cli.importer.command import main
from concordance.cli.importer.pages import compose_pages
from concordance.cli.importer.recipe import ImportFailedError, load_recipe, read_recipe
from recipes import write_recipe

TEXT = """A covering letter.

Tenth session
Agenda item 7

Sharing of tools

The Assembly,

Recalling the Charter of Gardens,¹ and the tools

¹ See *Gardens*, vol. 2, and [7/3](#).
² *Ibid.*

that it names,²

Wishing for a plan that will:

- lend every spade to the Council of Spades,*
- mend it,*

1. *Urges* members to lend;

OP2. *Decides to mend, and*

3. *Asks* the Council of Spades and the spades of the Charter to report

on both.

ANNEX: Plan

We resolve to:

1. Lend ~~–all~~ spades;
2. Mend them:
- a. by hand;
 - b. by the rules of the Charter of Gardens;

i) Sharing

-
3. Share them.
"""

RECIPE = """transcript: tools.txt
sha256: {sha256}
start: Tenth session
resolution:
  id: res
  page: resolutions/res
  title: The resolution
  opening: The Assembly,
  preamble: Preamble
  operative: Operative part
  markers: {{"OP2.": 2}}
annex:
  id: ann
  start: "ANNEX: Plan"
  page: annex/index
  title: The annex
  chapeau_page: annex/chapeau
  chapeau_title: Chapeau
  paragraph_page: annex/{{number}}
  paragraph_title: Paragraph {{number}}
  parts:
    - {{page: annex/general, title: General}}
    - {{page: annex/sharing, title: On sharing, start: i) Sharing}}
names:
  charter: [Charter of Gardens, Charter]
  council: [Council of Spades]
  resolution-7-3: [7/3]
overrides: {{}}
"""


def make(folder: Path, text: str = TEXT, recipe: str = RECIPE, **changes: str) -> Path:
    """Write a transcript and its recipe, each changed as asked, and return the recipe's path."""
    return write_recipe(folder, "tools", text, recipe, **changes)


def pages(path: Path) -> dict[str, str]:
    """Return the pages that a recipe gives."""
    return compose_pages(load_recipe(read_recipe(path)))


def problems(path: Path) -> list[str]:
    """Return what is wrong with a recipe and its transcript, each with its place."""
    with pytest.raises(ImportFailedError) as caught:
        pages(path)
    return [f"{problem.place}: {problem}".replace(f"{path.parent}/", "") for problem in caught.value.problems]


def run(path: Path, *options: str) -> int:
    """Import by a recipe into the folder `source` beside it; return the exit status."""
    return main([str(path), "--source", str(path.parent / "source"), *options])


def swap(old: str, new: str, text: str = TEXT) -> str:
    """Change words that a text has once."""
    assert text.count(old) == 1
    return text.replace(old, new)
