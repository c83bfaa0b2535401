"""Behaviour of the importer, on tiny made-up transcripts; and the two real recipes give exactly the committed pages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from concordance.cli.importer.command import main
from concordance.cli.importer.markup import parse_inline, to_markdown
from concordance.cli.importer.pages import compose_pages
from concordance.cli.importer.recipe import ImportFailedError, load_recipe, read_recipe
from edition import ROOT
from markdown_it import MarkdownIt

TRANSCRIPTS = ROOT / "tests" / "transcripts"
SOURCE = ROOT / "source"

TEXT = """A covering letter.

Tenth session
Agenda item 7

Sharing of tools

The Assembly,

Recalling the Charter of Gardens,¹ and the tools

¹ See *Gardens*, vol. 2, and [7/3](#).
² *Ibid.*

that it names,²

Wishing for a plan that will:

- lend every spade to the Council of Spades,*
- mend it,*

1. *Urges* members to lend;

OP2. *Decides to mend, and*

3. *Asks* the Council of Spades and the spades of the Charter to report

on both.

ANNEX: Plan

We resolve to:

1. Lend ~~–all~~ spades;
2. Mend them:
- a. by hand;
 - b. by the rules of the Charter of Gardens;

i) Sharing

-
3. Share them.
"""

RECIPE = """transcript: tools.txt
sha256: {sha256}
start: Tenth session
resolution:
  id: res
  page: resolutions/res
  title: The resolution
  opening: The Assembly,
  preamble: Preamble
  operative: Operative part
  markers: {{"OP2.": 2}}
annex:
  id: ann
  start: "ANNEX: Plan"
  page: annex/index
  title: The annex
  chapeau_page: annex/chapeau
  chapeau_title: Chapeau
  paragraph_page: annex/{{number}}
  paragraph_title: Paragraph {{number}}
  parts:
    - {{page: annex/general, title: General}}
    - {{page: annex/sharing, title: On sharing, start: i) Sharing}}
names:
  charter: [Charter of Gardens, Charter]
  council: [Council of Spades]
  resolution-7-3: [7/3]
overrides: {{}}
"""

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Write a transcript and its recipe, each changed as asked, and return the recipe's path."""

    def write(text: str = TEXT, recipe: str = RECIPE, **changes: str) -> Path:
        data = text.encode()
        recipe = recipe.format(sha256=hashlib.sha256(data).hexdigest())
        for old, new in changes.items():
            recipe = recipe.replace(old, new)
        (tmp_path / "tools.txt").write_bytes(data)
        path = tmp_path / "tools.yaml"
        path.write_text(recipe, encoding="utf-8")
        return path

    return write


def pages(path: Path) -> dict[str, str]:
    return compose_pages(load_recipe(read_recipe(path)))


def problems(path: Path) -> list[str]:
    with pytest.raises(ImportFailedError) as caught:
        pages(path)
    return [f"{problem.place}: {problem}".replace(f"{path.parent}/", "") for problem in caught.value.problems]


def run(path: Path, *options: str) -> int:
    return main([str(path), "--source", str(path.parent / "source"), *options])


def swap(old: str, new: str, text: str = TEXT) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


RESOLUTION = """# The resolution

:::{verbatim} res
Tenth session

Agenda item 7

Sharing of tools
:::

## Preamble

:::{verbatim} res
The Assembly,
:::

:::{provision} res-pp-1
Recalling the [Charter of Gardens](#charter),[^1] and the tools that it names,[^2]
:::

::::{provision} res-pp-2
Wishing for a plan that will:

:::{provision} res-pp-2-1
:number: "-"

lend every spade to the [Council of Spades](#council),
:::

:::{provision} res-pp-2-2
:number: "-"

mend it,
:::
::::

## Operative part

:::{provision} res-op-1
:number: "1."

*Urges* members to lend;
:::

:::{provision} res-op-2
:number: "OP2."

*Decides to mend, and*
:::

:::{provision} res-op-3
:number: "3."

*Asks* the [Council of Spades](#council) and the spades of the [Charter](#charter) to report on both.
:::

[^1]: See *Gardens*, vol. 2, and [7/3](#resolution-7-3).

[^2]: *Ibid.*
"""

