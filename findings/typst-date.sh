#!/usr/bin/env bash
# typst 0.15.2 (the Python package): a PDF has the date of today although SOURCE_DATE_EPOCH asks for another. Typst's
# own program heeds it (typst/typst#3806); the package takes a date only as an argument (messense/typst-py#165).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check typst==0.15.2

cat > date.py <<'DATE'
import re

import typst


def year(pdf):
    """Return the year in which a PDF says that it was made."""
    return re.search(rb"/CreationDate ?\(D:(\d{4})", pdf)[1].decode()


print("with SOURCE_DATE_EPOCH=0:", "1970" if year(typst.compile(b"Words.")) == "1970" else "the year of today")
print("with timestamp=0:", year(typst.compile(b"Words.", timestamp=0)))
DATE
SOURCE_DATE_EPOCH=0 env/bin/python date.py > seen

# What came out on 2026-11-28.
cat > expected <<'EXPECTED'
with SOURCE_DATE_EPOCH=0: the year of today
with timestamp=0: 1970
EXPECTED
diff expected seen
cat seen
