"""What translators of the interface are given, and what becomes of their words."""

from __future__ import annotations

import ast
import subprocess
import sys
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from concordance.authoring.json_schemas import build_schemas
from concordance.authoring.new_annotation import draft_annotation
from concordance.cli.edition import open_edition
from concordance.i18n import words as interface
from edition import ROOT, Edition

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def test_no_words_stand_where_only_some_versions_of_python_find_them() -> None:
    # Babel reads what stands in an f-string on Python 3.12 and later, and passes over it on 3.11.
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}: {ast.unparse(call)}"
        for path in sorted((ROOT / "ext").rglob("*.py"))
        for string in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "counted"}
        and isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == []


def test_translators_get_every_word_of_new_annotations_and_of_schemas() -> None:
    vocabulary = open_edition(ROOT).corpus.vocabulary
    asked = set()

    def gettext(words: str) -> str:
        asked.add(words)
        return words

    draft_annotation("plan-44", vocabulary, gettext, linked=True, prose=True)
    build_schemas([], vocabulary, gettext)
    assert {"a few words", "How close the parallel is."} <= asked
    assert asked <= words(CATALOG)


class German(NullTranslations):
    """A few words in German."""

    def gettext(self, message: str) -> str:
        return message.replace("commentary para.", "Kommentar, Abs.")

    def ngettext(self, one: str, many: str, number: int) -> str:
        return {"%d paragraph": "%d Absatz", "%d paragraphs": "%d Absätze"}.get(one if number == 1 else many, many)


@pytest.fixture
def german(tiny: Edition, monkeypatch: pytest.MonkeyPatch) -> Iterator[Edition]:
    monkeypatch.setattr("concordance.i18n.words.gettext.translation", lambda *_, **__: German())
    yield tiny
    monkeypatch.undo()
    interface.use_language("en")


def test_a_paragraph_of_commentary_is_called_the_same_everywhere(german: Edition) -> None:
    build = german.build()
    assert "rule 2, Kommentar, Abs. 1" in build.page("rules/2")
    assert '"{label}, Kommentar, Abs. {number}"' in build.files()["finding/index.js"].decode()
    assert [name for name, content in build.files().items() if b"commentary para." in content] == []


def test_the_timeline_counts_as_the_language_does(german: Edition) -> None:
    german.write("source/old.md", "# Old\n\n:::{timeline} Treaties: treaty\n:::\n")
    german.change("source/treaties/tonnage.md", ":type: treaty", ":type: treaty\n:date: 1900-05-01")
    assert "Tonnage Convention, 2 Absätze" in german.build().page("old")


def catalogue(edition: Edition, domain: str, **words: str) -> None:
    """Write what translators of the edition have translated into French."""
    made = Catalog(locale="fr")
    for number, (source, translated) in enumerate(words.items()):
        made.add(source, translated, locations=[("any.md", number + 1)])
    path = edition.root / "locales" / "fr" / "LC_MESSAGES" / f"{domain}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, made)


def test_what_editors_write_is_shown_as_it_is_translated(tiny: Edition) -> None:
    catalogue(tiny, "vocabulary", **{"is needed by": "sert à", "rule {number}": "règle {number}", "Crews": "Équipages"})
    catalogue(tiny, "rules", **{"A register and its dues": "La liste et les taxes"})
    catalogue(tiny, "bodies", **{"Office of the Harbour Master": "Capitainerie du port"})
    settings: dict[str, Any] = {"language": "fr", "locale_dirs": ["../locales"]}
    build = tiny.build(**settings)
    assert build.warnings == []
    page = build.page("rules/2")
    expected = ("sert à", "La liste et les taxes", "Capitainerie du port", "règle 3")
    assert [words for words in expected if words not in page] == []
    assert "Équipages" in build.page("browse")
    catalogue(tiny, "vocabulary", **{"is needed by": "est utile à"})
    assert "est utile à" in tiny.build(**settings).page("rules/2")