PARAGRAPH_2 = """# Paragraph 2

::::{provision} ann-2
:number: "2."

Mend them:

:::{provision} ann-2-a
:number: "a."

by hand;
:::

:::{provision} ann-2-b
:number: "b."

by the rules of the [Charter of Gardens](#charter);
:::
::::
"""

INDEX = """# The annex

:::{verbatim} ann
ANNEX: Plan
:::

:::{pages}
:::

```{toctree}
:hidden:

chapeau
general
sharing
```
"""

CHAPEAU = """# Chapeau

:::{provision} ann-chapeau
We resolve to:
:::
"""

GENERAL = """# General

:::{part-text} ann
:::

```{toctree}
:hidden:

1
2
```
"""

SHARING = """# On sharing

:::{verbatim} ann
i) Sharing
:::

:::{part-text} ann
:::

```{toctree}
:hidden:

3
```
"""


def test_a_whole_resolution_becomes_one_page(make: Make) -> None:
    assert pages(make())["resolutions/res.md"] == RESOLUTION


def test_an_annex_becomes_a_page_for_each_part_and_paragraph(make: Make) -> None:
    written = pages(make())
    assert sorted(path for path in written if path.startswith("annex/")) == [
        "annex/1.md",
        "annex/2.md",
        "annex/3.md",
        "annex/chapeau.md",
        "annex/general.md",
        "annex/index.md",
        "annex/sharing.md",
    ]
    assert written["annex/index.md"] == INDEX
    assert written["annex/2.md"] == PARAGRAPH_2
    assert written["annex/sharing.md"] == SHARING
    assert written["annex/general.md"] == GENERAL
    assert written["annex/chapeau.md"] == CHAPEAU


def test_an_annex_without_a_chapeau_has_no_page_for_one(make: Make) -> None:
    written = pages(make(swap("We resolve to:\n", "")))
    assert "annex/chapeau.md" not in written
    assert "chapeau" not in written["annex/index.md"]


def test_a_struck_word_and_a_lone_dash(make: Make) -> None:
    written = pages(make())
    assert "Lend {struck}`–all` spades;" in written["annex/1.md"]
    assert written["annex/3.md"] == '# Paragraph 3\n\n:::{provision} ann-3\n:number: "3."\n\nShare them.\n:::\n'


def test_a_footnote_stands_only_on_the_page_that_calls_it(make: Make) -> None:
    text = swap("Share them.", "Share them.²")
    written = pages(make(text))
    assert written["annex/3.md"].endswith("Share them.[^2]\n:::\n\n[^2]: *Ibid.*\n")
    assert "[^" not in written["annex/1.md"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("the tools", "that it names,"), ("the tools", "Garden Rules name,"), ("the tools,", "and the rules,")],
)
def test_halves_are_joined_over_a_page_break(make: Make, first: str, second: str) -> None:
    text = TEXT.replace("and the tools\n", f"and {first}\n").replace("that it names,²", f"{second}²")
    assert f"and {first} {second}[^2]\n" in pages(make(text))["resolutions/res.md"]


@pytest.mark.parametrize(
    ("raw", "markdown"),
    [
        ("*Urges* all", "*Urges* all"),
        ("*Adopts it all, and*", "*Adopts it all, and*"),
        ("to counter it, ,*", "to counter it, ,"),
        ("one * alone", "one  alone"),
        ("a ~~–word~~ out", "a {struck}`–word` out"),
        ("the end.¹²", "the end.[^12]"),
        ("*Ibid.*, vol. 2", "*Ibid.*, vol. 2"),
    ],
)
def test_marks_of_the_transcript_become_markdown(raw: str, markdown: str) -> None:
    assert to_markdown(parse_inline(raw)) == markdown


