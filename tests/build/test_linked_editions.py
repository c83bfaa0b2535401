"""Two tiny editions that link to each other: what each shows of the other, and what it says when that changes."""

from __future__ import annotations

import datetime
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import Tag
from concordance.cli import check, inventory, links_to_us
from concordance.cli.edition import open_edition
from concordance.cli.inventory import UnusableInventoryError, copy_inventory
from concordance.exports.search_records import make_records
from concordance.reading.corpus import load
from edition import Build, Edition
from linked import ADDRESS, WHY, link_next, write_linked
from pyld import jsonld
from rdflib import Graph, URIRef
from soups import soup

TODAY = datetime.date(2026, 1, 1)
HOSTILE = "They &amp; <b>we</b> agree, see [here](https://elsewhere.example/)."
MATRIX = "---\norphan: true\n---\n# Matrix\n\n:::{matrix} rules editions\n:::\n"


@dataclass(frozen=True, slots=True)
class Linked:
    """North as it shows south, and the site of south."""

    north: Edition
    first: Build  # before anything of south was copied
    built: Build
    south: Path


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Linked:
    folders = write_linked(tmp_path_factory.mktemp("linked"), ["north", "south"])
    north, south = Edition(folders["north"]), Edition(folders["south"])
    site = south.build().out
    # What others write, an edition cannot choose.
    graph = site / "data" / "graph.json"
    graph.write_text(graph.read_text("utf-8").replace(WHY, HOSTILE), encoding="utf-8")
    north.write("source/matrix.md", MATRIX)
    first = north.build()
    assert inventory.main(["south", str(site), "--root", str(north.root)]) == 0
    assert links_to_us.main([str(graph), "--root", str(north.root)]) == 0
    return Linked(north, first, north.build(), site)


def cards(build: Build, docname: str, kind: str) -> list[Tag]:
    name = docname.replace("/", "-")
    return soup(build, docname).select(f"#{name}-connections .outside{kind} > li")


def test_before_anything_is_copied_a_build_says_what_to_do(linked: Linked) -> None:
    (warning,) = linked.first.warnings
    assert "annotations/rules/3.md:4" in warning
    assert "`concordance inventory south FOLDER`" in warning


def test_a_link_shows_as_a_card_with_the_name_of_the_other_text(linked: Linked) -> None:
    assert linked.built.warnings == []
    (card,) = cards(linked.built, "rules/3", ":not(.theirs)")
    assert card.a is not None
    assert card.a["href"] == f"{ADDRESS.format('south')}rules/2.html#rules-2"
    assert card.a.get_text(" ", strip=True) == (
        "rule 2, Rules of the Harbour, South harbour, annotated A register and its dues"
    )
    assert "needs" in card.get_text() and WHY in card.get_text()
    assert "Connections (2)" in linked.built.page("rules/3")


def test_their_links_show_as_theirs_and_their_words_as_plain_text(linked: Linked) -> None:
    (card,) = cards(linked.built, "rules/2", ".theirs")
    assert card.blockquote is not None
    assert card.blockquote.get_text(" ", strip=True) == f"is needed by {HOSTILE}"
    assert card.blockquote.find(["b", "a"]) is None
    page = linked.built.page("rules/2")
    assert "Made by the editors of those editions, and in their words." in page
    assert HOSTILE not in (linked.built.out / "data" / "graph.json").read_text("utf-8"), "and they are no link of ours"


def test_links_are_in_the_data_by_the_names_that_the_other_edition_has(linked: Linked) -> None:
    data = json.loads((linked.built.out / "data" / "graph.json").read_bytes())
    (link,) = [link for link in data["links"] if link["object"] == "south:rules-2"]
    assert (link["subject"], link["predicate"], link["reason"]) == ("rules-3", "needs", WHY)
    assert {"id": "south", "title": "South harbour, annotated", "address": ADDRESS.format("south")} in data["editions"]
    theirs = json.loads((linked.south / "data" / "graph.json").read_bytes())
    expected = URIRef(f"{theirs['@context']['@base']}rules-2")
    turtle = Graph().parse(linked.built.out / "data" / "edition.ttl")
    assert expected in {*turtle.objects()}
    assert f'{{"@id": "{expected}"}}' in json.dumps(jsonld.expand(data))


