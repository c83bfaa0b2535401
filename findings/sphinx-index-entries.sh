#!/usr/bin/env bash
# Sphinx 9.0.4: after an incremental build, searchindex.js lacks the index entries of pages that were not written
# again. sphinx-doc/sphinx#12599.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check sphinx==9.0.4

# Two pages, with an index entry each.
touch conf.py
printf 'Start\n=====\n\n.. toctree::\n\n   harbour\n   quay\n' > index.rst
printf 'Harbour\n=======\n\n.. index:: ship\n\nShips lie here.\n' > harbour.rst
printf 'Quay\n====\n\n.. index:: crane\n\nCranes stand here.\n' > quay.rst

build() {
  env/bin/sphinx-build -q -b html -D exclude_patterns=env . out
  echo "$1: $(grep -o '"indexentries":{[^}]*}' out/searchindex.js | grep -oE '"(ship|crane)"' | sort | xargs)"
}

# Only one of them changes between two builds; a build from nothing follows.
build first > seen
echo 'They are tall.' >> quay.rst
build second >> seen
rm -r out
build anew >> seen

# What came out on 2026-11-28: the second build has lost "ship".
cat > expected <<'EXPECTED'
first: crane ship
second: crane
anew: crane ship
EXPECTED
diff expected seen
cat seen
