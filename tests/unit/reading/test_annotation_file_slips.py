"""A slip in front matter, or in how a file is laid out, gets one message, at its place, with a remedy of its own."""

from __future__ import annotations

import pytest
from annotation_files import VOCABULARY, messages, read
from concordance.reading.annotation_file import read_annotation

LINK = "links:\n  - needs: board\n    reason: "
COLON = "A colon with a space behind it stands within a text, and only the name of a field has one."
INDENTED = "This line is indented otherwise than those that it belongs to."
EARLY = "The quotation marks end here, and the text does not."
FRONT_MATTER = {
    "a hash in a title": (
        "title: Holding #1 every one\n",
        "3:16: What follows a space and # is a comment, and would be left out: `#1 every one`. Put quotation marks",
    ),
    "a hash in a reason": (f"{LINK}As in #2.\n", "5:19: What follows a space and # is a comment"),
    "a hash in a question": ("questions:\n  - Why #1?\n", "4:9: What follows a space and # is a comment"),
    "a hash in a source": ("sources: [Rule #1]\n", "3:16: What follows a space and # is a comment"),
    "a hash in a text that goes on": (
        "summary: Holding #1\n  every one\n",
        "3:18: What follows a space and # is a comment",
    ),
    "a hash behind a quoted text": ('title: "#1 and #2" # why\n', "3:20: What follows a space and # is a comment"),
    "an id with a hash": (
        "links:\n  - needs: #board\n    reason: Because.\n",
        "4:12: `#board` is left out: # begins a comment. Write the id without it: `board`.",
    ),
    "a colon in a text": (f"{LINK}Note: x\n", f"5:17: {COLON} Put quotation marks around the whole text: `reason: "),
    "a colon in a text with quotation marks": ('title: A "b": c\n', f"3:13: {COLON} Put quotation marks around the "),
    "answers to some questions only": (
        "questions: [One?, Two?]\nanswers: [Either.]\n",
        "4:1: There are 1 `answers` to 2 `questions`. Write one line for each question, in the same order,",
    ),
    "two colons in a question": ("questions:\n  - Why: so: so\n", f"4:12: {COLON}"),
    "one colon in a question": (
        "questions:\n  - Why: so\n",
        "4:5: Item 1 of `questions` is read as a field, for a colon with a space behind it stands in it. Put quotation",
    ),
    "no space behind a colon": (
        "links:\n  - needs:board\n    reason: Because.\n",
        "4:10: There is no space behind the colon. Put one there: `needs: …`.",
    ),
    "no space behind the only colon": ("links:\n  - needs:board\n", "4:5: There is no space behind the colon."),
    "no space behind a dash": (
        "links:\n  -needs: board\n    reason: Because.\n",
        "4:3: There is no space behind the dash. Put one there: `- …`.",
    ),
    "no space behind the only dash": ("links:\n-needs: board\n", "4:1: There is no space behind the dash."),
    "no space behind the dash of a text": ("sources:\n- One\n-Two\n", "5:1: There is no space behind the dash."),
    "a field too far left": ("links:\n  - needs: board\n   reason: Because.\n", f"5:4: {INDENTED}"),
    "a field too far right": ("links:\n  - needs: board\n      reason: Because.\n", f"5:7: {INDENTED}"),
    "an item too far left": (f"{LINK}Because.\n - needs: rules-1\n   reason: Because.\n", f"6:2: {INDENTED}"),
    "a text that is not indented": (
        "summary: One\ntwo\ntitle: Three\n",
        "4:1: This line is neither a field nor a part of what stands above it.",
    ),
    "a bracket at the beginning": (
        "sources:\n- [Rule 1](#rules-1), at the end\n",
        "4:3: What begins with [ is read as a list, and this is none. Close a list with ]; put quotation marks",
    ),
    "a list that is not closed": ("title: [open\nsources:\n- One\n", "3:8: What begins with [ is read as a list"),
    "a brace at the beginning": ("title: {struck}`a` b\n", "3:8: What begins with { is read as fields"),
    "brackets that close otherwise": (
        "who: {actors: [crews}\n",
        "3:15: What opens here is not closed, or is closed by",
    ),
    "braces that close too late": ("who: {{actors: [crews]}\n", "3:6: What opens here is not closed, or is closed by"),
    "a field without a colon": ("questions\ntitle: One\n", "3:1: This line is neither a field nor a part of what"),
    "quotation marks that close early": (
        'title: "Attempt", and so on\n',
        f"3:16: {EARLY} Within the text write “ and ”",
    ),
    "an apostrophe": ("title: 'The Board's duty'\n", f"3:18: {EARLY} Within the text write ’ for an apostrophe"),
    "a quotation mark that is not closed": (
        'title: "Open\nsources:\n- One\n',
        '3:8: This quotation mark is not closed. Put another " at the end of the text.',
    ),
    "a quotation mark that the next one closes": (
        'title: "Open\nsources:\n- "[One](#rules-1)"\n',
        "3:8: This quotation mark is not closed.",
    ),
    **{
        f"{sign} at the beginning": (
            f"title: {sign} or so\n",
            f'3:8: A text cannot begin with {sign} here. Put quotation marks around the whole text: `title: "…"`.',
        )
        for sign in ">|@`*&%"
    },
    "a tab": ("links:\n\t- needs: board\n", "4:1: A tab stands where YAML wants spaces. Indent with spaces."),
    "what is left of a conflict": (
        "title: One\n=======\nsummary: Two\n",
        "4:1: This line is left over from two versions",
    ),
    "a list without items": (
        "links:\n",
        "3:7: `links` has nothing in it. Write its items below it, each with a dash and a space: `- …`, or remove the",
    ),
    "fields without any": ("who:\n", "3:5: `who` has nothing in it. Write its fields below it"),
    "a text for a list": ("who: {actors: crews}\n", "3:15: `who.actors` is a text, where a list is wanted."),
    "a list for a text": ("title: [x]\n", "3:8: `title` is a list, where a text is wanted. Put quotation marks"),
    "a text for a link": ("links:\n- board\n", "4:3: Item 1 of `links` is a text, where fields are wanted."),
    "an empty reason": (f"{LINK}\n", "5:12: `reason` in item 1 of `links` is empty. Write it."),
    "an empty title": ("title:\n", "3:7: `title` is empty. Write it, or remove the line."),
    "an unknown field of a note": (
        "notes:\n- nota: x\n",
        "4:3: `nota` in item 1 of `notes` is not a field. Did you mean 'note'? The fields are note, quote, kind.",
    ),
    "a missing field of a note": ("notes:\n- kind: slip\n", "4:3: `note` in item 1 of `notes` is missing."),
    "a date as it is spoken": (
        "reviewed: 22.11.2026\n",
        "3:11: `reviewed` is not a date: '22.11.2026'. Write it as year-month-day, such as 2026-11-22.",
    ),
    "a grade with a slip": (
        "links:\n- echoes: rules-1\n  grade: closed\n  reason: Because.\n",
        "5:10: 'closed' is not a grade. Did you mean 'close' or 'loose'? The grades are close, loose.",
    ),
}


