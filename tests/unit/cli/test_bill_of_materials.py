"""What a site was made with, in a form that programs read."""

from __future__ import annotations

import json
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cyclonedx.schema
import jsonschema_rs
import pytest
from concordance.cli.bill_of_materials import format_bill
from edition import ROOT

SCHEMAS = Path(cyclonedx.schema.__path__[0]) / "_res"


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    text = format_bill("Rules of the Harbour")
    assert text == format_bill("Rules of the Harbour"), "no clock, no chance"
    read: dict[str, Any] = json.loads(text)
    return read


def test_it_is_as_the_format_demands(bill: dict[str, Any]) -> None:
    def retrieve(address: str) -> Any:
        name = address.rpartition("/")[2].replace(".SNAPSHOT", "").replace(".schema", ".SNAPSHOT.schema")
        return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))

    schema = retrieve("bom-1.6.schema.json")
    assert [*jsonschema_rs.validator_for(schema, retriever=retrieve).iter_errors(bill)] == []


def test_it_names_what_a_build_needs_with_what_that_needs_and_nothing_that_only_tests_need(
    bill: dict[str, Any],
) -> None:
    named = {part["name"]: part for part in bill["components"]}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {"sphinx", "pyyaml", "jinja2", "concordance-edition"} <= named.keys()
    assert not {"pytest", "playwright", "mypy"} & named.keys()
    assert named["sphinx"]["purl"] == f"pkg:pypi/sphinx@{version('sphinx')}"
    graph = {each["ref"]: each["dependsOn"] for each in bill["dependencies"]}
    assert len(graph["concordance-edition"]) == len(project["project"]["dependencies"])
    assert "jinja2" in graph["sphinx"]
    assert {name for names in graph.values() for name in names} <= named.keys()


def test_what_makes_books_is_named_where_there_are_books(bill: dict[str, Any]) -> None:
    with_books = json.loads(format_bill("Rules of the Harbour", "downloads"))
    named, without = ({part["name"] for part in each["components"]} for each in (with_books, bill))
    assert {"python-docx", "python-pptx", "typst", "lxml"} <= named - without
    assert without < named
    graph = {each["ref"]: each["dependsOn"] for each in with_books["dependencies"]}
    assert {"python-docx", "typst"} <= {*graph["concordance-edition"]}
