"""A language is one whose dates and plurals are known."""

from __future__ import annotations

import pytest
from concordance.i18n.languages import is_language


@pytest.mark.parametrize("code", ["en", "fr", "ar", "pt_BR", "zh_CN", "zh-Hans"])
def test_codes_of_languages(code: str) -> None:
    assert is_language(code)


@pytest.mark.parametrize("code", ["", "english", "xq", "EN", "en/../fr", "root"])
def test_what_is_none(code: str) -> None:
    assert not is_language(code)
