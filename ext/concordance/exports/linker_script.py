"""`linker.js`: what another site may include to make links of the citations on its pages.

The script is written by hand, and served without what only its readers need. What it knows is `linker-data.js`; cards
are `linker-card.js`. All are scripts, so that a page which may run the first needs no leave for anything else.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from concordance.browser import BROWSER
from concordance.citations.in_prose import prose_citations, ranges

if TYPE_CHECKING:
    from concordance.citations.in_prose import CitableWork, ProseCitations
    from concordance.exports.built_edition import BuiltEdition, Files
    from concordance.model.corpus import SearchWords

SCRIPTS = ("linker.js", "linker-card.js")
DATA = "linker-data.js"
# A page may have an element that is named like a property of the document, and stands in its place.
GIVE = 'Object.getOwnPropertyDescriptor(Document.prototype,"currentScript").get.call(document).linker'

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def files(edition: BuiltEdition) -> Files:
    """Return the scripts, which stand at the root of the site, and what they know."""
    texts = edition.corpus.vocabulary.texts.values()
    known = {
        "title": edition.site.name,
        "status": [[text.name, text.facts.status] for text in texts if text.facts.status],
        **rows(prose_citations(edition.concordance, edition.corpus, edition.address), edition.corpus.search_words),
    }
    scripts = {name: served((BROWSER / "linker" / name).read_text(encoding="utf-8")) for name in SCRIPTS}
    return {**scripts, DATA: f"{GIVE}({_encode(known)});\n"}


def served(script: str) -> str:
    """Return a script without indentation, empty lines, and lines that hold only a comment."""
    lines = (line.strip() for line in script.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def rows(citable: ProseCitations, search_words: SearchWords) -> dict[str, object]:
    """Return what the script has to know, in short: rows in place of records."""
    prose = search_words.prose
    used = {key for whole in citable.works for parts in whole.parts for key in parts.keys}
    return {
        "wholes": [_row(whole) for whole in citable.works],
        "documents": [[page, *symbols] for page, symbols in citable.documents.items()],
        "series": [[key, *words] for key, words in search_words.series.items() if key in used],
        "symbols": [[start, *ways] for start, ways in prose.symbols.items()],
        "several": prose.several,
        "and": prose.joins,
        "of": prose.belongs,
        "before": prose.before,
        "after": prose.after,
    }


def _row(whole: CitableWork) -> list[object]:
    parts = (
        [",".join(part.keys), part.prefix, part.page, int(part.anchored), ranges(part.numbers)] for part in whole.parts
    )
    return [whole.names, whole.bare, int(whole.exact), *parts]
