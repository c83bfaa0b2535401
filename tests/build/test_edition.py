"""The real edition holds what it promises; the engine builds another edition just as well."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pytest
from concordance.cli.edition import OpenedEdition, open_edition
from concordance.model.entries import Provenance
from concordance.model.ids import prefix_of
from edition import ROOT, Build, Edition
from lxml import html
from soups import soup
from sphinx.util.inventory import InventoryFile


def test_the_real_edition_builds_without_a_warning(real: Build) -> None:
    assert real.warnings == []


def test_every_provision_and_registry_entry_is_there(graph: dict[str, Any]) -> None:
    ids = {entry["id"] for entry in graph["entries"]}
    expected = {"plan-chapeau", *(f"plan-{n}" for n in range(1, 62)), "plan-43-a", "plan-43-b", "plan-43-c"}
    expected |= {f"r64-pp-{n}" for n in range(1, 17)} | {f"r64-pp-16-{n}" for n in range(1, 7)}
    expected |= {f"r64-op-{n}" for n in range(1, 8)}
    expected |= {f"r74-pp-{n}" for n in range(1, 41)} | {f"r74-pp-8-{letter}" for letter in "abcdef"}
    expected |= {f"r74-op-{n}" for n in range(1, 27)}
    assert {entry["id"] for entry in graph["entries"] if entry["kind"] == "provision"} == expected
    counts = Counter(entry["kind"] for entry in graph["entries"])
    assert (counts["instrument"], counts["article"], counts["document"]) == (59, 208, 70)
    assert (counts["goal"], counts["target"]) == (9, 38)
    assert counts["body"] == 51, "those of the fact sheet, the Secretary-General, GRETA and the treaty bodies"
    assert ids >= {"untoc-art-24", "sdg-16-10", "sdg-5-c", "a-res-64-293", "icat"}


def test_the_data_file_has_the_shape_that_the_guide_promises(real: Build, graph: dict[str, Any]) -> None:
    assert list(graph) == ["@context", "id", "version", "title", "texts", "vocabulary", "entries", "links"]
    assert graph["version"] == 2
    fields = ["id", "kind", "text", "part_of", "label", "title", "url", "date"]
    fields += ["facets", "summary", "reviewed", "content"]
    for entry in graph["entries"]:
        assert [name for name in entry if name != "same_as"] == fields
        assert ("same_as" in entry) is (entry["kind"] in {"goal", "target"})
        provision = entry["kind"] == "provision"
        assert (entry["text"] in {"plan", "r64", "r74"}) if provision else entry["text"] is None
        assert bool(entry["content"]) is provision
        page, _, anchor = entry["url"].partition("#")
        assert anchor == entry["id"]
        assert f'id="{anchor}"' in (real.out / page).read_text(encoding="utf-8")
    by_id = {entry["id"]: entry for entry in graph["entries"]}
    assert len(by_id) == len(graph["entries"])
    assert by_id["plan-12"]["label"] == "annex, para. 12"
    seen = set()
    for link in graph["links"]:
        assert list(link) == ["subject", "predicate", "object", "reason", "provenance", "grade"]
        assert link["subject"] in by_id
        assert link["object"] in by_id
        assert link["reason"]
        assert link["provenance"] in {"text", "editor", "computed"}
        seen.add((link["subject"], link["predicate"], link["object"]))
    assert len(seen) == len(graph["links"])


def having(name: str) -> str:
    """Return the condition of XPath that an element is of a class."""
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def test_every_link_is_shown_at_both_its_ends(real: Build, graph: dict[str, Any]) -> None:
    judged: set[tuple[str, str, str]] = set()
    named: set[tuple[str, str]] = set()
    section = f"ancestor::*[{having('apparatus')} or {having('unfolded')}][1]"
    for page in {entry["url"].partition("#")[0] for entry in graph["entries"]}:
        # What editors say of a text may stand on other sheets of its page.
        for path in {real.out / page, *real.out.glob(page.replace(".html", ".[0-9].html"))}:
            tree = html.document_fromstring(path.read_text(encoding="utf-8"))
            for item in tree.xpath(f"//main//*[{having('connections')}]//li[{section}]"):
                # What is said of an item stands inside what is said of its paragraph.
                (around,) = item.xpath(section)
                end = (around.get("data-of") or around.get("id")).removesuffix("-about")
                others = [address.partition("#")[2] for address in item.xpath(".//a/@href")]
                reasons = item.xpath(f".//*[{having('reason')}]")
                judged |= {(end, others[0], reason.text_content()) for reason in reasons}
                series = item.xpath(f".//*[{having('series')}]//a/@href")
                named |= {(end, address.partition("#")[2]) for address in series}
    ends: dict[str, set[tuple[str, str, str]]] = {"text": set(), "editor": set()}
    for link in graph["links"]:
        kind = "text" if link["provenance"] == "text" else "editor"
        ends[kind] |= {
            (link["subject"], link["object"], link["reason"]),
            (link["object"], link["subject"], link["reason"]),
        }
    assert judged == ends["editor"]
    assert named == {(end, other) for end, other, _ in ends["text"]}


def test_a_quick_scan_finds_what_a_build_finds(graph: dict[str, Any], opened: OpenedEdition) -> None:
    assert opened.problems == ()
    fields = ("id", "kind", "text", "label", "title", "url", "content")
    assert {entry["id"]: {name: entry[name] for name in fields} for entry in graph["entries"]} == {
        entry.id: {
            "id": entry.id,
            "kind": entry.kind.id,
            "text": prefix_of(entry.id) if entry.content is not None else None,
            "label": entry.label,
            "title": entry.title,
            "url": f"{entry.docname}.html#{entry.id}",
            "content": entry.content,
        }
        for entry in opened.concordance.entries.values()
    }
    ties = {(link["subject"], link["predicate"], link["object"], link["reason"]) for link in graph["links"]}
    assert ties == {(link.subject, link.predicate, link.object, link.reason) for link in opened.concordance.links}


def test_the_state_of_the_edition_is_told_and_kept(built: Edition) -> None:
    rows = soup(built.build(), "index").select(".state tbody tr")
    assert rows[1].get_text(" ", strip=True) == "rule 2 asked, target 1 1 0 0 0 23 1 1 2026-11-22"
    built.change("annotations/rules/2.md", "reviewed: 2026-11-22\n", "")
    build = built.build()
    assert build.written == sorted(build.pages), "every page tells the date of the edition"
    text = soup(build, "index").get_text(" ", strip=True)
    assert "rule 2 asked, target, date 1 1 0 0 0 23 1 1 never" in text
    assert f"of {len(rows)} paragraphs lack nothing." in text


def test_why_no_target_fits_is_told_on_the_page(built: Edition) -> None:
    assert "No target fits: The tiny edition has no targets." in built.build().page("rules/1")
    built.change("annotations/considered.yaml", "The tiny edition has no targets.", "Rules have no targets.")
    build = built.build()
    assert build.read == ["rules/1"]
    assert "No target fits: Rules have no targets." in build.page("rules/1")


def test_the_inventory_offers_every_entry_to_other_sites(real: Build, graph: dict[str, Any]) -> None:
    inventory = InventoryFile.loads((real.out / "objects.inv").read_bytes(), uri="").data
    for entry in graph["entries"]:
        assert inventory["std:label"][entry["id"]].uri == entry["url"]
        assert inventory[f"concordance:{entry['kind']}"][entry["id"]].uri == entry["url"]


@pytest.mark.parametrize(
    ("provision", "named"),
    [
        ("plan-4", {"untoc", "trafficking-protocol", "ilo-c29", "ilo-c182", "supplementary-slavery-1956", "crc", "opsc",
                    "opac", "cedaw"}),
        ("plan-31", {"untoc-art-24", "untoc-art-25"}),
        ("plan-47", {"uncac", "untoc"}),
        ("r64-op-4", {"plan-36", "trust-fund-victims", "secretary-general"}),
        ("r74-pp-4", {"a-res-70-1", "sdg-5-2", "sdg-8-7", "sdg-16-2", "general-assembly"}),
        ("r74-pp-10", {"a-res-71-322", "a-res-73-189"}),
    ],
)  # fmt: skip
def test_what_a_text_names_is_a_link(graph: dict[str, Any], provision: str, named: set[str]) -> None:
    links = [link for link in graph["links"] if link["subject"] == provision and link["provenance"] == "text"]
    assert {link["object"] for link in links} == named
    assert {link["predicate"] for link in links} == {"cites"}


@pytest.mark.parametrize("number", [2, 4, 5, 8, 9, 12, 21, 26, 30, 38, 50, 55])
def test_a_paragraph_repeated_in_2019_is_annotated_in_full(real: Build, graph: dict[str, Any], number: int) -> None:
    page = soup(real, f"annex/{number}")
    for part in ("summary", "connections", "commentary", "questions", "sources"):
        assert page.select_one(f".apparatus.leads .{part}") is not None, part
    parallels = [
        link
        for link in graph["links"]
        if link["grade"] and f"plan-{number}" in {link["subject"], link["object"]}
        and {link["subject"][:3], link["object"][:3]} == {"pla", "r74"}
    ]  # fmt: skip
    assert parallels


def test_facets_are_called_what_the_filters_of_the_search_are_called(built: Edition) -> None:
    built.change("annotations/synonyms.yaml", "actors: Who acts", "actors: Whose task it is")
    build = built.build()
    named = soup(build, "rules/2").select_one("[data-of='rules-2'] .who dt")
    assert named is not None
    assert named.get_text().startswith("Whose task it is")


def test_nothing_is_fetched_from_elsewhere(real: Build) -> None:
    fetched = re.compile(r"""<(?:script|img|iframe|link rel="stylesheet")[^>]*(?:src|href)="(?:https?:)?//""")
    assert [path for path in real.out.rglob("*.html") if fetched.search(path.read_text(encoding="utf-8"))] == []


