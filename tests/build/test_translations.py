"""What translators of the interface are given, and what becomes of their words."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from contextlib import contextmanager
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from bs4 import BeautifulSoup
from concordance.authoring.json_schemas import build_schemas
from concordance.authoring.new_annotation import draft_annotation
from concordance.cli.edition import OpenedEdition
from concordance.i18n import words as interface
from edition import ROOT, Edition
from source_trees import parsed_code

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
        for string in ast.walk(parsed_code(path))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "counted"}
        and isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == []


def test_translators_get_every_word_of_new_annotations_and_of_schemas(opened: OpenedEdition) -> None:
    vocabulary = opened.corpus.vocabulary
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

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return {"%d paragraph": "%d Absatz", "%d paragraphs": "%d Absätze"}.get(
            singular if number == 1 else plural, plural
        )


class Marked(NullTranslations):
    """A language that shows what is translated: ⟦Menu⟧."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return f"⟦{singular if number == 1 else plural}⟧"


@contextmanager
def translated(translations: NullTranslations) -> Iterator[None]:
    """Let any language be this one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("concordance.i18n.words.gettext.translation", lambda *_, **__: translations)
        yield


@pytest.fixture
def german(tiny: Edition) -> Iterator[Edition]:
    with translated(German()):
        yield tiny


def test_a_paragraph_of_commentary_is_called_the_same_everywhere(german: Edition) -> None:
    build = german.build()
    assert "rule 2, Kommentar, Abs. 1" in build.page("rules/2")
    assert '"{label}, Kommentar, Abs. {number}"' in build.files()["finding/index.js"].decode()
    assert [name for name, content in build.files().items() if b"commentary para." in content] == []


def test_whatever_is_built_the_next_test_in_this_process_is_in_english(tiny: Edition) -> None:
    tiny.build(language="ar")
    assert interface._("Menu") == "Menu"


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


def test_what_editors_write_is_shown_as_it_is_translated(built: Edition) -> None:
    catalogue(
        built, "vocabulary", **{"is needed by": "sert à", "rule {number}": "règle {number}", "Crews": "Équipages"}
    )
    catalogue(built, "rules", **{"A register and its dues": "La liste et les taxes"})
    catalogue(built, "bodies", **{"Office of the Harbour Master": "Capitainerie du port"})
    settings: dict[str, Any] = {"language": "fr", "locale_dirs": ["../locales"]}
    build = built.build(**settings)
    assert build.warnings == []
    page = build.page("rules/2")
    expected = ("sert à", "La liste et les taxes", "Capitainerie du port", "règle 3")
    assert [words for words in expected if words not in page] == []
    assert "Équipages" in build.page("browse")
    catalogue(built, "vocabulary", **{"is needed by": "est utile à"})
    assert "est utile à" in built.build(**settings).page("rules/2")
    # Whoever stops a build while it compiles a catalogue leaves half of it.
    compiled = built.root / "locales" / "fr" / "LC_MESSAGES" / "vocabulary.mo"
    compiled.write_bytes(compiled.read_bytes()[:90])
    assert "est utile à" in built.build(**settings).page("rules/2")


WORD = re.compile(r"[A-Za-z]{3,}")
MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
# Attributes that are shown or read out.
WORDED_ATTRIBUTES = ("alt", "aria-label", "placeholder", "title")
# What is code, the name of a file or an address, from Sphinx, or a full citation.
OF_PROGRAMS = "script, style, code, .citations, .short-address, .address, .headerlink, a[href*='data/']"
# Names of formats, and fields of annotations, which a table of what is missing calls by their names.
SAME_EVERYWHERE = frozenset(
    WORD.findall("bibtex csl json ris title summary asked terms target commentary questions sources date november")
)
PAGES = {
    "hand.md": "{handout} rules",
    "time.md": "{timeline} Treaties: treaty",
    "pairs.md": "{matrix} rules instruments",
    "changes.md": "{changes}",
    "take.md": "{take-away}",
    "words.md": "{vocabulary}",
}


def test_no_words_of_the_interface_stay_outside_of_gettext(tiny: Edition) -> None:
    for name, widget in PAGES.items():
        tiny.write(f"source/{name}", f"---\norphan: true\n---\n# {name}\n\n:::{widget}\n:::\n")
    with translated(Marked()):
        build = tiny.build()
    assert build.warnings == []
    files = [path for folder in ("source", "annotations") for path in (tiny.root / folder).rglob("*.*")]
    own = " ".join(path.read_text("utf-8") for path in [tiny.root / "conf.py", *files]).lower()
    known = SAME_EVERYWHERE.union(WORD.findall(own))
    left = {
        word: path.name
        for path in sorted(build.out.rglob("*.html"))
        for word in WORD.findall(unmarked(path.read_text("utf-8")))
        if word.lower() not in known
    }
    assert left == {}


def unmarked(page: str) -> str:
    """Return what a page shows or says that is not translated, without full citations, whose styles are English."""
    tree = BeautifulSoup(page, "lxml")
    for element in tree.select(OF_PROGRAMS):
        element.decompose()
    labels = (element[name] for name in WORDED_ATTRIBUTES for element in tree.select(f"[{name}]"))
    text = " ".join([tree.get_text(" "), *map(str, labels)])
    while MARKED.search(text):
        text = MARKED.sub(" ", text)
    return text


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("es", "ltr"), ("fr", "ltr"), ("ru", "ltr"), ("zh_CN", "ltr")]
)
def test_an_edition_is_built_in_each_language_that_has_a_catalogue(
    language: str, direction: str, tiny: Edition
) -> None:
    build = tiny.build(language=language)
    interface.use_language(language)
    menu, search, colon = interface._("Menu"), interface._("Search"), interface._(": ")
    interface.use_language("en")
    assert build.warnings == []
    page = build.page("rules/2")
    assert f'lang="{language.replace("_", "-")}" dir="{direction}"' in page
    assert f"</span>{menu}</label>" in page
    assert f">{search}</button>" in page
    assert f"Rule 2{colon}A register and its dues" in BeautifulSoup(page, "lxml").get_text()
    # What only other languages than English want.
    assert "_static/languages.css" in page
    assert "_static/languages.css" in build.files()
