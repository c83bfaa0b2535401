"""`linker.js`: a script that other sites may include to make links of the citations on their pages.

`linker-data.js` has its data, `linker-card.js` draws its cards. All are scripts, so that a page which may run the first
needs no permission for anything else. The first has digests of the others in it: a page that says with `integrity` what
the first holds runs nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING

from concordance.citations.grammar import grammar_words
from concordance.citations.in_prose import prose_citations, ranges
from concordance.exports.scripts import strip_script, whole_script

if TYPE_CHECKING:
    from concordance.citations.in_prose import CitableWork, ProseCitations
    from concordance.exports.built_edition import BuiltEdition, Files
    from concordance.model.corpus import SearchWords

SCRIPTS = ("linker.js", "linker-card.js")
DATA = "linker-data.js"
# Calls the script with its data. An element of a page may have the name of a property of the document, and hide it: so
# the property is read from the prototype.
GIVE = 'Object.getOwnPropertyDescriptor(Document.prototype,"currentScript").get.call(document).linker'
# Where the first says what the others hold.
DIGESTS = "const DIGESTS = {};"

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def make_files(edition: BuiltEdition) -> Files:
    """Return the scripts and their data, for the root of the site."""
    texts = edition.corpus.vocabulary.texts.values()
    known = {
        "title": edition.site.name,
        "status": [[text.name, text.facts.status] for text in texts if text.facts.status],
        "grammar": grammar_words(edition.corpus),
        **as_rows(prose_citations(edition.concordance, edition.corpus, edition.address), edition.corpus.search_words),
    }
    main, card = (strip_script(whole_script(f"linker/{name}")) for name in SCRIPTS)
    loaded = {DATA: f"{GIVE}({_encode(known)});\n", SCRIPTS[1]: card}
    digests = _encode({name: integrity(content) for name, content in loaded.items()})
    return {SCRIPTS[0]: main.replace(DIGESTS, f"const DIGESTS = {digests};"), **loaded}


def integrity(content: str) -> str:
    """Return what the attribute `integrity` says of a script (https://www.w3.org/TR/sri/)."""
    return f"sha384-{base64.b64encode(hashlib.sha384(content.encode()).digest()).decode()}"


def as_rows(citable: ProseCitations, search_words: SearchWords) -> dict[str, object]:
    """Return the data of the script in a compact form: rows in place of records, in the order that the script reads."""
    prose = search_words.prose
    used = {key for work in citable.works for parts in work.parts for key in parts.keys}
    return {
        "wholes": [_as_row(work) for work in citable.works],
        "documents": [[page, *symbols] for page, symbols in citable.documents.items()],
        "series": [[key, *words] for key, words in search_words.series.items() if key in used],
        "several": prose.several,
        "before": prose.before,
        "after": prose.after,
    }


def _as_row(work: CitableWork) -> list[object]:
    parts = (
        [",".join(part.keys), part.prefix, part.page, int(part.anchored), ranges(part.numbers)] for part in work.parts
    )
    return [work.names, work.bare, int(work.exact), *parts]
