#!/usr/bin/env bash
# MyST-Parser 5.2.0, with Sphinx 9.0.4: what a directive parses from another file is reported with the name of the page,
# and with a line that counts on from the directive, here past the end of the page. Under reStructuredText, the same
# directive reports the other file and its line. executablebooks/MyST-Parser#967; #1175 proposes a mend.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check sphinx==9.0.4 myst-parser==5.2.0

# A directive that parses three lines as those of "note.txt". A role on the third is unknown.
cat > conf.py <<'CONF'
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective, switch_source_input

extensions = ["myst_parser"]
exclude_patterns = ["env"]


class Note(SphinxDirective):
    def run(self):
        role = "{nosuch}`x`" if self.env.docname == "markdown" else ":nosuch:`x`"
        content = StringList(["A note.", "", role], source="note.txt")
        holder = nodes.container()
        with switch_source_input(self.state, content):
            self.state.nested_parse(content, 0, holder)
        return [holder]


def setup(app):
    app.add_directive("note-file", Note)
CONF
printf 'Start\n=====\n\n.. toctree::\n\n   markdown\n\n.. note-file::\n' > index.rst
printf '# A page of six lines\n\nWords.\n\n```{note-file}\n```\n' > markdown.md
env/bin/sphinx-build -q -b html . out 2>&1 | sed "s|$(pwd -P)/||" > seen

# What came out on 2026-11-28.
cat > expected <<'EXPECTED'
note.txt:3: ERROR: Unknown interpreted text role "nosuch". [docutils]
markdown.md:8: WARNING: Unknown interpreted text role "nosuch". [myst.role_unknown]
EXPECTED
diff expected seen
cat seen
