"""An editor is asked about words that may be lost and numbers that belong to no unit."""

from __future__ import annotations

from concordance.cli.importer.block_doubts import note_outside, note_unended
from concordance.cli.importer.decisions import Decisions
from concordance.cli.importer.units import TextBlock
from source_words import unit, words

ENDED = [unit(str(number), words("Lamps are lit at night.")) for number in range(1, 12)]


def doubted(decisions: Decisions) -> list[tuple[int, str]]:
    return [(key.line, key.words) for key in decisions.doubts]


def test_the_one_paragraph_without_an_end_among_many_is_doubtful() -> None:
    unended = unit("12", words("Oil is fat; and", 40), unit("a", words("keepers wake before the", 41)))
    decisions = Decisions()
    note_unended([*ENDED, unended], decisions)
    assert doubted(decisions) == [(41, "keepers wake before the")]


def test_a_text_that_ends_nothing_has_a_custom_and_no_slips() -> None:
    decisions = Decisions()
    note_unended([unit(str(number), words("Lamps are lit at night")) for number in range(1, 12)], decisions)
    assert doubted(decisions) == []


def test_short_words_and_headings_need_no_end() -> None:
    decisions = Decisions()
    note_unended(
        [*ENDED, unit("12", words("Oil is fat")), unit("13", words("On oil and on fat", heading=2))], decisions
    )
    assert doubted(decisions) == []


def test_the_first_number_outside_of_all_units_is_doubtful() -> None:
    decisions = Decisions()
    blocks: list[TextBlock] = [
        words("Whereas:"),
        words("(1) Lamps are good.", 5),
        words("(2) Oil is fat.", 7),
        unit("1", words("One.")),
    ]
    note_outside(blocks, decisions)
    assert doubted(decisions) == [(5, "(1)")]


def test_letters_and_headings_outside_of_units_are_not() -> None:
    decisions = Decisions()
    note_outside([words("(a) lamps;"), words("1. On lamps", heading=2), unit("1", words("One."))], decisions)
    assert doubted(decisions) == []
