"""Whatever a build says of pages, the check says too, or here stands why it does not."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from concordance.cli.edition import open_edition
from concordance.reading.directive_forms import Content, directive_forms
from concordance.reading.page_rules import DIRECTIVES
from concordance.reading.pages import PageGists, read_gists
from concordance.sphinx_ext import events
from edition import TINY, Edition
from myst_parser.warnings_ import MystWarnings

ASIDE = "---\norphan: true\n---\n"
# Pages with something wrong that a build comes across while it reads and writes them.
PAGES = {
    "link": "# A\n\n[x](nosuch.md)\n",
    "place": "# A\n\n[x](rules/2.md#nosuch)\n",
    "id": "# A\n\n[x](#nosuch)\n",
    "term": "# A\n\n{term}`nosuch`\n",
    "list": "# A\n\n```{toctree}\nnosuch\n```\n",
    "indented": "# A\n\n```{toctree}\n\n  old\n```\n",
    "pattern": "# A\n\n```{toctree}\n:glob:\nnosuch/*\n```\n",
    "twice": "# A\n\n```{toctree}\nold\nold\n```\n",
    "number": "# A\n\n```{toctree}\n:maxdepth: many\nold\n```\n",
    "definitions": "# A\n\n[a]\n\n[a]: #board\n[a]: #rules-1\n",
    "sample": "# A\n\n```{literalinclude} nosuch.md\n```\n",
    "picture": "# A\n\n![](nosuch.png)\n",
    "labels": "# A\n\n(here)=\nOne.\n\n(here)=\nTwo.\n",
    "option": "# A\n\n```{note}\n:colour: red\nWords.\n```\n",
    "comment": "# A\n\n```{note}\n:name: x # y\nWords.\n```\n",
    "words": "# A\n\n```{toctree} Words\nold\n```\n",
    "rows": "# A\n\n```{list-table}\n- a\n- b\n```\n",
    "cell": "# A\n\n```{grid-item}\nWords.\n```\n",
    "code": "# A\n\n```{code-block} nosuch\nWords.\n```\n",
    "lines": "# A\n\n```{literalinclude} bodies.md\n:lines: 400\n```\n",
    "words-of-a-file": "# A\n\n```{literalinclude} bodies.md\n:start-at: nosuch\n```\n",
    "marked": "# A\n\n```{code-block} text\n:emphasize-lines: 2\n\nWords.\n```\n",
    "dedent": "# A\n\n```{code-block} text\n:dedent: 2\n\nWords.\n```\n",
    "class": "# A\n\n```{note}\n:class: 5\nWords.\n```\n",
    "icon": "# A\n\n```{dropdown} A\n:icon: nosuch\nWords.\n```\n",
    "columns": "# A\n\n````{grid} 1 2\n```{grid-item}\nWords.\n```\n````\n",
    "carousel": "# A\n\n````{card-carousel} 13\n```{card}\nWords.\n```\n````\n",
    "subtitle": "# A\n\n```{sidebar}\n:subtitle: B\nWords.\n```\n",
    "text": "# A\n\n```{verbatim} nosuch\nWords.\n```\n",
    "comparison": "# A\n\n```{comparison} rules\n```\n",
    "button": "# A\n\n```{button-ref} old.md\n```\n",
    "unnamed": "# A\n\n```{topic} A\n:name:\nWords.\n```\n",
}
# Pages with one directive that may have content, and has none.
ARGUMENTS = {"button-link": "https://example.org", "button-ref": "old", "card-carousel": "2"}
WITHIN = {"grid-item": "grid", "grid-item-card": "grid", "tab-item": "tab-set"}
EMPTY = {
    f"empty-{form.name}": (
        f"# A\n\n````{{{WITHIN.get(form.name, 'container')}}}\n"
        f"```{{{form.name}}} {ARGUMENTS.get(form.name, 'A') if form.required else ''}\n```\n````\n"
    )
    for form in directive_forms(()).values()
    # That of a figure is a file.
    if form.name in set(DIRECTIVES.split()) - {"figure"} and form.content is not Content.NONE
}
# Pages with what is right, of which neither says anything.
RIGHT = {
    "right": (
        "# A\n\n```{button-ref} old\n```\n\n```{button-ref} rules-2\n```\n\n```{button-ref} rules/2\n```\n\n"
        "```{literalinclude} bodies.md\n:start-at: Harbour\n:lines: 1-2\n:emphasize-lines: 2\n```\n\n"
        "````{grid} 1 2 2 3\n:gutter: 2\n```{grid-item}\n:columns: auto\nWords.\n```\n````\n\n"
        "```{dropdown} A\n:icon: alert\n:color: primary\nWords.\n```\n\n"
        "```{note}\n:class: wide\n:collapsible:\nWords.\n```\n\n"
        "```{sidebar} A\n:subtitle: B\nWords.\n```\n"
    )
}
# What is not said, by the page above, and why.
UNTOLD = {
    "rows": "docutils makes tables of lists, and a check does not load it",
    "cell": "sphinx-design makes grids, and a check does not load it",
    "code": "Pygments knows hundreds of languages, and a check does not load it",
}
# Why MyST's other warnings cannot come up, or are told under another name; the values that stand in PAGES are tried.
MYST = {
    MystWarnings.DEPRECATED: "of settings of MyST, which are those of the engine",
    MystWarnings.NOT_SUPPORTED: "of other outputs than HTML",
    MystWarnings.RENDER_METHOD: "of extensions of the parser, which are those of the engine",
    MystWarnings.MD_TOPMATTER: "page_rules refuses settings that cannot be read",
    MystWarnings.MD_DEF_DUPE: "definitions",
    MystWarnings.MD_HEADING_NON_CONSECUTIVE: "page_hints refuses headings that leave out a level",
    MystWarnings.DIRECTIVE_PARSING: "directive_text refuses arguments and options that cannot be read",
    MystWarnings.DIRECTIVE_OPTION: "number",
    MystWarnings.DIRECTIVE_OPTION_COMMENTS: "comment",
    MystWarnings.DIRECTIVE_BODY: "words",
    MystWarnings.UNKNOWN_DIRECTIVE: "fences refuses unknown directives",
    MystWarnings.UNKNOWN_ROLE: "page_rules refuses unknown roles",
    MystWarnings.XREF_AMBIGUOUS: "labels",
    MystWarnings.XREF_MISSING: "place",
    MystWarnings.INV_LOAD: "of inventories, which no edition here loads",
    MystWarnings.IREF_MISSING: "of inventories, which no edition here loads",
    MystWarnings.IREF_AMBIGUOUS: "of inventories, which no edition here loads",
    MystWarnings.LEGACY_DOMAIN: "of domains, of which an edition has its own",
    MystWarnings.LINKIFY: "of an extension of the parser that no page can switch on",
    MystWarnings.HEADING_SLUG: "of a setting of MyST that no page can change",
    MystWarnings.STRIKETHROUGH: "of an extension of the parser that no page can switch on",
    MystWarnings.HTML_PARSE: "page_html refuses HTML",
    MystWarnings.INVALID_ATTRIBUTE: "of an extension of the parser that no page can switch on",
    MystWarnings.SUBSTITUTION: "of an extension of the parser that no page can switch on",
    MystWarnings.SECTION_REF: "of a setting of MyST that no page can change",
}
PLACE = re.compile(
    r"(?:.*/)?source/(?P<page>[\w-]+)\.md(?:\.rst)?:(?P<line>\d*):? (?:WARNING|ERROR|CRITICAL): (?P<words>.*)"
)


def test_every_warning_of_the_parser_is_accounted_for() -> None:
    assert set(MYST) == set(MystWarnings)
    assert set(UNTOLD) <= set(PAGES)


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    edition = Edition.copy(TINY, tmp_path)
    for name, text in {**PAGES, **RIGHT, **EMPTY}.items():
        edition.write(f"source/{name}.md", ASIDE + text)
    edition.write("source/alone.md", "# Alone\n")
    # Of an empty name, a build says something only on the second page that has it.
    edition.write("source/another-unnamed.md", ASIDE + "# A\n\n```{rubric} A\n:name:\n```\n")
    return edition


def read_what_is_refused(*arguments: Any) -> PageGists:
    """Let a build read pages that it would refuse, to see what is said of them by Sphinx and what it loads."""
    return replace(read_gists(*arguments), problems=())


def test_what_a_build_says_of_a_page_the_check_says_too(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "read_gists", read_what_is_refused)
    checked: dict[str, set[int]] = {}
    for problem in open_edition(edition.root).problems:
        page = problem.place.path.removeprefix("source/").removesuffix(".md")
        checked.setdefault(page, set()).add(problem.place.line)
        assert problem.message and problem.remedy, problem
    warnings = edition.build().warnings
    built = {match["page"] for line in warnings if (match := PLACE.match(line))}
    assert built >= {*PAGES, "alone"}, "or this tests nothing"
    assert built - set(checked) - set(UNTOLD) == set()
    assert not set(checked) & set(UNTOLD), "it is told now: remove why it is not"
    assert not set(checked) & set(RIGHT)
    assert set(checked) & set(EMPTY) == built & set(EMPTY)
    assert {"empty-note", "empty-grid", "empty-code"} <= built
    assert all(line <= ASIDE.count("\n") + 9 for lines in checked.values() for line in lines)
    assert any("'icon': nosuch" in line and '"nosuch" unknown; choose from' in line for line in warnings)
