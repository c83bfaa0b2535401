#!/usr/bin/env bash
# Babel 2.18.0: the key of a subscript in a call of gettext is taken for a message, though no translator has any use for
# it. python-babel/babel#415 and #1335. Babel 2.19.0 leaves the key alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check babel==2.18.0

# A constant that is marked for translation, and a use of it.
cat > names.py <<'NAMES'
NAMES = {"hb": N_("Harbour")}
print(_(NAMES["hb"]))
NAMES
env/bin/pybabel --quiet extract --omit-header --no-location --keyword N_ --output messages.pot names.py
grep '^msgid' messages.pot > seen

# What came out on 2026-11-28: "hb" is no message.
cat > expected <<'EXPECTED'
msgid "Harbour"
msgid "hb"
EXPECTED
diff expected seen
cat seen
