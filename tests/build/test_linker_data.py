"""What the script for other sites is told of an edition."""

from __future__ import annotations

import json
from typing import Any

from edition import Build, Edition


def data_of(build: Build) -> dict[str, Any]:
    text = (build.out / "linker-data.js").read_text(encoding="utf-8")
    known: dict[str, Any] = json.loads(text[text.index("({") + 1 : text.rindex(")")])
    return known


def test_any_edition_tells_what_can_be_cited(built: Edition) -> None:
    known = data_of(built.build())
    wholes = {names[0]: rows for names, _bare, _exact, *rows in known["wholes"]}
    assert "harbour rule" in wholes
    assert [row[1] for row in wholes["harbour rule"]] == ["rules-"] * len(wholes["harbour rule"])
    assert known["series"][0] == ["", "rule"]


def test_the_script_names_nothing_of_the_edition(real: Build) -> None:
    script = (real.out / "linker.js").read_text(encoding="utf-8") + (real.out / "linker-card.js").read_text("utf-8")
    assert not [name for names, *_ in data_of(real)["wholes"] for name in names if name in script]
