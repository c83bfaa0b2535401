"""What is wrong with a page or a list of the edition gets clear errors, the same from builds and from check."""

from __future__ import annotations

import re

import pytest
from concordance.cli import build as command
from concordance.cli.edition import open_edition
from edition import Edition

PAGE = "source/rules/3.md"

BAD_PAGES = {
    "an unknown id in the text": (
        {PAGE: ("The register", "The [register](#regster)")},
        ["source/rules/3.md:6: WARNING: There is no entry 'regster' to link to."],
    ),
    "a paragraph that stands twice": (
        {PAGE: ("rules-3\n", "rules-2\n")},
        ["rules-2 stands twice", "There is no entry 'rules-3' to link to", "There is no entry 'rules-3' to link to"],
    ),
    "a paragraph that is missing": (
        {PAGE: ("rules-3\n", "rules-4\n"), "annotations/rules/2.md": ("rules-3\n", "rules-4\n")},
        ["source/rules/3.md:3: WARNING: rules-3 is missing before rules-4. Restore its page."],
    ),
    "an article of no instrument": (
        {"source/treaties/tonnage.md": ("tonnage-art-6", "tonage-art-6")},
        ["source/treaties/tonnage.md:16: WARNING: tonage-art-6 belongs to no instrument. Begin its id with that of"],
    ),
    "two fields to search in": (
        {"source/browse.md": ("{parts} rules", "{search-field} Rules, or words")},
        ["source/browse.md:6: ERROR: `search-field` stands on this page already, and a page can show it but once."],
    ),
    "a whole text that stands twice": (
        {"source/whole.md": ("# All rules\n", "# All rules\n\n:::{whole-text} rules\n:::\n")},
        ["source/whole.md:6: ERROR: `whole-text rules` stands on this page already"],
    ),
    "a text beside two others": (
        {"source/beside.md": ("# Old beside new\n", "# Old beside new\n\n:::{comparison} old old\n:::\n")},
        ["source/beside.md:6: ERROR: `comparison old` stands on this page already"],
    ),
    "a pair left out that is linked": (
        {"annotations/considered.yaml": ("[rules-1, rules-3]", "[rules-2, rules-3]")},
        ["annotations/considered.yaml:5: WARNING: rules-2 and rules-3 are listed as left out and are linked."],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), BAD_PAGES.values(), ids=BAD_PAGES)
def test_a_bad_page_gets_clear_errors(built: Edition, changes: dict[str, tuple[str, str]], expected: list[str]) -> None:
    for name, (old, new) in changes.items():
        built.change(name, old, new)
    warnings = built.build().warnings
    for message in expected:
        assert any(message in warning for warning in warnings), warnings


BROKEN_PAGES = {
    "not UTF-8": b"# Rule \xff\n",
    "empty": b"",
    "half a letter": "# Règle".encode()[:4],
}


