"""Short addresses: made from ids, and printed for ever."""

from __future__ import annotations

import pytest
from concordance.citations.short_addresses import (
    Scheme,
    ShortAddress,
    check_short_addresses,
    short_addresses,
    short_path,
)
from concordance.model.corpus import LockLine
from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place

SCHEME = Scheme({"plan": "", "r74": "r74", "r64": "r64"}, frozenset({"sdg"}))


def entry(identifier: str, line: int = 1) -> Entry:
    return Entry(identifier, PROVISION, "a", identifier, "", Place("source/a.md", line))


@pytest.mark.parametrize(
    ("identifier", "path"),
    [
        ("plan-12", "12"),
        ("plan-43-b", "43b"),
        ("plan-43-b-ii", "43b.ii"),
        ("plan-chapeau", "chapeau"),
        ("r64-pp-16-4", "r64/pp16.4"),
        ("r74-op-16", "r74/op16"),
        ("r74-pp-8-d", "r74/pp8d"),
        ("sdg-8", "sdg/8"),
        ("sdg-8-7", "sdg/8.7"),
        ("sdg-16-a", "sdg/16.a"),
        ("untoc", "untoc"),
        ("untoc-art-24", "untoc/24"),
        ("ohchr-recommended-principles-principles-1-3", "ohchr-recommended-principles-principles-1-3"),
        ("a-71-53", "a-71-53"),
        ("plan", "plan"),
        ("sdg-fund", "sdg-fund"),
    ],
)
def test_a_short_address_is_made_from_the_id_and_printed_for_ever(identifier: str, path: str) -> None:
    """If one of these changes, sheets that people have printed lead nowhere."""
    assert short_path(identifier, SCHEME) == path


def test_a_redirected_id_keeps_its_address_and_a_text_has_one() -> None:
    locked = [
        LockLine("plan-99", "a.html", "plan-12", Place("ids.lock", 1)),
        LockLine("plan-98-c1", "a.html", "plan-12", Place("ids.lock", 2)),
        LockLine("plan-12", "old.html", "plan-12", Place("ids.lock", 3)),
    ]
    homes = {"plan": "a.html", "r64": "r64.html", "r74": "b.html"}
    addresses = short_addresses([entry("plan-12")], locked, {"plan-12": "a.html"}, homes, SCHEME)
    assert [(address.path, address.id, address.page, address.anchor) for address in addresses] == [
        ("12", "plan-12", "a.html", "plan-12"),
        ("99", "plan-99", "a.html", "plan-12"),
        ("r74", "r74", "b.html", ""),
    ]


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        ({"plan-12": "12", "twelve": "12"}, "of twelve would be /12/, but plan-12 (source/a.md:1) has it already."),
        ({"annex": "annex"}, "of annex would be /annex/, but something else of the site stands there."),
        ({"bodies": "bodies"}, "of bodies would be /bodies/, but something else of the site stands there."),
        ({"qr": "qr"}, "of qr would be /qr/, but something else of the site stands there."),
        ({"plan-12": "12", "plan-1": "1"}, ""),
    ],
)
def test_an_address_that_is_taken_is_told_with_the_place_of_the_later_one(paths: dict[str, str], message: str) -> None:
    addresses = [
        ShortAddress(path, of, "a.html", of, Place("source/a.md", line))
        for line, (of, path) in enumerate(paths.items(), start=1)
    ]
    problems = check_short_addresses(
        sorted(addresses, key=lambda address: (address.path, address.place)),
        ["annex/index.html", "bodies.html", "annex/12.html"],
    )
    assert [problem.message.removeprefix("The short address ") for problem in problems] == (
        [message] if message else []
    )
    assert [problem.place.line for problem in problems] == ([len(paths)] if message else [])
