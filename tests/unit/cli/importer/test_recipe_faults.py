"""What is wrong with a transcript or a recipe is told where it stands, all of it at once, and nothing is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_transcript import TEXT, make, problems, run, swap


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
def test_a_fault_of_the_transcript_is_told(tmp_path: Path, old: str, new: str, expected: str) -> None:
    messages = problems(make(tmp_path, swap(old, new)))
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
def test_a_fault_of_the_recipe_is_told(tmp_path: Path, old: str, new: str, expected: str) -> None:
    messages = problems(make(tmp_path, **{old: new}))
    assert any(line.startswith(expected) for line in messages), messages


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "tools.txt:1: The file is empty."),
        (TEXT.encode("utf-16"), "tools.txt:1: The file is not UTF-8."),
        (TEXT.replace("\n", "\r\n").encode(), "tools.txt:1: The file has Windows line endings (CRLF)."),
    ],
)
def test_a_transcript_that_is_no_clean_text_is_told(tmp_path: Path, data: bytes, expected: str) -> None:
    path = make(tmp_path)
    (path.parent / "tools.txt").write_bytes(data)
    (message,) = problems(path)
    assert message.startswith(expected)


def test_one_wrong_number_is_told_once(tmp_path: Path) -> None:
    text = swap("2. Mend", "3. Mend", swap("3. Share", "4. Share"))
    assert [line.split(". ")[0] for line in problems(make(tmp_path, text))] == [
        "tools.txt:35: Paragraph 3 follows paragraph 1"
    ]


def test_a_changed_transcript_is_told(tmp_path: Path) -> None:
    path = make(tmp_path)
    (tmp_path / "tools.txt").write_text(TEXT.replace("Agenda item 7", "Agenda item 8"), encoding="utf-8")
    (message,) = problems(path)
    assert message.startswith("tools.txt:1: Its sha256 is ")
    assert message.endswith("Restore the file; or, if the change is meant, write the new sum into the recipe.")


def test_every_fault_is_told_in_one_run_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = make(tmp_path, swap("3. Share", "5. Share", swap("mend it,*", "mend it.*")), **{"[7/3]": "[7/3, Rakes]"})
    assert run(path) == 2
    error = capsys.readouterr().err
    assert [re.search(r"tools\.\w+:\d+", line)[0] for line in error.splitlines()] == [  # type: ignore[index]
        "tools.txt:20",
        "tools.txt:42",
        "tools.yaml:27",
    ]
    assert not (path.parent / "source").exists()
