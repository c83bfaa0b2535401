#!/usr/bin/env bash
# MyST-Parser 5.2.0: the renderer makes an empty document for every page, and has docutils work out its settings, though
# Sphinx gives it a document: `options.get("document", make_document())`. We found no issue about it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check myst-parser==5.2.0 sphinx==9.0.4

# Three pages, and settings that count the documents that are made and never used.
mkdir source
printf '# Start\n\n```{toctree}\none\ntwo\n```\n' > source/index.md
printf '# One\n' > source/one.md
printf '# Two\n' > source/two.md
cat > source/conf.py <<'SETTINGS'
from myst_parser.mdit_to_docutils import base

extensions = ["myst_parser"]
make_document = base.make_document


def counted(*arguments, **options):
    with open("made", "a") as made:
        made.write("an empty document\n")
    return make_document(*arguments, **options)


base.make_document = counted
SETTINGS
env/bin/python -m sphinx -q -b html source out
wc -l < made | tr -d ' ' > seen

# What came out on 2026-11-29: one for each page.
echo 3 > expected
diff expected seen
cat seen
