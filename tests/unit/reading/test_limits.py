"""Files that would keep a reader busy, or grow while they are read, are refused."""

from __future__ import annotations

import pytest
from annotation_files import read
from concordance.model.problems import ProblemKind
from concordance.reading.limits import BLOCK, BLOCKS, ITEMS, LINE
from concordance.reading.strict_yaml import read_yaml

BOMBS = {
    "aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "a merge": "a: &a {b: c}\nd:\n  <<: *a\n",
    "a tag that makes an object": "title: !!python/object/apply:os.system [ls]\n",
    "a tag of one's own": "title: !x y\n",
    "a tag that says nothing": "title: ! y\n",
    "a tag in its long form": "title: !<tag:yaml.org,2002:str> y\n",
    "a list for a name": "? [a, b]\n: c\n",
    "a mapping for a name": "? {a: b}\n: c\n",
    "two documents": "a: b\n...\n---\nc: d\n",
    "lists in each other": "a: " + "[" * 2000 + "\n",
    "mappings in each other": "{a: " * 900 + "\n",
    "lists in each other, in lines": "- " * 1900 + "a\n",
    "names of names": "? " * 30_000 + "\n",
    "lists in each other, over many lines": "a:\n" + " [\n" * 20_000,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_yaml_that_grows_nests_or_makes_things_is_refused(text: str) -> None:
    document = read_yaml(text, "a.yaml")
    assert document.value is None
    assert len(document.problems) == 1
    assert document.problems[0].kind in {ProblemKind.YAML, ProblemKind.SIZE}


def test_a_merge_without_an_alias_is_an_unknown_field() -> None:
    annotation, (problem,) = read("<<: {title: One}\n")
    assert annotation is not None and annotation.title is None
    assert "`<<` is not a field" in problem.message


TOO_MUCH = {
    "brackets": "[" * 3000 + "\n" + "[" * 3000 + "\n" + "[" * 3000,
    "calls of footnotes": "\n".join(["[^" * 1900] * 5),
    "stars": "\n".join(["*_" * 1900] * 5),
    "a table": "a|" * 900 + "\n" + "-|" * 900 + "\n" + "a\n" * 4000,
    "lazy lines": ">" * 3900 + "a\n" + "b\n" * 4000,
    "quotes in quotes": "> " * 15 + "a",
    "lists in lists": "\n".join("  " * depth + "- a" for depth in range(12)),
    "lists on a line": "- " * 12 + "a",
    "links": "[a](#rules-2) " * (ITEMS + 1),
    "links, in paragraphs": "[a](#rules-2)\n\n" * (ITEMS + 1),
    "many tables": ("|" + "a|" * 38 + "\n|" + "-|" * 38 + "\n" + "|\n" * 190 + "\n") * 50,
    "paragraphs": "z\n\n" * (BLOCKS + 1),
    "a paragraph": "\n".join(["word " * 100] * (BLOCK // 500 + 1)),
    "a line": "x" * (LINE + 1),
}


@pytest.mark.parametrize("text", TOO_MUCH.values(), ids=TOO_MUCH)
def test_markdown_that_would_keep_a_parser_busy_is_refused(text: str) -> None:
    annotation, (problem,) = read(body=f"{text}\n")
    assert problem.kind is ProblemKind.SIZE
    assert problem.place.line >= 4
    assert annotation is None or annotation.body.text == ""


def test_long_lists_are_refused() -> None:
    links = "".join(f"  - needs: x-{number}\n    reason: Because.\n" for number in range(ITEMS + 1))
    annotation, (problem,) = read(f"links:\n{links}")
    assert annotation is not None and annotation.links == ()
    assert f"at most {ITEMS} items" in problem.message


def test_a_hostile_file_of_slips_is_not_read_for_long() -> None:
    _, problems = read("".join(f"x{number}: @\n" for number in range(3000)))
    assert 1 < len(problems) < 20


def test_thousands_of_slips_are_not_told_one_by_one() -> None:
    _, problems = read(body="\n\n".join(["{{" * 1900] * 8) + "\n")
    assert 1 < len(problems) <= 100
