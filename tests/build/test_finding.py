"""What the search needs is written with the site, and only when it changed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from concordance.cli.edition import OpenedEdition
from edition import Build, Edition
from tools import need

from tests.bench.queries import Query, by_script

SYNONYMS = "annotations/synonyms.yaml"


def records(out: Path) -> dict[str, list[str]]:
    """Return what is shown of each record: title, content and summary, by the id or address of it."""
    citations, data = script(out, "citations"), script(out, "data", "index")
    ids = [row[0] for row in citations["entries"][: len(data["entries"])]]
    counts = Counter[str]()
    for of in data["commentary"]:
        counts[ids[of]] += 1
        ids.append(f"{ids[of]}-c{counts[ids[of]]}")
    for anchor, *page in data["others"]:
        ids.append(anchor if not page else f"{citations['pages'][page[0]]}#{anchor}")
    texts = []
    for number in range(len(data["pieces"])):
        text = (out / "finding" / f"text-{number}.js").read_text(encoding="utf-8")
        texts += json.loads(text.partition("] = ")[2].rstrip().removesuffix(",\n];") + "]")
    return dict(zip(ids, texts, strict=True))


def script(out: Path, name: str, file: str = "") -> Any:
    text = (out / "finding" / f"{file or name}.js").read_text(encoding="utf-8")
    return json.loads(text.partition(f"finding.{name} = ")[2].rstrip().removesuffix(";"))


def test_all_that_can_be_linked_to_can_be_found(real: Build, graph: dict[str, Any]) -> None:
    rows = records(real.out)
    entries = {entry["id"] for entry in graph["entries"]}
    commentary = {anchor for anchor in rows if anchor.rpartition("-c")[0] in entries and anchor not in entries}
    assert entries <= set(rows)
    assert len(commentary) > 300
    for anchor in commentary:
        page = next(entry["url"] for entry in graph["entries"] if entry["id"] == anchor.rpartition("-")[0])
        assert f'id="{anchor}"' in (real.out / page.partition("#")[0]).read_text(encoding="utf-8")
    published = sum(page.count("commentary-paragraph ") for page in map(_text, real.out.rglob("*.html")))
    assert len(commentary) == published, "no paragraph is left out"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_a_record_is_plain_text(real: Build) -> None:
    rows = records(real.out)
    assert rows["plan-20"][1].startswith("Reinforce efforts for the provision of identity documents")
    assert "be taught together with identification and with the training" in rows["plan-30-c4"][1]
    assert not any("](#" in row[1] for anchor, row in rows.items() if ".html#" not in anchor)
    assert rows["trafficking-protocol"][1].startswith("The treaty that gives the internationally agreed")
    assert "Palermo Protocol" in rows["trafficking-protocol"][1]


def test_pages_about_no_entry_are_found_by_what_they_say(real: Build) -> None:
    rows = records(real.out)
    assert "Cite the official document" in rows["guide/cite.html#"][1]
    assert "opening words" in rows["glossary.html#term-chapeau"][1]
    assert "index.html#" in rows
    assert rows["persons-children"][1]


def test_the_site_has_no_search_of_sphinx_and_no_file_for_each_record(real: Build) -> None:
    names = set(real.files())
    assert "search.html" in names
    assert not names & {"searchindex.js", "_static/searchtools.js", "_static/language_data.js"}
    assert sum(name.startswith("finding/") for name in names) < 300


def test_every_record_of_the_index_is_told_with_its_filters(real: Build, graph: dict[str, Any]) -> None:
    data = script(real.out, "data", "index")
    assert len(data["entries"]) == len(graph["entries"])
    assert len(data["merits"]) == len(data["lengths"]) == sum(data["pieces"]) == len(records(real.out))
    labels = {each["name"]: each["label"] for each in data["filters"]}
    assert labels == {
        "kind": "Kind",
        "part": "Part of the text",
        "actors": "Who must act",
        "themes": "Theme",
        "persons": "Persons concerned",
        "instrument": "Connected: Treaty or guidance",
        "goal": "Connected: Goal",
    }
    parts = next(each["terms"] for each in data["filters"] if each["name"] == "part")
    assert ["annex/part-1", "Part I. Preventing trafficking in persons"] in parts


def test_a_scan_finds_the_same_names_and_descriptions(real: Build, opened: OpenedEdition) -> None:
    rows = records(real.out)
    for entry in opened.concordance.entries.values():
        if entry.content is None:
            description = " · ".join(part for part in (entry.about, *entry.aliases) if part) or entry.title
            assert rows[entry.id][1] == description


def test_an_index_whose_records_are_the_same_is_kept(built: Edition) -> None:
    entry = built.root / "out" / "finding" / "index.js"
    written = entry.stat().st_ino
    built.change("annotations/rules/2.md", "Who may look", "Who can look")
    built.build()
    assert entry.stat().st_ino == written, "a question is not searched for"
    built.change("annotations/rules/2.md", "It is kept by", "It is held by")
    build = built.build()
    assert entry.stat().st_ino != written
    assert "held by the harbour master" in records(build.out)["rules-2-c2"][1]


def test_an_index_that_was_lost_is_written_again(built: Edition) -> None:
    before = built.build().files()
    for path in (built.root / "out" / "finding").iterdir():
        path.unlink()
    assert built.build().files() == before


def test_the_engine_finds_things_in_another_edition(built: Edition) -> None:
    need("node", "nodejs")
    build = built.build()
    assert build.warnings == []
    (results,) = by_script(build.out, [Query("boat", "", "")])
    assert "treaties/tonnage.html" in results
    data = script(build.out, "citations")
    assert [row[:3] for row in data["entries"] if row[0] == "rules"] == [
        ["rules", data["pages"].index("rules/index.html"), "Harbour rules"]
    ]
    assert data["series"] == {"": ["rule"], "art": ["art", "article"]}


def test_an_edition_needs_no_synonyms(built: Edition) -> None:
    (built.root / SYNONYMS).unlink()
    build = built.build()
    assert build.warnings == []
    assert "rules-2" in records(build.out)


BAD = {
    "an unknown field": (
        ("searched:", "serched:"),
        f"{SYNONYMS}:11: WARNING: `serched` in item 1 of `synonyms` is not",
    ),
    "an unknown entry": (("[rules-1]", "[rules-11]"), f"{SYNONYMS}:11: WARNING: There is no entry 'rules-11' to find"),
    "a phrase that stands nowhere": (("of vessels", "of ships"), f"{SYNONYMS}:11: WARNING: No entry and no commentary"),
    "a text that does not exist": (("rules: [", "ruels: ["), "There is no text 'ruels' to name. Did you mean 'rules'?"),
    "a facet that does not exist": (("actors: Who", "actor: Who"), "There is no facet 'actor' to name."),
    "no words": (("[boat, ship]", "[]"), f"{SYNONYMS}:11: WARNING: `searched` in item 1 of"),
    "malformed YAML": (
        ("[boat, ship]", "[boat, ship"),
        f"{SYNONYMS}:11: WARNING: What begins with [ is read as a list,",
    ),
}


@pytest.mark.parametrize(("change", "expected"), BAD.values(), ids=BAD)
def test_bad_synonyms_get_a_clear_error(built: Edition, change: tuple[str, str], expected: str) -> None:
    built.change(SYNONYMS, *change)
    warnings = built.build().warnings
    assert any(expected in warning for warning in warnings), warnings
