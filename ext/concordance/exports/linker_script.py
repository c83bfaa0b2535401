"""`linker.js`: what another site may include to make links of the citations on its pages.

What it knows is `linker-data.js`; cards
are `linker-card.js`. All are scripts, so that a page which may run the first needs no leave for anything else.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from concordance.browser import BROWSER
from concordance.citations.in_prose import linkable, ranges
from concordance.exports.files import write_if_changed
from concordance.exports.scripts import served

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

    from concordance.citations.in_prose import Citable, Linkable
    from concordance.model.corpus import Finding
    from concordance.sphinx_ext.domain import ConcordanceDomain

SCRIPTS = ("linker.js", "linker-card.js")
DATA = "linker-data.js"
# A page may have an element that is named like a property of the document, and stands in its place.
GIVE = 'Object.getOwnPropertyDescriptor(Document.prototype,"currentScript").get.call(document).linker'

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write(builder: StandaloneHTMLBuilder, domain: ConcordanceDomain) -> None:
    """Write the scripts into the root of the site."""
    out = Path(builder.outdir)
    for name in SCRIPTS:
        write_if_changed(out / name, served((BROWSER / "linker" / name).read_text(encoding="utf-8")))
    found = linkable(domain.concordance, domain.corpus, builder.get_target_uri)
    texts = domain.corpus.vocabulary.texts.values()
    known = {
        "title": builder.config.html_title,
        "status": [[text.name, text.facts.status] for text in texts if text.facts.status],
        **told(found, domain.corpus.finding),
    }
    write_if_changed(out / DATA, f"{GIVE}({_encode(known)});\n")


def told(found: Linkable, finding: Finding) -> dict[str, object]:
    """Return what the script has to know, in short: rows in place of records."""
    prose = finding.prose
    used = {key for whole in found.wholes for parts in whole.parts for key in parts.keys}
    return {
        "wholes": [_told(whole) for whole in found.wholes],
        "documents": [[page, *symbols] for page, symbols in found.documents.items()],
        "series": [[key, *words] for key, words in finding.series.items() if key in used],
        "symbols": [[start, *ways] for start, ways in prose.symbols.items()],
        "several": prose.several,
        "and": prose.joins,
        "of": prose.belongs,
        "before": prose.before,
        "after": prose.after,
    }


def _told(whole: Citable) -> list[object]:
    parts = (
        [",".join(part.keys), part.prefix, part.page, int(part.anchored), ranges(part.numbers)] for part in whole.parts
    )
    return [whole.names, whole.bare, int(whole.exact), *parts]