def test_the_engine_builds_another_edition_and_knows_of_none(tiny: Edition) -> None:
    build = tiny.build()
    assert build.warnings == []
    assert "is needed by" in build.page("rules/2")
    assert 'href="../treaties/tonnage.html#tonnage-art-6"' in build.page("rules/1")
    words = re.compile(r"traffick|untoc|\bplan-|\br64|\br74|\bsdg-", re.IGNORECASE)
    code = [path for path in (ROOT / "ext").rglob("*") if path.suffix in {".py", ".html", ".css", ".js"}]
    # Documentation and comments may give examples.
    examples = re.compile(
        r'"""(?s:.*?)"""|^\s*(?:#|//|/\*\*) .*|(?<=\s)(?:#|//) .*|\{#-(?s:.*?)#\}|/\*(?s:.*?)\*/', re.MULTILINE
    )
    assert [path for path in code if words.search(examples.sub("", path.read_text(encoding="utf-8")))] == []


def test_what_texts_name_is_linked_as_the_vocabulary_calls_it(built: Edition) -> None:
    built.change(
        "annotations/vocabulary.yaml",
        "  cites: {reverse: cited-by, says: cites,",
        "  names: {reverse: named-by, says: names,",
    )
    build = built.build()
    assert build.warnings == []
    links = json.loads((build.out / "data" / "graph.json").read_text(encoding="utf-8"))["links"]
    assert {link["predicate"] for link in links if link["provenance"] == "text"} == {"names"}
    connections = soup(build, "rules/1").select_one(".connections")
    assert connections is not None and "names Tonnage Convention, art. 6" in " ".join(connections.get_text(" ").split())
    edition = open_edition(built.root)
    assert edition.problems == ()
    assert {link.predicate for link in edition.concordance.links if link.provenance is Provenance.TEXT} == {"names"}


