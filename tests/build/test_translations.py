"""What translators of the interface are given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po
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
