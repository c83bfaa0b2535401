"""What is pinned of other editions in the repository: what their entries are, and their links to entries here.

`inventories/ID` has the other's `graph.json` and `objects.inv` as they were published, and `pinned.json`, which says
when they were copied and has their sums; `concordance inventory` writes the three. `links-to-us.json` has the links of
the other that lead here, each on a line of its own; `concordance links-to-us` writes it. All of it was written by
others: it is shown as plain text, and leads to the site of that edition and nowhere else.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
from typing import TYPE_CHECKING, Any

from concordance.model.entries import Entry
from concordance.model.ids import ID_PATTERN
from concordance.model.kinds import USUAL_KINDS
from concordance.model.layout import GRAPH, INVENTORIES, LINKS_HERE, OBJECTS, PINNED
from concordance.model.other_editions import SEPARATOR, OutsideEntry, PinnedEdition, TheirLink
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading import files
from concordance.reading.characters import first_hidden
from concordance.reading.limits import INVENTORY_BYTES, LINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from concordance.model.kinds import Kind
    from concordance.model.other_editions import OtherEdition

# Where an entry stands, below the address of its site: nothing that leads elsewhere.
PATH = re.compile(r"(?!.*\.\.)[\w~][\w~./-]*(?:#[\w-]+)?|#[\w-]+", re.ASCII)
IDENTIFIER = re.compile(ID_PATTERN)
# What is known of a link of another edition: the entries here and there, its words, and where it stands.
LINK_FIELDS = ("object", "subject", "kind", "label", "title", "text", "url", "says", "reason", "grade")
# The formats of `graph.json` that are understood.
VERSIONS = frozenset({2})
AGAIN = "Fetch it anew: `concordance inventory {} FOLDER`, with the folder of its site."
LINKS_AGAIN = "Write the file anew: `concordance links-to-us FILE`, with the `graph.json` of {}."


class NotAGraphError(ValueError):
    """Raised where a file is not the `graph.json` of an edition; the message says why."""


def folder_of(edition: str) -> str:
    """Return the path of the folder with what is pinned of an edition."""
    return f"{INVENTORIES}/{edition}"


def parse_graph(data: bytes) -> dict[str, Any]:
    """Return what a `graph.json` holds. Raises `NotAGraphError`."""
    try:
        graph = json.loads(data)
    except (ValueError, RecursionError) as error:
        msg = "it is not JSON"
        raise NotAGraphError(msg) from error
    if not isinstance(graph, dict) or graph.get("version") not in VERSIONS:
        msg = "it is not the graph.json of an edition, or of a format that this engine does not know"
        raise NotAGraphError(msg)
    for name in ("texts", "vocabulary", "entries", "links"):
        if not isinstance(graph.get(name), list) or not all(isinstance(item, dict) for item in graph[name]):
            msg = f"it has no list of {name}"
            raise NotAGraphError(msg)
    return graph


def read_pinned(root: Path, edition: OtherEdition, kinds: Mapping[str, Kind]) -> tuple[PinnedEdition, list[Problem]]:
    """Return the copy of another edition's inventory, empty if there is none; and problems, if it is not whole.

    `kinds` are the kinds of entries here, by id.
    """
    folder, again = folder_of(edition.id), AGAIN.format(edition.id)
    if not os.path.lexists(root / folder / PINNED):
        return PinnedEdition(), []
    contents: dict[str, bytes] = {}
    for name in (PINNED, GRAPH, OBJECTS):
        contents[name], problems = files.read(root, f"{folder}/{name}", INVENTORY_BYTES)
        if problems:
            return PinnedEdition(), problems
    try:
        pinned = json.loads(contents[PINNED])
        on, sums = datetime.date.fromisoformat(pinned["on"]), dict(pinned["sha256"])
    except (ValueError, TypeError, KeyError, RecursionError):
        message = "This file does not say when the inventory was copied, and its sums."
        return PinnedEdition(), [_problem(f"{folder}/{PINNED}", message, again)]
    for name in (GRAPH, OBJECTS):
        if hashlib.sha256(contents[name]).hexdigest() != sums.get(name):
            message = f"This file is not as it was copied on {on}: its sum is another."
            return PinnedEdition(), [_problem(f"{folder}/{name}", message, again)]
    path = f"{folder}/{GRAPH}"
    try:
        graph = parse_graph(contents[GRAPH])
    except NotAGraphError as error:
        return PinnedEdition(), [_problem(path, f"This file cannot be used: {error}.", again)]
    return PinnedEdition(dict(_entries(graph, edition, kinds, path)), _moved_ids(graph, edition.id), on), []


def outside_id(edition: str, identifier: str) -> str:
    """Return the id by which links lead to an entry of another edition: `harbour:rules-3`."""
    return f"{edition}{SEPARATOR}{identifier}"


def _entries(
    graph: Mapping[str, Any], edition: OtherEdition, kinds: Mapping[str, Kind], path: str
) -> Iterator[tuple[str, OutsideEntry]]:
    texts = {text.get("id"): text for text in graph["texts"]}
    dates = {item.get("id"): item.get("date") for item in (*graph["texts"], *graph["entries"])}
    for item in graph["entries"]:
        fields = [item.get(name) for name in ("id", "label", "title", "url")]
        if not all(isinstance(value, str) and 0 < len(value) <= LINE for value in fields):
            continue
        identifier, label, title, url = fields
        # Nothing is taken over that could lead elsewhere, or say something else than readers see.
        if not IDENTIFIER.fullmatch(identifier) or not PATH.fullmatch(url) or first_hidden(f"{label}{title}"):
            continue
        text = texts.get(item.get("text"), {}).get("title")
        date = item.get("date") or dates.get(item.get("part_of")) or dates.get(item.get("text"))
        full = outside_id(edition.id, identifier)
        yield (
            full,
            OutsideEntry(
                entry=Entry(
                    id=full,
                    kind=_kind(item.get("kind"), kinds),
                    docname="",
                    label=label,
                    title=title,
                    place=Place(path, 1),
                    content=content if isinstance(content := item.get("content"), str) else None,
                    date=date if isinstance(date, str) and len(date) <= 10 else "",
                ),
                edition=edition.title,
                text=text if isinstance(text, str) and not first_hidden(text) else "",
                address=f"{edition.address}{url}",
            ),
        )


def _kind(name: object, kinds: Mapping[str, Kind]) -> Kind:
    """Return the kind of an entry; of one of a kind that is unknown here, nothing is known but that it is a work."""
    return kinds.get(str(name), USUAL_KINDS["document"])


def _moved_ids(graph: Mapping[str, Any], edition: str) -> dict[str, str]:
    moved = graph.get("moved")
    pairs = moved.items() if isinstance(moved, dict) else ()
    return {outside_id(edition, old): outside_id(edition, new) for old, new in pairs if isinstance(new, str)}


def read_their_links(
    root: Path, edition: OtherEdition, kinds: Mapping[str, Kind]
) -> tuple[tuple[TheirLink, ...], list[Problem]]:
    """Return the links of another edition to entries here, none if their file is wrong anywhere; and all problems."""
    path = f"{folder_of(edition.id)}/{LINKS_HERE}"
    if not os.path.lexists(root / path):
        return (), []
    data, problems = files.read(root, path, INVENTORY_BYTES)
    if problems:
        return (), problems
    links = []
    remedy = LINKS_AGAIN.format(edition.title)
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
        # The brackets of the list stand on lines of their own.
        if line.strip() in {"[", "]", ""}:
            continue
        try:
            fields = json.loads(line.rstrip().removesuffix(","))
            links.append(_their_link(read_link_fields(fields), edition, kinds, Place(path, number)))
        except (ValueError, TypeError, AttributeError, RecursionError):
            message = "This line is no link of another edition."
            return (), [Problem(Place(path, number), ProblemKind.INVENTORY, message, remedy)]
    return tuple(links), []


def read_link_fields(fields: Mapping[str, object]) -> dict[str, str]:
    """Return the fields of a link of another edition, all of them text that can be shown, some of it empty.

    Raises `ValueError`, with the name of the field, for anything else, and for an id or address that is none.
    """
    read = {}
    for name in LINK_FIELDS:
        value = fields.get(name)
        if not isinstance(value, str) or len(value) > LINE or first_hidden(value) or "\n" in value:
            raise ValueError(name)
        read[name] = value
    for name, pattern in (("object", IDENTIFIER), ("subject", IDENTIFIER), ("url", PATH)):
        if not pattern.fullmatch(read[name]):
            raise ValueError(name)
    for name in ("label", "title", "says", "reason"):
        if not read[name].strip():
            raise ValueError(name)
    return read


def _their_link(fields: Mapping[str, str], edition: OtherEdition, kinds: Mapping[str, Kind], place: Place) -> TheirLink:
    identifier = outside_id(edition.id, fields["subject"])
    entry = Entry(identifier, _kind(fields["kind"], kinds), "", fields["label"], fields["title"], place)
    subject = OutsideEntry(entry, edition.title, fields["text"], f"{edition.address}{fields['url']}")
    return TheirLink(fields["object"], subject, fields["says"], fields["reason"], fields["grade"], place)


def _problem(path: str, message: str, remedy: str) -> Problem:
    return Problem(Place(path, 1), ProblemKind.INVENTORY, message, remedy)