def test_a_search_for_the_other_edition_finds_what_is_linked_to_it(linked: Linked) -> None:
    opened = open_edition(linked.north.root)
    records = make_records(opened.concordance, opened.corpus, {}, "%(entry)s %(number)s")
    by_id = {record.anchor: record for record in records}
    assert "South harbour, annotated" in by_id["rules-3"].hidden
    assert (by_id["rules-3"].filters["edition"], by_id["rules-2"].filters["edition"]) == (("south",), ("south",))
    assert "edition" not in by_id["rules-1"].filters
    assert "South harbour, annotated" not in by_id["rules-2"].hidden, "what others wrote is not searched here"


def test_a_matrix_sets_paragraphs_against_the_texts_of_other_editions(linked: Linked) -> None:
    page = soup(linked.built, "matrix")
    assert "1 of 3 paragraphs are connected to 1 texts of other editions, by 1 connections." in page.get_text(
        " ", strip=True
    )
    (address,) = [link["href"] for link in page.select("table.ties td a")]
    assert address == f"{ADDRESS.format('south')}rules/2.html#rules-2"


def test_pages_that_show_no_other_edition_are_not_written_again(linked: Linked) -> None:
    assert {"rules/2", "rules/3", "matrix"} <= {*linked.built.written}
    assert linked.built.read == []
    assert not {"bodies", "treaties/tonnage", "rules/1"} & {*linked.built.written}


def changed_site(linked: Linked, folder: Path, **changes: object) -> Path:
    """Return the site of south after it was changed, as far as others see it."""
    (folder / "data").mkdir(parents=True)
    shutil.copy(linked.south / "objects.inv", folder)
    data = json.loads((linked.south / "data" / "graph.json").read_bytes())
    data["entries"] = [entry for entry in data["entries"] if entry["id"] != "rules-2"]
    (folder / "data" / "graph.json").write_text(json.dumps({**data, **changes}), encoding="utf-8")
    return folder


def test_a_check_tells_what_has_moved_or_is_lost_over_there(
    linked: Linked, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "north"
    shutil.copytree(linked.north.root, root, ignore=shutil.ignore_patterns("out*", "ext"))
    for name, changes, message in (
        ("lost", {}, "There is no entry 'south:rules-2' in South harbour, annotated"),
        ("moved", {"moved": {"rules-2": "rules-3"}}, "south:rules-2 has moved"),
    ):
        site = changed_site(linked, tmp_path / name, **changes)
        assert inventory.main(["south", str(site), "--root", str(root)]) == 0
        capsys.readouterr()
        assert check.main(["--root", str(root)]) == 1
        errors = capsys.readouterr().err
        assert f"annotations/rules/3.md:4:12: {message}" in errors
    link_next(root, "south", "rules-3")
    assert check.main(["--root", str(root)]) == 0


def test_only_the_two_files_of_one_build_are_copied(linked: Linked, tmp_path: Path) -> None:
    edition = load(linked.north.root)[0].vocabulary.inventories["south"]
    pinned = (linked.north.root / "inventories" / "south" / "pinned.json").read_bytes()
    site = changed_site(linked, tmp_path / "site", entries=[{"id": "rules-77"}])
    for path, content, message in (
        ("", None, "not of one build"),
        ("objects.inv", b"no inventory", "no inventory of Sphinx"),
        ("data/graph.json", b"{}", "cannot be used"),
    ):
        if content is not None:
            (site / path).write_bytes(content)
        with pytest.raises(UnusableInventoryError, match=message):
            copy_inventory(linked.north.root, edition, str(site), TODAY)
    with pytest.raises(UnusableInventoryError, match="cannot be read"):
        copy_inventory(linked.north.root, edition, "http://example.org/", TODAY)
    assert (linked.north.root / "inventories" / "south" / "pinned.json").read_bytes() == pinned


def test_whose_links_they_are_has_to_be_known(linked: Linked, capsys: pytest.CaptureFixture[str]) -> None:
    root = ["--root", str(linked.north.root)]
    elsewhere = linked.built.out / "data" / "graph.json"
    assert links_to_us.main([str(elsewhere), *root]) == 1
    assert f"Write `south={elsewhere}`." in capsys.readouterr().err
    assert links_to_us.main([f"south={linked.south}/data/graph.json", *root]) == 0
    assert capsys.readouterr().out == "South harbour, annotated has 1 links to entries here.\n"