def test_a_text_may_have_more_paragraphs_than_there_are_words_for(built: Edition) -> None:
    page = "".join(f":::{{provision}} rules-{number}\nDues are paid.\n:::\n\n" for number in range(4, 102))
    built.write("source/rules/more.md", f"# More rules\n\n{page}")
    built.change("source/rules/index.md", "\n3\n```", "\n3\nmore\n```")
    built.change(
        "annotations/vocabulary.yaml",
        "    year: 1990\n",
        "    year: 1990\n    formal: {As made: {'': '{ordinal} rule'}}\n",
    )
    build = built.build()
    assert build.warnings == []
    shown = soup(build, "rules/more").get_text(" ")
    assert all(words in shown for words in ("rule 100", "rule 101", "ninety-ninth rule", "101st rule"))
    assert open_edition(built.root).problems == ()


def test_no_setting_says_what_commands_read_that_know_no_settings(real: Build) -> None:
    settings = {name for name in real.settings if name.startswith("concordance_")}
    assert settings == {"concordance_repository", "concordance_safety"}


def test_what_sphinx_and_the_theme_bring_and_no_page_names_is_not_published(real: Build) -> None:
    left_over = {"debug.css", "basic.css", "doctools.js", "documentation_options.js", "furo.js", "searchindex.js"}
    names = {path.name for path in real.out.rglob("*")}
    assert not names & left_over
    assert not [name for name in names if name.endswith(".map")]
