"""The script for other sites, as it is served."""

from __future__ import annotations

from concordance.exports.scripts import strip_script


def test_what_is_served_says_the_same_in_fewer_letters() -> None:
    assert strip_script("// Why.\n{\n  const web = 'https://x'; // kept\n\n  // Because.\n}\n") == (
        "{\nconst web = 'https://x'; // kept\n}\n"
    )
