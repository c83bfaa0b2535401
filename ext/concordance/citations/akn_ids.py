"""The ids of provisions in Akoma Ntoso, and the way back.

They follow the naming convention (https://docs.oasis-open.org/legaldocml/akn-nc/v1.0/): `plan-43-b` is
`para_43__list_1__point_b` there, and `r74-pp-8-d` is `container_8__list_1__item_d`. Preambular paragraphs are
containers, as AKN4UN has them.
"""

from __future__ import annotations

import re

# The series of preambular paragraphs in ids.
PREAMBULAR = "pp"
PARAGRAPH, RECITAL = "para", "container"
LIST = "list_1"
# The numbered series of a text without one, and of operative paragraphs, are both `para`: a text has but one of them.
OPERATIVE = "op"
EID = re.compile(rf"(?P<kind>{PARAGRAPH}|{RECITAL})_(?P<number>[^_]+)(?P<items>(?:__{LIST}__(?:point|item)_[^_]+)*)")


def eid_of(identifier: str) -> str:
    """Return the `eId` of a provision, from its id."""
    parts = identifier.split("-")[1:]
    series = parts.pop(0) if parts[0] in {PREAMBULAR, OPERATIVE} else ""
    kind, item = (RECITAL, "item") if series == PREAMBULAR else (PARAGRAPH, "point")
    return "".join([f"{kind}_{parts[0]}", *(f"__{LIST}__{item}_{part}" for part in parts[1:])])


def id_of(eid: str, text: str, *, operative: bool) -> str | None:
    """Return the id of the provision that has an `eId` in the file of a text; None if that is not one of a provision.

    `operative` says whether the operative paragraphs of the text have a series of their own in ids (`r64-op-4`).
    """
    match = EID.fullmatch(eid)
    if match is None:
        return None
    series = [PREAMBULAR] if match["kind"] == RECITAL else [OPERATIVE] if operative else []
    items = [item.rpartition("_")[2] for item in match["items"].split(f"__{LIST}__")[1:]]
    return "-".join([text, *series, match["number"], *items])
