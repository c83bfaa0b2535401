#!/usr/bin/env bash
# Sphinx 9.0.4: a label before a paragraph may stand on two pages, and no build warns of it, not even with -n -W. A link
# goes to the page that was read last, so an incremental build leads elsewhere than a build from nothing. Before a
# heading, the same label is warned of. It is the same in Markdown, with MyST-Parser 5.2.0.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check sphinx==9.0.4

# Two pages with the label "port", and one that links to it.
touch conf.py
printf 'Start\n=====\n\n.. toctree::\n\n   a\n   b\n\nSee :ref:`the port <port>`.\n' > index.rst
printf 'A\n=\n\n.. _port:\n\nThe port of A.\n' > a.rst
printf 'B\n=\n\n.. _port:\n\nThe port of B.\n' > b.rst

build() {
  env/bin/sphinx-build -q -n -W -b html -D exclude_patterns=env . out
  echo "$1: $(grep -oE '[ab]\.html#port' out/index.html)"
}

build 'from nothing' > seen
touch a.rst index.rst
build 'after a change of A' >> seen

# The same label before a heading on both pages.
sed -i 's/^The port of .\.$/Port\n----/' a.rst b.rst
env/bin/sphinx-build -q -n -E -b html -D exclude_patterns=env . out 2>&1 | sed "s|$(pwd -P)/||g" >> seen

# What came out on 2026-11-28.
cat > expected <<'EXPECTED'
from nothing: b.html#port
after a change of A: a.html#port
b.rst:7: WARNING: duplicate label port, other instance in a.rst
EXPECTED
diff expected seen
cat seen
