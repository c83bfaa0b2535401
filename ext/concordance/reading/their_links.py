"""Take from the data of another edition its links to entries of this one, in the words of its editors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from concordance.model.other_editions import SEPARATOR
from concordance.reading.inventories import outside_id, read_link_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

PROPERTY = "owl:ObjectProperty"


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of an edition for links and grades."""

    reverse: Mapping[str, str | None]
    """What a kind of link is called from its far end, by its name."""
    grades: Mapping[str, str | None]


def extract_links(
    graph: Mapping[str, Any], calls_us: str, entries: Set[str], moved: Mapping[str, str]
) -> tuple[list[dict[str, str]], list[str]]:
    """Return the links of a `graph.json` that lead to this edition, and a sentence for each that is left out.

    Args:
        graph: What the file holds.
        calls_us: What that edition calls this one.
        entries: The ids of this edition.
        moved: Ids that replaced others, by these: links to an id that was replaced lead to the one that replaced it.

    Returns:
        The links with the fields that `read_their_links` reads; and why others are left out, without a full stop.
    """
    words = _words(graph["vocabulary"])
    subjects = {entry.get("id"): entry for entry in graph["entries"]}
    texts = {str(text.get("id")): text.get("title") for text in graph["texts"]}
    links, left_out = [], []
    for link in graph["links"]:
        target = str(link.get("object"))
        own = target.removeprefix(f"{calls_us}{SEPARATOR}")
        if own == target:
            continue
        subject = subjects.get(link.get("subject"), {})
        reached = _follow(own, entries, moved)
        if reached is None:
            left_out.append(f"{link.get('subject')} links to {outside_id(calls_us, own)}, which is no entry here")
            continue
        row = _row(link, subject, reached, words, texts)
        try:
            links.append(read_link_fields(row))
        except ValueError as error:
            left_out.append(f"{error} of the link from {link.get('subject')} to {own} cannot be shown here")
    return links, left_out


def _row(
    link: Mapping[str, Any],
    subject: Mapping[str, Any],
    target: str,
    words: _Words,
    texts: Mapping[str, str],
) -> dict[str, Any]:
    """Return what is known of a link, as it is found: nothing of it is checked yet."""
    return {
        "object": target,
        "subject": subject.get("id"),
        "kind": subject.get("kind"),
        "label": subject.get("label"),
        "title": subject.get("title"),
        "text": texts.get(str(subject.get("text"))) or "",
        "url": subject.get("url"),
        "says": words.reverse.get(str(link.get("predicate"))),
        "reason": link.get("reason"),
        "grade": words.grades.get(str(link.get("grade")), ""),
    }


def _follow(identifier: str, entries: Set[str], moved: Mapping[str, str]) -> str | None:
    """Return the id of the entry that a link leads to, also if that was replaced, or None."""
    seen: set[str] = set()
    while identifier not in entries:
        if identifier in seen or identifier not in moved:
            return None
        seen.add(identifier)
        identifier = moved[identifier]
    return identifier


def _words(concepts: Iterable[Mapping[str, Any]]) -> _Words:
    by_id = {concept.get("id"): concept for concept in concepts}
    reverse: dict[str, str | None] = {}
    grades: dict[str, str | None] = {}
    for concept in by_id.values():
        name = str(concept.get("notation"))
        if PROPERTY in (concept.get("kind") or ()):
            reverse[name] = by_id.get(concept.get("inverseOf"), {}).get("prefLabel")
        elif str(concept.get("inScheme")).endswith("#grades"):
            grades[name] = concept.get("prefLabel")
    return _Words(reverse, grades)
