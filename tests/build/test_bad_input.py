"""Bad input gets one clear error with file, line, cause and mend; all of it in one run, and never a traceback."""

from __future__ import annotations

import re

import pytest
from concordance.cli import build as command
from concordance.cli.edition import open_edition
from edition import Edition
from soups import soup
from sphinx.util.inventory import InventoryFile

ANNOTATION = "annotations/rules/3.md"
PAGE = "source/rules/3.md"
HEAD = "---\nannotates: rules-3\n"


def link(*lines: str, head: str = HEAD) -> str:
    return head + "links:\n" + "".join(f"  - {line}\n    reason: Because.\n" for line in lines) + "---\n"


BAD_ANNOTATIONS = {
    "unknown id": (
        link("needs: tonnage-art-8"),
        "annotations/rules/3.md:4: WARNING: There is no entry 'tonnage-art-8' to link to. "
        "Did you mean 'tonnage-art-7' or 'tonnage-art-6'",
    ),
    "an SDG number that YAML would mangle": (
        link("needs: 16.10"),
        "annotations/rules/3.md:4: WARNING: There is no entry '16.10' to link to.",
    ),
    "a word that YAML would mangle": (
        link("needs: NO"),
        "annotations/rules/3.md:4: WARNING: There is no entry 'NO' to link to.",
    ),
    "duplicate link": (
        link("needs: board", "needs: board"),
        "annotations/rules/3.md:6: WARNING: rules-3 and board are linked by `needs` already, "
        "at annotations/rules/3.md:4. Remove one",
    ),
    "duplicate link from the other end": (
        link("needs: rules-2"),
        "annotations/rules/3.md:4: WARNING: rules-3 and rules-2 are linked by `needs` already, "
        "at annotations/rules/2.md:7. Remove one",
    ),
    "unknown predicate": (
        link("neds: board"),
        "annotations/rules/3.md:4: WARNING: 'neds' is not a predicate. Did you mean 'needs'",
    ),
    "a predicate of the text itself": (
        link("cites: board"),
        "annotations/rules/3.md:4: WARNING: 'cites' is not a predicate.",
    ),
    "two predicates in one link": (
        HEAD + "links:\n  - needs: board\n    echoes: rules-2\n    reason: Because.\n---\n",
        "annotations/rules/3.md:4: WARNING: A link has one predicate, this one has 2.",
    ),
    "missing reason": (
        HEAD + "links:\n  - needs: board\n---\n",
        "annotations/rules/3.md:4: WARNING: The link to board has no reason. Add `reason: …`",
    ),
    "empty reason": (
        HEAD + "links:\n  - needs: board\n    reason: ''\n---\n",
        "annotations/rules/3.md:5: WARNING: `reason` in item 1 of `links` is empty. Write it.",
    ),
    "missing grade": (
        link("echoes: rules-1"),
        "annotations/rules/3.md:4: WARNING: `echoes` wants a grade. Add `grade:` with one of close, loose.",
    ),
    "superfluous grade": (
        HEAD + "links:\n  - needs: board\n    grade: close\n    reason: Because.\n---\n",
        "annotations/rules/3.md:5: WARNING: `needs` has no grade.",
    ),
    "link to oneself": (
        link("needs: rules-3"),
        "annotations/rules/3.md:4: WARNING: rules-3 links to itself. Remove the link.",
    ),
    "vaguer link beside a precise one": (
        link("needs: tonnage", "needs: tonnage-art-7"),
        "annotations/rules/3.md:4: WARNING: A link to tonnage says less than the one to tonnage-art-7 "
        "at annotations/rules/3.md:6. Keep the more precise link only.",
    ),
    "unknown facet": (
        HEAD + "who: {actor: [crews]}\n---\n",
        "annotations/rules/3.md:3: WARNING: 'actor' is not a facet. Did you mean 'actors'",
    ),
    "unknown term": (
        HEAD + "who:\n  actors:\n    - crew\n---\n",
        "annotations/rules/3.md:5: WARNING: 'crew' is not one of the actors. Did you mean 'crews'",
    ),
    "unknown field": (
        HEAD + "tittle: A register\n---\n",
        "annotations/rules/3.md:3: WARNING: `tittle` is not a field. Did you mean 'title'",
    ),
    "missing field": (
        "---\ntitle: A register\n---\n",
        "annotations/rules/3.md:2: WARNING: `annotates` is missing. Add a line `annotates: …`.",
    ),
    "title too long": (
        HEAD + "title: One two three four five six seven eight\n---\n",
        "annotations/rules/3.md:3: WARNING: `title` has 8 words, 1 too many.",
    ),
    "not a date": (
        HEAD + "reviewed: soon\n---\n",
        "annotations/rules/3.md:3: WARNING: `reviewed` is not a date: 'soon'. Write it as year-month-day, such as ",
    ),
    "an entry that does not exist": (
        "---\nannotates: rules-33\n---\n",
        "annotations/rules/3.md:2: WARNING: There is no entry 'rules-33' to annotate. Did you mean 'rules-3'",
    ),
    "a second annotation": (
        "---\nannotates: rules-2\n---\n",
        "annotations/rules/3.md:2: WARNING: rules-2 has a second annotation; the first is annotations/rules/2.md.",
    ),
    "a quote that does not stand in the text": (
        HEAD + "notes:\n  - quote: open to the pulbic\n    note: A slip.\n---\n",
        "annotations/rules/3.md:4: WARNING: The quote “open to the pulbic” does not stand in the own words of rules-3.",
    ),
    "a note of no known kind": (
        HEAD + "notes:\n  - quote: open\n    kind: slipp\n    note: A slip.\n---\n",
        "annotations/rules/3.md:5: WARNING: `kind` in item 1 of `notes` is 'slipp'. Write 'slip' or 'variant'.",
    ),
    "a quote that stands twice": (
        HEAD + "notes:\n  - quote: 'b'\n    note: A slip.\n---\n",
        "annotations/rules/3.md:4: WARNING: The quote “b” stands 2 times in the own words of rules-3.",
    ),
    "malformed YAML": (
        HEAD + "title: [open\n---\n",
        "annotations/rules/3.md:3: WARNING: What begins with [ is read as a list, and this is none.",
    ),
    "duplicate keys": (
        HEAD + "title: One\ntitle: Two\n---\n",
        "annotations/rules/3.md:4: WARNING: `title` stands twice; the first is on line 3. Keep one of them.",
    ),
    "a tab": (
        HEAD + "links:\n\t- needs: board\n---\n",
        "annotations/rules/3.md:4: WARNING: A tab stands where YAML wants spaces. Indent with spaces.",
    ),
    "an alias": (
        HEAD + "title: &a One\nsummary: *a\n---\n",
        "annotations/rules/3.md:3: WARNING: Anchors and aliases (`&name`, `*name`) are not allowed here.",
    ),
    "no front matter": (
        "Just words.\n",
        "annotations/rules/3.md:1: WARNING: The file does not begin with front matter.",
    ),
    "a byte order mark": (
        "\ufeff" + HEAD + "---\n",
        "annotations/rules/3.md:1: WARNING: The file begins with a byte order mark. Save it as UTF-8 without BOM.",
    ),
    "an empty file": (
        "\n",
        "annotations/rules/3.md:1: WARNING: The file is empty. Write it or delete it.",
    ),
    "Windows line endings": (
        "---\nannotates: rules-3\r\n---\n",
        "annotations/rules/3.md:2: WARNING: The file has Windows line endings (CRLF). Save it with Unix",
    ),
    "an unknown role in the commentary": (
        HEAD + "---\nOne.\n\nTwo {nosuch}`role`.\n",
        "annotations/rules/3.md:6: WARNING: The role {nosuch} is not allowed here. The roles are struck.",
    ),
    "an unknown directive in the commentary": (
        HEAD + "---\nOne.\n\n:::{nosuch}\n:::\n",
        "annotations/rules/3.md:6: WARNING: There is a directive here, which is not allowed.",
    ),
    "a file read by a directive": (
        HEAD + "---\nOne.\n\n```{include} ../../conf.py\n```\n",
        "annotations/rules/3.md:6: WARNING: There is a directive or a block of code here, which is not allowed.",
    ),
    "HTML in the commentary": (
        HEAD + "---\nOne.\nTwo <b onclick=x>three.\n",
        "annotations/rules/3.md:5: WARNING: There is HTML here, which is not allowed.",
    ),
    "an image from elsewhere": (
        HEAD + "---\n![](https://example.org/a.png)\n",
        "annotations/rules/3.md:4: WARNING: There is an image here, which is not allowed.",
    ),
    "a link to an address that is not safe": (
        HEAD + "sources:\n  - '[law](http://example.org)'\n---\n",
        "annotations/rules/3.md:4: WARNING: A link to 'http://example.org' is not allowed here.",
    ),
    "a footnote that stands twice in the commentary": (
        HEAD + "---\nOne.[^a]\n\n[^a]: One.\n\n[^a]: Two.\n",
        "annotations/rules/3.md:8: WARNING: The footnote 'a' stands twice; the first is on line 6.",
    ),
    "an unknown id in the commentary": (
        HEAD + "---\nOne.\n\nAs the [register](#rules-9) says.\n",
        "annotations/rules/3.md:6: WARNING: There is no entry 'rules-9' to link to. Did you mean 'rules-3'",
    ),
    "an unknown id in a question": (
        HEAD + "questions:\n  - Why [this](#rules-9)?\n---\n",
        "annotations/rules/3.md:4: WARNING: There is no entry 'rules-9' to link to.",
    ),
}


