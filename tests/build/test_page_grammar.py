"""Checks and builds read pages alike: what the one sees and refuses, the other sees and refuses, at the same line."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.cli import build as command
from concordance.cli.edition import OpenedEdition, open_edition
from concordance.model.entries import Entry, Link
from concordance.reading.corpus import load
from concordance.reading.scan import ScanResult, scan
from edition import ROOT, Build, Edition

# Each is written in another way that MyST knows, and all stand on one page.
SPELLINGS = {
    "backticks": "```{body} b-1\n:label: B1\n:title: B one\n\nWords *of* it, [board](#board).\n```\n",
    "a space before the name": "::: {body} b-2\n:label: B2\n:title: B two\n\nWords.\n:::\n",
    "tildes": "~~~{body} b-3\n:label: B3\n:title: B three\n\nWords.\n~~~\n",
    "options in YAML": '```{body} b-4\n---\nlabel: B4\ntitle: "B: four"\naliases: One; Two\n---\nWords.\n```\n',
    "a value on several lines": ":::{body} b-5\n---\nlabel: 'B5'\ntitle: |\n  B five\n  and more\n---\nWords.\n:::\n",
    "quotation marks": ":::{body} b-6\n:label: \"B6 # no comment\"\n:title: 'B six'\n:date: 2001\n:::\n",
    "indented": "   :::{body} b-7\n   :label: B7\n   :title: B seven\n\n   Words.\n   :::\n",
    "more colons at the end": "::::::{body} b-8\n:label: B8\n:title: B eight\n\nWords.\n:::::::\n",
    "in a list": "- item\n\n  :::{body} b-9\n  :label: B9\n  :title: B nine\n\n  Words.\n  :::\n",
    "in a quotation": "> :::{body} b-10\n> :label: B10\n> :title: B ten\n>\n> Words.\n> :::\n",
    "in another directive": (
        ":::::{note}\nSee [x](#board).\n\n:::{body} b-11\n:label: B11\n:title: B eleven\n:::\n:::::\n"
    ),
    "backticks in colons": "::::{container} x\n```{body} b-12\n:label: B12\n:title: B twelve\n```\n::::\n",
    "a capital": ":::{Body} b-13\n:label: B13\n:title: B thirteen\n:::\n",
    "a tab behind the name": ":::{body}\tb-14\n:label: B14\n:title: B fourteen\n:::\n",
    "spaces at the end": ":::{body} b-15  \n:label: B15  \n:title: B fifteen\n\nWords.\n:::  \n",
    "words before and behind facts": (
        ":::{body} b-16\n:label: B16\n:title: B sixteen\n\nSaid *so*.\nAnd on\\\nbroken.\n\n% left out\n\n"
        "- one\n- two [three](#board)\n\n:fact: one\n:other: two\n\nAfter.\n:::\n"
    ),
    "a folded option": ":::{body} b-17\n:label: B17\n:title: >-\n:  B seven\n:  teen\n:::\n",
    "samples": (
        "````text\n:::{body} b-18\n:label: B18\n:::\n````\n\n    :::{b} b-19\n    :::\n\n"
        "`:::{body} b-20` and [a](#tonnage) `[b](#nothing)`\n"
    ),
    "a comment": "% :::{body} b-21\n% [x](#nothing)\n",
    "a table": "| a | b |\n|---|---|\n| [x](#board) `\\|` | [y](#tonnage) |\n",
    "addresses at the end": "[words][r] and [r]\n\n[r]: #tonnage\n",
    "a provision with all that it may hold": (
        '::::{provision} rules-4\n:number: "4."\n\nOne *two* **three** {struck}`four` &amp; five\\* "six" '
        "[seven](#board)\nnext line\\\nbroken.[^n]\n\n% left out\n\n- item one\n- item two\n\n"
        '```{provision} rules-4-a\n:number: "(a)"\n\nsub.\n```\n\n'
        "::: {provision} rules-4-b\nno number [eight](#tonnage).\n\nTwo paragraphs.\n:::\n\n::::\n\n"
        "[^n]: See [nine](#harbour-master).\n\n    And [ten](#tonnage-art-6).\n"
    ),
    "labels": "(My-Label)=\n## A heading\n\n(second label)=\nWords.\n\n[l](#my-label) [h](#a-heading)\n",
}

# A page, the line at which check and build both refuse it in the same words, and how these begin.
BROKEN = {
    "a misspelt name": (":::{bdy} b-1\n:label: B\n:::\n", 3, "There is no directive 'bdy'. Did you mean 'body'?"),
    "a directive of an extension that is not there": (":::{graphviz}\n:::\n", 3, "There is no directive 'graphviz'."),
    "not closed": (":::{body} b-2\n:label: B\n:title: B\n", 3, "The directive 'body' is not closed."),
    "not closed before the next": (
        ":::{body} b-3\n:label: B\n:title: B\n\n:::{body} b-4\n:label: B\n:title: B\n:::\n",
        3,
        "The directive 'body' is not closed before the next begins, on line 7.",
    ),
    "closed with too few colons": (
        ":::{body} b-5\n:label: B\n:title: B\n::\n\n:::{body} b-6\n:label: B\n:title: B\n:::\n",
        3,
        "The directive 'body' is not closed before the next begins, on line 8.",
    ),
    "around another with as many colons": (
        ":::{container} x\n:::{body} b-7\n:label: B\n:title: B\n:::\n:::\n",
        3,
        "The directive 'container' is not closed before the next begins, on line 4.",
    ),
    "closed twice": (
        ":::{body} b-8\n:label: B\n:title: B\n:::\n\n:::\n\nWords.\n",
        8,
        "These colons have nothing to close",
    ),
    "no brackets": (":::body b-9\n:label: B\n:::\n", 3, "The name of a directive stands in curly brackets"),
    "no space": (":::{body}b-10\n:label: B\n:::\n", 3, "This opens no directive: `:::{body}b-10`."),
    "its argument in the brackets": (":::{body b-11}\n:label: B\n:::\n", 3, "This opens no directive: `:::{body`."),
    "two colons": ("::{body} b-12\n:label: B\n:::\n", 3, "A directive begins with three colons at least"),
    "no argument": (":::{body}\n:label: B\n:title: B\n:::\n", 3, "The directive 'body' needs an argument"),
    "two arguments": (":::{body} b-13 b\n:label: B\n:title: B\n:::\n", 3, "The directive 'body' takes 1 argument,"),
    "no end of quotation": (":::{body} b-14\n:label: 'B\n:title: B\n:::\n", 4, "The value of this option of 'body'"),
    "a line that is no option": (":::{body} b-15\n:label B\n:title: B\n:::\n", 4, "This line stands among the options"),
    "no end of YAML": ("```{note}\n---\nname: x\n\nWords.\n```\n", 4, "The options of 'note' begin with `---`"),
    "an entry that is a sample": (
        "    :::{body} b\n    :::\n",
        3,
        "The directive 'body' is indented so far",
    ),
    "a sample that is not closed": ("```text\nWords.\n", 3, "This block of code is not closed."),
}

# Slips in directives and pictures: a page, and the line at which check and build refuse it in the same words.
SLIPS = {
    "an unknown option": (":::{body} b-1\n:label: B\n:titel: B\n:title: B\n:::\n", 5),
    "an unknown option in YAML": ("```{note}\n---\nname: x\ncolour: red\n---\nWords.\n```\n", 6),
    "an option without a value": (":::{provision} rules-4\n:number:\n\nWords.\n:::\n", 4),
    "a comment among options": (":::{body} b-3\n:label: B # yes\n:title: B\n:::\n", 4),
    "words where none belong": (":::{state} rules\nWords.\n:::\n", 3),
    "an unknown option of another's": ("```{container} x\n:colour: red\nWords.\n```\n", 4),
    "a date that is none": (":::{body} b-4\n:label: B\n:title: B\n:date: yesterday\n:::\n", 3),
    "an entry without a label": (":::{body} b-5\n:title: B\n:::\n", 3),
    "an option twice": (":::{body} b-6\n:label: A\n:label: B\n:title: B\n:::\n", 5),
    "an option twice in YAML": ("```{note}\n---\nname: x\nclass: y\nname: z\n---\nWords.\n```\n", 7),
    "an option of a generated part": (":::{matrix} rules instruments\n:foo: 1\n:::\n", 4),
    "an option that goes on without a colon": (":::{body} b-7\n:label: B\n   one\n:title: T\n:::\n", 5),
    "an option below words": ("```{note}\nWords.\n:name: words\n```\n", 5),
    "an option of a list below its pages": ("```{toctree}\n/old\n:maxdepth: 1\n```\n", 5),
    "a file that is not there": ("```{literalinclude} ../annotations/moved/2.md\n```\n", 3),
    "a picture that is not there": ("Words.\n\n![](nothing.png)\n", 5),
    "an option of a list without a colon": ("```{toctree}\nmaxdepth: 1\n/old\n```\n", 4),
    "options below a blank line": (":::{body} b-8\n\n:label: B\n:title: T\n:::\n", 5),
}

# A page that both read, and of which both say something at the same line.
WRONG = {
    "a facet that is none": (":::{browse} nosuch\n:::\n", 3),
    "an argument too many": (":::{changes} nosuch\n:::\n", 3),
    "what stands once stands twice": (":::{search-field} a\n:::\n\n:::{search-field} b\n:::\n", 6),
    "a label that is an entry": ("(rules-1)=\nWords.\n", 3),
    "a label that is a paragraph of commentary": ("(rules-2-c1)=\nWords.\n", 3),
    "a name that is an entry": ("```{note}\n:name: tonnage\nWords.\n```\n", 3),
    "a label twice": ("(here)=\nWords.\n\n(here)=\nMore.\n", 6),
    "HTML": ("Words <b>bold</b>.\n", 3),
    "a block of HTML": ("<div>\nWords.\n</div>\n", 3),
    "a page that is not there": ("```{toctree}\nnosuch\n```\n", None),
}


def described(entry: Entry) -> tuple[object, ...]:
    """Return all of an entry but whether its page is about it, which only a build knows."""
    place = entry.place.path, entry.place.line
    return (entry.id, entry.kind, entry.docname, entry.label, entry.title, place, entry.number, entry.content,
            entry.type, entry.aliases, entry.about, entry.date)  # fmt: skip


def tied(link: Link) -> tuple[object, ...]:
    return link.subject, link.predicate, link.object, link.reason, link.place.path, link.place.line


def assert_the_same(scan_result: ScanResult, build: Build) -> None:
    pages = build.pages
    assert {described(entry) for entry in scan_result.entries} == {
        described(entry) for page in pages.values() for entry in page.entries
    }
    assert {tied(link) for link in scan_result.links} == {tied(link) for page in pages.values() for link in page.links}
    named = {(name.place.path, name.text) for name in scan_result.link_targets}
    targets = {(f"source/{docname}.md", target) for docname, page in pages.items() for target in page.targets}
    # A build counts what annotations name to their pages, and links to pages.
    assert named <= targets


def scan_edition(root: Path) -> ScanResult:
    corpus, _problems = load(root)
    return scan(root, "source", corpus)


def add(tiny: Edition, pages: dict[str, str]) -> None:
    """Write pages and list them."""
    for name, text in pages.items():
        tiny.write(f"source/{name}.md", f"# Page\n\n{text}")
    tiny.change("source/index.md", "\nwhole\n", "\n".join(["", "whole", *pages, ""]))


def test_every_spelling_is_read_alike(built: Edition) -> None:
    add(built, {"more": "\n".join(SPELLINGS.values())})
    assert open_edition(built.root).problems == ()
    build = built.build()
    assert build.warnings == []
    both = scan_edition(built.root)
    assert {f"b-{number}" for number in range(1, 18)} < {entry.id for entry in both.entries}
    assert not {f"b-{number}" for number in range(18, 22)} & {entry.id for entry in both.entries}
    assert_the_same(both, build)


def test_this_edition_is_read_alike(real: Build, opened: OpenedEdition) -> None:
    kept = opened.cache / "pages.pickle" if opened.cache else None
    assert_the_same(scan(ROOT, "source", opened.corpus, kept), real)


def test_what_breaks_a_page_is_told_once_at_its_line_and_nothing_that_follows(
    tiny: Edition, capfd: pytest.CaptureFixture[str]
) -> None:
    add(tiny, {f"p{number}": text for number, (text, _line, _words) in enumerate(BROKEN.values())})
    tiny.write("ids.lock", "b-1 p0.html\nb-2 p2.html\n")
    problems = open_edition(tiny.root).problems
    lines = {f"source/p{number}.md:{line}": words for number, (_text, line, words) in enumerate(BROKEN.values())}
    assert {str(problem.place) for problem in problems} == lines.keys()
    assert len(problems) == len(lines)
    for problem in problems:
        assert str(problem).startswith(lines[str(problem.place)])
    assert command.main(["--root", str(tiny.root), "--jobs", "1"]) == 1
    reported = [line for line in capfd.readouterr().err.splitlines() if "source/" in line]
    assert sorted(reported) == sorted(f"{each.place}: WARNING: {each} [concordance.directive]" for each in problems)


def test_slips_in_what_pages_show_are_told_once_by_check_and_by_every_build(
    tiny: Edition, capfd: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--root", str(tiny.root), "--jobs", "1"]) == 0
    capfd.readouterr()
    add(tiny, {f"p{number}": text for number, (text, _line) in enumerate(SLIPS.values())})
    problems = open_edition(tiny.root).problems
    assert sorted(str(problem.place) for problem in problems) == sorted(
        f"source/p{number}.md:{line}" for number, (_text, line) in enumerate(SLIPS.values())
    )
    expected = [f"{each.place}: WARNING: {each} [concordance.{each.kind.value}]" for each in problems]
    for _again in range(2):
        assert command.main(["--root", str(tiny.root), "--jobs", "1"]) == 1
        assert [line for line in capfd.readouterr().err.splitlines() if "source/" in line] == expected


def test_what_is_wrong_on_pages_that_can_be_read_is_told_by_both(built: Edition) -> None:
    add(built, {f"p{number}": text for number, (text, _line) in enumerate(WRONG.values())})
    expected = {
        f"source/p{number}.md:{line}" if line else f"source/p{number}.md"
        for number, (_text, line) in enumerate(WRONG.values())
    }
    problems = [str(problem.place) for problem in open_edition(built.root).problems]
    warnings = [warning.removeprefix(f"{built.root}/") for warning in built.build().warnings]
    for place in expected:
        assert any(problem == place or problem.startswith(f"{place}:") for problem in problems), place
        assert any(warning.startswith(f"{place}:") for warning in warnings), place
    for problem in problems:
        assert any(problem == place or problem.startswith(f"{place}:") for place in expected), problem


@pytest.mark.parametrize("page", ["a", "z"])
def test_a_label_that_is_an_entry_or_stands_on_two_pages_is_refused_by_every_build(built: Edition, page: str) -> None:
    assert built.build().warnings == []
    add(built, {page: "(rules-3)=\n## A heading\n\n(here)=\nWords.\n", "middle": "(here)=\nWords.\n"})
    expected = built.check()
    assert len(expected) == 2
    for build in (built.build(), built.build(), built.build("fresh")):
        assert [warning for warning in build.warnings if "label]" in warning] == expected


def test_a_renamed_annotation_that_a_page_shows_is_told_by_check(tiny: Edition) -> None:
    add(tiny, {"guide/how": "```{literalinclude} ../../annotations/rules/2.md\n:language: yaml\n```\n"})
    assert open_edition(tiny.root).problems == ()
    (tiny.root / "annotations/rules/2.md").rename(tiny.root / "annotations/rules/rule-2.md")
    (problem,) = open_edition(tiny.root).problems
    assert (str(problem.place), problem.message) == (
        "source/guide/how.md:3",
        "There is no file annotations/rules/2.md, and this page shows it.",
    )
