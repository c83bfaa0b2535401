"""What leads in to an item."""

from __future__ import annotations

from concordance.model.entries import Passage, Run
from concordance.pages.lead_ins import lead_in_words, lead_ins

INNERMOST = Passage("plan", "plan-1-a-1", "(i)", ((Run("ships;"),),))
ITEM = Passage("plan", "plan-1-a", "(a)", ((Run("to pay for:"),), INNERMOST, (Run("as a rule;"),)))
PARAGRAPH = Passage(
    "plan",
    "plan-1",
    "1.",
    ((Run("Asks "), Run("all", ("struck",)), Run("[sic]", ("note",), "plan-1-n1"), Run(" captains\n"),), ITEM),
)  # fmt: skip


def test_an_item_is_led_in_to_by_all_that_it_stands_in_up_to_the_first_item() -> None:
    by_item = {item: [lead_in_words(each) for each in outer] for item, outer in lead_ins([PARAGRAPH])}
    assert by_item == {"plan-1-a": ["1. Asks all captains"], "plan-1-a-1": ["1. Asks all captains", "(a) to pay for:"]}


def test_what_has_no_words_before_its_items_leads_in_to_none() -> None:
    bare = Passage("plan", "plan-2", "2.", (ITEM,))
    assert [item for item, _outer in lead_ins([bare])] == ["plan-1-a-1"]
    assert list(lead_ins([Passage("plan", "", "", ((Run("Heading"),),))])) == []


def test_struck_words_are_told_apart_and_signs_of_editors_left_out() -> None:
    assert lead_in_words(PARAGRAPH, "|") == "1. Asks |all| captains"