def test_a_slip_in_front_matter_is_told_once_where_it_is_with_its_mend(subtests: pytest.Subtests) -> None:
    for name, (fields, expected) in FRONT_MATTER.items():
        with subtests.test(name):
            (line,) = messages(read(fields)[1])
            assert line.startswith(expected)


def test_a_slip_in_front_matter_hides_nothing_below_it(subtests: pytest.Subtests) -> None:
    for name, (fields, expected) in FRONT_MATTER.items():
        with subtests.test(name):
            below = (
                "notes:\n- note: One.\n  kind: two\n" if "notes:" not in fields else "title: A\nsummary: B\nwho: C\n"
            )
            annotation, problems = read(fields + below, "As <b> says.\n\nSee [that](#rules-99).\n")
            first, second, third = sorted(problems, key=lambda problem: problem.place)
            lines = fields.count("\n") + below.count("\n")
            assert messages([first])[0].startswith(expected.partition(": ")[0])
            assert (second.place.line, third.place.line) == (2 + lines, 4 + lines)
            assert annotation is not None and annotation.names[0].text == "rules-99"


def test_slips_of_several_fields_and_items_are_told_together_and_the_rest_is_read() -> None:
    fields = (
        "title: A: b\nsummary: 'It's so'\n"
        "links:\n  - needs: board\n    reason: Note: x\n  - needs: rules-1\n    reason: Because.\n"
        "  - wants: rules-2\n    reason: Because.\nquestions:\n- One\n-Two\nsources:\n- [A](#rules-1), at the end\n"
    )
    annotation, problems = read(fields)
    assert sorted(problem.place.line for problem in problems) == [3, 4, 7, 10, 14, 16]
    assert annotation is not None
    assert [(link.object, link.place.line) for link in annotation.links] == [("rules-1", 8)]
    assert [line.text for line in annotation.questions] == ["One"]


