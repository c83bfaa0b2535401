"""What translators of the interface are given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po
from concordance.editing.json_schemas import schemas
from concordance.editing.skeleton import skeleton
from concordance.tools.edition import open_edition
from edition import ROOT

CATALOG = ROOT / "ext" / "concordance" / "translations" / "concordance.pot"


def words(catalog: Path) -> set[object]:
    with catalog.open("rb") as file:
        return {message.id for message in read_po(file)}


def test_translators_get_every_word_of_the_interface(tmp_path: Path) -> None:
    collected = tmp_path / "now.pot"
    command = ["--quiet", "extract", "--mapping-file", "pyproject.toml", "--keywords", "counted:1,2"]
    babel = [sys.executable, "-m", "babel.messages.frontend", *command, "--output-file", str(collected), "."]
    subprocess.run(babel, cwd=ROOT, check=True)
    assert words(CATALOG) == words(collected), "run `make messages` and commit what it writes"


def test_translators_get_every_word_of_new_annotations_and_of_schemas() -> None:
    vocabulary = open_edition(ROOT).corpus.vocabulary
    asked = set()

    def gettext(words: str) -> str:
        asked.add(words)
        return words

    skeleton("plan-44", vocabulary, gettext, linked=True, prose=True)
    schemas([], vocabulary, gettext)
    assert {"a few words", "How close the parallel is."} <= asked
    assert asked <= words(CATALOG)
