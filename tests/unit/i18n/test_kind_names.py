"""What entries are called by their kind."""

from __future__ import annotations

from concordance.i18n.kind_names import COMMENTARY_LABEL, GROUP_TITLES, KIND_NAMES
from concordance.model.entries import Kind


def test_every_kind_of_entry_has_a_name_for_one_and_for_many() -> None:
    kinds = {kind.value for kind in Kind}
    assert kinds <= KIND_NAMES.keys()
    assert kinds == GROUP_TITLES.keys()
    assert len({str(name) for name in KIND_NAMES.values()}) == len(KIND_NAMES), "no two are called the same"


def test_a_paragraph_of_commentary_is_called_after_its_entry() -> None:
    assert COMMENTARY_LABEL % {"entry": "rule 2", "number": 3} == "rule 2, commentary para. 3"
