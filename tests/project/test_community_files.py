"""What people find who open the repository rather than the site."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from edition import ROOT
from markdown_it import MarkdownIt


@pytest.mark.parametrize("name", sorted(path.name for path in ROOT.glob("*.md")))
def test_links_between_files_lead_somewhere(name: str) -> None:
    tokens = [child for token in MarkdownIt().parse((ROOT / name).read_text()) for child in token.children or ()]
    links = [
        str(token.attrGet("href") or token.attrGet("src")) for token in tokens if token.type in {"link_open", "image"}
    ]
    inside = [link.partition("#")[0] for link in links if not link.startswith(("http", "#"))]
    assert [link for link in inside if not (ROOT / link).exists()] == []


def test_no_program_of_others_lies_in_the_repository() -> None:
    """What runs is named in a file of requirements with its hash; nobody can read what a binary does, or a record of
    Python, which can do anything."""
    tracked = subprocess.run(["git", "-C", ROOT, "ls-files"], capture_output=True, text=True, check=True).stdout
    binaries = {".dll", ".dylib", ".egg", ".exe", ".jar", ".node", ".pickle", ".pyc", ".pyd", ".so", ".wasm", ".whl"}
    assert [name for name in tracked.splitlines() if Path(name).suffix in binaries] == []


def test_every_licence_that_is_named_is_there_and_no_other() -> None:
    named = {
        each["SPDX-License-Identifier"] for each in tomllib.loads((ROOT / "REUSE.toml").read_text())["annotations"]
    }
    licences = {licence for expression in named for licence in expression.split(" AND ")}
    assert licences == {path.stem for path in (ROOT / "LICENSES").iterdir()}


def test_words_of_the_united_nations_are_under_no_licence_of_ours() -> None:
    annotations = tomllib.loads((ROOT / "REUSE.toml").read_text())["annotations"]
    last = {
        path: each
        for each in annotations
        for path in ([each["path"]] if isinstance(each["path"], str) else each["path"])
    }
    for path in ("source/annex/**", "source/resolutions/**", "tests/transcripts/*.txt"):
        assert "LicenseRef-UN-documents" in last[path]["SPDX-License-Identifier"]


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml")), ids=lambda path: path.stem
)
def test_forms_for_issues_warn_that_they_are_public(path: Path) -> None:
    form = yaml.safe_load(path.read_text())
    assert "This page is public." in form["body"][0]["attributes"]["value"]
    ids = [field["id"] for field in form["body"][1:]]
    assert len(set(ids)) == len(ids)