@pytest.mark.parametrize(
    "words",
    [
        "a_b_c and [d] {e} `f` $g$ \\h ~i~ <j> <b>k</b> &amp; l & m < n",
        "1. not a list",
        "2) nor this",
        "- nor this",
        "+ nor this",
        "# no heading",
        "> no quotation",
        "=== no rule",
        "% no comment",
        ":no: option",
        "::: no fence",
        "(no)= target",
        "7 November 2019",
        "“Curly” and \"straight\" – 'quotes'",
    ],
)
def test_what_markdown_would_eat_is_escaped(words: str) -> None:
    written = to_markdown(parse_inline(words))
    tokens = MarkdownIt("commonmark").parse(written)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children or []) == words
    # These open something in MyST, which plain Markdown does not know.
    assert not re.match(r"[%:+]|\(\w+\)=", written)


def test_the_longest_name_wins_and_each_entry_is_linked_once(make: Make) -> None:
    text = swap("Share them.", "Share by the Council of Spades Charter, the Council of Spades and the Charter.")
    recipe = RECIPE.replace("council: [", "spade-charter: [Council of Spades Charter]\n  council: [")
    expected = (
        "Share by the [Council of Spades Charter](#spade-charter), the [Council of Spades](#council) "
        "and the [Charter](#charter).\n"
    )
    assert expected in pages(make(text, recipe))["annex/3.md"]


def test_only_whole_words_are_names(make: Make) -> None:
    text = swap("Share them.", "See 17/3, A/7/3, 7/31 and Charters, then 7/3.")
    written = pages(make(text))["annex/3.md"]
    assert "See 17/3, A/7/3, 7/31 and Charters, then [7/3](#resolution-7-3).\n" in written


def test_an_override_links_words_of_one_provision_and_leaves_ids_out(make: Make) -> None:
    text = swap("Share them.", "Share by articles 4 and 5 of the Charter, not 4, in the Council of Spades.")
    override = "\n  ann-3:\n    links: {articles 4: charter-art-4, 5 of the Charter: charter-art-5}\n"
    override += "    without: [charter]\n  ann-2-b: {only: [council]}\n"
    written = pages(
        make(text, RECIPE.replace("overrides: {{}}", "overrides:" + override.replace("{", "{{").replace("}", "}}")))
    )
    assert (
        "[articles 4](#charter-art-4) and [5 of the Charter](#charter-art-5), not 4, in the [Council"
        in written["annex/3.md"]
    )
    assert "by the rules of the Charter of Gardens;" in written["annex/2.md"]


def test_a_name_inside_emphasis_is_linked_there(make: Make) -> None:
    text = swap("Share them.", "Share the *Charter of Gardens*, as it stands.")
    assert "the *[Charter of Gardens](#charter)*, as" in pages(make(text))["annex/3.md"]


def test_the_ledger_lists_what_was_written(make: Make) -> None:
    path = make()
    assert run(path) == 0
    source = path.parent / "source"
    lines = (source / "imported.sha256").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(pages(path))
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((source / name).read_bytes()).hexdigest() == digest
    assert not list(source.rglob("*.unfinished"))


