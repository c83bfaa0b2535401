"""Cards for entries of other editions: one for each, whoever made the links."""

from __future__ import annotations

from dataclasses import replace

from concordance.graph.concordance import Concordance
from concordance.graph.connection import Connection
from concordance.graph.outside import Outside
from concordance.model.entries import Entry, Provenance
from concordance.model.kinds import PROVISION
from concordance.model.other_editions import OutsideEntry, TheirLink
from concordance.model.problems import Place
from concordance.pages.connections import ConnectionPanel
from concordance.pages.outside import our_cards, their_cards

PLACE = Place("inventories/south/graph.json", 1)
OTHER = OutsideEntry(Entry("south:rules-2", PROVISION, "", "rule 2", "Dues", PLACE), "South", "Rules", "https://x/")
OURS = Connection("south:rules-2", "needs", "Because.", Provenance.EDITOR, None)
THEIRS = TheirLink("rules-1", OTHER, "is needed by", "They say so.", "near", PLACE)
CONCORDANCE = Concordance(
    {},
    (),
    {},
    Outside(
        (),
        {"south:rules-2": OTHER},
        {"rules-1": (OURS, replace(OURS, says="echoes"))},
        {"rules-1": (THEIRS,)},
    ),
)


def test_all_that_links_to_an_entry_there_stands_on_one_card() -> None:
    (card,) = our_cards("rules-1", CONCORDANCE)
    assert (card.other, [each.says for each in card.connections]) == (OTHER, ["needs", "echoes"])
    assert our_cards("rules-2", CONCORDANCE) == ()


def test_their_links_have_cards_of_their_own_and_their_words_for_a_grade() -> None:
    (card,) = their_cards("rules-1", CONCORDANCE)
    (connection,) = card.connections
    assert (connection.says, connection.reason, connection.grade_label) == ("is needed by", "They say so.", "near")


def test_an_entry_that_both_sides_link_counts_once() -> None:
    panel = ConnectionPanel((), (), our_cards("rules-1", CONCORDANCE), their_cards("rules-1", CONCORDANCE))
    assert panel.count == 1
