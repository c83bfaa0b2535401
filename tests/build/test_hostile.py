"""What a hostile contributor writes neither runs on a page nor breaks one; what may not be written stops the build."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from bs4 import BeautifulSoup
from concordance.cli import build as command
from edition import ROOT, TINY, Build, Edition
from shared import Share
from soups import soup

# Allowed as words wherever plain text stands, and dangerous wherever they are taken for more than words.
WORDS = (
    "</script><script>alert(1)</script><img/src=x/onerror=alert(1)>\"'&]]>--></title></textarea></style>"
    "<svg/onload=alert(1)>{{7*7}}{%raw%}\\u003cscript>"
)
QUOTED = WORDS.replace("\\", "\\\\").replace('"', '\\"')
# In Markdown, the same is written as code, or with entities.
CODE = f"``{WORDS}``"
ENTITIES = WORDS.replace("&", "&amp;").replace("<", "&lt;").replace("{", "&#123;").replace("\\", "&#92;")
ANNOTATION = "annotations/rules/3.md"
# A second line in data that has one fact a line would be another fact.
SECOND_LINE = "\\nTY  - BOOK\\nUR  - https://example.org/"


def hostile(tiny: Edition) -> None:
    """Write such words wherever an editor can."""
    tiny.write(
        ANNOTATION,
        f"""---
annotates: rules-3
title: "{QUOTED}{SECOND_LINE}"
summary: "{QUOTED}{SECOND_LINE}"
who: {{actors: [crews]}}
links:
  - echoes: rules-2
    grade: loose
    reason: "{QUOTED}{SECOND_LINE}"
  - needs: board
    reason: "{QUOTED} again"
notes:
  - quote: open
    note: "{QUOTED}"
questions:
  - "{CODE.replace(WORDS, QUOTED)}"
sources:
  - "{ENTITIES.replace('"', "&quot;")}"
