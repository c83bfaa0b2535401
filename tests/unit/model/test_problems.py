"""What is suggested instead of a name that does not exist."""

from __future__ import annotations

from concordance.model.problems import nearest


def test_nearest_ids_are_suggested() -> None:
    assert nearest("sdg-87", ["sdg-8-7", "untoc"]) == "Did you mean 'sdg-8-7'?"
    assert nearest("8-7", ["sdg-8-7", "untoc"]) == "Did you mean 'sdg-8-7'?"
    assert nearest("44", ["untoc-art-44", "plan-44", "plan-4"]) == "Did you mean 'plan-44' or 'untoc-art-44'?"
    assert nearest("zzz", ["sdg-8-7"]) == "Nothing known comes close to it."
