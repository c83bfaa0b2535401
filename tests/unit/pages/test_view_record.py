"""Pages are looked through for what they show of others only where something that this is made of has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from built import annotation
from concordance.graph.concordance import Concordance, build
from concordance.history.commits import NO_HISTORY
from concordance.model.corpus import EMPTY_CORPUS, Annotation, Corpus, Line
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY, Predicate
from concordance.pages.connections import ConnectionPanel, PanelMaker
from concordance.pages.edition_view import EditionView, index_pages
from concordance.pages.navigation import build_tree
from concordance.pages.page_content import PageContent, WidgetRequest
from concordance.pages.view_record import NO_VIEWS, ViewRecord, ViewSources, known_by_sources, renew_views

PLACE = Place("annotations/plan-1.md", 2)
LINKED = {"one": "One", "two": "Two", "three": "Three", "four": "Four"}
TITLES = {"index": "Index", "list": "List", "one": "One", "two": "Two"}
NOTE = replace(annotation("plan-1", prose=("Words.",)), body=Line("Words.\n", PLACE), fingerprint="1", front_matter="1")


def pages() -> dict[str, PageContent]:
    held = {docname: PageContent() for docname in TITLES}
    for number, docname in ((1, "one"), (2, "two")):
        place = Place(f"source/{docname}.md", 3)
        held[docname].entries = [
            Entry(f"plan-{number}", PROVISION, docname, f"para. {number}", "Title", place, content="Words.")
        ]
    held["list"].widgets = (WidgetRequest("list", ""),)
    held["index"].targets = ("plan-1",)
    for page in held.values():
        page.note_fingerprints()
    return held


def sources(held: Mapping[str, PageContent], note: Annotation = NOTE) -> ViewSources:
    corpus: Corpus = replace(EMPTY_CORPUS, annotations={note.annotates: note})
    tree = build_tree("index", {"index": ["list", "one", "two"]})
    entries = [entry for page in held.values() for entry in page.entries]
    concordance, _problems = build(entries, [], corpus, tree.order)
    joined = replace(concordance, fingerprints=known_by_sources(held, corpus, tree.order))
    index = index_pages(held, joined.entries.values(), tree, TITLES, {}, None)
    return ViewSources(index, joined, corpus, NO_HISTORY)


class Lister:
    """Gathers a list of what is said of entries in summaries or, if `of_commentary`, in commentaries, and counts."""

    def __init__(self, *, of_commentary: bool) -> None:
        self.times, self._of_commentary = 0, of_commentary

    def __call__(self, _request: WidgetRequest, _docname: str, edition: EditionView) -> object:
        self.times += 1
        annotations = edition.corpus.annotations.values()
        return tuple(each.prose if self._of_commentary else each.summary for each in annotations)


def show(sources: ViewSources, before: ViewRecord, kept: Path, lister: Lister) -> ViewRecord:
    return renew_views(sources, lister, kept, before)[1]


@pytest.mark.parametrize(
    ("edit", "of_commentary", "changed"),
    [
        ({"body": Line("Other words.\n", PLACE), "prose": ("Other words.",), "fingerprint": "2"}, False, []),
        ({"body": Line("Other words.\n", PLACE), "prose": ("Other words.",), "fingerprint": "2"}, True, ["list"]),
        ({"summary": "A summary.", "fingerprint": "2", "front_matter": "2"}, False, ["list"]),
    ],
    ids=["nothing that is shown", "what one page shows", "what it lists"],
)
def test_only_pages_that_show_what_was_edited_are_looked_at(
    edit: dict[str, object], of_commentary: bool, changed: list[str], tmp_path: Path
) -> None:
    lister = Lister(of_commentary=of_commentary)
    before = show(sources(pages()), NO_VIEWS, tmp_path, lister)
    assert before.changed_since(NO_VIEWS) == sorted(TITLES)
    edited = sources(pages(), replace(NOTE, **edit))  # type: ignore[arg-type]
    after = show(edited, before, tmp_path, lister)
    assert after.changed_since(before) == changed
    assert lister.times == (2 if changed else 1), "the list is gathered only where it may have changed"
    assert after.views == show(edited, NO_VIEWS, tmp_path, lister).views, "as if nothing had been known"


def test_a_title_is_noticed_on_the_pages_that_show_it(tmp_path: Path) -> None:
    lister = Lister(of_commentary=False)
    before = show(sources(pages()), NO_VIEWS, tmp_path, lister)
    held = pages()
    held["one"].entries = [replace(held["one"].entries[0], title="Another title")]
    held["one"].note_fingerprints()
    assert show(sources(held), before, tmp_path, lister).changed_since(before) == ["index"]


def test_a_page_that_was_read_again_and_is_the_same_changes_nothing(tmp_path: Path) -> None:
    lister, held = Lister(of_commentary=False), pages()
    before = show(sources(held), NO_VIEWS, tmp_path, lister)
    held["one"] = held.pop("one")
    show(sources(held), before, tmp_path, lister)
    assert lister.times == 1


def linked(*reasons: str, to: str = "plan-2") -> ViewSources:
    """Return four paragraphs on a page each, of which the first is linked to another, and the third to the fourth."""
    held = {docname: PageContent() for docname in LINKED}
    for number, docname in enumerate(LINKED, start=1):
        place = Place(f"source/{docname}.md", 3)
        held[docname].entries = [
            Entry(f"plan-{number}", PROVISION, docname, f"para. {number}", "Title", place, content="Words.", leads=True)
        ]
        held[docname].note_fingerprints()
    ends = (("plan-1", to), ("plan-3", "plan-4"))
    links = {
        subject: Link(subject, "needs", other, reason, Provenance.EDITOR, None, PLACE)
        for (subject, other), reason in zip(ends, reasons, strict=True)
    }
    corpus = replace(
        EMPTY_CORPUS,
        vocabulary=replace(EMPTY_VOCABULARY, predicates={"needs": Predicate("needs", "needed-by", "", "", "")}),
        annotations={
            subject: replace(annotation(subject), links=(link,), front_matter=link.reason + link.object)
            for subject, link in links.items()
        },
    )
    tree = build_tree("one", {"one": ["two", "three", "four"]})
    entries = [entry for page in held.values() for entry in page.entries]
    concordance, problems = build(entries, [], corpus, tree.order)
    assert not problems
    joined = replace(concordance, fingerprints=known_by_sources(held, corpus, tree.order))
    index = index_pages(held, joined.entries.values(), tree, LINKED, {}, None)
    return ViewSources(index, joined, corpus, NO_HISTORY)


@pytest.mark.parametrize(
    ("edited", "made", "changed"),
    [
        (linked("Because.", "Just so."), {"plan-3", "plan-4"}, ["four", "three"]),
        (linked("Because.", "So.", to="plan-4"), {"plan-1", "plan-3", "plan-4"}, ["four", "one", "two"]),
    ],
    ids=["its reason", "its object"],
)
def test_an_edited_link_is_noticed_at_its_ends_and_only_what_may_show_it_is_made(
    edited: ViewSources, made: set[str], changed: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lister, asked, make = Lister(of_commentary=False), set[str](), PanelMaker.make

    def count(self: PanelMaker, identifier: str, concordance: Concordance) -> ConnectionPanel:
        asked.add(identifier)
        return make(self, identifier, concordance)

    before = show(linked("Because.", "So."), NO_VIEWS, tmp_path, lister)
    monkeypatch.setattr(PanelMaker, "make", count)
    after = show(edited, before, tmp_path, lister)
    assert asked == made
    assert after.changed_since(before) == changed
    assert after == show(edited, after, tmp_path, lister), "what is known is known"
    clean = show(edited, NO_VIEWS, tmp_path, lister)
    assert after.views == clean.views, "as if nothing had been known"


@pytest.mark.parametrize("kept", [b"", b"spoilt", None], ids=["empty", "spoilt", "gone"])
def test_without_what_was_kept_of_connections_all_pages_are_looked_at(kept: bytes | None, tmp_path: Path) -> None:
    lister = Lister(of_commentary=False)
    before = show(linked("Because.", "So."), NO_VIEWS, tmp_path, lister)
    file = tmp_path / "connections.pickle"
    file.unlink() if kept is None else file.write_bytes(kept)
    assert show(linked("Because.", "Just so."), before, tmp_path, lister).changed_since(before) == ["four", "three"]


def test_what_was_kept_of_another_build_is_not_believed(tmp_path: Path) -> None:
    lister = Lister(of_commentary=False)
    before = show(linked("Because.", "So."), NO_VIEWS, tmp_path, lister)
    show(linked("Because.", "Just so."), before, tmp_path, lister)
    after = show(linked("Because.", "Just so."), before, tmp_path, lister)
    assert after.changed_since(before) == ["four", "three"]
