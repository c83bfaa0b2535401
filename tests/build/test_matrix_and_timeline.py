"""The pictures hold what the data file holds, and are drawn again when it changes."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import Tag
from concordance.cli.edition import OpenedEdition
from edition import Build, Edition
from soups import soup

INSTRUMENTS, TARGETS = ("instrument", "article"), ("goal", "target")
PAGE = """# Pictures

:::{matrix} rules instruments
:::

:::{timeline} Treaties: treaty
:::
"""
NAMED = "The text names it"


def leads_to(link: Tag | None) -> str:
    assert link is not None
    return str(link["href"]).partition("#")[2]


def paragraph(identifier: str, by_id: dict[str, Any]) -> str:
    """Return the paragraph that a sub-item belongs to."""
    upper = identifier.rpartition("-")[0]
    return paragraph(upper, by_id) if upper in by_id else identifier


def without_names(reason: str) -> str:
    """Return a reason without the words of the text that name an entry: not all of them are shown."""
    return NAMED if reason.startswith(NAMED) else reason


@pytest.mark.parametrize(
    ("docname", "texts", "kinds"),
    [
        ("concordance/instruments", ("plan",), INSTRUMENTS),
        ("concordance/resolutions", ("r64", "r74"), INSTRUMENTS),
        ("concordance/sdgs", ("plan", "r64", "r74"), TARGETS),
    ],
)
def test_picture_and_table_hold_the_links_of_the_data_file(
    real: Build, graph: dict[str, Any], docname: str, texts: tuple[str, ...], kinds: tuple[str, ...]
) -> None:
    by_id = {entry["id"]: entry for entry in graph["entries"]}
    expected = sorted(
        (paragraph(provision, by_id), other, without_names(link["reason"]))
        for link in graph["links"]
        for provision, other in ((link["subject"], link["object"]), (link["object"], link["subject"]))
        if by_id[provision]["text"] in texts and by_id[other]["kind"] in kinds
    )
    assert len(expected) > 90
    page = soup(real, docname)
    listed = []
    for body in page.select("table.ties tbody"):
        row = leads_to(body.select_one("th a"))
        for line in body.select("tr"):
            other, why = line.select("td")
            (how,) = why.select("i")
            # That the text names something is said once.
            reason = how.get_text() if NAMED in how.get_text() else why.get_text().partition(f"{how.get_text()} ")[2]
            listed.append((row, leads_to(other.a), without_names(reason)))
    assert sorted(listed) == expected
    lines = {str(line["id"]): line for line in page.select("table.ties tr[id]")}
    marks = page.select("table.marks td a")
    assert [leads_to(mark) for mark in marks] == list(lines), "each cell with links leads to the first line of them"
    for mark in marks:
        (paragraph_of_line,) = lines[leads_to(mark)].find_parents("tbody")[0].select("th a")
        assert paragraph_of_line.get_text() in str(mark["aria-label"])


def test_the_timeline_has_every_instrument_and_document_with_its_paragraphs(real: Build, graph: dict[str, Any]) -> None:
    by_id = {entry["id"]: entry for entry in graph["entries"]}
    expected: dict[str, set[str]] = {
        entry["id"]: set() for entry in graph["entries"] if entry["kind"] in {"instrument", "document"}
    }
    for link in graph["links"]:
        for end, other in ((link["subject"], link["object"]), (link["object"], link["subject"])):
            whole = (
                end
                if by_id[end]["kind"] != "article"
                else max((i for i in expected if end.startswith(f"{i}-")), key=len)
            )
            if whole in expected and by_id[other]["kind"] == "provision":
                expected[whole].add(paragraph(other, by_id))
    page = soup(real, "concordance/timeline")
    rows = page.select("table.ties tbody tr")
    assert {leads_to(row.select_one("th a")): {leads_to(a) for a in row.select("td a")} for row in rows} == expected
    dates = [row.td.get_text() for row in rows if row.td]
    assert dates[0] == "25 September 1926"
    assert dates.count("not known") == 10
    dated = {leads_to(row.select_one("th a")) for row in rows if row.td and row.td.get_text() != "not known"}
    for picture in ("div.lanes", "ol.down"):
        assert {leads_to(link).removeprefix("timeline-") for link in page.select(f"{picture} a")} == dated


def test_a_quick_scan_finds_the_types_and_dates_that_a_build_finds(real: Build, opened: OpenedEdition) -> None:
    pages = real.pages.values()
    built = {entry.id: (entry.type, entry.date) for page in pages for entry in page.entries}
    scanned = opened.concordance.entries.values()
    assert built == {entry.id: (entry.type, entry.date) for entry in scanned}
    assert built["trafficking-protocol"] == ("protocol (adds to a treaty)", "2000-11-15")


def test_a_picture_is_drawn_again_when_a_reason_in_it_changes_and_not_else(built: Edition) -> None:
    built.write("source/pictures.md", PAGE)
    built.change("source/index.md", "bodies\n", "bodies\npictures\n")
    built.change("source/treaties/tonnage.md", ":type: treaty", ":type: treaty\n:date: 1900-05-01")
    build = built.build()
    assert build.warnings == []
    page = soup(build, "pictures")
    assert [str(cell["aria-label"]) for cell in page.select(".matrix td a")] == [
        "rule 1 – Tonnage Convention: cites art. 6",
        "rule 2 – Tonnage Convention: cites; needs art. 7",
    ]
    assert "1 May 1900: Tonnage Convention, 2 paragraphs" in str(page.select_one(".timeline"))
    built.change("annotations/rules/2.md", "is kept from certificates", "is kept from their certificates")
    build = built.build()
    assert "pictures" in build.written
    assert build.page("pictures").count("is kept from their certificates") == 1, (
        "in the list, from which the picture takes it"
    )
    built.change("annotations/rules/2.md", "Who may look at", "Who should look at")
    assert built.build().written == ["rules/2"]


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        ("{matrix} rules", "Name one text or several, and then instruments or articles or"),
        ("{matrix} rule instruments", "There is no text 'rule'. Did you mean 'rules'?"),
        ("{timeline} Treaties", "'Treaties' is not a lane."),
    ],
)
def test_what_cannot_be_drawn_is_told(built: Edition, directive: str, message: str) -> None:
    built.write("source/bodies.md", f"# Bodies\n\n:::{directive}\n:::\n")
    assert any("bodies.md:3" in warning and message in warning for warning in built.build().warnings)


def test_names_in_the_map_of_a_paragraph_are_whole(real: Build, graph: dict[str, Any]) -> None:
    titles = {entry["id"]: entry["title"] for entry in graph["entries"]}
    for docname in ("annex/4", "annex/30", "annex/chapeau"):
        for node in soup(real, docname).select(".map svg a"):
            name = " ".join(line.get_text() for line in node.select("text"))
            assert "…" not in name
            if node.circle is not None:
                assert name.endswith(f" {titles[leads_to(node)]}")


@pytest.mark.parametrize("docname", ["concordance/instruments", "concordance/resolutions"])
def test_heads_of_columns_and_titles_of_rows_are_whole(real: Build, graph: dict[str, Any], docname: str) -> None:
    titles = {entry["id"]: entry["title"] for entry in graph["entries"]}
    page = soup(real, docname)
    heads = [head.get_text() for head in page.select(".marks thead a")]
    assert not any(head.endswith("…") for head in heads)
    assert "Convention on the Rights of Persons with Disabilities" in heads
    for row in page.select(".marks th[scope=row] a"):
        assert row.get_text().endswith(titles[leads_to(row)])


def test_what_is_counted_is_said(real: Build) -> None:
    """The opening words have no number, and some paragraphs are of other texts than the first."""
    page = soup(real, "concordance/sdgs")
    plan, *others = (line.get_text() for line in page.select("article p") if " are connected to " in line.get_text())
    assert "“Opening words” is counted as a paragraph." in plan
    assert not any("is counted as a paragraph" in line for line in others)
    counts = [card.get_text() for card in soup(real, "concordance/index").select(".thumbnails a span")]
    columns = len(page.select("table.marks thead a"))
    assert [text for text in counts if f" paragraphs of 3 texts, {columns} goals and targets" in text]