# One for each way in which a build comes to know of something wrong.
TOLD_BY_BUILDS = (
    "unknown id",
    "duplicate link from the other end",
    "missing reason",
    "link to oneself",
    "vaguer link beside a precise one",
    "unknown facet",
    "unknown term",
    "an entry that does not exist",
    "a second annotation",
    "a quote that does not stand in the text",
    "a quote that stands twice",
    "malformed YAML",
    "an empty file",
    "HTML in the commentary",
    "an unknown id in the commentary",
    "an unknown id in a question",
)


def warnings_of_check(tiny: Edition) -> list[str]:
    """Return what is wrong with an edition, read without building it, in the words of a build."""
    problems = open_edition(tiny.root).problems
    return [f"{problem.place}: WARNING: {problem} [concordance.{problem.kind.value}]" for problem in problems]


@pytest.mark.parametrize(("text", "expected"), BAD_ANNOTATIONS.values(), ids=BAD_ANNOTATIONS)
def test_a_bad_annotation_gets_one_clear_error(tiny: Edition, text: str, expected: str) -> None:
    (tiny.root / ANNOTATION).write_bytes(text.encode())
    (warning,) = warnings_of_check(tiny)
    assert expected in warning


@pytest.mark.parametrize("name", TOLD_BY_BUILDS)
def test_a_build_tells_of_a_bad_annotation_in_the_same_words(built: Edition, name: str) -> None:
    text, _expected = BAD_ANNOTATIONS[name]
    (built.root / ANNOTATION).write_bytes(text.encode())
    assert built.build().warnings == warnings_of_check(built)


