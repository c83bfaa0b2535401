"""What is wrong in settings is told without running them, and what they compute is left to the build."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.cli.settings_check import check_written_settings
from edition import ROOT

SOUND = 'extensions = ["concordance"]\n'
CONTEXT = 'html_context = {"editors_page": "here", "search_help": help(), "foot": [("here#place", "Here"), more()]}\n'
# What a build would refuse, or pass over in silence, with the line and how it is told.
WRONG = {
    "no engine": ('project = "x"\nextensions = ["sphinx.ext.graphviz"]\n', 2, "'concordance' is not among"),
    "no extensions": ('project = "x"\nhtml_theme = "concordance"\n', 1, "name no `extensions`"),
    "no such engine": ('extensions = ["concordnce"]\n', 1, "Correct its name: 'concordance'"),
    "no such theme": (f'{SOUND}html_theme = "concordanc"\n', 2, "Did you mean 'concordance'"),
    "no such language": (f'{SOUND}language = "english"\n', 2, "There is no language 'english'"),
    "no such code": (f'{SOUND}language = "xq"\n', 2, "There is no language 'xq'"),
    "no page in the foot": (
        f'{SOUND}html_context = {{"foot": [("there", "There")]}}\n',
        2,
        "no page 'there', to which",
    ),
    "no page for editors": (f'{SOUND}html_context = {{\n"editors_page": "her"}}\n', 3, "Did you mean 'here'"),
    "a misspelt field": (f'{SOUND}concordance_repository = {{"brnch": read()}}\n', 2, "no setting 'brnch'"),
    "no such package": ('extensions = ["concordance", "nosuch"]\n', 1, "There is no extension 'nosuch'"),
    "no such module": (
        'extensions = ["concordance",\n"sphinx.ext.nosuch"]\n',
        2,
        "There is no extension 'sphinx.ext.nosuch'",
    ),
    "no such setting": (f"{SOUND}concordance_safty = {{}}\n", 2, "Did you mean 'concordance_safety'"),
    "no address": (f'{SOUND}html_baseurl = "example.org"\n', 2, "The address of the site is not one"),
    "no such safety": (f'{SOUND}concordance_safety = {{"go": "https://example.org/"}}\n', 2, "no setting 'go'"),
    "a number for a text": (f"{SOUND}language = 12\n", 2, "The setting 'language' is not a text"),
    "nothing for a text": (f"{SOUND}project = None\n", 2, "The setting 'project' is not a text"),
    "a text for a list": ('extensions = "concordance"\n', 1, "The setting 'extensions' is not a list"),
    "a text for fields": (f'{SOUND}html_context = "foot"\n', 2, "The setting 'html_context' is not fields"),
    "an address for fields": (
        f'{SOUND}concordance_repository = "https://x.example/a"\n',
        2,
        'Write it as one: `concordance_repository = {"…": "…"}`',
    ),
    "no such host": (
        f'{SOUND}concordance_repository = {{\n"address": "https://x.example/a", "host": "nosuch"}}\n',
        2,
        "kind of host is not known",
    ),
}
# What only a build can know, for it runs the settings.
UNTOLD = (
    "extensions = names()\n",
    'import sys\nsys.path.append("here")\nextensions = ["concordance", "nosuch"]\n',
    f"{SOUND}concordance_repository = read()\n",
    f"{SOUND}html_baseurl = address\n",
    f"{SOUND}{CONTEXT}",
    f'{SOUND}language = "pt_BR"\nhtml_theme = "alabaster"\n',
    f"{SOUND}language = code()\nhtml_theme = theme()\n",
    "from shared import *\n",
    f"{SOUND}1 / 0\n",
    "extensions = [\n",
)


def write(root: Path, text: str) -> None:
    (root / "source").mkdir()
    (root / "source" / "here.md").write_text("# Here\n", encoding="utf-8")
    (root / "conf.py").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("text", "line", "words"), WRONG.values(), ids=WRONG)
def test_what_is_written_out_and_wrong_is_one_problem_at_its_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    write(tmp_path, text)
    (problem,) = check_written_settings(tmp_path)
    assert (problem.place.path, problem.place.line) == ("conf.py", line)
    assert words in str(problem)


@pytest.mark.parametrize("text", [SOUND, *UNTOLD])
def test_what_is_sound_or_computed_is_none(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    assert check_written_settings(tmp_path) == []


def test_the_settings_of_this_edition_are_sound(tmp_path: Path) -> None:
    assert check_written_settings(ROOT) == check_written_settings(tmp_path) == []
