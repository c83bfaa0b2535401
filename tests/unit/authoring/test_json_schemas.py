"""The schemas for editors for code: they accept every file of the edition, and refuse what its checks refuse."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from concordance.authoring.json_schemas import DRAFT, build_schemas
from concordance.cli.edition import OpenedEdition, open_edition
from concordance.graph.concordance import build
from concordance.model.corpus import NOTHING_CONSIDERED
from concordance.model.other_editions import OtherEdition
from concordance.model.problems import Place
from concordance.reading.annotation_file import read_annotation
from concordance.reading.front_matter import FRONT_MATTER
from concordance.reading.strict_yaml import read_yaml
from edition import ROOT, TINY, Edition
from jsonschema_rs import Draft7Validator as Validator

Read = Callable[[str], Any]
NEW = """
annotates: plan-44
title: What is to be done
asked: [what is to be done]
who: {actors: [states]}
links:
  - restates: r74-op-1
    grade: adapted
    reason: The same is said.
  - advanced-by: untoc
    provenance: computed
    reason: It helps.
notes:
  - note: A comma is missing.
reviewed: 2026-11-22
"""


class _Core(yaml.CSafeLoader):
    """Reads YAML as editors for code do: by the core schema of YAML 1.2, in which dates and `on` are text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML fills it in


_Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z", re.IGNORECASE), list("tTfF"))
_Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+\Z"), list("-+0123456789"))
_Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|)\Z"), ["~", "n", ""])


def as_editors_do(text: str) -> Any:
    return yaml.load(text, Loader=_Core)


def as_the_build_does(text: str) -> Any:
    return read_yaml(text, "a file").value


def made_for(opened: OpenedEdition) -> dict[str, dict[str, Any]]:
    shapes = build_schemas(opened.concordance.entries.values(), opened.corpus.vocabulary, str)
    # What is written are words, whatever they were made of.
    return {name: json.loads(json.dumps(shape)) for name, shape in shapes.items()}


def validator_of(name: str, shapes: dict[str, dict[str, Any]]) -> Validator:
    """Return what checks a file; the schemas refer to each other by the names of their files."""
    return Validator(shapes[name], validate_formats=True, retriever=lambda address: shapes[PurePosixPath(address).stem])


@pytest.fixture(scope="module")
def shapes(opened: OpenedEdition) -> dict[str, dict[str, Any]]:
    return made_for(opened)


@pytest.fixture(scope="module")
def validator(shapes: dict[str, dict[str, Any]]) -> Validator:
    return validator_of("annotation", shapes)


def test_every_list_and_every_annotation_has_a_schema(opened: OpenedEdition) -> None:
    made = build_schemas(opened.concordance.entries.values(), opened.corpus.vocabulary, str)
    assert made.keys() == {"annotation", "vocabulary", "considered", "synonyms", "words", "entries"}
    assert {schema["$schema"] for schema in made.values()} == {DRAFT}


@pytest.mark.parametrize("read", [as_editors_do, as_the_build_does])
@pytest.mark.parametrize("root", [ROOT, TINY])
def test_every_file_is_of_its_shape(root: Path, read: Read, opened: OpenedEdition) -> None:
    shapes = made_for(opened if root == ROOT else open_edition(root))
    validators = {name: validator_of(name, shapes) for name in shapes}
    files = {root / "annotations" / f"{name}.yaml": name for name in shapes if name != "annotation"}
    files = {path: name for path, name in files.items() if path.exists()}
    files |= dict.fromkeys((root / "annotations").rglob("*.md"), "annotation")
    wrong = []
    for path, name in files.items():
        text = path.read_text(encoding="utf-8")
        if match := FRONT_MATTER.match(text):
            text = match[1]
        wrong += [f"{path.name}: {error}" for error in validators[name].iter_errors(read(text))]
    assert len(files) > 4
    assert wrong == []


def problems_of(front_matter: str, edition: OpenedEdition) -> list[str]:
    """Return what the checks find wrong with an annotation, if it were the only one of an edition."""
    vocabulary = edition.corpus.vocabulary
    annotation, problems = read_annotation(f"---{front_matter}---\n".encode(), "new.md", vocabulary)
    alone = {annotation.annotates: annotation} if annotation else {}
    corpus = replace(edition.corpus, annotations=alone, considered=NOTHING_CONSIDERED)
    _concordance, joining_problems = build(edition.concordance.entries.values(), [], corpus, ())
    return [str(problem) for problem in problems + joining_problems]


