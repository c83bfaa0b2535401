"""The sessions of the guide for trainers are made of the edition."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import parse_qs

import pytest
from concordance.cli.edition import OpenedEdition
from concordance.model.corpus import Corpus
from concordance.pages.widgets.handout import check_sheet
from edition import ROOT

PAGES = sorted((ROOT / "source" / "sessions").glob("*.md"))


SHEET = re.compile(r"^:::\{sheet\} (.+)$", re.M)


QUESTION = re.compile(r"^- \[\]\(#([\w-]+)\): (.+)$", re.M)


MINUTES = re.compile(r"^- \*\*(\d+)–(\d+)\*\* ", re.M)


# The title of each, and what stands below it.
SESSIONS = [tuple(path.read_text(encoding="utf-8").removeprefix("# ").split("\n", 1)) for path in PAGES]


@pytest.fixture(scope="module")
def corpus(opened: OpenedEdition) -> Corpus:
    assert opened.problems == ()
    return opened.corpus


def test_there_are_six_sessions_or_more() -> None:
    assert len(SESSIONS) >= 6


@pytest.mark.parametrize("session", SESSIONS, ids=[title for title, _text in SESSIONS])
def test_a_session_is_made_of_the_edition(session: tuple[str, str], corpus: Corpus) -> None:
    title, text = session
    sheet = SHEET.search(text)
    assert sheet
    assert check_sheet(sheet[1], corpus) is None
    query = parse_qs(sheet[1])
    assert query["title"] == [title]
    held = set(query["p"][0].split(","))
    asked = QUESTION.findall(text)
    assert len(asked) >= 5
    for identifier, question in asked:
        assert question in {line.text for line in corpus.annotations[identifier].questions}
        assert identifier in held, "a question on what is not on the handout"
    # What the timetable has people read is in their hands.
    timetable = text[text.index("## Timetable") : text.index("## Questions")]
    assert set(re.findall(r"\[\]\(#([\w-]+)\)", timetable)) <= held
    times = [(int(begin), int(end)) for begin, end in MINUTES.findall(text)]
    assert times[0][0] == 0
    assert all(earlier[1] == later[0] for earlier, later in pairwise(times))
    assert f" {times[-1][1]} minutes." in text
    assert 60 <= times[-1][1] <= 90