def test_nothing_is_written_twice(make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    path = make()
    run(path)
    before = {file: file.stat().st_mtime_ns for file in (path.parent / "source").rglob("*") if file.is_file()}
    assert run(path) == 0
    assert {file: file.stat().st_mtime_ns for file in before} == before
    assert "8 pages: 0 written, 0 left alone" in capsys.readouterr().out


def test_an_edited_page_is_kept_until_overwrite(make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    path = make()
    run(path)
    edited, other = path.parent / "source/annex/1.md", path.parent / "source/annex/3.md"
    edited.write_text("by hand\n", encoding="utf-8")
    make(swap("Share them.", "Share them all."))
    assert run(path) == 1
    assert edited.read_text(encoding="utf-8") == "by hand\n"
    assert "Share them all." in other.read_text(encoding="utf-8")
    message = "The page was edited by hand and is left alone. Use --overwrite to replace it."
    assert capsys.readouterr().err == f"{edited}:1: {message}\n"
    assert run(path) == 1  # The ledger still holds what was imported, not what was edited.
    assert run(path, "--overwrite") == 0
    assert "Lend" in edited.read_text(encoding="utf-8")
    assert run(path) == 0


def test_a_page_never_imported_is_kept(make: Make) -> None:
    path = make()
    page = path.parent / "source/annex/1.md"
    page.parent.mkdir(parents=True)
    page.write_text("mine\n", encoding="utf-8")
    assert run(path) == 1
    assert page.read_text(encoding="utf-8") == "mine\n"


def test_two_recipes_share_one_ledger(make: Make) -> None:
    path = make()
    run(path)
    ledger = path.parent / "source/imported.sha256"
    ledger.write_text(f"{'0' * 64}  other/page.md\n" + ledger.read_text(encoding="utf-8"), encoding="utf-8")
    assert run(path) == 0
    assert f"{'0' * 64}  other/page.md\n" in ledger.read_text(encoding="utf-8")


def test_a_spoilt_ledger_is_an_error(make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    path = make()
    run(path)
    (path.parent / "source/imported.sha256").write_text("nonsense\n", encoding="utf-8")
    assert run(path) == 2
    assert "imported.sha256:1: This is no line of sha256sum. Restore the file." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Tenth session", "Eleventh", "tools.yaml:3: The transcript has no line “Tenth session” (where the reprod"),
        ("The Assembly,", "The Board,", "tools.yaml:8: The transcript has no line “The Assembly,” (the opening"),
        ("ANNEX: Plan", "ANNEX: Plans", "tools.yaml:14: The transcript has no line “ANNEX: Plan” (the heading"),
        ("i) Sharing", "i) Share", "tools.yaml:23: The transcript has no line “i) Sharing” (the heading of a part)"),
        ("3. *Asks*", "4. *Asks*", "tools.txt:26: Paragraph 4 follows paragraph 2"),
        ("OP2.", "OP3.", "tools.txt:24: “OP3. *Decides to mend, and*” has no number and continues no paragraph"),
        (" - b. by", " - c. by", "tools.txt:37: Sub-item c. stands where (b) is due"),
        ("² *Ibid.*", "³ *Ibid.*", "tools.txt:13: Footnote 3 follows footnote 1"),
        ("that it names,²", "that it names,", "tools.txt:13: Footnote 2 is given but never called"),
        ("Share them.", "Share them.⁴", "tools.txt:42: Footnote 4 is called but never given"),
        ("mend it,*", "mend it.*", "tools.txt:20: This preambular paragraph does not end in a comma"),
        ("We resolve to:", "We resolve.\nWe act:", "tools.txt:33: A second paragraph stands before paragraph 1"),
        ("~~–all~~ spades", "[8/4](#)", "tools.txt:34: The link “8/4” names no entry. Add “8/4” to `names`"),
        ("Share them.", "The *fine Charter of* Gardens.", "tools.txt:42: The emphasis “fine Charter of” crosses"),
    ],
)
def test_a_fault_of_the_transcript_is_told(make: Make, old: str, new: str, expected: str) -> None:
    messages = problems(make(swap(old, new)))
    assert any(line.startswith(expected) for line in messages), messages


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("start: Tenth session\n", "", "tools.yaml:1: `start` is missing. Add a line `start: …`."),
        ("resolution:\n", "resolutions:\n", "tools.yaml:4: `resolutions` is not a field. Did you mean 'resolution'?"),
        ("  title: The resolution\n", "", "tools.yaml:4: `resolution.title` is missing. Add a line `title: …`."),
        ("names:", "name:", "tools.yaml:24: `name` is not a field. Did you mean 'names'?"),
        (
            "opening: The Assembly,",
            "opening: [x]",
            "tools.yaml:8: `resolution.opening` is a list, where a text is wanted.",
        ),
        ('"OP2.": 2', '"OP2.": two', "tools.yaml:11: `resolution.markers.OP2.` is 'two', where a number is wanted."),
        ("page: annex/index", "page: ../index", "tools.yaml:15: `annex.page` leaves the source folder: '../index'."),
        ("page: annex/sharing", "page: annex/general", "tools.yaml:23: Two pieces go to the page annex/general."),
        (
            "charter: [Charter of Gardens, Charter]",
            "charter: x",
            "tools.yaml:25: `names.charter` is a text, where a list is wanted.",
        ),
        ("council: [Council", "charter: [Council", "tools.yaml:26: `charter` stands twice; the first is on line 25."),
        ("[Council of Spades]", "[Council of Spades, 7/3]", "tools.yaml:27: “7/3” already names council."),
        ("[Council of Spades]", "[Council of Spades, Rakes]", "tools.yaml:26: “Rakes” never occurs outside a longer"),
        ("{}", "{ann-9: {only: [x]}}", "tools.yaml:28: There is no provision ann-9. Take its id from its page."),
        ("{}", "{ann-3: {links: {Rakes: x}}}", "tools.yaml:28: “Rakes” does not occur in ann-3."),
        ("names:\n", "names: [\n", "tools.yaml:24: What begins with [ is read as a list, and this is none."),
        ("  chapeau_page: annex/chapeau\n", "", "tools.yaml:12: `annex.chapeau_page` is missing."),
        ("paragraph_page: annex", "paragraph_page: /annex", "tools.yaml:19: `annex.paragraph_page` leaves the source"),
        ("council: [", "Council: [", "tools.yaml:26: `names.Council` is not an id."),
        ("tools.txt", "spades.txt", "spades.txt:1: The file cannot be read: No such file or directory."),
    ],
)
def test_a_fault_of_the_recipe_is_told(make: Make, old: str, new: str, expected: str) -> None:
    messages = problems(make(**{old: new}))
    assert any(line.startswith(expected) for line in messages), messages


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "tools.txt:1: The file is empty."),
        (TEXT.encode("utf-16"), "tools.txt:1: The file is not UTF-8."),
        (TEXT.replace("\n", "\r\n").encode(), "tools.txt:1: The file has Windows line endings (CRLF)."),
    ],
)
def test_a_transcript_that_is_no_clean_text_is_told(make: Make, data: bytes, expected: str) -> None:
    path = make()
    (path.parent / "tools.txt").write_bytes(data)
    (message,) = problems(path)
    assert message.startswith(expected)