def test_what_is_right_is_right_for_both(validator: Validator, opened: OpenedEdition) -> None:
    assert [error.message for error in validator.iter_errors(as_editors_do(NEW))] == []
    assert problems_of(NEW, opened) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("annotates: plan-44", "annotates: plan-444"),
        ("annotates: plan-44\n", ""),
        ("title: What is to be done", "title: What is to be done about all of it"),
        ("title: What is to be done", "title:"),
        ("title: What is to be done", "heading: What is to be done"),
        ("[what is to be done]", "[a question that has many more words than anybody would type for this]"),
        ("[what is to be done]", f"[{', '.join(f'ask {number}' for number in range(21))}]"),
        ("[what is to be done]", "what is to be done"),
        ("actors:", "actor:"),
        ("[states]", "[state]"),
        ("restates:", "restate:"),
        ("restates:", "cites:"),
        ("r74-op-1", "r74-op-111"),
        ("    grade: adapted\n", ""),
        ("grade: adapted", "grade: nearly"),
        ("provenance: computed", "grade: adapted"),
        ("provenance: computed", "provenance: text"),
        ("provenance: computed", "implements: untoc"),
        ("    reason: It helps.\n", ""),
        ("  - advanced-by: untoc\n    provenance: computed\n", "  - provenance: computed\n"),
        ("note: A comma", "nota: A comma"),
        ("A comma is missing.", "A comma is missing.\n    kind: typo"),
        *(
            ("reviewed: 2026-11-22", f"reviewed: {written}")
            for written in ("22 November", "2026-W47-7", "2026-326", "20261122", "2026-11", "[2026-11-22]")
        ),
    ],
)
def test_what_is_wrong_is_wrong_for_both(validator: Validator, opened: OpenedEdition, right: str, wrong: str) -> None:
    assert right in NEW
    text = NEW.replace(right, wrong)
    assert [error.message for error in validator.iter_errors(as_editors_do(text))] != []
    assert problems_of(text, opened) != []


def test_ids_predicates_and_terms_explain_themselves(shapes: dict[str, dict[str, Any]]) -> None:
    annotation = shapes["annotation"]
    entries = {choice["const"]: choice for choice in shapes["entries"]["oneOf"]}
    assert entries["plan-12"] == {
        "const": "plan-12",
        "title": "annex, para. 12",
        "description": "What makes people vulnerable",
    }
    link = annotation["properties"]["links"]["items"]["properties"]
    assert "helps to reach the target" in link["advances"]["description"]
    assert "is helped by" in link["advanced-by"]["description"]
    terms = annotation["properties"]["who"]["properties"]["persons"]["items"]["oneOf"]
    assert {"const": "children", "title": "Children", "description": "People under eighteen."} in terms


def test_schemas_follow_the_edition(tmp_path: Path) -> None:
    edition = Edition.copy(TINY, tmp_path)
    assert "Rule 9" not in str(made_for(open_edition(edition.root)))
    edition.change("source/bodies.md", ":title: Office of the Harbour Master", ":title: Rule 9")
    assert "Rule 9" in str(made_for(open_edition(edition.root)))


def test_the_editor_for_code_is_told_where_the_schemas_stand(opened: OpenedEdition) -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    shapes = made_for(opened)
    assert {path: [*ROOT.glob(files)] != [] for path, files in settings["yaml.schemas"].items()} == {
        f"build/html/data/schemas/{name}.json": True for name in shapes if name != "entries"
    }
    wired = settings["yaml.schemas"]["build/html/data/schemas/annotation.json"]
    annotations = {annotation.place.path for annotation in opened.corpus.annotations.values()}
    assert {path.relative_to(ROOT).as_posix() for path in ROOT.glob(wired)} == annotations


def test_links_lead_to_entries_of_the_editions_that_are_named(tmp_path: Path) -> None:
    tiny = open_edition(Edition.copy(TINY, tmp_path).root)
    other = OtherEdition("south", "South", "https://example.org/south/", "", Place("annotations/vocabulary.yaml", 9))
    entries = tiny.concordance.entries.values()
    vocabulary = tiny.corpus.vocabulary
    named = build_schemas(entries, replace(vocabulary, inventories={"south": other}), str)
    unnamed = build_schemas(entries, vocabulary, str)
    link: dict[str, Any] = {"annotates": "rules-3", "links": [{"needs": "south:rules-2", "reason": "It does."}]}
    assert tuple(validator_of("annotation", made).is_valid(link) for made in (named, unnamed)) == (True, False)
    link["links"] = [{"needs": "north:rules-2", "reason": "It does."}]
    assert not validator_of("annotation", named).is_valid(link)
