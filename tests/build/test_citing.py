"""What a build writes for those who cite: records for reference managers, and what the dialog for copying shows."""

from __future__ import annotations

import html
import json
import re
from typing import Any
from urllib.parse import unquote

from edition import Build, Edition

BUTTON = re.compile('<button type="button" class="copy" value="([^"]+)"')


COPIES = re.compile('<template id="copy-dialog" [^>]*data-copies="([^"]+)"')


def sheet(build: Build, docname: str) -> dict[str, Any]:
    """Return what can be copied of a page, as its dialog finds it."""
    address = COPIES.search(build.page(docname))
    if address is None:
        return {}
    copies: dict[str, Any] = json.loads((build.out / docname).parent.joinpath(address[1]).read_bytes())["copies"]
    return copies


def records(build: Build, docname: str, suffix: str) -> str:
    """Return the records of a page in a format, from where its link leads; empty if it has none."""
    link = re.search(f'data-suffix="{suffix}" href="([^"]+)"', build.page(docname))
    if link is None:
        return ""
    address = html.unescape(link[1])
    if address.startswith("data:"):
        return unquote(address.partition(",")[2])
    return (build.out / docname).parent.joinpath(address).read_bytes().decode()


def test_all_that_can_be_copied_has_a_record_in_every_format(real: Build, graph: dict[str, Any]) -> None:
    citable = {entry["id"] for entry in graph["entries"] if entry["kind"] != "body"}
    commentary = {
        f"{name[:-3]}-commentary" for page in real.pages.values() for name in page.anchors if name.endswith("-c1")
    }
    assert len(commentary) > 90
    for suffix, mark in (("bib", r"^@misc\{"), ("ris", "^ID  - "), ("json", r'(?:^\[|\},)\{"id":"')):
        ids = re.compile(rf"{mark}([\w-]+)", re.MULTILINE)
        recorded = [name for docname in real.pages for name in ids.findall(records(real, docname, suffix))]
        assert sorted(recorded) == sorted(citable | commentary)


def test_every_button_finds_what_it_copies(real: Build) -> None:
    for docname in real.pages:
        others = real.out.glob(f"{docname}.[0-9].html")
        if asked := set(BUTTON.findall(real.page(docname) + "".join(path.read_text("utf-8") for path in others))):
            assert asked == set(sheet(real, docname)), docname


def test_records_of_a_site_without_an_address_give_none(built: Edition) -> None:
    build = built.build()
    assert "url" not in records(build, "rules/1", "bib")
    assert "{address}" in sheet(build, "rules/1")["rules-1"]["cited"]["un"]
    known = built.build("known", html_baseurl="https://harbour.example/")
    assert "url = {https://harbour.example/rules/1.html#rules-1}" in records(known, "rules/1", "bib")


def test_another_edition_is_cited_by_its_own_facts_and_by_none_of_ours(built: Edition) -> None:
    build = built.build()
    assert json.loads(records(build, "rules/1", "json"))[0]["title"] == "Rules of the Harbour"
    for docname in build.pages:
        assert "United Nations" not in records(build, docname, "json") + json.dumps(sheet(build, docname))


def test_citations_name_the_site_as_it_is_called_now(built: Edition) -> None:
    built.build(html_title="Old name")
    build = built.build(html_title="New name")
    assert "New name" in build.page("rules/2").partition('class="how-to-cite')[2]
    assert "Old name" not in build.page("rules/2")
    assert build.read == []
    assert build.files() == built.build("clean", html_title="New name").files()


def test_files_of_what_is_gone_are_removed_and_the_others_left_alone(built: Edition) -> None:
    first = built.build()
    kept, gone = (first.out / "data" / "previews" / "rules" / name for name in ("1.json", "3.json"))
    time = kept.stat().st_mtime_ns
    assert gone.is_file()
    (built.root / "source" / "rules" / "3.md").unlink()
    built.build()
    assert not gone.exists()
    assert kept.stat().st_mtime_ns == time


def test_how_to_cite_stands_in_the_page_with_its_records_or_leads_to_them(real: Build) -> None:
    for docname in ("annex/12", "instruments/crpd"):
        part = real.page(docname).partition('class="how-to-cite')[2]
        for style in ("OSCOLA", "Chicago", "APA 7"):
            assert style in part
        for suffix in ("bib", "ris", "json"):
            assert f'data-suffix="{suffix}" href="data:application/' in part
    names = {path.relative_to(real.out).as_posix() for path in (real.out / "cite").rglob("*.*")}
    assert {f"cite/{docname}.json" for docname in ("instruments/untoc", "documents", "resolutions/r74")} < names
    assert "General Assembly resolution 64/293, annex, para. 12" in real.page("annex/12")
