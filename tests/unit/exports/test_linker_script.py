"""The script for other sites, as it is served."""

from __future__ import annotations

import base64
import hashlib
import json
import re

from built import harbour
from concordance.exports.linker_script import make_files
from concordance.exports.scripts import strip_script


def test_what_is_served_says_the_same_in_fewer_letters() -> None:
    assert strip_script("// Why.\n{\n  const web = 'https://x'; // kept\n\n  // Because.\n}\n") == (
        "{\nconst web = 'https://x'; // kept\n}\n"
    )


def test_the_script_has_the_digests_of_what_it_loads() -> None:
    files = make_files(harbour())
    known = re.search(r"const DIGESTS = (\{.+\});", str(files["linker.js"]))
    assert known is not None
    for name, integrity in json.loads(known[1]).items():
        content = str(files[name]).encode()
        assert integrity == f"sha384-{base64.b64encode(hashlib.sha384(content).digest()).decode()}"
    assert json.loads(known[1]).keys() == files.keys() - {"linker.js"}