SOUND = {
    "comments on lines of their own": "# One\ntitle: Two\n  # Three\nsources:\n# Four\n- Five\n",
    "a hash in quotation marks": "title: \"Holding #1\"\nsources:\n- 'Rule #1'\n- 'It''s #1'\n",
    "a hash in a text below": "summary: >-\n  Holding #1\n\n  and #2\nsources:\n- |\n  Rule #1\n- C# and a#b\n",
    "a hash in quotation marks over two lines": 'summary: "Holding\n  #1 every #2"\ntitle: One\n',
    "signs in a text below": 'summary: >-\n  note:this: [that\n  -and "so\n  * @on\ntitle: One\n',
}


def test_what_is_no_slip_is_let_through(subtests: pytest.Subtests) -> None:
    for name, fields in SOUND.items():
        with subtests.test(name):
            assert read(fields)[1] == []


def test_what_stands_in_a_text_below_is_not_taken_for_the_slip() -> None:
    (line,) = messages(read("summary: >-\n  note:this\n  @on\ntitle: A: b\n")[1])
    assert line.startswith(f"6:9: {COLON}")


def test_all_that_is_wrong_with_a_file_is_told_at_once() -> None:
    fields = (
        "reviewed: tomorrow\nwho: {actors: [crew]}\n"
        "links:\n  - needs: board\n  - needing: rules-1\n    reason: Because.\n  - needs: rules-1\n    reason:\n"
        "questions:\n  - ''\n  - See [it](#rules-98).\n"
    )
    annotation, problems = read(fields, "[x](#rules-99) and <b>\n")
    assert sorted(problem.place.line for problem in problems) == [3, 4, 6, 7, 10, 12, 15]
    assert annotation is not None
    assert [name.text for name in annotation.names] == ["rules-99", "rules-98"]


def test_of_a_field_that_stands_twice_the_rest_is_checked() -> None:
    assert messages(read("title: One\ntitle: Two\nreviewed: soon\n")[1]) == [
        "4:1: `title` stands twice; the first is on line 3. Keep one of them.",
        "5:11: `reviewed` is not a date: 'soon'. Write it as year-month-day, such as 2026-11-22.",
    ]


ENDS = {
    "four hyphens": (
        "---\nannotates: rules-3\n----\nWords.\n",
        "3:1: The front matter has no end. This line is almost",
    ),
    "a dash": ("---\nannotates: rules-3\n—-\nWords.\n", "3:1: The front matter has no end. This line is almost"),
    "a dash, and a rule below": (
        "---\nannotates: rules-3\n—-\nWords.\n\n---\n",
        "3:1: This line is almost the `---` at which front matter ends. Write three hyphens",
    ),
    "none": ("---\nannotates: rules-3\nWords.\n", "1:1: The front matter has no end. Put a line `---` below the last"),
    "no beginning": ("--\nannotates: rules-3\n---\n", "1:1: The file does not begin with front matter. This line is"),
    "no colon in its first field": (
        "---\nannotates rules-3\ntitle: One\nsummary: Two\n---\n",
        "2:1: This line is neither a field nor a part of what stands above it.",
    ),
    "no space in its only field": (
        "---\nannotates:rules-3\n---\n",
        "2:10: There is no space behind the colon. Put one",
    ),
    "a dash before the first field": (
        "---\n- annotates: rules-3\ntitle: One\nsummary: Two\nlinks:\n  - needs: rules-2\n    reason: Three.\n---\n",
        "2:1: A dash stands before the first field, as if the fields were items of a list. Remove it: `annotates: …`.",
    ),
    "a misspelt name": ("---\nannotate: rules-3\n---\n", "2:1: `annotate` is not a field. Did you mean 'annotates'"),
    "a capital": ("---\nannotates: Rules 3\n---\n", "2:12: `annotates` is not an id. Did you mean 'rules-3'? Ids are"),
    "a conflict in the fields": (
        "---\nannotates: rules-3\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\n---\n",
        "3:1: Two versions of the file stand one below the other from here on",
    ),
    "a conflict in the commentary": (
        "---\nannotates: rules-3\n---\nOne.\n\n<<<<<<< HEAD\nTwo.\n=======\nThree.\n>>>>>>> other\n",
        "6:1: Two versions of the file stand one below the other from here on",
    ),
}


def test_a_slip_of_the_whole_file_is_told_once_where_it_is(subtests: pytest.Subtests) -> None:
    for name, (text, expected) in ENDS.items():
        with subtests.test(name):
            (line,) = messages(read_annotation(text.encode(), "3.md", VOCABULARY)[1])
            assert line.startswith(expected)
