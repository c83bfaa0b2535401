"""The lock: it keeps every id that was ever published."""

from __future__ import annotations

from pathlib import Path

from concordance.model.corpus import LockLine
from concordance.model.problems import Place, ProblemKind
from concordance.reading.lock import check_lock, format_lock, read_lock


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
        assert check_lock(locked, {"plan-1": "new.html"}, {}) == []
        (problem,) = check_lock(locked, {}, {})[:1]
        assert problem.kind is ProblemKind.LOST_ID
