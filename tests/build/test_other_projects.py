"""The extension in projects with another theme, and in other formats than HTML."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from edition import ROOT, Edition
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

TINY = ROOT / "tests" / "editions" / "tiny"
WORDS = ("keep a register of vessels", "What is open to the public is the register that this")
# In a book, the files of an edition have no date and version unless its settings say so.
SETTINGS = {"copyright": "none", "version": "1"}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return Edition.copy(TINY, tmp_path_factory.mktemp("formats"))


def build(edition: Edition, builder: str, **settings: str) -> tuple[Path, str]:
    """Build an edition, and return the folder with the result, and what was warned of."""
    out, warnings = edition.root / builder, io.StringIO()
    source = edition.root / "source"
    # Catalogues of messages are made from pages that are read in another way.
    doctrees = edition.root / ("doctrees-gettext" if builder == "gettext" else "doctrees")
    with patch_docutils(edition.root), docutils_namespace():
        app = Sphinx(
            source, edition.root, out, doctrees, builder,
            confoverrides={**SETTINGS, **settings}, status=None, warning=warnings,
        )  # fmt: skip
        app.build()
    return out, warnings.getvalue()


@pytest.mark.parametrize(
    ("builder", "file"),
    [
        ("text", "rules/2.txt"),
        ("epub", "rules/2.xhtml"),
        ("latex", "*.tex"),
        ("man", "*.1"),
        ("texinfo", "*.texi"),
    ],
)
def test_books_and_plain_text_have_words_and_connections(builder: str, file: str, tiny: Edition) -> None:
    out, warnings = build(tiny, builder)
    assert warnings == ""
    (path,) = out.glob(file)
    content = " ".join(re.sub(r"[\\{}]|sphinxhyphen", "", path.read_text("utf-8")).split())
    assert [words for words in WORDS if words not in content] == []
    assert "<button" not in content


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml", "json"])
def test_formats_with_other_addresses_are_refused_in_one_line(builder: str, tiny: Edition) -> None:
    with pytest.raises(SphinxError) as failure:
        build(tiny, builder)
    assert str(failure.value) == (
        f"An edition cannot be built with {builder!r}: its pages have addresses to keep. Use 'html'."
    )


def test_translators_get_what_editors_write(tiny: Edition) -> None:
    out, warnings = build(tiny, "gettext", gettext_compact="edition")
    assert warnings == ""
    catalogue = (out / "edition.pot").read_text("utf-8").replace('"\n"', "")
    for words in (
        "A register and its dues",
        "The harbour master writes vessels down and collects what they owe.",
        "What is open to the public is the register that this rule creates.",
        "The tiny edition has no targets.",
        "Office of the Harbour Master",
        "is needed by",
        "Nearly the same words.",
        "rule {number}",
    ):
        assert f'msgid "{words}"' in catalogue


# The page for missing addresses asks other themes for their tree of pages in a way that Sphinx 11 will not know.
@pytest.mark.filterwarnings("ignore::sphinx.deprecation.RemovedInSphinx11Warning")
def test_another_theme_is_kept_and_gets_words_connections_and_search(tiny: Edition) -> None:
    out, warnings = build(tiny, "html", html_theme="alabaster")
    assert warnings == ""
    page = (out / "rules" / "2.html").read_text("utf-8")
    assert [words for words in WORDS if words not in page] == []
    # What the theme has is there, and what only ours can use is not.
    assert 'class="sphinxsidebar"' in page
    assert "words.css" in page
    assert 'class="copy"' not in page
    assert "edition.css" not in page
    search = (out / "search.html").read_text("utf-8")
    assert 'class="sphinxsidebar"' in search
    assert "data-results" in search
    assert "_static/search.js" in search
    assert (out / "embed" / "rules-2" / "index.html").exists()