@pytest.mark.parametrize("data", BROKEN_PAGES.values(), ids=BROKEN_PAGES)
def test_a_page_that_cannot_be_read_is_one_problem(
    tiny: Edition, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    (tiny.root / "source/rules/3.md").write_bytes(data)
    assert command.main(["--root", str(tiny.root), "--jobs", "1"]) == 1
    warnings = [line for line in capsys.readouterr().err.splitlines() if "WARNING" in line]
    assert len(warnings) == 1
    assert "source/rules/3.md:1: WARNING: The file is" in warnings[0]


def test_a_vocabulary_that_cannot_be_read_is_one_problem_whatever_pages_read_of_it(
    tiny: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny.change("annotations/vocabulary.yaml", "notice: This", "notes: This")
    assert command.main(["--root", str(tiny.root), "--jobs", "1"]) == 1
    first, second, _last = capsys.readouterr().err.splitlines()
    assert "annotations/vocabulary.yaml:6: WARNING: `texts.rules.notes` is not a field." in first
    assert "No page can be read before annotations/vocabulary.yaml is right" in second


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("part-of: instrument", "part-of: instrment", "vocabulary.yaml:17: WARNING: The kind 'article' is a part of"),
        ("  body: {role: body}\n", "", "There is no kind 'body'"),
        ("needs: {reverse", "neds: {reverse", "'needs' is not a predicate"),
    ],
)
def test_pages_are_not_read_by_a_vocabulary_that_is_wrong(
    tiny: Edition, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    tiny.change("annotations/vocabulary.yaml", old, new)
    assert command.main(["--root", str(tiny.root), "--jobs", "1"]) == 1
    assert capsys.readouterr().err.count("WARNING") <= 3
    assert command.main(["--root", str(tiny.root), "--jobs", "1"]) == 1
    assert message in capsys.readouterr().err.splitlines()[0]


BAD_LISTS = {
    "a pair left out that does not exist": (
        {"annotations/considered.yaml": ("[rules-1, rules-3]", "[rules-1, rules-33]")},
        ["annotations/considered.yaml:5: WARNING: There is no entry 'rules-33' to leave out. Did you mean 'rules-3'"],
    ),
    "no predicate for what the text names": (
        {"annotations/vocabulary.yaml": (', text: "true"}', "}")},
        ["annotations/vocabulary.yaml:22: WARNING: No predicate is for what the texts themselves name. Write `text:"],
    ),
    "two predicates with one reverse": (
        {"annotations/vocabulary.yaml": ("reverse: needed-by", "reverse: obeys")},
        ["annotations/vocabulary.yaml:26: WARNING: `obeys` is a name or a reverse of the predicate `needs` already."],
    ),
    "two predicates for what the text names": (
        {"annotations/vocabulary.yaml": ("Says it again., ", 'Says it again., text: "true", ')},
        ["annotations/vocabulary.yaml:24: WARNING: `text: true` stands with `cites` and `echoes`. Keep it with the"],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), BAD_LISTS.values(), ids=BAD_LISTS)
def test_a_bad_list_gets_one_clear_error(
    tiny: Edition, changes: dict[str, tuple[str, str]], expected: list[str]
) -> None:
    for name, (old, new) in changes.items():
        tiny.change(name, old, new)
    warnings = tiny.check()
    for message in expected:
        assert any(message in warning for warning in warnings), warnings


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("source/treaties/tonnage.md", ":type: treaty", ":type: treaty\n:date: May 1900"),
        ("conf.py", 'html_theme = "concordance"', "html_theme = 1"),
    ],
    ids=["a page", "a setting"],
)
def test_what_keeps_pages_from_being_read_hides_nothing_else(
    tiny: Edition, capfd: pytest.CaptureFixture[str], name: str, old: str, new: str
) -> None:
    tiny.change(name, old, new)
    tiny.change("annotations/rules/2.md", "needs: tonnage-art-7", "needs: tonnage-art-77")
    tiny.change("source/bodies.md", "Runs the harbour.", "Runs the [harbour](nowhere.md).")
    assert command.main(["--root", str(tiny.root), "--jobs", "1"]) == 1
    warnings = [line for line in capfd.readouterr().err.splitlines() if ": WARNING: " in line]
    assert len(warnings) == 3
    assert sorted(warnings) == sorted(tiny.check())


def add_page(tiny: Edition, kind: str, identifier: str) -> None:
    options = ':number: "4."' if kind == "provision" else ":label: More\n:title: More"
    tiny.write("source/more.md", f"# More\n\n:::{{{kind}}} {identifier}\n{options}\n\nMore.\n:::\n")
    tiny.change("source/index.md", "\nwhole\n", "\nwhole\nmore\n")


NO_ID = "is not an id. Ids are lower-case letters and digits joined by single hyphens."


