"""What entries are called by their kind."""

from __future__ import annotations

from concordance.i18n.kind_names import (
    COMMENTARY_LABEL,
    KIND_NAMES,
    OTHER_NAMES,
    PLURALS,
    counted_kind,
    kind_heading,
    kind_name,
    plural_name,
    plural_names,
    within_sentence,
)
from concordance.model.kinds import USUAL_KINDS, Kind, Role


def test_every_usual_kind_has_a_name_for_one_and_for_several() -> None:
    assert KIND_NAMES.keys() == PLURALS.keys() == USUAL_KINDS.keys()
    names = [*KIND_NAMES.values(), *OTHER_NAMES.values()]
    assert len(set(names)) == len(names), "no two are called the same"
    assert kind_heading(USUAL_KINDS["body"]) == "Bodies"


def test_kinds_are_counted_in_the_singular_and_in_the_plural() -> None:
    standard = Kind("standard", Role.WORK, name="Standard", plural="standards")
    counts = [counted_kind(kind, number) for kind in (USUAL_KINDS["body"], standard) for number in (0, 1, 2)]
    assert counts == ["0 bodies", "1 body", "2 bodies", "0 standards", "1 standard", "2 standards"]


def test_an_edition_calls_its_kinds_as_it_says() -> None:
    standard = Kind("standard", Role.WORK, name="Standard", plural="standards")
    assert (kind_name(standard), plural_name(standard), kind_heading(standard)) == (
        "Standard",
        "standards",
        "Standards",
    )
    headed = Kind("standard", Role.WORK, name="Standard", plural="standards", heading="Standards of the port")
    assert kind_heading(headed) == "Standards of the port"


def test_within_a_sentence_a_name_is_small_unless_it_begins_with_an_acronym() -> None:
    assert [within_sentence(name) for name in ("Target", "SDG target", "مبدأ")] == ["target", "SDG target", "مبدأ"]


def test_a_paragraph_of_commentary_is_called_after_its_entry() -> None:
    assert COMMENTARY_LABEL % {"entry": "rule 2", "number": 3} == "rule 2, commentary para. 3"


def test_several_kinds_are_named_together() -> None:
    assert plural_names([USUAL_KINDS["instrument"]]) == "instruments"
    assert plural_names([USUAL_KINDS["instrument"], USUAL_KINDS["body"]]) == "instruments and bodies"