FAULTS = {
    "one that cannot be read": ("title: A register", "title: A: register", "A colon with a space behind it"),
    "one whose commentary is left out": ("The register is open", "The <b>register</b> is open", "There is HTML here"),
}


@pytest.mark.parametrize(("old", "new", "expected"), FAULTS.values(), ids=FAULTS)
def test_what_a_fault_hides_is_not_told_as_lost(built: Edition, old: str, new: str, expected: str) -> None:
    built.write("ids.lock", "rules-2-c1 rules/2.html\nrules-2-c2 rules/2.html\n")
    built.write(ANNOTATION, HEAD + "questions:\n  - Is it [kept](#rules-2-c2)?\n---\n")
    built.change("annotations/synonyms.yaml", "phrases: [measurement of vessels]", "phrases: [It is kept by]")
    assert built.build().warnings == []
    built.change("annotations/rules/2.md", old, new)
    messages = {warning.partition(": WARNING: ")[2] for warning in built.build().warnings}
    assert all(message.startswith(expected) for message in messages), messages
    problems = open_edition(built.root).problems
    assert {problem.place.path for problem in problems} == {"annotations/rules/2.md"}


def test_an_annotation_that_is_not_utf_8(built: Edition) -> None:
    (built.root / ANNOTATION).write_bytes(HEAD.encode() + "title: Offen für alle\n---\n".encode("latin-1"))
    assert built.build().warnings == [
        f"{ANNOTATION}:3: WARNING: The file is not UTF-8. "
        "Save it as UTF-8; this line has the first byte that is not. [concordance.encoding]"
    ]


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
        ["source/treaties/tonnage.md:16: WARNING: tonage-art-6 is a part of nothing. Begin its id with that of"],
    ),
    "a body without a label": (
        {"source/bodies.md": (":label: Harbour Board\n", "")},
        ["source/bodies.md:10: ERROR: body board has no :label:. Add a line `:label: …`."],
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
    warnings = warnings_of_check(tiny)
    for message in expected:
        assert any(message in warning for warning in warnings), warnings


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
    assert warnings_of_check(built) == warnings


def test_all_problems_are_told_in_one_run_and_again_in_the_next(tiny: Edition) -> None:
    tiny.write("annotations/rules/1.md", "---\nannotates: rules-1\ntitle: [open\n---\n")
    tiny.write("annotations/rules/3.md", link("needs: bord"))
    tiny.change("annotations/rules/2.md", "needs: tonnage-art-7", "nedes: tonnage-art-7")
    first = tiny.build().warnings
    assert [warning.split(": ")[0] for warning in first] == [
        "annotations/rules/1.md:3",
        "annotations/rules/2.md:9",
        "annotations/rules/3.md:4",
    ]
    assert tiny.build().warnings == first


def test_what_is_sound_in_a_bad_file_is_shown_all_the_same(built: Edition) -> None:
    built.change("annotations/rules/2.md", "needs: tonnage-art-7", "needs: tonnage-art-9")
    build = built.build()
    assert "this rule creates" in build.page("rules/3")


def test_a_question_of_a_session_that_its_entry_has_no_more_is_told_by_every_build_and_check(built: Edition) -> None:
    copied = "- [](#rules-2): Who may look at [the register](#rules-3)?\n"
    built.write("source/session.md", f"# Dues\n\n:::{{sheet}} p=rules-2&show=questions\n:::\n\n{copied}")
    built.change("source/index.md", "\nwhole\n", "\nwhole\nsession\n")
    assert built.build().warnings == warnings_of_check(built) == []
    built.change("annotations/rules/2.md", "Who may look at", "Who looks at")
    (warning,) = built.build().warnings
    assert "source/session.md:6: WARNING: “Who may look at the register?” is no question of rules-2." in warning
    assert warnings_of_check(built) == [warning]


def test_an_entry_that_stands_twice_on_a_page_is_told_once(built: Edition) -> None:
    entry = ":::{body} pilots\n:label: Pilots\n:title: Pilots\n\nThey know the fairway.\n:::\n"
    built.write("source/old.md", (built.root / "source/old.md").read_text("utf-8") + f"\n{entry}\n{entry}")
    (warning,) = built.build().warnings
    assert "pilots stands twice" in warning
    assert warnings_of_check(built) == [warning]


class TestLock:
    """`ids.lock` keeps what was published."""

    def test_a_lost_id_is_refused_with_the_way_to_redirect_it(self, built: Edition) -> None:
        built.write("ids.lock", "rules-1 rules/1.html\nrules-7 rules/7.html\n")
        (warning,) = built.build().warnings
        assert warning.startswith("ids.lock:2: WARNING: The id rules-7 was published on rules/7.html and is gone.")
        assert "`rules-7 rules/7.html -> other-id`" in warning

    def test_a_redirected_id_leads_to_the_one_that_took_over(self, built: Edition) -> None:
        built.write("ids.lock", "rules-7 rules/7.html -> rules-2\n")
        built.change("source/index.md", "#rules-2", "#rules-7")
        build = built.build()
        assert build.warnings == []
        assert 'id="rules-7"' in build.page("rules/2")
        assert 'href="../rules/2.html#rules-2"' in build.page("rules/7")
        assert "rules/2.html#rules-7" in build.page("index")

    def test_a_link_to_a_redirected_id_shows_the_one_that_took_over(self, built: Edition) -> None:
        built.write("ids.lock", "rules-7 rules/7.html -> rules-2\nold-board bodies.html -> board\n")
        built.change("source/index.md", "See [](#rules-2)", "See [](#rules-7) and [](#old-board)")
        shown = "See rule 2 and Harbour Board, which"
        build = built.build()
        assert shown in soup(build, "index").get_text()
        labels = InventoryFile.loads((build.out / "objects.inv").read_bytes(), uri="").data["std:label"]
        assert (labels["rules-7"].display_name, labels["old-board"].display_name) == ("rule 2", "Harbour Board")
        built.change("source/bodies.md", ":label: Harbour Board", ":label: The Board")
        shown = shown.replace("Harbour", "The")
        assert shown in soup(built.build(), "index").get_text()

    def test_an_id_that_moved_is_refused(self, built: Edition) -> None:
        built.write("ids.lock", "rules-1 old/1.html\n")
        (warning,) = built.build().warnings
        assert "rules-1 was published on old/1.html and now stands on rules/1.html." in warning

    def test_a_commentary_paragraph_is_locked_too(self, built: Edition) -> None:
        built.write("ids.lock", "rules-2-c2 rules/2.html\nrules-2-c3 rules/2.html\n")
        (warning,) = built.build().warnings
        assert "The id rules-2-c3" in warning

    def test_lost_paragraphs_are_told_at_once_where_they_stood(self, built: Edition) -> None:
        lines = "".join(f"rules-2-c{number} rules/2.html\n" for number in range(1, 5))
        built.write("ids.lock", f"{lines}rules-2 rules/2.html\n")
        (warning,) = built.build().warnings
        last = len((built.root / "annotations/rules/2.md").read_text(encoding="utf-8").rstrip().split("\n"))
        assert warning.startswith(
            f"annotations/rules/2.md:{last}: WARNING: The ids rules-2-c3 and rules-2-c4 were published, and are gone: "
            "the commentary had 4 paragraphs, and has 2. Put back the paragraphs"
        )
        assert "in ids.lock: `rules-2-c3 rules/2.html -> other-id`" in warning

    def test_the_commentary_of_an_annotation_that_is_gone_is_one_problem(self, built: Edition) -> None:
        built.write("ids.lock", "rules-2-c1 rules/2.html\nrules-2-c2 rules/2.html\n")
        (built.root / "annotations/rules/2.md").unlink()
        (warning,) = [line for line in built.build().warnings if "lost-id" in line]
        assert warning.startswith("ids.lock:1: WARNING: The ids rules-2-c1 and rules-2-c2 were published, and are gone")
        assert "Put the annotation back." in warning

    def test_of_an_entry_that_is_gone_its_commentary_is_not_told_as_well(self, built: Edition) -> None:
        built.write("ids.lock", "rules-7 rules/7.html\nrules-7-c1 rules/7.html\nrules-7-c2 rules/7.html\n")
        (warning,) = built.build().warnings
        assert "The id rules-7 was published" in warning

    def test_a_redirect_to_nowhere_and_a_broken_line(self, built: Edition) -> None:
        built.write("ids.lock", "rules-7 rules/7.html -> rules-77\nrules-8\n")
        assert [warning.split(" [")[0] for warning in sorted(built.build().warnings)] == [
            "ids.lock:1: WARNING: rules-7 is redirected to rules-77, which does not exist. "
            "Did you mean 'rules-3' or 'rules-2' or 'rules-1'?",
            "ids.lock:2: WARNING: This line of the lock cannot be read: 'rules-8'. "
            "Write `id page` or `id page -> other-id`.",
        ]
