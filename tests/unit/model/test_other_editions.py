"""The ids of entries of other editions."""

from __future__ import annotations

from concordance.model.other_editions import edition_of


def test_an_id_with_a_colon_is_of_the_edition_before_it() -> None:
    assert [edition_of(name) for name in ("south:rules-3", "rules-3")] == ["south", ""]
