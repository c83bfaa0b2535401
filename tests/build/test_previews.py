"""The files from which cards over links are shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from edition import Build, Edition, delete_third_rule

FOLDER = Path("data") / "previews"


def read(build: Build, name: str) -> dict[str, Any]:
    sheet: dict[str, Any] = json.loads((build.out / FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return sheet


def pages_of(build: Build) -> Iterator[str]:
    """Yield all pages, and the sheets of those that are divided."""
    for docname in sorted(build.pages):
        page = build.out / f"{docname}.html"
        yield from (
            sheet.read_text(encoding="utf-8") for sheet in (page, *page.parent.glob(f"{page.stem}.[0-9]*.html"))
        )


def files(build: Build) -> dict[str, bytes]:
    return {name: data for name, data in build.files().items() if name.startswith(FOLDER.as_posix())}


def test_every_entry_has_exactly_one_preview_and_it_is_where_its_address_leads(
    real: Build, graph: dict[str, Any]
) -> None:
    names = {entry.id: entry.name for page in real.pages.values() for entry in page.entries}
    expected = {}
    for entry in graph["entries"]:
        page, _, identifier = entry["url"].partition("#")
        expected[identifier] = page.removesuffix(".html"), entry["kind"], names[identifier]
    previews = {}
    for path in sorted((real.out / FOLDER).rglob("*.json")):
        name = path.relative_to(real.out / FOLDER).as_posix().removesuffix(".json")
        for identifier, preview in read(real, name)["previews"].items():
            assert identifier not in previews
            previews[identifier] = name, preview["kind"], preview["label"]
    commentary = {identifier for identifier, (_, kind, _) in previews.items() if kind == "commentary"}
    assert {identifier: facts for identifier, facts in previews.items() if identifier not in commentary} == expected
    shown = (re.findall(r'class="commentary-paragraph[^>]* id="([^"]+)"', page) for page in pages_of(real))
    assert commentary == {identifier for page in shown for identifier in page}


def test_every_page_whose_entries_may_be_shown_has_a_file_so_that_none_is_asked_for_in_vain(real: Build) -> None:
    without = re.findall(r'data-without="([^"]+)"', real.page("index"))[0].split()
    for docname in real.pages:
        if docname.split("/")[0] in without:
            assert not (real.out / FOLDER / f"{docname}.json").exists()
        else:
            sheet = read(real, docname)
            assert sheet["leads"] == "" or sheet["leads"] in sheet["previews"]


def test_words_are_those_of_the_text(real: Build, graph: dict[str, Any]) -> None:
    content = {entry["id"]: entry["content"] for entry in graph["entries"] if entry["kind"] == "provision"}
    for identifier, words in content.items():
        page = next(entry["url"].partition("#")[0] for entry in graph["entries"] if entry["id"] == identifier)
        preview = read(real, page.removesuffix(".html"))["previews"][identifier]
        assert words.startswith("".join(preview["words"]).removesuffix(" …"))
        assert "said" not in preview


def test_a_struck_word_is_struck_on_the_card_too(built: Edition) -> None:
    assert read(built.build(), "rules/2")["previews"]["rules-2-b"]["words"][1] == "all"


def test_a_link_without_words_is_told_by_what_it_leads_to(built: Edition) -> None:
    build = built.build()
    label = read(build, "rules/3")["previews"]["rules-3"]["label"]
    commentary = read(build, "rules/2")["previews"]["rules-2-c1"]["said"]
    assert commentary == f"The register is open, as {label} says."


def test_an_edit_touches_only_the_files_that_tell_it(built: Edition) -> None:
    first = files(built.build())
    built.change("annotations/rules/2.md", "The register is open", "The register lies open")
    second = files(built.build())
    assert {name for name in first if first[name] != second[name]} == {f"{FOLDER.as_posix()}/rules/2.json"}


def test_a_deleted_page_leaves_no_preview(built: Edition) -> None:
    assert read(built.build(), "rules/3")["leads"]
    delete_third_rule(built)
    assert f"{FOLDER.as_posix()}/rules/3.json" not in files(built.build())
