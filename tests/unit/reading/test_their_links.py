"""What is taken from another edition's data: its links that lead here, in its words."""

from __future__ import annotations

from typing import Any

from concordance.reading.their_links import extract_links

CONCEPT = {"kind": ["skos:Concept", "owl:ObjectProperty"]}
GRAPH: dict[str, Any] = {
    "texts": [{"id": "rules", "title": "Rules"}],
    "vocabulary": [
        {**CONCEPT, "id": "v#needs", "notation": "needs", "prefLabel": "needs", "inverseOf": "v#needed-by"},
        {**CONCEPT, "id": "v#needed-by", "notation": "needed-by", "prefLabel": "is needed by", "inverseOf": "v#needs"},
        {"id": "v#close", "kind": "skos:Concept", "notation": "close", "prefLabel": "near", "inScheme": "v#grades"},
    ],
    "entries": [
        {
            "id": "rules-2", "kind": "provision", "text": "rules", "label": "rule 2", "title": "Dues",
            "url": "rules/2.html#rules-2",
        }
    ],
    "links": [],
}  # fmt: skip


def extract(*links: dict[str, object]) -> tuple[list[dict[str, str]], list[str]]:
    ready = [{"subject": "rules-2", "predicate": "needs", "reason": "Why.", "grade": None, **link} for link in links]
    return extract_links(
        {**GRAPH, "links": ready}, "north", {"plan-1", "plan-2"}, {"plan-9": "plan-8", "plan-8": "plan-2"}
    )


def test_links_are_worded_from_the_end_here() -> None:
    ((first, second), left_out) = extract(
        {"object": "north:plan-1", "grade": "close"}, {"object": "north:plan-1", "predicate": "needed-by"}
    )
    assert (first["object"], first["subject"], first["text"]) == ("plan-1", "rules-2", "Rules")
    assert (first["says"], first["grade"], second["says"]) == ("is needed by", "near", "needs")
    assert left_out == []


def test_links_to_others_are_passed_over_and_replaced_ids_followed() -> None:
    (link,), left_out = extract({"object": "plan-1"}, {"object": "south:plan-1"}, {"object": "north:plan-9"})
    assert (link["object"], left_out) == ("plan-2", [])


def test_what_is_left_out_is_told() -> None:
    links, left_out = extract({"object": "north:plan-7"}, {"object": "north:plan-1", "reason": "a\u202eb"})
    assert links == []
    assert left_out == [
        "rules-2 links to north:plan-7, which is no entry here",
        "reason of the link from rules-2 to plan-1 cannot be shown here",
    ]
