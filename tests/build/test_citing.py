"""What a build writes for those who cite: files for reference managers, and what the dialog for copying shows."""

from __future__ import annotations

import json
import re
from typing import Any

from edition import Build, Edition

BUTTON = re.compile('<button type="button" class="copy" value="([^"]+)"')


def sheet(build: Build, docname: str) -> dict[str, Any]:
    path = build.out / "cite" / f"{docname}.json"
    return {item["id"]: item["custom"] for item in json.loads(path.read_text(encoding="utf-8"))}


def files(build: Build) -> set[str]:
    return {path.relative_to(build.out).as_posix() for path in (build.out / "cite").rglob("*.*")}


def records(build: Build, suffix: str, mark: str) -> list[str]:
    """Return the ids of all records in the files with a suffix; `mark` is what stands before an id."""
    pattern = re.compile(rf"^{re.escape(mark)}([\w-]+)", re.MULTILINE)
    return [name for path in (build.out / "cite").rglob(f"*.{suffix}") for name in pattern.findall(path.read_text())]


def test_all_that_can_be_copied_has_a_record_in_every_format(real: Build, graph: dict[str, Any]) -> None:
    citable = {entry["id"] for entry in graph["entries"] if entry["kind"] != "body"}
    commentary = {name for page in real.pages.values() for name in page.anchors if name in page.words}
    for suffix, mark in (("bib", "@misc{"), ("ris", "ID  - "), ("json", '{"id":"')):
        assert sorted(records(real, suffix, mark)) == sorted(citable | commentary)


def test_every_button_finds_what_it_copies(real: Build) -> None:
    for docname in real.pages:
        if asked := set(BUTTON.findall(real.page(docname))):
            assert asked == set(sheet(real, docname)), docname


def test_the_words_to_copy_are_verbatim(real: Build, graph: dict[str, Any]) -> None:
    content = {entry["id"]: entry["content"] for entry in graph["entries"] if entry["kind"] == "provision"}
    for docname in real.pages:
        if not (real.out / "cite" / f"{docname}.json").is_file():
            continue
        entries = sheet(real, docname)

        def said(name: str, entries: dict[str, Any] = entries) -> str:
            blocks = entries[name]["words"]
            return " ".join(
                f"{entries[block].get('number', '')} {said(block)}" if isinstance(block, str) else "".join(block)
                for block in blocks
            )

        for name in entries:
            if name in content:
                assert said(name).split() == content[name].split(), name


def test_files_of_a_site_without_an_address_give_none(tiny: Edition) -> None:
    build = tiny.build()
    assert "url" not in (build.out / "cite" / "rules" / "1.bib").read_text(encoding="utf-8")
    assert "{address}" in sheet(build, "rules/1")["rules-1"]["cited"]["un"]
    known = tiny.build("known", html_baseurl="https://harbour.example/")
    assert (
        "url = {https://harbour.example/rules/1.html#rules-1}" in (known.out / "cite" / "rules" / "1.bib").read_text()
    )


def test_another_edition_is_cited_by_its_own_facts_and_by_none_of_ours(tiny: Edition) -> None:
    build = tiny.build()
    told = (build.out / "cite" / "rules" / "1.json").read_text(encoding="utf-8")
    assert json.loads(told)[0]["title"] == "Rules of the Harbour"
    assert "United Nations" not in "".join((build.out / name).read_text(encoding="utf-8") for name in files(build))


def test_citations_name_the_site_as_it_is_called_now(tiny: Edition) -> None:
    tiny.build(html_title="Old name")
    build = tiny.build(html_title="New name")
    assert "New name" in build.page("rules/2").partition('class="how-to-cite')[2]
    assert "Old name" not in build.page("rules/2")
    assert build.read == []
    assert build.files() == tiny.build("clean", html_title="New name").files()


def test_files_of_what_is_gone_are_removed_and_the_others_left_alone(tiny: Edition) -> None:
    first = tiny.build()
    times = {name: (first.out / name).stat().st_mtime_ns for name in files(first)}
    assert "cite/rules/3.ris" in files(first)
    (tiny.root / "source" / "rules" / "3.md").unlink()
    second = tiny.build()
    assert "cite/rules/3.ris" not in files(second)
    for name in ("cite/rules/1.bib", "cite/rules/1.ris", "cite/rules/1.json"):
        assert (second.out / name).stat().st_mtime_ns == times[name]


def test_how_to_cite_stands_in_the_page_and_leads_to_files_that_are_there(real: Build) -> None:
    for docname in ("annex/12", "instruments/untoc"):
        part = real.page(docname).partition('class="how-to-cite')[2]
        for style in ("OSCOLA", "Chicago", "APA 7"):
            assert style in part
        for suffix in ("bib", "ris", "json"):
            assert f'href="../cite/{docname}.{suffix}"' in part
            assert f"cite/{docname}.{suffix}" in files(real)
    assert "General Assembly resolution 64/293, annex, para. 12" in real.page("annex/12")
