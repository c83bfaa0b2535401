"""The lock: it keeps every id that was ever published."""

from __future__ import annotations

from pathlib import Path

from concordance.model.corpus import LockLine
from concordance.model.entries import Entry
from concordance.model.kinds import USUAL_KINDS
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.lock import check_lock, fold_consequences, format_lock, read_lock


class TestLock:
    def test_new_ids_are_added_and_none_is_lost(self, tmp_path: Path) -> None:
        path = tmp_path / "ids.lock"
        path.write_text("# A comment.\nplan-9 a/9.html\nold a/0.html -> plan-9\n")
        locked, problems = read_lock(tmp_path)
        assert problems == []
        assert format_lock(locked, {"plan-10": "a/10.html", "plan-9": "a/9.html"}).splitlines()[1:] == [
            "old a/0.html -> plan-9",
            "plan-9 a/9.html",
            "plan-10 a/10.html",
        ]

    def test_writing_it_twice_changes_nothing(self) -> None:
        text = format_lock((), {"plan-1": "a/1.html"})
        assert text.endswith("plan-1 a/1.html\n")
        locked = (LockLine("plan-1", "a/1.html", None, Place("ids.lock", 2)),)
        assert format_lock(locked, {"plan-1": "a/1.html"}) == text

    def test_an_id_in_its_place_is_no_problem_and_a_moved_one_may_be_led_on(self) -> None:
        place = Place("ids.lock", 1)
        locked = (LockLine("plan-1", "new.html", None, place), LockLine("plan-1", "old.html", "plan-1", place))
        assert check_lock(locked, {"plan-1": "new.html"}, {}, {}) == []
        (problem,) = check_lock(locked, {}, {}, {})[:1]
        assert problem.kind is ProblemKind.LOST_ID


def test_ids_that_are_gone_from_a_page_are_told_once_with_what_follows() -> None:
    lines = [
        LockLine(name, page, None, Place("ids.lock", number))
        for number, (name, page) in enumerate(
            [("act", "act.html"), *((f"act-art-{number}", "act.html") for number in range(1, 5)), ("rule", "rule.html")]
        )
    ]
    kept = Problem(Place("a.md", 3), ProblemKind.UNKNOWN_ID, "There is no entry 'ac'.", "", ("ac",))
    consequences = [
        Problem(Place(path, 2), ProblemKind.UNKNOWN_ID, "There is no entry.", "", (name,))
        for path, name in (("b.md", "act-art-2"), ("a.md", "act"), ("c.md", "rule"))
    ]
    gap = Problem(Place("d.md", 1), ProblemKind.MISSING_ENTRY, "They are missing.", "", ("act-art-1", "act-art-3"))
    page, rule, other = fold_consequences([*consequences, gap, kept, *check_lock(tuple(lines), {}, {}, {})])
    assert page.message == (
        "5 ids were published on act.html and are gone: act, act-art-1, act-art-2 and 2 more. "
        "They are named in 3 places, first in a.md:2."
    )
    assert rule.message == "The id rule was published on rule.html and is gone. It is named in c.md:2."
    assert other is kept


def test_a_gap_of_which_not_all_was_published_is_a_problem_of_its_own() -> None:
    lost = LockLine("rule-3", "rule.html", None, Place("ids.lock", 1))
    gap = Problem(Place("d.md", 1), ProblemKind.MISSING_ENTRY, "They are missing.", "", ("rule-3", "rule-9"))
    assert gap in fold_consequences([gap, *check_lock((lost,), {}, {}, {})])


def test_an_id_that_was_misspelt_is_told_where_it_stands_now() -> None:
    lost = LockLine("harbour", "bodies.html", None, Place("ids.lock", 1))
    here, there = (
        Entry(name, USUAL_KINDS["body"], "bodies", "", "", Place("bodies.md", line))
        for name, line in (("harbuor", 7), ("harbours", 9))
    )
    pages = {"harbuor": "bodies.html", "harbours": "others.html"}
    (problem,) = check_lock((lost,), pages, {}, {entry.id: entry for entry in (here, there)})
    assert problem.place == here.place
    assert "Is it 'harbuor' now?" in problem.remedy
    # An id that was published before has not come in place of another.
    known = LockLine("harbuor", "bodies.html", None, Place("ids.lock", 2))
    assert check_lock((lost, known), pages, {}, {here.id: here})[0].place == lost.place


def test_lines_that_a_program_has_changed_are_one_problem(tmp_path: Path) -> None:
    (tmp_path / "ids.lock").write_text("".join(f"rules-{number}  a.html\n" for number in range(1, 6)), encoding="utf-8")
    (problem,) = read_lock(tmp_path)[1]
    assert str(problem.place) == "ids.lock:1"
    assert (
        problem.message
        == "5 lines of the lock cannot be read. This line of the lock cannot be read: 'rules-1  a.html'."
    )
