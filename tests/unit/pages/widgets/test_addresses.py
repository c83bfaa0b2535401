"""All short addresses of an edition."""

from __future__ import annotations

from dataclasses import replace

from concordance.model.corpus import EMPTY_CORPUS
from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY, Text
from concordance.pages.widgets.addresses import gather_addresses
from concordance.pages.widgets.embedding import check_provision, gather_reference
from kinds import BODY
from views import view_of

PLACE = Place("page.md", 1)
CORPUS = replace(
    EMPTY_CORPUS,
    vocabulary=replace(
        EMPTY_VOCABULARY,
        texts={
            "rules": Text("rules", "Rules", {}, "", None, short=""),
            "old": Text("old", "Old rules", {}, "", None),
        },
    ),
)
ENTRIES = [
    Entry("rules-1", PROVISION, "rules", "rule 1", "One", PLACE, "1.", "Words."),
    Entry("rules-2-b", PROVISION, "rules", "rule 2 (b)", "Two", PLACE, "(b)", "Words."),
    Entry("old-1", PROVISION, "old", "old rule 1", "One", PLACE, "1.", "Words."),
    Entry("board", BODY, "bodies", "Board", "Board", PLACE),
]
VIEW = view_of(ENTRIES, [], CORPUS, {"index": ("rules", "old", "bodies")})


def test_entries_stand_by_kind_and_text_with_their_addresses() -> None:
    shelves = gather_addresses("", "index", VIEW)
    assert [
        (shelf.kind, shelf.text, [(each.path, each.entry.label) for each in shelf.entries]) for shelf in shelves
    ] == [
        (PROVISION, "Rules", [("1", "rule 1"), ("2b", "rule 2 (b)")]),
        (PROVISION, "Old rules", [("old/1", "old rule 1")]),
        (BODY, "", [("board", "Board")]),
    ]


def test_one_entry_is_found_by_its_id() -> None:
    reference = gather_reference("board", "index", VIEW)
    assert reference is not None and reference.docname == "bodies"
    assert gather_reference("nothing", "index", VIEW) is None


def test_what_is_no_provision_is_told() -> None:
    assert check_provision("rules-1", CORPUS) is None
    assert check_provision("rulse-1", CORPUS) == ("There is no provision 'rulse-1'.", "Did you mean 'rules'?")
