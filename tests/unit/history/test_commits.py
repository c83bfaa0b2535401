"""When files changed, as the log of a repository tells it."""

from __future__ import annotations

import datetime

from concordance.history.commits import Commit, FileChange, History, history_from, read_log

NOTHING = "0" * 40
FIRST, SECOND, THIRD = ("1" * 40, "2" * 40, "3" * 40)


def at(written: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(written).replace(tzinfo=datetime.UTC)


def history(*commits: Commit, complete: bool = True) -> History:
    return history_from(commits, "source", complete=complete)


def test_a_log_is_read_with_merges_and_with_names_that_look_like_something_else() -> None:
    fields = [
        f"commit 1800000000 {FIRST} {SECOND}",
        f"\n::100644 100644 100644 {FIRST} {SECOND} {THIRD} MM",
        "a/commit 1 b.md",
        f"commit 1700000000 {FIRST}",
        "commit 1600000000 ",
        f"\n:000000 100644 {NOTHING} {FIRST} A",
        ":odd\nname.md",
        f":100644 000000 {SECOND} {NOTHING} D",
        "gone.md",
        "",
    ]
    merge, empty, first = read_log("\0".join(fields).encode(), at("2030-01-01T00:00"))
    assert merge.files == (FileChange("a/commit 1 b.md", FIRST, THIRD),)
    assert merge.when == datetime.datetime(2027, 1, 15, 8, tzinfo=datetime.UTC)
    assert (empty.files, empty.begins) == ((), False)
    assert first.files == (FileChange(":odd\nname.md", "", FIRST), FileChange("gone.md", SECOND, ""))
    assert first.begins


def test_nothing_committed_is_no_history() -> None:
    assert list(read_log(b"", at("2030-01-01T00:00"))) == []


def test_a_date_that_cannot_be_is_that_of_the_commit_which_follows() -> None:
    seconds = ["4102444800", "1800000000", "99999999999999999999", "", "1700000000"]
    log = "\0".join([*(f"commit {each} {FIRST}" for each in seconds), ""])
    dates = [commit.when for commit in read_log(log.encode(), at("2030-01-01T00:00"))]
    known = at("2027-01-15T08:00")
    assert dates == [known, known, known, known, at("2023-11-14T22:13:20")]


def test_where_no_commit_has_a_date_that_can_be_the_latest_is_taken() -> None:
    latest = at("2030-01-01T00:00")
    (commit,) = read_log(f"commit 4102444800 {FIRST}\0".encode(), latest)
    assert commit.when == latest


def test_a_file_is_dated_by_its_last_change_and_a_removed_one_not_at_all() -> None:
    past = history(
        Commit(at("2026-03-03T10:00"), False, (FileChange("a", FIRST, SECOND), FileChange("gone", FIRST, ""))),
        Commit(
            at("2026-03-01T10:00"),
            True,
            (FileChange("a", "", FIRST), FileChange("b", "", FIRST), FileChange("gone", "", FIRST)),
        ),
    )
    assert past.changed == {"a": datetime.date(2026, 3, 3), "b": datetime.date(2026, 3, 1)}


def test_a_file_that_was_only_moved_keeps_its_date() -> None:
    past = history(
        Commit(at("2026-03-09T10:00"), False, (FileChange("later", SECOND, ""), FileChange("last", "", SECOND))),
        Commit(at("2026-03-07T10:00"), False, (FileChange("first", SECOND, ""), FileChange("later", "", SECOND))),
        Commit(at("2026-03-05T10:00"), False, (FileChange("first", FIRST, SECOND), FileChange("bent", FIRST, SECOND))),
        Commit(at("2026-03-03T10:00"), False, (FileChange("straight", THIRD, ""), FileChange("bent", "", FIRST))),
        Commit(at("2026-03-01T10:00"), True, (FileChange("first", "", FIRST), FileChange("straight", "", THIRD))),
    )
    assert past.changed == {"last": datetime.date(2026, 3, 5), "bent": datetime.date(2026, 3, 5)}


def test_a_file_that_takes_the_name_of_one_that_was_moved_has_a_date_of_its_own() -> None:
    past = history(
        Commit(at("2026-03-07T10:00"), False, (FileChange("name", "", THIRD),)),
        Commit(at("2026-03-05T10:00"), False, (FileChange("name", FIRST, ""), FileChange("other", "", FIRST))),
        Commit(at("2026-03-01T10:00"), True, (FileChange("name", "", FIRST),)),
    )
    assert past.changed == {"name": datetime.date(2026, 3, 7), "other": datetime.date(2026, 3, 1)}


def test_a_day_tells_what_it_changed_in_the_end() -> None:
    past = history(
        Commit(
            at("2026-03-02T23:59"), False, (FileChange("back", SECOND, FIRST), FileChange("came and went", FIRST, ""))
        ),
        Commit(at("2026-03-02T12:00"), False, (FileChange("twice", SECOND, THIRD),)),
        Commit(
            at("2026-03-02T00:00"), False, (FileChange("back", FIRST, SECOND), FileChange("came and went", "", FIRST))
        ),
        Commit(at("2026-03-02T00:00"), False, (FileChange("twice", "", SECOND),)),
        Commit(at("2026-03-01T00:00"), True, (FileChange("back", "", FIRST),)),
    )
    second, first = past.days
    assert second.files == (FileChange("twice", "", THIRD),)
    assert second.last == at("2026-03-02T23:59")
    assert first.date == datetime.date(2026, 3, 1)


def test_what_lies_before_a_history_that_was_cut_off_is_not_guessed() -> None:
    past = history(
        Commit(at("2026-03-03T10:00"), False, (FileChange("known", FIRST, SECOND),)),
        Commit(at("2026-03-01T10:00"), True, (FileChange("known", "", FIRST), FileChange("older", "", FIRST))),
        complete=False,
    )
    assert past.changed == {"known": datetime.date(2026, 3, 3)}
    assert [day.date for day in past.days] == [datetime.date(2026, 3, 3)]
    assert not past.complete
