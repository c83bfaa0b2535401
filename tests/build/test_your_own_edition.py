"""Whoever follows the guide's page on an edition of one's own, word by word, gets one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from edition import ROOT

PAGE = ROOT / "source" / "guide" / "your-own-edition.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAVED = re.compile(r"[Ss]ave (?:this|these words) as `([^`]+)`")
OPENED = re.compile(r"Open `([^`]+\.(?:yaml|md))`")


class Reader:
    """Does what the page says, in an empty folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "bin").mkdir()
        command = folder / "bin" / "concordance"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m concordance.cli "$@"\n')
        command.chmod(0o755)
        self.environment = {
            **os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "ext")
        }  # fmt: skip
        self.printed: list[str] = []

    def run(self, commands: str) -> None:
        for line in commands.splitlines():
            if line.startswith("cd "):
                self.folder /= line.removeprefix("cd ")
            elif line.startswith("concordance "):
                done = subprocess.run(
                    line, shell=True, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
                )
                assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
                self.printed.append(done.stdout)

    def change(self, path: Path, difference: str) -> None:
        text = path.read_text("utf-8")
        for lines in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)+)", difference, re.MULTILINE):
            old, new = (re.sub("^.", "", each, flags=re.MULTILINE) for each in lines)
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")

    def take_example_away(self) -> None:
        for folder in ("source/example", "annotations/example"):
            for path in sorted((self.folder / folder).rglob("*"), reverse=True):
                path.unlink()
            (self.folder / folder).rmdir()
        vocabulary = self.folder / "annotations" / "vocabulary.yaml"
        vocabulary.write_text(re.sub(r"  example:\n(    .*\n)+", "", vocabulary.read_text("utf-8")), encoding="utf-8")
        for name, line in (("source/index.md", r"example/index\n"), ("ids.lock", r"example-.*\n")):
            path = self.folder / name
            path.write_text(re.sub(line, "", path.read_text("utf-8")), encoding="utf-8")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    reader = Reader(tmp_path_factory.mktemp("own"))
    text = PAGE.read_text("utf-8")
    at = 0
    for match in BLOCK.finditer(text):
        before = text[at : match.start()]
        at = match.end()
        if "Delete `source/example`" in before:
            reader.take_example_away()
        if match[1] == "sh":
            reader.run(match[2])
        elif match[1] == "diff":
            (name,) = OPENED.findall(before)
            reader.change(reader.folder / name, match[2])
        else:
            (name,) = SAVED.findall(before)
            path = reader.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(match[2], encoding="utf-8")
    return reader


def test_the_pages_of_the_text_show_the_annotation(reader: Reader) -> None:
    page = (reader.folder / "build" / "html" / "harbour" / "1.html").read_text("utf-8")
    assert "Every harbour must have a light at night" in page
    assert "The duty to keep a light is what the payment of ships is for." in page


def test_what_the_page_says_of_doubts_and_words_is_so(reader: Reader) -> None:
    proposed, imported = (
        next(words for words in reader.printed if start in words) for start in ("Correct", "words in the file")
    )
    assert "harbour.txt:5: “coasts,1” is read as footnote call." in proposed
    assert "harbour.txt:12: “sun-rise” is read as joined." in proposed
    assert "all, in their order" in imported


def test_nothing_is_wrong_without_the_example(reader: Reader) -> None:
    assert "Problems: 0." in reader.printed[-1]


def test_the_settings_have_a_dozen_lines_and_the_makefile_three(reader: Reader) -> None:
    assert len((reader.folder / "Makefile").read_text("utf-8").splitlines()) == 3
    lines = (reader.folder / "conf.py").read_text("utf-8").splitlines()
    assert len([line for line in lines if line.strip()]) <= 12


def test_the_extra_that_the_page_installs_exists() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "importer" in settings["project"]["optional-dependencies"]