def test_one_wrong_number_is_told_once(make: Make) -> None:
    text = swap("2. Mend", "3. Mend", swap("3. Share", "4. Share"))
    assert [line.split(". ")[0] for line in problems(make(text))] == ["tools.txt:35: Paragraph 3 follows paragraph 1"]


def test_a_changed_transcript_is_told(make: Make, tmp_path: Path) -> None:
    path = make()
    (tmp_path / "tools.txt").write_text(TEXT.replace("Agenda item 7", "Agenda item 8"), encoding="utf-8")
    (message,) = problems(path)
    assert message.startswith("tools.txt:1: Its sha256 is ")
    assert message.endswith("Restore the file; or, if the change is meant, write the new sum into the recipe.")


def test_every_fault_is_told_in_one_run_and_nothing_is_written(make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    path = make(swap("3. Share", "5. Share", swap("mend it,*", "mend it.*")), **{"[7/3]": "[7/3, Rakes]"})
    assert run(path) == 2
    error = capsys.readouterr().err
    assert [re.search(r"tools\.\w+:\d+", line)[0] for line in error.splitlines()] == [  # type: ignore[index]
        "tools.txt:20",
        "tools.txt:42",
        "tools.yaml:27",
    ]
    assert not (path.parent / "source").exists()


@pytest.mark.parametrize("recipe", sorted(TRANSCRIPTS.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_committed_pages_are_what_the_recipes_give(recipe: Path, tmp_path: Path) -> None:
    assert main([str(recipe), "--source", str(tmp_path)]) == 0
    written = [path for path in tmp_path.rglob("*.md") if path.is_file()]
    assert written
    for path in written:
        assert path.read_bytes() == (SOURCE / path.relative_to(tmp_path)).read_bytes(), path.name
    ledger = (SOURCE / "imported.sha256").read_text(encoding="utf-8").splitlines()
    assert set((tmp_path / "imported.sha256").read_text(encoding="utf-8").splitlines()) <= set(ledger)


def test_the_transcripts_are_unchanged() -> None:
    lines = (TRANSCRIPTS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert sorted(sums) == sorted(path.name for path in TRANSCRIPTS.glob("*.txt"))
    for name, digest in sums.items():
        assert hashlib.sha256((TRANSCRIPTS / name).read_bytes()).hexdigest() == digest, name