---
{CODE} and {ENTITIES} and [a link](https://example.org/%3Cscript%3E "{ENTITIES.replace('"', "&quot;")}").

| {CODE} | {ENTITIES} |
|---|---|
| [](#rules-2) | *{ENTITIES}* |

> A quote.[^{"a"}]

[^a]: {ENTITIES}
""",
    )
    tiny.change(
        "annotations/vocabulary.yaml", "{label: Crews, means: Those who", f'{{label: "{QUOTED}", means: Those who'
    )
    tiny.change("annotations/vocabulary.yaml", "Those who work on a vessel.", f'"{QUOTED}"')
    tiny.change("annotations/vocabulary.yaml", "says: needs,", f'says: "{QUOTED}",')
    tiny.change("annotations/vocabulary.yaml", "notice: This is a made-up text.", f'notice: "{QUOTED}"')


@pytest.fixture(scope="module")
def built(share: Share) -> Build:
    def make(folder: Path) -> Build:
        tiny = Edition.copy(TINY, folder)
        hostile(tiny)
        return tiny.build(html_baseurl="https://example.org/rules/")

    build = share("hostile", make)
    # Nobody could publish it: that HTML stands where none is read is said. None may act, all the same.
    assert build.warnings and all(warning.endswith("[concordance.slip]") for warning in build.warnings)
    return build


def files(build: Build, *suffixes: str) -> Iterator[tuple[str, str]]:
    for path in sorted(build.out.rglob("*")):
        if path.suffix in suffixes and "_static" not in path.parts:
            yield path.relative_to(build.out).as_posix(), path.read_bytes().decode()


def test_words_stay_words_on_every_page(built: Build) -> None:
    shown = 0
    for name, text in files(built, ".html"):
        page = BeautifulSoup(text, "html.parser")
        shown += page.get_text().count("{{7*7}}")
        for tag in page.find_all(True):
            assert not [attribute for attribute in tag.attrs if attribute.startswith("on")], (name, tag)
            assert str(tag.get("src", "")) != "x", (name, tag)
            if tag.name == "script" and tag.get("type") == "application/ld+json":
                json.loads(tag.get_text())
                assert "<" not in tag.get_text(), name
            elif tag.name in {"script", "style"}:
                assert "alert" not in str(tag.attrs) and "alert(" not in tag.get_text(), (name, tag)
            elif tag.name == "svg":
                # Its texts have the words of titles, as words.
                assert not tag.find(["script", "style", "img", "foreignobject"]), (name, tag)
    assert shown > 20


def test_words_stay_words_in_data_and_drawings(built: Build) -> None:
    for name, text in files(built, ".json"):
        json.loads(text)
        assert name
    for name, text in files(built, ".svg", ".xml", ".atom"):
        tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(text).iter()}
        assert not tags & {"script", "img", "foreignObject"}, name


def test_citations_keep_one_fact_a_line(built: Build) -> None:
    for name, text in files(built, ".ris"):
        kinds = [line[:6] for line in text.split("\r\n") if line]
        assert all(kind[2:6] == "  - " for kind in kinds), name
        assert kinds.count("TY  - ") == kinds.count("ER  - "), name
    for name, text in files(built, ".bib"):
        parsed = parse_string(text)
        assert len(parsed.entries) == text.count("@misc"), name


REFUSED = {
    "a name that climbs": ("annotations/rules/x%2f..%2fx.md", "---\nannotates: rules-3\n---\n"),
    "a name of two lines": ("annotations/rules/3\n::error::x.md", "---\nannotates: rules-3\n---\n"),
    "a folder with an odd name": ("annotations/Rules !/3.md", "---\nannotates: rules-3\n---\n"),
    "a list of fields that hides HTML in what looks like code": (
        ANNOTATION,
        "---\nannotates: rules-3\n---\nOne `\n:two: <b>three</b> `\n\n<u>x</u>\n",
    ),
    "a lock that climbs": ("ids.lock", "rules-9 ../../evil.html -> rules-1\n"),
    "a half-saved file": (ANNOTATION, "---\nannotates: rules-3\ntitle: 'Open"),
}


@pytest.mark.parametrize(("name", "text"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_told_and_nothing_is_published(
    tiny: Edition, capsys: pytest.CaptureFixture[str], name: str, text: str
) -> None:
    tiny.write(name, text)
    assert command.main(["--root", str(tiny.root), "--jobs", "1"]) == 1
    errors = capsys.readouterr().err
    assert "Traceback" not in errors
    assert "concordance." in errors
    assert not [line for line in errors.splitlines() if line.startswith("::")]
    assert not (tiny.root / "build" / "html").exists()
    assert not list(tiny.root.rglob("evil.html"))


def test_what_looks_like_a_list_of_fields_is_read_as_it_was_checked(tiny: Edition) -> None:
    """Pages know more of Markdown than annotations do."""
    tiny.write(ANNOTATION, "---\nannotates: rules-3\n---\nOne `\n:two: <script>alert(1)</script> `\n")
    page = soup(tiny.build(), "rules/3")
    commentary = page.select_one(".commentary")
    assert commentary is not None
    assert commentary.script is None
    assert commentary.code is not None and "<script>" in commentary.code.get_text()


def test_an_annotation_defines_nothing_for_the_page_it_stands_on(tiny: Edition) -> None:
    tiny.change("source/rules/2.md", "keep a register", "keep a [register]")
    tiny.change("source/rules/2.md", "\n[^1]", "\nA last word.[^2]\n\n[^2]: Of the page.\n\n[^1]")
    tiny.write("annotations/rules/2-a.md", "---\nannotates: rules-2-a\n---\nOne.[^2]\n\n[^2]: Of an item.\n")
    tiny.write(
        "annotations/rules/2.md",
        "---\nannotates: rules-2\n---\nSee the [register].[^2] [^a]\n\n"
        "[register]: https://example.org/\n\n[^2]: Of another.\n\n[^a]: Called as an item is.\n",
    )
    build = tiny.build()
    assert build.warnings == []
    page = soup(build, "rules/2")
    item = page.find(id="rules-2-a")
    assert item is not None and "keep a [register] of vessels" in item.get_text()
    notes = {str(note["id"]): note.get_text(" ", strip=True) for note in page.select("aside.footnote")}
    assert len(notes) == 5
    for call in page.select("a.footnote-reference"):
        assert notes.pop(str(call["href"]).removeprefix("#"))
    assert notes == {}


RAW = {
    "a script": "<script>alert(1)</script>",
    "a script in a line": "One <script>alert(1)</script>",
    "an image that acts": "One <img src=x onerror=alert(1)>",
    "a link that acts": 'One <a href="javascript:alert(1)">two</a>',
    "a link with more to it": 'One <a href="x.html" onclick="alert(1)">two</a>',
    "a comment that does not end": "<!-- alert(1)",
    "a script in a list": "- <script>alert(1)</script>",
    "a script in a table": "| <script>alert(1)</script> |\n|---|",
}


@pytest.mark.parametrize("settings", [ROOT, TINY], ids=["this edition", "another"])
def test_no_page_may_hold_html(settings: Path, tmp_path: Path) -> None:
    tiny = Edition.copy(TINY, tmp_path)
    (tiny.root / "conf.py").write_bytes((settings / "conf.py").read_bytes())
    before = {warning.rpartition(" [")[0] for warning in tiny.build("before").warnings}
    for number, text in enumerate(RAW.values()):
        tiny.write(f"source/raw-{number}.md", f"---\norphan: true\n---\n# Page\n\n{text}\n")
    build = tiny.build()
    warnings = {warning.rpartition(" [")[0] for warning in build.warnings} - before
    for number, (name, text) in enumerate(RAW.items()):
        pattern = rf"source/raw-{number}\.md:(\d+): WARNING: There is HTML here, which is not allowed\."
        lines = [int(match[1]) for warning in warnings if (match := re.match(pattern, warning))]
        assert lines and all(6 <= line <= 6 + text.count("\n") for line in lines), (name, lines)
        article = soup(build, f"raw-{number}").select_one("article")
        assert article is not None and "<!--" not in str(article), name
        for tag in article.find_all(True):
            assert tag.name not in {"script", "img"} and "alert" not in str(tag.attrs), (name, tag)


def test_a_line_may_be_broken_and_a_data_file_linked_to(tiny: Edition) -> None:
    link = '<a href="../data/graph.json"><code>graph.json</code></a>'
    tiny.write("source/sound.md", f"---\norphan: true\n---\n# Page\n\nOne  \ntwo\\\nthree {link}\n")
    build = tiny.build()
    assert build.warnings == []
    assert link in build.page("sound")
