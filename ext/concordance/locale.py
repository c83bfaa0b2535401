"""The words of the interface, for translation: what is marked with `_` can be put into other languages.

The words of texts and editors are no interface: they are translated as the pages they stand on.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.locale import get_translation

CATALOG = "concordance"
FOLDER = Path(__file__).parent / "locale"

_ = get_translation(CATALOG)
