"""`make check`: what it shows, to whom, and how it ends."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from concordance.authoring.report import format_github_command, format_problem
from concordance.cli.check import main
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading import files, page_parser
from concordance.reading.page import Page
from concordance.reading.settings import PageSettings
from edition import ROOT, TINY, Edition

ANNOTATION = "annotations/rules/3.md"
HEAD = "---\nannotates: rules-3\n"


@pytest.fixture
def tiny(tmp_path: Path) -> Edition:
    return Edition.copy(TINY, tmp_path)


def first_lines(tiny: Edition, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the first lines of all problems that the command tells."""
    assert main(["--root", str(tiny.root)]) == 1
    return [line for line in capsys.readouterr().err.splitlines() if " | " not in line]


def test_this_edition_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert re.search(r"Problems: 0\. Reading ease of the summaries: median \d+\.\n\Z", out)


def test_a_problem_is_shown_with_its_line_and_a_mark_under_the_place(
    tiny: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny.write(ANNOTATION, HEAD + "links:\n  - needs: boards\n    reason: Because.\n---\n")
    assert main(["--root", str(tiny.root)]) == 1
    assert capsys.readouterr().err == (
        "annotations/rules/3.md:4:12: There is no entry 'boards' to link to. Did you mean 'board'? [unknown-id]\n"
        "     4 |   - needs: boards\n"
        "       |            ^\n"
    )


def test_visual_studio_code_finds_the_place(tiny: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    (task,) = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = re.compile(task["problemMatcher"]["pattern"]["regexp"])
    tiny.write(ANNOTATION, HEAD + "links:\n  - needs: boards\n    reason: Because.\n---\n")
    assert main(["--root", str(tiny.root)]) == 1
    (match,) = filter(None, map(pattern.match, capsys.readouterr().err.splitlines()))
    assert match.groups()[:3] == (ANNOTATION, "4", "12")


def test_everything_wrong_in_all_files_is_told_at_once(tiny: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.write(
        ANNOTATION,
        HEAD + "titles: One\n---\n",
    )
    tiny.write(
        "annotations/rules/1.md",
        "---\nannotates: rules-1\nquestions:\n"
        "  - 'Why <b> and [this](http://example.org)?'\n  - Why [that](#rules-9)?\n"
        "notes:\n  - quote: '?'\n    note: A slip.\n---\nOne\nand `two` and {nosuch}`three`,\nfour ![](a.png).\n\n"
        "[Five][f].[^g] [Six](#rules-8)\n\n[f]: ftp://example.org/\n",
    )
    tiny.write("ids.lock", "rules-7 rules/7.html\nrules-8\n")
    assert [line.partition(" [")[0].split(": ")[0] for line in first_lines(tiny, capsys)] == [
        "ids.lock:1:1",
        "annotations/rules/1.md:4:10",
        "annotations/rules/1.md:4:25",
        "annotations/rules/1.md:5:16",
        "annotations/rules/1.md:7:13",
        "annotations/rules/1.md:11:15",
        "annotations/rules/1.md:12:6",
        "annotations/rules/1.md:14:11",
        "annotations/rules/1.md:14:22",
        "annotations/rules/1.md:16:1",
        "annotations/rules/3.md:3:1",
        "ids.lock:2:1",
    ]


def test_what_a_build_finds_on_pages_is_found(tiny: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.change("source/rules/3.md", "The register", "The [register](#registry)")
    tiny.change("source/bodies.md", ":label: Harbour Board\n", "")
    tiny.change("annotations/rules/2.md", "quote: shall", "quote: e")
    lines = first_lines(tiny, capsys)
    assert [line.split(": ")[0] for line in lines] == [
        "annotations/rules/2.md:12:12",
        "source/bodies.md:10:1",
        "source/rules/3.md:6:17",
    ]
    assert "stands 2 times in the own words of rules-2" in lines[0]
    assert "body board has no :label:" in lines[1]


def test_links_of_pages_without_entries_are_checked_where_they_are_no_examples(
    tiny: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny.write(
        "source/guide.md",
        "---\norphan: true\n---\n# Guide\n\n## How to\n\nSee [this](#how-to), [that](#there) and `[x](#y)`.\n\n"
        "```text\n[x](#y)\n```\n\n(there)=\n## There\n\n[A](#rules-2) [b](#rules-99)\n",
    )
    (line,) = first_lines(tiny, capsys)
    assert line.startswith("source/guide.md:17:20: There is no entry 'rules-99' to link to.")


def test_the_commentary_of_an_entry_that_is_misspelt_is_not_told_as_lost(
    tiny: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny.write("ids.lock", "rules-2-c1 rules/2.html\nrules-2-c2 rules/2.html\n")
    tiny.change("annotations/rules/2.md", "annotates: rules-2", "annotates: rules-22")
    (line,) = first_lines(tiny, capsys)
    assert line.startswith("annotations/rules/2.md:2:12: There is no entry 'rules-22' to annotate.")


def test_without_a_vocabulary_nothing_is_told_as_lost(tiny: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.write("ids.lock", "actors-pilots browse.html\nrules-2-c2 rules/2.html\n")
    tiny.change("annotations/vocabulary.yaml", "predicates:", "predicats:")
    (line,) = first_lines(tiny, capsys)
    assert "`predicats` is not a field. Did you mean 'predicates'?" in line


def test_commentary_and_terms_can_be_linked_and_locked(tiny: Edition) -> None:
    tiny.write(ANNOTATION, HEAD + "---\nSee [that](#rules-2-c1) and [pilots](#actors-pilots).\n")
    tiny.write("ids.lock", "rules-2-c2 rules/2.html\nactors-crews browse.html\nold-9 old.html -> rules-2\n")
    assert main(["--root", str(tiny.root)]) == 0


def test_github_shows_problems_in_the_pull_request(tiny: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.write(ANNOTATION, HEAD + "title: 100%: a, b\n---\n")
    assert main(["--root", str(tiny.root), "--format", "github"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0] == (
        "::error file=annotations/rules/3.md,line=3,col=12,title=yaml::A colon with a space behind it stands within a "
        'text, and only the name of a field has one. Put quotation marks around the whole text: `title: "…"`.'
    )
    assert not out[1].startswith("::")


def test_words_to_avoid_are_hints_and_no_problems(tiny: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.write(ANNOTATION, HEAD + "---\nHere the rule wants\nmore, next to that.\n")
    assert main(["--root", str(tiny.root)]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert shown.out.splitlines()[:2] == [
        "annotations/rules/3.md:4:6: info: “the rule wants”: Write “asks for” or “compared with”.",
        "annotations/rules/3.md:5:7: info: “next to”: Write “asks for” or “compared with”.",
    ]
    assert main(["--root", str(tiny.root), "--format", "github"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == (
        "::notice file=annotations/rules/3.md,line=5,col=7,title=style::“next to”: Write “asks for” or “compared with”."
    )


def test_words_that_the_vocabulary_avoids_no_more_are_no_hints(
    tiny: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny.write(ANNOTATION, HEAD + "---\nSmall, next to that.\n")
    main(["--root", str(tiny.root)])
    assert "“next to”" in capsys.readouterr().out
    tiny.change("annotations/vocabulary.yaml", "next to", "close to")
    main(["--root", str(tiny.root)])
    assert "info:" not in capsys.readouterr().out


def test_visual_studio_code_shows_a_hint_as_information(tiny: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    (task,) = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = re.compile(task["problemMatcher"]["pattern"]["regexp"])
    tiny.write(ANNOTATION, HEAD + "---\nSmall, next to that.\n")
    main(["--root", str(tiny.root)])
    (match,) = filter(None, map(pattern.match, capsys.readouterr().out.splitlines()))
    parts = task["problemMatcher"]["pattern"]
    assert match[parts["severity"]] == "info"
    assert match[parts["message"]].startswith("“next to”")


def test_a_command_to_github_holds_nothing_that_could_be_another() -> None:
    place = Place("a,b:c%\n::stop-commands::x", 3)
    command = format_github_command(Problem(place, ProblemKind.QUOTE, "50 % of “a\n::error::b”", "Mend it."))
    assert command == (
        "::error file=a%2Cb%3Ac%25 %3A%3Astop-commands%3A%3Ax,line=3,title=quote::50 %25 of “a ::error::b” Mend it."
    )


def test_a_line_is_shown_around_the_place_and_hides_nothing() -> None:
    line = "漢" * 80 + "\u202eabc" + "x" * 200
    lines = format_problem(Problem(Place("a.md", 1, 82), ProblemKind.CHARACTER, "Bad\u202e.", "Mend it."), line).split(
        "\n"
    )
    assert lines[0] == "a.md:1:82: Bad\N{REPLACEMENT CHARACTER}. Mend it. [character]"
    assert lines[1].startswith("     1 | … 漢") and lines[1].endswith("x …")
    assert "\N{REPLACEMENT CHARACTER}abc" in lines[1]
    before = lines[1].partition("a")[0]
    assert len(lines[2]) - 1 == sum(2 if character == "漢" else 1 for character in before)


def test_wrong_use_is_told_apart_from_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path)]) == 2
    assert "There is no edition" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main(["--format", "nosuch"])
    assert ended.value.code == 2


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "not UTF-8": (lambda path: path.write_bytes(b"---\nannotates: rules-\xff"), "3.md:2:18: The file is not UTF-8."),
    "half of a letter": (lambda path: path.write_bytes("---\né".encode()[:-1]), "3.md:2:1: The file is not UTF-8."),
    "empty": (lambda path: path.write_bytes(b""), "3.md:1:1: The file is empty."),
    "half-saved": (lambda path: path.write_text(HEAD), "3.md:1:1: The front matter has no end."),
    "filled up with zeros": (lambda path: path.write_text(HEAD + "---\n\0\0"), "3.md:4:1: There is a character here"),
    "a folder": (lambda path: path.mkdir(), "3.md:1:1: This is no file but a folder."),
    "a link to nothing": (lambda path: path.symlink_to("nowhere"), "3.md:1:1: This is no file but a link"),
    "a link to itself": (lambda path: path.symlink_to("3.md"), "3.md:1:1: This is no file but a link"),
    "a link to a folder": (lambda path: path.symlink_to("/"), "3.md:1:1: This is no file but a link"),
    "a pipe": (os.mkfifo, "3.md:1:1: This is no file that can be read."),
    "more than a megabyte": (lambda path: path.write_text("x\n" * 600_000), "3.md:1:1: The file has 1,200,000 bytes"),
    "a line of a megabyte": (lambda path: path.write_text("x" * 1_000_000), "3.md:1:1: The file has 1,000,000 bytes"),
    "a long line": (
        lambda path: path.write_text(HEAD + "---\n" + "x" * 9_000),
        "3.md:4:1: The line has 9,000 characters",
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_cannot_be_read_is_one_problem(
    tiny: Edition, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    make, expected = FILES[case]
    make(tiny.root / ANNOTATION)
    (line,) = first_lines(tiny, capsys)
    assert line.startswith(f"annotations/rules/{expected}")


def test_a_file_without_permission_is_one_problem(
    tiny: Edition, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny.write(ANNOTATION, HEAD + "---\n")

    def refuse(name: str, *how: Any, **options: Any) -> Any:
        # To the administrator, under whom tests may run, nothing is forbidden.
        if name.endswith("annotations/rules/3.md"):
            raise PermissionError(13, "Permission denied", name)
        return Path(name).open(*how, **options)

    monkeypatch.setattr(files, "open", refuse, raising=False)
    (line,) = first_lines(tiny, capsys)
    assert line.startswith("annotations/rules/3.md:1:1: It cannot be read: Permission denied.")


def test_what_editors_programs_leave_behind_is_passed_over(tiny: Edition) -> None:
    for name in (".DS_Store", ".3.md.swp", "3.md~", "#3.md#", "3.md.orig"):
        tiny.write(f"annotations/rules/{name}", "x")
    (tiny.root / "annotations/rules/.#3.md").symlink_to("somebody@somewhere.1234")
    assert main(["--root", str(tiny.root)]) == 0


@pytest.mark.parametrize("name", ["3.txt", "3.MD", "Rule.md", "3", "a b.md", "é.md", "-.md"])
def test_a_file_that_nothing_reads_is_told_of(tiny: Edition, capsys: pytest.CaptureFixture[str], name: str) -> None:
    tiny.write(f"annotations/rules/{name}", HEAD + "---\n")
    (line,) = first_lines(tiny, capsys)
    assert line.startswith(f"annotations/rules/{name}:1:1: Nothing reads this file")


def test_what_has_not_changed_is_not_read_again_and_what_has_is(
    tiny: Edition, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--root", str(tiny.root)]) == 0
    capsys.readouterr()
    read: list[str] = []
    parse = page_parser.parse_page

    def note(text: str, path: str, settings: PageSettings) -> Page:
        read.append(path)
        return parse(text, path, settings)

    monkeypatch.setattr(page_parser, "parse_page", note)
    tiny.change("source/rules/3.md", ":number:", ":nr:")
    assert main(["--root", str(tiny.root)]) == 1
    assert read == ["source/rules/3.md"]
    assert "source/rules/3.md:4:1: The directive 'provision' has no option 'nr'." in capsys.readouterr().err
    assert main(["--root", str(tiny.root)]) == 1, "a problem is told again although nothing has changed"
    assert len(read) == 1


def test_a_check_needs_no_place_to_keep_what_it_has_read(tiny: Edition) -> None:
    (tiny.root / "build").write_text("This is no folder.", encoding="utf-8")
    assert main(["--root", str(tiny.root)]) == 0
