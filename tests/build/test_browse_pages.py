"""The ways in hold all that they promise, once; that their links arrive is tested of all pages together."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from bs4 import Tag
from edition import ROOT, Build, Edition
from fronts import fronts
from soups import soup
from transcripts import transcript, words_of

FACETS = ("actors", "persons", "themes", "measures", "pillars")
WAYS = [*(f"browse/{name}" for name in (*FACETS, "parts", "instruments", "sdgs")), "annex/whole", "index", "glossary"]


def article(build: Build, docname: str) -> Tag:
    element = soup(build, docname).select_one("article")
    assert element is not None
    return element


def annotated() -> dict[str, dict[str, list[str]]]:
    """Return the terms of every annotation as they stand in the files."""
    return {front["annotates"]: front.get("who", {}) for front in fronts()}


def listed_in(part: Tag) -> list[str]:
    """Return the ids that are linked in a part of a page."""
    return [str(link["href"]).partition("#")[2] for link in part.select("a[href]")]


@pytest.mark.parametrize("facet", FACETS)
def test_every_term_lists_what_has_it_exactly_once(real: Build, facet: str) -> None:
    page = soup(real, f"browse/{facet}")
    expected: dict[str, list[str]] = {}
    for identifier, who in annotated().items():
        for term in who.get(facet, []):
            expected.setdefault(f"{facet}-{term}", []).append(identifier)
    assert expected
    parts = {str(part["id"]): part for part in page.select("details.long-part")}
    assert parts.keys() == expected.keys()
    for identifier, part in parts.items():
        assert Counter(listed_in(part)) == Counter(expected[identifier]), identifier
        (label,) = part.find_all("summary", recursive=False)
        assert label.select_one("h2")
        assert re.search(rf"\b{len(expected[identifier])} paragraph", label.get_text())


@pytest.mark.parametrize(
    ("docname", "kind", "part"), [("instruments", "instrument", "article"), ("sdgs", "goal", "target")]
)
def test_every_tie_of_a_provision_is_listed_once(
    real: Build, graph: dict[str, Any], docname: str, kind: str, part: str
) -> None:
    kinds = {entry["id"]: entry["kind"] for entry in graph["entries"]}
    expected: set[tuple[str, str]] = set()
    for link in graph["links"]:
        for end, other_end in ((link["subject"], link["object"]), (link["object"], link["subject"])):
            if kinds[end] in {kind, part} and kinds[other_end] == "provision":
                expected.add((end, other_end))
    shown = []
    for whole in soup(real, f"browse/{docname}").select("details.long-part"):
        name = whole.select_one(".means a")
        tied = whole.select_one("ul.tied")
        assert name is not None
        assert tied is not None
        own = str(name["href"]).partition("#")[2]
        for line in tied.find_all("li", recursive=False):
            through = line.select_one(".through a")
            at = str(through["href"]).partition("#")[2] if through else own
            shown += [(at, str(link["href"]).partition("#")[2]) for link in line.select(".short a")]
    assert sorted(shown) == sorted(expected)


def test_by_part_every_paragraph_has_its_line(real: Build, graph: dict[str, Any]) -> None:
    page = soup(real, "browse/parts")
    listed = [str(link["href"]).partition("#")[2] for link in page.select(".found a")]
    ids = [entry["id"] for entry in graph["entries"] if entry["kind"] == "provision"]
    paragraphs = [identifier for identifier in ids if not any(identifier.startswith(f"{other}-") for other in ids)]
    assert sorted(listed) == sorted(paragraphs)


def test_terms_on_a_page_lead_to_their_lists(real: Build) -> None:
    who = annotated()
    for identifier, docname in (("plan-38", "annex/38"), ("r64-op-3", "resolutions/r64")):
        fields = soup(real, docname).select_one(f"[id='{identifier}'] ~ .apparatus .who")
        assert fields is not None
        hrefs = [str(link["href"]) for link in fields.select("a")]
        expected = [
            f"../browse/{facet}.html#{facet}-{term}" for facet, terms in who[identifier].items() for term in terms
        ]
        assert hrefs == expected


def test_no_id_stands_twice_and_none_is_that_of_an_entry_elsewhere(real: Build, graph: dict[str, Any]) -> None:
    entries = {entry["id"] for entry in graph["entries"]}
    for docname in WAYS:
        ids = Counter(str(element["id"]) for element in soup(real, docname).select("[id]"))
        assert not [identifier for identifier, count in ids.items() if count > 1], docname
        assert not ids.keys() & entries, docname


def test_the_whole_text_has_every_word_of_the_transcript(real: Build) -> None:
    words, _ = transcript("a-64-l-64.txt", "Sixty-fourth session")
    annex = words[words.index("ANNEX:") :]
    page = soup(real, "annex/whole")
    shown = [word for node in page.select(".verbatim") for word in words_of(node)]
    assert shown == annex


def test_the_whole_text_keeps_its_marks(real: Build) -> None:
    page = soup(real, "annex/whole")
    struck = page.select_one("#whole-plan-36 s")
    assert struck is not None
    assert struck.get_text() == "–suitable"
    on_pages = [
        str(mark["href"]) for number in range(1, 62) for mark in soup(real, f"annex/{number}").select(".note-mark")
    ]
    assert on_pages
    assert [f"#{str(mark['href']).partition('#')[2]}" for mark in page.select(".note-mark")] == on_pages
    assert page.select_one(".notice") is not None


def tied(graph: dict[str, Any]) -> Counter[str]:
    """Return with how many others each entry is tied, in however many ways."""
    pairs = {(link["subject"], link["object"]) for link in graph["links"]}
    return Counter(end for end, _other in pairs | {(other, end) for end, other in pairs})


def test_the_margin_counts_the_connections_of_each_provision_and_of_its_items(
    real: Build, graph: dict[str, Any]
) -> None:
    ends = tied(graph)
    page = soup(real, "annex/whole")
    provisions = [entry["id"] for entry in graph["entries"] if entry["text"] == "plan"]
    assert [str(node["id"]) for node in page.select(".provision[id]")] == [f"whole-{each}" for each in provisions]
    for identifier in provisions:
        margin = page.select_one(f"[id='whole-{identifier}'] + .said")
        words = margin.get_text(" ") if margin else ""
        counted = re.search(r"(\d+) connection", words)
        items = [other for other in provisions if other.startswith(f"{identifier}-")]
        assert (int(counted[1]) if counted else 0) == sum(ends[each] for each in (identifier, *items)), identifier
        commented = soup(real, f"annex/{identifier.split('-')[1]}").select_one(f"[id='{identifier}-c1']") is not None
        assert ("Commentary" in words) == commented, identifier


def test_from_the_home_page_every_paragraph_is_one_step(real: Build, graph: dict[str, Any]) -> None:
    page = soup(real, "index")
    titles = {entry["id"]: entry["title"] for entry in graph["entries"]}
    for docname, up in (("index", "annex/"), ("annex/index", "")):
        links = soup(real, docname).select(".within a")
        assert [(link["href"], link.get_text()) for link in links] == [
            (f"{up}{number}.html#plan-{number}", f"{number} {titles[f'plan-{number}']}") for number in range(1, 62)
        ]
    parts = [part.get_text(" ") for part in page.select(".parts .held")]
    assert [int(words.split()[0]) for words in parts] == [11, 13, 18, 7, 12]
    ends = tied(graph)
    held = {identifier for identifier in ends if re.match(r"plan-4[3-9]\b", identifier)}
    assert int(parts[3].split()[2]) == sum(ends[identifier] for identifier in held)


def test_the_picture_of_the_whole_says_first_what_it_shows(real: Build) -> None:
    (figure,) = soup(real, "index").select("figure.whole-picture")
    caption, _picture = figure.find_all(recursive=False)
    assert caption.name == "figcaption"
    assert caption.get_text().endswith("The highest is Paragraph 43, with 42.")


def test_every_page_of_the_guide_stands_under_a_heading_of_its_index(real: Build) -> None:
    index = soup(real, "guide/index")
    linked = Counter(str(link["href"]) for link in index.select("article section section li a[href]"))
    pages = {f"{name.removeprefix('guide/')}.html" for name in real.pages if re.match("guide/(?!index$)", name)}
    assert len(pages) > 20
    assert {page: linked[page] for page in pages} == dict.fromkeys(pages, 1)


def test_search_begins_on_the_home_page_without_javascript(real: Build) -> None:
    form = soup(real, "index").select_one("form.search-field")
    assert form is not None
    assert form["role"] == "search"
    assert (real.out / str(form["action"])).is_file()
    assert form.select_one("label[for=search-field] ~ .row input[type=search]#search-field") is not None


def test_every_short_form_in_texts_and_annotations_is_in_the_glossary(real: Build) -> None:
    page = article(real, "glossary")
    explained = {term.get_text().rstrip("¶") for term in page.select("dl.glossary > dt")}
    folders = (ROOT / "source/annex", ROOT / "source/resolutions", ROOT / "annotations")
    used: set[str] = set()
    for path in (path for folder in folders for path in folder.rglob("*.md")):
        # What is asked for in everyday words is shown nowhere.
        shown = re.sub(r"^asked:\n(?:  - .*\n)*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        prose = re.sub(r"\]\([^)]*\)|\{[^}]*\}|https?://\S+|\b\w+/[\w./]+", " ", shown)
        used |= set(re.findall(r"\b(?:[A-Z]{2,}(?:\.[A-Z]{2,}|-Women)?s?)\b", prose))
    # Numerals, a heading in capitals, capitals of names written in full, and everyday words.
    assert used - explained - {"II", "III", "IV", "ANNEX", "AG", "EUR", "HIV", "AIDS", "ID", "OP", "RES"} == set()


def test_a_term_that_loses_its_last_use_keeps_its_address(built: Edition) -> None:
    build = built.build()
    page = soup(build, "browse")
    assert page.select_one("details#actors-crews") is not None
    pilots = page.select_one("#actors-pilots")
    assert pilots is not None
    assert "Not used yet" in str(pilots.find_parent("p"))
    built.change("annotations/rules/2.md", "crews", "pilots")
    build = built.build()
    assert build.written == ["browse", "rules/2"], "lists and the page itself, and nothing else"
    assert soup(build, "browse").select_one("details#actors-pilots") is not None
    assert soup(build, "browse").select_one("p.unused #actors-crews") is not None


def test_without_a_list_to_lead_to_terms_are_plain_words(built: Edition) -> None:
    built.change("source/browse.md", ":::{browse} actors\n:::\n", "")
    build = built.build()
    assert build.warnings == []
    assert build.written == ["browse", "rules/2"]
    who = soup(build, "rules/2").select_one(".who")
    assert who is not None
    assert "Crews" in who.get_text()
    assert not who.select("a")


def test_a_changed_word_of_a_text_changes_the_whole_text_too(built: Edition) -> None:
    built.change("source/rules/3.md", "open to the public", "open to everybody")
    build = built.build()
    assert "whole" in build.written
    assert "open to everybody" in soup(build, "whole").get_text()


@pytest.mark.parametrize(
    ("directive", "nearest"),
    [("browse actor", "actors"), ("connected instruments", "instrument"), ("whole-text rule", "rules")],
)
def test_a_slip_in_what_is_asked_for_is_told_with_the_nearest(built: Edition, directive: str, nearest: str) -> None:
    name, argument = directive.split()
    built.write("source/whole.md", f"# All\n\n:::{{{name}}} {argument}\n:::\n")
    (warning,) = built.build().warnings
    assert argument in warning
    assert nearest in warning