@pytest.mark.parametrize("identifier", ["rules-4-", "rules-43--b", "rules-²", "Rules_4", "<b>"])
@pytest.mark.parametrize("kind", ["provision", "body"])
def test_what_is_no_id_is_refused_where_it_stands(tiny: Edition, kind: str, identifier: str) -> None:
    add_page(tiny, kind, identifier)
    (problem,) = open_edition(tiny.root).problems
    assert (str(problem.place), str(problem)) == ("source/more.md:3", f"{identifier!r} {NO_ID}")


@pytest.mark.parametrize(("kind", "identifier"), [("provision", "rules-43--b"), ("body", "<b>")])
def test_what_is_no_id_is_not_published(
    tiny: Edition, capfd: pytest.CaptureFixture[str], kind: str, identifier: str
) -> None:
    add_page(tiny, kind, identifier)
    assert command.main(["--root", str(tiny.root), "--jobs", "1"]) == 1
    (line,) = (line for line in capfd.readouterr().err.splitlines() if "source/more.md" in line)
    assert f"source/more.md:3: ERROR: {identifier!r} {NO_ID}" in line
    assert not (tiny.root / "ids.lock").exists()


def test_what_has_ids_of_its_own_may_stand_beside_others_of_its_kind(built: Edition) -> None:
    asked = ("sheet p=rules-1", "sheet p=rules-2", "browse actors", "connected body", "connected instrument",
             "matrix rules instruments", "matrix rules targets", "matrix old instruments", "comparison old rules",
             "comparison rules old", "part-text old", "whole-text rules", "timeline Treaties: treaty")  # fmt: skip
    blocks = (f":::{{{name}}} {argument}\n:::\n" for name, _, argument in (request.partition(" ") for request in asked))
    built.write("source/many.md", "---\norphan: true\n---\n# Many\n\n" + "\n".join(blocks))
    # The ids of terms are those of one page.
    built.change("source/browse.md", ":::{browse} actors\n:::\n", "")
    build = built.build()
    assert build.warnings == []
    ids = re.findall(r' id="([^"]+)"', build.page("many"))
    assert sorted(ids) == sorted(set(ids))


def test_what_a_page_asks_for_and_is_no_entry_is_told_by_every_build_and_check(built: Edition) -> None:
    built.write(
        "source/leaflets/one.md",
        "---\norphan: true\n---\n# Leaflets\n\n"
        ":::{sheet} p=rules-1,tonage&title=Any day\n:::\n\n:::{frame} rules-33\n:::\n",
    )
    starts = [
        "source/leaflets/one.md:6: WARNING: A sheet names 'tonage', which is no entry. Did you mean 'tonnage'",
        "source/leaflets/one.md:9: WARNING: A frame names 'rules-33', which is no entry. Did you mean 'rules-3'",
    ]
    warnings = built.build().warnings
    assert [warning[: len(start)] for warning, start in zip(warnings, starts, strict=True)] == starts
    assert built.build().warnings == warnings
    assert built.check() == warnings


def test_a_question_of_a_session_that_its_entry_has_no_more_is_told_by_every_build_and_check(built: Edition) -> None:
    copied = "- [](#rules-2): Who may look at [the register](#rules-3)?\n"
    built.write("source/session.md", f"# Dues\n\n:::{{sheet}} p=rules-2&show=questions\n:::\n\n{copied}")
    built.change("source/index.md", "\nwhole\n", "\nwhole\nsession\n")
    assert built.build().warnings == built.check() == []
    built.change("annotations/rules/2.md", "Who may look at", "Who looks at")
    (warning,) = built.build().warnings
    assert "source/session.md:6: WARNING: “Who may look at the register?” is no question of rules-2." in warning
    assert built.check() == [warning]


def test_an_entry_that_stands_twice_on_a_page_is_told_once(built: Edition) -> None:
    entry = ":::{body} pilots\n:label: Pilots\n:title: Pilots\n\nThey know the fairway.\n:::\n"
    built.write("source/old.md", (built.root / "source/old.md").read_text("utf-8") + f"\n{entry}\n{entry}")
    (warning,) = built.build().warnings
    assert "pilots stands twice" in warning
    assert built.check() == [warning]
