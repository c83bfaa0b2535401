"""What is pinned of another edition: read as it was copied, or not at all; and its words as plain text."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from concordance.model.kinds import PROVISION, USUAL_KINDS
from concordance.model.other_editions import OtherEdition
from concordance.model.problems import Place
from concordance.reading.inventories import NotAGraphError, parse_graph, read_link_fields, read_pinned, read_their_links

SOUTH = OtherEdition("south", "South", "https://example.org/south/", "north", Place("annotations/vocabulary.yaml", 9))
ENTRY = {"id": "rules-2", "kind": "provision", "text": "rules", "part_of": "rules", "label": "rule 2", "title": "Dues"}
GRAPH: dict[str, Any] = {
    "version": 2,
    "texts": [{"id": "rules", "title": "Rules", "date": "1990-05-01"}],
    "vocabulary": [],
    "entries": [{**ENTRY, "url": "rules/2.html#rules-2", "date": None, "content": "Pay."}],
    "links": [],
    "moved": {"rules-9": "rules-2"},
}
LINK = {
    "object": "rules-1",
    "subject": "rules-2",
    "kind": "provision",
    "label": "rule 2",
    "title": "Dues",
    "text": "Rules",
    "url": "rules/2.html#rules-2",
    "says": "needs",
    "reason": "It <b>says</b> so.",
    "grade": "",
}


def pin(root: Path, graph: object = GRAPH) -> Path:
    folder = root / "inventories" / "south"
    folder.mkdir(parents=True)
    contents = {"graph.json": json.dumps(graph).encode(), "objects.inv": b"any"}
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    (folder / "pinned.json").write_text(json.dumps({"on": "2026-11-28", "sha256": sums}))
    return folder


def write_links(root: Path, *links: object) -> None:
    folder = root / "inventories" / "south"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "links-to-us.json").write_text("[\n" + ",\n".join(map(json.dumps, links)) + "\n]\n")


def test_entries_are_known_by_id_with_their_text_date_and_address(tmp_path: Path) -> None:
    pin(tmp_path)
    copy, problems = read_pinned(tmp_path, SOUTH, USUAL_KINDS)
    assert problems == []
    other = copy.entries["south:rules-2"]
    assert (other.text, other.edition, other.address) == ("Rules", "South", f"{SOUTH.address}rules/2.html#rules-2")
    assert (other.entry.kind, other.entry.date, other.entry.content) == (PROVISION, "1990-05-01", "Pay.")
    assert (copy.moved, str(copy.pinned_on)) == ({"south:rules-9": "south:rules-2"}, "2026-11-28")


def test_an_edition_may_have_no_copy(tmp_path: Path) -> None:
    copy, problems = read_pinned(tmp_path, SOUTH, USUAL_KINDS)
    assert (copy.pinned_on, problems) == (None, [])
    assert read_their_links(tmp_path, SOUTH, USUAL_KINDS) == ((), [])


def test_a_copy_that_was_changed_or_is_not_whole_is_told_and_not_read(tmp_path: Path) -> None:
    folder = pin(tmp_path)
    (folder / "graph.json").write_text(json.dumps({**GRAPH, "moved": {}}))
    copy, (changed,) = read_pinned(tmp_path, SOUTH, USUAL_KINDS)
    assert copy.entries == {}
    assert str(changed.place) == "inventories/south/graph.json:1"
    assert "is not as it was copied on 2026-11-28" in str(changed)
    (folder / "objects.inv").unlink()
    (missing,) = read_pinned(tmp_path, SOUTH, USUAL_KINDS)[1]
    assert missing.place.path == "inventories/south/objects.inv"
    (folder / "pinned.json").write_text("[]")
    (folder / "objects.inv").write_bytes(b"any")
    (undated,) = read_pinned(tmp_path, SOUTH, USUAL_KINDS)[1]
    assert "does not say when" in str(undated)


@pytest.mark.parametrize(
    "change",
    [
        {"url": "javascript:alert(1)"},
        {"url": "https://elsewhere.example/"},
        {"url": "//elsewhere.example/"},
        {"url": "../../admin"},
        {"title": "Dues\u202e"},
        {"label": ["rule 2"]},
        {"id": "rules:2"},
    ],
)
def test_nothing_is_taken_over_that_leads_elsewhere_or_hides_something(tmp_path: Path, change: dict[str, Any]) -> None:
    pin(tmp_path, {**GRAPH, "entries": [{**GRAPH["entries"][0], **change}]})
    assert read_pinned(tmp_path, SOUTH, USUAL_KINDS)[0].entries == {}


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"version": 9}', b"[" * 100_000, b'{"version": 2, "texts": [1]}']
)
def test_what_is_no_graph_is_refused(data: bytes) -> None:
    with pytest.raises(NotAGraphError):
        parse_graph(data)


def test_their_links_are_read_line_by_line(tmp_path: Path) -> None:
    write_links(tmp_path, LINK, {**LINK, "object": "rules-3"})
    links, problems = read_their_links(tmp_path, SOUTH, USUAL_KINDS)
    assert problems == []
    assert [(link.object, link.subject.entry.id, link.place.line) for link in links] == [
        ("rules-1", "south:rules-2", 2),
        ("rules-3", "south:rules-2", 3),
    ]
    write_links(tmp_path, LINK, {**LINK, "url": "javascript:alert(1)"})
    links, (problem,) = read_their_links(tmp_path, SOUTH, USUAL_KINDS)
    assert (links, str(problem.place)) == ((), "inventories/south/links-to-us.json:3")


@pytest.mark.parametrize(
    "change", [{"reason": "a\u202eb"}, {"says": ""}, {"reason": "a\nb"}, {"title": None}, {"object": "A"}]
)
def test_a_link_with_anything_but_plain_text_is_none(change: dict[str, object]) -> None:
    assert read_link_fields(LINK) == LINK
    with pytest.raises(ValueError, match=next(iter(change))):
        read_link_fields({**LINK, **change})
