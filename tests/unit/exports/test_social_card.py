"""The picture that networks show of a page."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace

import pytest
from concordance.exports.social_card import LETTERS, SIZE, Card, cards_for, draw_card
from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import Adoption, Facts, Text, Vocabulary
from concordance.pages.site import Site
from PIL import Image, ImageFont

PLACE = Place("source/rules/2.md", 3)


FACTS = Facts(
    "Rules of the Harbour", "draft rules", "H/1", "draft", "", Adoption("rules", "Council", datetime.date(1900, 5, 1))
)


RULES = Text("rules", "Harbour rules", {"": "rule {number}"}, "This is the draft.", "h-2", facts=FACTS)


VOCABULARY = Vocabulary({"rules": RULES}, {}, {}, {}, "", {"treaty": "Legislation"})


SITE = Site("Harbour", "Rules of the Harbour", "index", "The editors", "en", VOCABULARY)


RULE = Entry(
    "rules-2", PROVISION, "rules/2", "rule 2", "Open register", PLACE, "2.", "The register is open.", leads=True
)


def test_a_picture_has_the_size_that_is_announced_and_is_the_same_every_time() -> None:
    card = Card("rules-2", "What makes a register open to everyone who wants to look", "Rule 2", "Harbour")
    data = draw_card(card)
    assert Image.open(io.BytesIO(data)).size == SIZE
    assert data == draw_card(card)
    assert data != draw_card(replace(card, title="Another"))
    assert card.file != replace(card, title="Another").file
    assert len(data) < 30_000


def ink_at(data: bytes, box: tuple[int, int, int, int]) -> bool:
    colours = Image.open(io.BytesIO(data)).convert("L").crop(box).getcolors()
    return colours is None or len(colours) > 1


@pytest.mark.parametrize(
    "title", ["word " * 14, "Uncopyrightables " * 5, "Donaudampfschifffahrtsgesellschaftskapitaen"]
)
def test_no_title_runs_out_of_its_picture(title: str) -> None:
    data = draw_card(Card("long", title.strip(), "Rule 2", "Harbour"))
    assert not ink_at(data, (SIZE[0] - 60, 0, *SIZE))
    assert not ink_at(data, (0, SIZE[1] - 60, *SIZE))


def test_letters_that_the_font_lacks_are_never_drawn_as_boxes() -> None:
    font = ImageFont.load_default(40)
    assert isinstance(font, ImageFont.FreeTypeFont)
    lacking = bytes(font.getmask("\uffff"))
    assert [letter for letter in sorted(LETTERS) if letter != " " and bytes(font.getmask(letter)) == lacking] == []
    own, edition = cards_for([replace(RULE, title="Реестр")], SITE)
    assert own == edition
    assert cards_for([RULE], SITE)[0].over == "Rule 2"
    assert draw_card(Card("edition", "Гавань")) == draw_card(Card("edition", "ميناء")), "a picture without words"
