"""Whatever stands in an editor's file gets messages at its place, and all that is wrong elsewhere is told as well."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from concordance.cli.edition import open_edition
from concordance.model.problems import Problem
from edition import TINY, Edition
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

# Something is wrong in this file whatever stands in the others.
CANARY = "annotations/rules/1.md"
FILES = (
    "annotations/rules/2.md",
    "annotations/vocabulary.yaml",
    "annotations/considered.yaml",
    "annotations/synonyms.yaml",
    "annotations/words.yaml",
    "source/edited.yaml",
    "source/imported.sha256",
    "source/bodies.md",
    "source/rules/2.md",
    "ids.lock",
    "conf.py",
)
NAMES = """
annotates title summary asked who actors links needs reason grade notes quote note kind questions sources reviewed
texts rules name cite notice year short facts predicates reverse says means text subject object grades label
least-share facets citing issuers schema-types avoid words instead phrases pairs pair citations
series prose filters synonyms searched entries terms names page sha256 by on what why
"""
PIECES = (
    "- ",
    ": ",
    "\n",
    "  ",
    "\t",
    "#",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "|",
    ">",
    "&a",
    "*a",
    "!t ",
    "---\n",
    "...\n",
    "%",
    "~",
    "[x](#board)",
    "[[",
    "](",
    "[^1]",
    "[^1]: ",
    "**",
    "`",
    "```\n",
    ":::{body} x\n",
    ":::\n",
    "| a | b |\n",
    "|--|--|\n",
    "• ",
    "<b>",
    "&amp;",
    "&#0;",
    "\\",
    "\u00a0",
    "\u202e",
    "\u0000",
    "\u2028",
    "\ud7ff",
    "\U0010ffff",
    "\r",
    "\ufeff",
    "é",
    "о",
    "<<<<<<< a\n",
    "=======\n",
    "2026-11-28",
    "1e9",
    "0x1F",
    "null",
    "yes",
    "rules-2",
    "board",
    "../..",
    "/",
    "-> ",
    "$$",
    "{{",
)
words = st.sampled_from([*NAMES.split(), *PIECES]) | st.text(max_size=8)
values = st.recursive(
    words | st.none() | st.integers() | st.booleans() | st.floats(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(words, inside, max_size=4),
    max_leaves=12,
)
documents = values.map(lambda value: str(yaml.safe_dump(value, allow_unicode=True)))


@st.composite
def mutations(draw: st.DrawFn, name: str) -> str:
    """Return the file as it is, with pieces put in the place of some of its characters."""
    path = TINY / name
    text = path.read_text(encoding="utf-8") if path.exists() else "a: b\n"
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.sampled_from([0, 0, 1, 3, 20]))
        text = text[:start] + "".join(draw(st.lists(words, max_size=3))) + text[end:]
    return text


def contents(name: str) -> st.SearchStrategy[bytes]:
    texts = [mutations(name), documents, st.lists(words, max_size=20).map("".join)]
    if name.endswith(".md"):
        texts.append(documents.map(lambda text: f"---\n{text}---\nWords.\n"))
    encoded = st.one_of(texts).map(lambda text: text.encode("utf-8", "surrogatepass"))
    return encoded | st.binary(max_size=60)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    edition = Edition.copy(TINY, tmp_path_factory.mktemp("any"))
    edition.write(CANARY, "---\nannotates: rules-1\ntitel: Open to all\n---\n")
    return edition


def with_file(root: Path, name: str, content: bytes) -> tuple[Problem, ...]:
    path, before = root / name, None
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(content)
    try:
        return open_edition(root).problems
    finally:
        path.unlink() if before is None else path.write_bytes(before)


@pytest.mark.parametrize("name", FILES)
@settings(
    max_examples=max(settings().max_examples // 5, 5),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_any_file_gets_messages_at_its_lines_and_hides_nothing(tiny: Edition, name: str, data: st.DataObject) -> None:
    content = data.draw(contents(name))
    problems = with_file(tiny.root, name, content)
    assert any(problem.place.path == CANARY and "`titel`" in problem.message for problem in problems)
    for problem in problems:
        assert problem.message and problem.remedy, problem
        text = str(problem)
        assert not any(words in text for words in ("Input should", "validation error", "Traceback", "pydantic")), text
        if problem.place.path == name:
            assert 1 <= problem.place.line <= content.count(b"\n") + 1, problem


def test_a_file_that_was_pasted_twice_gets_one_message(tiny: Edition) -> None:
    path = "annotations/synonyms.yaml"
    text = (TINY / path).read_text("utf-8")
    (problem,) = (
        problem for problem in with_file(tiny.root, path, f"{text}{text}".encode()) if problem.place.path == path
    )
    lines = text.count("\n")
    first = f"`citations` stands twice; the first is on line {text.splitlines().index('citations:') + 1}."
    assert problem.place.line == lines + text.splitlines().index("citations:") + 1
    last = lines + text.splitlines().index("synonyms:") + 1
    assert problem.message == f"3 fields stand twice, from here to line {last}. {first}"


def test_a_page_over_which_something_else_was_written_gets_one_message(tiny: Edition) -> None:
    for path in ("source/bodies.md", "source/rules/index.md", "source/treaties/tonnage.md"):
        problems = with_file(tiny.root, path, b"words\n")
        assert [(str(each.place), each.kind.value) for each in problems if each.place.path != CANARY] == [
            (f"{path}:1", "markup")
        ]


@pytest.mark.parametrize("name", ["vocabulary", "considered", "synonyms", "words"])
def test_a_data_file_that_is_a_list_at_its_top_gets_one_message_at_its_first_line(tiny: Edition, name: str) -> None:
    path = f"annotations/{name}.yaml"
    (problem,) = (problem for problem in with_file(tiny.root, path, b"- texts: {}\n") if problem.place.path == path)
    assert (problem.place.line, problem.message) == (1, "The file is a list, where fields are wanted.")


def test_a_data_file_with_nothing_but_a_no_break_space_gets_one_message(tiny: Edition) -> None:
    name = "annotations/considered.yaml"
    problems = with_file(tiny.root, name, "\u00a0".encode())
    assert [str(problem.place) for problem in problems if problem.place.path == name] == [f"{name}:1"]


def test_front_matter_that_is_a_list_at_its_top_gets_one_message_at_its_line(tiny: Edition) -> None:
    name = "annotations/rules/2.md"
    problems = with_file(tiny.root, name, b"---\n- annotates: rules-2\n---\nWords.\n")
    (problem,) = (problem for problem in problems if problem.place.path == name)
    assert (problem.place.line, problem.message) == (2, "The file is a list, where fields are wanted.")


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "words"),
    [
        ("source/bodies.md", "} board", "} Board", 10, "'Board' is not an id."),
        (
            "source/bodies.md",
            ":label: Harbour Board",
            ":lable: Harbour Board",
            11,
            "The directive 'body' has no option",
        ),
        ("source/bodies.md", "} board\n", "} board\n\n", 12, "The option 'label' of 'body' stands below a blank line"),
        ("source/bodies.md", ":::{body} board", ":::{ body } board", 10, "Spaces stand between the curly brackets"),
        ("source/rules/3.md", "rules-3", "rule-3", 3, "rule-3 belongs to no text"),
        ("source/rules/3.md", "rules-3", "rules-2", 3, "rules-2 stands twice"),
        ("source/rules/3.md", "open", "<u>open</u>", 6, "There is HTML here"),
        ("annotations/synonyms.yaml", "[boat, ship]", "[boat, boat]", 11, "“boat” stands in this list already"),
    ],
)
def test_a_slip_is_told_once_and_not_by_what_follows_from_it(
    tiny: Edition, name: str, old: str, new: str, line: int, words: str
) -> None:
    text = (tiny.root / name).read_text(encoding="utf-8")
    problems = with_file(tiny.root, name, text.replace(old, new, 1).encode())
    (problem,) = (problem for problem in problems if problem.place.path != CANARY)
    assert (problem.place.path, problem.place.line) == (name, line)
    assert problem.message.startswith(words)


def test_a_page_that_cannot_be_read_hides_no_problem_of_others(tiny: Edition) -> None:
    tiny.write("annotations/rules/3.md", "---\nannotates: rules-3\nlinks:\n- needs: rules-3\n  reason: So.\n---\n")
    problems = with_file(tiny.root, "source/old.md", b"# Old\n\n:::{provison} old-1\n:::\n")
    (tiny.root / "annotations/rules/3.md").unlink()
    assert [(problem.place.path, problem.kind.value) for problem in problems] == [
        (CANARY, "schema"),
        ("annotations/rules/3.md", "self-link"),
        ("source/old.md", "directive"),
    ]


def test_of_a_vocabulary_that_cannot_be_read_nothing_follows_for_other_files(tiny: Edition) -> None:
    tiny.write("annotations/vocabulary.yaml", "")
    assert {problem.place.path for problem in open_edition(tiny.root).problems} == {
        "annotations/vocabulary.yaml",
        CANARY,
    }
