"""What the search needs is written with the site, and only when it changed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from concordance.cli.edition import open_edition
from edition import ROOT, Build, Edition

SYNONYMS = "annotations/synonyms.yaml"


def fragments(out: Path) -> dict[str, dict[str, Any]]:
    """Return what the index shows of each record, by its anchor."""
    found = {}
    for path in (out / "pagefind" / "fragment").iterdir():
        record = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[record["url"].removeprefix("/")] = record
    return found


def script(out: Path, name: str) -> Any:
    text = (out / "finding" / f"{name}.js").read_text(encoding="utf-8")
    return json.loads(text.partition(f"finding.{name} = ")[2].rstrip().removesuffix(";"))


def test_all_that_can_be_linked_to_can_be_found(real: Build, graph: dict[str, Any]) -> None:
    found = fragments(real.out)
    entries = {entry["id"] for entry in graph["entries"]}
    commentary = {anchor for anchor in found if anchor not in entries}
    assert entries <= set(found)
    assert len(commentary) > 300
    for anchor in commentary:
        page = next(entry["url"] for entry in graph["entries"] if entry["id"] == anchor.rpartition("-")[0])
        assert f'id="{anchor}"' in (real.out / page.partition("#")[0]).read_text(encoding="utf-8")
    published = sum(page.count("commentary-paragraph ") for page in map(_text, real.out.rglob("*.html")))
    assert len(commentary) == published, "no paragraph is left out"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_a_record_is_plain_text(real: Build) -> None:
    found = fragments(real.out)
    assert found["plan-20"]["content"].startswith("Reinforce efforts for the provision of identity documents")
    assert found["plan-20"]["meta"]["label"] == "annex, para. 20"
    assert found["plan-30-c4"]["meta"].keys() <= {"hidden"}, "it is not found by the name of its entry"
    assert "be taught together with identification and with the training" in found["plan-30-c4"]["content"]
    assert not any("](#" in record["content"] for record in found.values())
    assert found["trafficking-protocol"]["content"].startswith("The treaty that gives the internationally agreed")
    assert "Palermo Protocol" in found["trafficking-protocol"]["content"]


def test_every_record_of_the_index_is_told_with_its_filters(real: Build, graph: dict[str, Any]) -> None:
    told = json.loads(_text(real.out / "finding" / "records.json"))
    names = {path.stem for path in (real.out / "pagefind" / "fragment").iterdir()}
    begun = [row[0] for row in [*told["entries"], *told["commentary"]]]
    assert len(set(begun)) == len(begun) == len(names)
    assert all(any(name.startswith(start) for name in names) for start in begun)
    assert len(told["entries"]) == len(graph["entries"])
    labels = {each["name"]: each["label"] for each in told["filters"]}
    assert labels == {
        "kind": "Kind",
        "part": "Part of the text",
        "actors": "Who must act",
        "themes": "Theme",
        "persons": "Persons concerned",
        "instrument": "Instrument linked",
        "goal": "Goal linked",
    }
    parts = next(each["terms"] for each in told["filters"] if each["name"] == "part")
    assert ["annex/part-1", "Part I. Preventing trafficking in persons"] in parts


def test_a_scan_finds_the_same_names_and_descriptions(real: Build) -> None:
    found = fragments(real.out)
    for entry in open_edition(ROOT).concordance.entries.values():
        if entry.content is None:
            told = " · ".join(part for part in (entry.about, *entry.aliases) if part) or entry.title
            assert found[entry.id]["content"] == told


def test_an_index_whose_records_are_the_same_is_kept(built: Edition) -> None:
    entry = built.root / "out" / "pagefind" / "pagefind-entry.json"
    written = entry.stat().st_ino
    built.change("annotations/rules/2.md", "Who may look", "Who can look")
    built.build()
    assert entry.stat().st_ino == written, "a question is not searched for"
    built.change("annotations/rules/2.md", "It is kept by", "It is held by")
    build = built.build()
    assert entry.stat().st_ino != written
    assert "held by the harbour master" in fragments(build.out)["rules-2-c2"]["content"]


def test_an_index_that_was_lost_is_written_again(tiny: Edition) -> None:
    before = tiny.build().files()
    for path in (tiny.root / "out" / "finding").iterdir():
        path.unlink()
    assert tiny.build().files() == before


def test_the_engine_finds_things_in_another_edition(tiny: Edition) -> None:
    build = tiny.build()
    assert build.warnings == []
    assert "boat" in fragments(build.out)["tonnage"]["meta"]["hidden"]
    data = script(build.out, "citations")
    assert [row[:3] for row in data["entries"] if row[0] == "rules"] == [
        ["rules", data["pages"].index("rules/index.html"), "Harbour rules"]
    ]
    assert data["series"] == {"": ["rule"], "art": ["art", "article"]}


def test_an_edition_needs_no_synonyms(tiny: Edition) -> None:
    (tiny.root / SYNONYMS).unlink()
    build = tiny.build()
    assert build.warnings == []
    assert "rules-2" in fragments(build.out)


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
def test_bad_synonyms_get_a_clear_error(tiny: Edition, change: tuple[str, str], expected: str) -> None:
    tiny.change(SYNONYMS, *change)
    warnings = tiny.build().warnings
    assert any(expected in warning for warning in warnings), warnings
