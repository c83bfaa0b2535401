"""How easily a summary is read."""

from __future__ import annotations

from concordance.authoring.reading_ease import reading_ease


def test_reading_ease_tells_plain_from_hard() -> None:
    plain = reading_ease("The state must help people. It must keep them safe.")
    hard = reading_ease("Comprehensive institutional coordination necessitates considerable administrative capability.")
    assert plain > 80
    assert hard < 20
    assert reading_ease("") == 100
