"""What is served of the styles of pages."""

from __future__ import annotations

from concordance.exports.styles import LANGUAGES, STYLES, page_styles


def test_every_style_is_served_lighter_than_it_is_written() -> None:
    styles = page_styles("ar")
    written = {path.name: path.read_text(encoding="utf-8") for path in STYLES.glob("*.css")}
    assert styles.keys() == written.keys()
    assert all(len(styles[name]) < len(written[name]) for name in written)
    assert not any("/*" in style for style in styles.values())


def test_pages_in_english_have_no_styles_for_other_languages() -> None:
    assert page_styles("fr").keys() - page_styles("en_GB").keys() == {LANGUAGES}
