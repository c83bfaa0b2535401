"""What changed in the edition, day by day, in the words that readers know things by."""

from __future__ import annotations

import datetime
from dataclasses import replace

from concordance.history.commits import DayOfChanges, FileChange, History
from concordance.model.corpus import EMPTY_CORPUS, Annotation, Line
from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY, Text
from concordance.pages.widgets.changes import ChangeKind, Changes, ChangeSubject, day_id, gather_changes
from kinds import BODY
from views import view_of

PLACE = Place("annotations/rules/1.md", 2)
NOON = datetime.datetime(2026, 3, 5, 12, 0, tzinfo=datetime.UTC)
ENTRIES = [
    Entry("rules-1", PROVISION, "rules", "rule 1", "A register", PLACE, "1.", "Words."),
    Entry("board", BODY, "bodies", "Board", "Harbour Board", PLACE),
]
CORPUS = replace(
    EMPTY_CORPUS,
    vocabulary=replace(EMPTY_VOCABULARY, texts={"rules": Text("rules", "Rules", {}, "", None)}),
    annotations={"rules-1": Annotation("rules-1", PLACE, "", None, None, (), (), (), (), (), None, Line("", PLACE))},
)


def gathered(*files: FileChange, lost: dict[str, str] | None = None, whole: bool = True) -> Changes:
    days = (DayOfChanges(NOON.date(), NOON, files),) if files else ()
    history = History("source", {}, days, whole, lost or {})
    return gather_changes("", "changes", view_of(ENTRIES, [], CORPUS, {"index": ("rules", "bodies", "news")}, history))


def lists(changes: Changes) -> list[tuple[ChangeSubject, ChangeKind, list[str]]]:
    (day,) = changes.days
    return [(each.subject, each.kind, [named.label for named in each.items]) for each in day.lists]


def test_files_are_told_as_what_readers_know() -> None:
    changes = gathered(
        FileChange("source/news.md", "", "b"),
        FileChange("source/bodies.md", "a", "b"),
        FileChange("annotations/rules/1.md", "a", "b"),
        FileChange("annotations/vocabulary.yaml", "a", "b"),
    )
    assert lists(changes) == [
        (ChangeSubject.ANNOTATION, ChangeKind.CHANGED, ["rule 1"]),
        (ChangeSubject.ENTRIES, ChangeKind.CHANGED, ["BODIES"]),
        (ChangeSubject.PAGE, ChangeKind.ADDED, ["NEWS"]),
    ]
    (named,) = changes.days[0].lists[0].items
    assert (named.docname, named.id, named.title) == ("rules", "rules-1", "A register")
    assert day_id(changes.days[0]) == "day-2026-03-05"


def test_what_is_gone_is_called_what_it_was_called_and_leads_nowhere() -> None:
    changes = gathered(
        FileChange("source/gone.md", "a", ""),
        FileChange("annotations/gone.md", "a", ""),
        lost={"source/gone.md": "Old news", "annotations/gone.md": "board"},
    )
    assert lists(changes) == [
        (ChangeSubject.ANNOTATION, ChangeKind.REMOVED, ["Board"]),
        (ChangeSubject.PAGE, ChangeKind.REMOVED, ["Old news"]),
    ]
    assert changes.days[0].lists[1].items[0].docname == ""


def test_a_file_that_was_only_moved_says_nothing() -> None:
    moved = (FileChange("annotations/old.md", "a", ""), FileChange("annotations/rules/1.md", "", "a"))
    assert gathered(*moved, lost={"annotations/old.md": "rules-1"}).days == ()
    edited = (moved[0], FileChange("annotations/rules/1.md", "", "b"))
    assert lists(gathered(*edited, lost={"annotations/old.md": "rules-1"})) == [
        (ChangeSubject.ANNOTATION, ChangeKind.CHANGED, ["rule 1"])
    ]


def test_it_says_whether_anything_earlier_is_missing() -> None:
    assert gathered().complete
    assert not gathered(whole=False).complete
